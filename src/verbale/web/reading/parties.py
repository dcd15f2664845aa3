"""A party: who speaks for it, what it wants, did and said."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from verbale.dossier.changes import same_issue
from verbale.errors import OptionError
from verbale.views.pages.dossiers import AboutParty, party_page
from verbale.web.asking import Number
from verbale.web.desk import AtDesk

router = APIRouter()

_PEOPLE = 300
"""Entries of those who may speak for it: the latest."""
_POSITIONS = 200
_LINES = 120


@router.get("/parties/{number}")
def party(desk: AtDesk, number: Number) -> HTMLResponse:
    """The party of that number."""
    dossier = desk.dossier
    found = dossier.party(str(number))
    if found is None:
        raise OptionError("there is no such party", remedy="the overview lists those of most articles")
    entities = dossier.latest("entity", party=number, limit=_PEOPLE)
    positions = dossier.latest("position", party=number, limit=_POSITIONS)
    moves = dossier.latest("move", party=number, limit=_LINES)
    statements = dossier.latest("statement", party=number, limit=_LINES)
    about = AboutParty(
        party=found,
        named=dossier.parties_in((*entities, *positions, *moves, *statements)),
        entities=entities,
        positions=positions,
        moves=moves,
        statements=statements,
    )
    return desk.page("party.html", {"page": party_page(about, same_issue), "number": number}, at="/parties")
