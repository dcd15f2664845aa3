"""Where the parties stand: issues and parties."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from verbale.dossier.changes import same_issue
from verbale.views.pages.dossiers import positions_matrix, positions_page
from verbale.web.asking import AskedFor
from verbale.web.desk import AtDesk

router = APIRouter()

MOST = 400
"""Positions that are put together: the latest."""


@router.get("/positions")
def positions(desk: AtDesk, asked: AskedFor) -> HTMLResponse:
    """Parties and issues, each cell with its current stand and how it came to that."""
    query = asked.query.model_copy(update={"kind": "position", "limit": MOST + 1})
    found = desk.dossier.find(query)
    shown = found[:MOST]
    pages = positions_page(shown, desk.dossier.parties_in(shown), same_issue)
    values = {"page": positions_matrix(pages, same_issue), "asked": asked, "most": MOST, "more": len(found) > MOST}
    return desk.page("positions.html", values, at="/positions")
