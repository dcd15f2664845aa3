"""Events and rounds by day; by years, months and days as near as is wanted."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from verbale.views.pages.dossiers import timeline_page
from verbale.views.pages.dossiers.zoom import zoom_of
from verbale.web.asking import PAGE, AskedFor
from verbale.web.desk import AtDesk

router = APIRouter()


@router.get("/timeline")
def timeline(desk: AtDesk, asked: AskedFor) -> HTMLResponse:
    """What happened, by day."""
    query = asked.query
    threads = desk.dossier.happenings(query, offset=asked.offset)
    shown = threads[:PAGE]
    parties = desk.dossier.parties_in([report for thread in shown for report in thread.reports])
    values = {
        "page": timeline_page(shown, parties),
        "zoom": zoom_of(desk.dossier.days(query), query.first_day, query.last_day),
        "asked": asked,
        "more": len(threads) > PAGE,
        "path": "/timeline",
        "kinds": ("event", "round"),
    }
    return desk.page("timeline.html", values, at="/timeline")
