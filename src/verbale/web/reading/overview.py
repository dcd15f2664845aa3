"""The first page: what the dossier is about, at a glance."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from verbale.views.pages.dossiers import Latest, overview_page
from verbale.web.desk import AtDesk, Desk

router = APIRouter()

_PARTIES = 30
"""Of whom those that are places or persons are left out."""
_ROUNDS = 40
_MOVES = 80
_DISPUTED = 12
"""Rounds, events and papers of several reports, among which conflicts are looked for: the latest."""


@router.get("/")
def overview(desk: AtDesk) -> HTMLResponse:
    """The overview."""
    page = desk.kept("overview", lambda: overview_page(latest_of(desk)))
    return desk.page("overview.html", {"page": page}, at="/")


def latest_of(desk: Desk) -> Latest:
    """What the overview is made of: the latest alone, so that it is there at once however much there is."""
    dossier = desk.dossier
    rounds = dossier.latest_threads("round", limit=_ROUNDS)
    moves = dossier.latest("move", limit=_MOVES)
    conflicts = dossier.conflicts(latest=_DISPUTED, kinds=("round", "event", "document"))
    reports = [one for thread in rounds for one in thread.reports]
    sides = [side for one in conflicts for side in (one.left, one.right)]
    return Latest(
        name=desk.name,
        extent=dossier.extent(),
        parties=dossier.parties(limit=_PARTIES),
        named=dossier.parties_in((*reports, *moves, *sides)),
        rounds=rounds,
        moves=moves,
        conflicts=conflicts,
    )
