"""The record, put together: what the stages found, and the warnings that follow from it."""

from datetime import date

from verbale.article import Article, lacks
from verbale.record import Entity, Record, Statement, Time


def assemble(
    article: Article,
    *,
    published: date | None = None,
    entities: tuple[Entity, ...] = (),
    times: tuple[Time, ...] = (),
    statements: tuple[Statement, ...] = (),
) -> Record:
    """The record. `published`: the day as the reading knows it, where the article's own is unknown."""
    if article.published is None and published is not None:
        article = article.dated(published, "text")
    for notice in lacks(article):
        article = article.with_notice(notice)
    return Record(article=article, entities=entities, times=times, statements=statements)
