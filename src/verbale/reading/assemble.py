"""The record, put together: what the stages found, and the warnings that follow from it."""

from datetime import date

from verbale.article import Article
from verbale.record import Entity, Record, Statement, Time


def unread(article: Article) -> bool:
    """Whether there is nothing in it for an English reader: no text, or another language."""
    return not article.text.strip() or article.language not in ("en", "und")


def assemble(
    article: Article,
    *,
    published: date | None = None,
    entities: tuple[Entity, ...] = (),
    times: tuple[Time, ...] = (),
    statements: tuple[Statement, ...] = (),
) -> Record:
    """The record. `published`: the day as the reading knows it, where the article's own is unknown."""
    return Record(article=_dated(_warned(article), published), entities=entities, times=times, statements=statements)


def _warned(article: Article) -> Article:
    """The article with a warning where it was not read."""
    if not article.text.strip():
        return article.with_notice("empty", "There is no text in it.")
    if unread(article):
        return article.with_notice("not_english", f"Its language is “{article.language}”; Verbale reads English.")
    return article


def _dated(article: Article, published: date | None) -> Article:
    """The article with the day that its text tells, or with a warning where none is known."""
    if article.published is not None:
        return article
    if published is None:
        return article.with_notice("no_date", "Its day of publication is not known: relative dates stay open.")
    kept = tuple(notice for notice in article.warnings if notice.code != "no_date")
    return article.model_copy(update={"published": published, "published_from": "text", "warnings": kept})
