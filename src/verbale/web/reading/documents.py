"""The papers, with who must, must not, may and will do what."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from verbale.views.pages.dossiers import Names, papers_across
from verbale.web.asking import PAGE, AskedFor
from verbale.web.desk import AtDesk

router = APIRouter()

FORCES = (("must", "Must"), ("must not", "Must not"), ("may", "May"), ("will", "Will"))
_PROVISIONS = 1000
"""Provisions that are put to their papers: the latest."""


@router.get("/documents")
def documents(desk: AtDesk, asked: AskedFor) -> HTMLResponse:
    """The papers by day, each with what it lays down."""
    query = asked.query.model_copy(update={"kind": "document"})
    threads = desk.dossier.happenings(query, offset=asked.offset)
    shown = threads[:PAGE]
    provisions = desk.dossier.find(query.model_copy(update={"kind": "provision", "limit": _PROVISIONS}))
    refs = {(report.ref.article, report.ref.entry) for thread in shown for report in thread.reports}
    own = [
        one
        for one in provisions
        if (paper := getattr(one.entry, "document", None)) is None or (one.ref.article, paper) in refs
    ]
    reports = [report for thread in shown for report in thread.reports]
    names = Names.of(desk.dossier.parties_in((*reports, *own)))
    values = {
        "papers": tuple(papers_across(shown, own, names, {}, full=True)),
        "forces": FORCES,
        "asked": asked,
        "more": len(threads) > PAGE,
        "path": "/documents",
    }
    return desk.page("documents.html", values, at="/documents")
