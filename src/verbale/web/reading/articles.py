"""The articles: as a list, and each with its text."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from verbale.views.pages.dossiers import Names, Read, article_lines, article_page
from verbale.web.asking import PAGE, AskedFor, Number
from verbale.web.desk import AtDesk

router = APIRouter()


@router.get("/articles")
def articles(desk: AtDesk, asked: AskedFor) -> HTMLResponse:
    """The articles, the latest first."""
    found = desk.dossier.latest_articles(offset=asked.offset, limit=PAGE + 1)
    values = {"lines": article_lines(found[:PAGE]), "asked": asked, "more": len(found) > PAGE, "path": "/articles"}
    return desk.page("articles.html", values, at="/articles")


@router.get("/articles/{number}")
def article(desk: AtDesk, number: Number) -> HTMLResponse:
    """An article: its text with what is told marked in it, and listed beside it."""
    dossier = desk.dossier
    reports = dossier.of_article(number)
    versions = dossier.versions(number)
    gone = dossier.gone(number)
    page = article_page(
        Read(
            source=next(one for one in versions if one.article == number),
            record=dossier.record(number),
            reports=reports,
            names=Names.of(dossier.parties_in((*reports, *gone))),
            counts=dossier.told_elsewhere(reports),
            versions=versions,
            gone=gone,
        )
    )
    return desk.page("article.html", {"page": page, "number": number}, at="/articles")
