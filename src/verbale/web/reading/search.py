"""Search: words, party, kind, days, place, outlet, issue."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from verbale.dossier.answers import MODELS
from verbale.views.pages.dossiers import found_lines
from verbale.web.asking import PAGE, AskedFor
from verbale.web.desk import AtDesk

router = APIRouter()


@router.get("/search")
def search(desk: AtDesk, asked: AskedFor) -> HTMLResponse:
    """The entries that meet all that was asked for."""
    wanted = any(
        (asked.words, asked.party, asked.kind, asked.first, asked.last, asked.place, asked.outlet, asked.issue)
    )
    found = desk.dossier.find(asked.query.model_copy(update={"limit": asked.offset + PAGE + 1})) if wanted else ()
    shown = found[asked.offset : asked.offset + PAGE]
    values = {
        "lines": found_lines(shown, desk.dossier.parties_in(shown)),
        "wanted": wanted,
        "asked": asked,
        "more": len(found) > asked.offset + PAGE,
        "path": "/search",
        "kinds": tuple(MODELS),
    }
    return desk.page("search.html", values, at="/search")
