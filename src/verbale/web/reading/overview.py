"""The first page: what the dossier is about, at a glance."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from verbale.web.desk import AtDesk

router = APIRouter()


@router.get("/")
def overview(desk: AtDesk) -> HTMLResponse:
    """The overview."""
    return desk.page("overview.html", {"articles": desk.dossier.articles()}, at="/")
