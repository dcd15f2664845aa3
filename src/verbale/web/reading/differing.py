"""What the articles tell differently, and what was otherwise before: side by side."""

from collections.abc import Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from verbale.dossier.answers import Report
from verbale.record import Entry
from verbale.views.pages.dossiers import Names, change_lines, conflict_lines
from verbale.web.asking import PAGE, AskedFor
from verbale.web.desk import AtDesk, Desk

router = APIRouter()

LATEST = 400
"""Threads of a kind in which conflicts are looked for, and entries of a kind in which changes are: the latest."""


@router.get("/conflicts")
def conflicts(desk: AtDesk, asked: AskedFor) -> HTMLResponse:
    """Where two articles can't both be right."""
    found = desk.kept("conflicts", lambda: desk.dossier.conflicts(latest=LATEST))
    shown = found[asked.offset : asked.offset + PAGE]
    names = _names(desk, [side for one in shown for side in (one.left, one.right)])
    values = {"lines": tuple(conflict_lines(shown, names)), "count": len(found), "latest": LATEST}
    paging = {"asked": asked, "more": len(found) > asked.offset + PAGE, "path": "/conflicts"}
    return desk.page("conflicts.html", {**values, **paging}, at="/conflicts")


@router.get("/changes")
def changes(desk: AtDesk, asked: AskedFor) -> HTMLResponse:
    """What was otherwise before: positions, demands, forecasts."""
    found = desk.kept("changes", lambda: desk.dossier.changes(latest=LATEST))
    shown = found[asked.offset : asked.offset + PAGE]
    names = _names(desk, [side for one in shown for side in (one.earlier, one.later)])
    values = {"lines": tuple(change_lines(shown, names)), "count": len(found), "latest": LATEST}
    paging = {"asked": asked, "more": len(found) > asked.offset + PAGE, "path": "/changes"}
    return desk.page("changes.html", {**values, **paging}, at="/changes")


def _names(desk: Desk, reports: Sequence[Report[Entry]]) -> Names:
    return Names.of(desk.dossier.parties_in(reports))
