"""The record, put together: what the stages found, and the warnings that follow from it."""

from datetime import date
from typing import TypedDict, Unpack

from verbale.article import Article, lacks
from verbale.record import (
    Document,
    Entity,
    Event,
    Forecast,
    Move,
    Position,
    Provision,
    Record,
    Round,
    Statement,
    Time,
)


class Entries(TypedDict, total=False):
    """What the stages found, by the record's own names."""

    entities: tuple[Entity, ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    rounds: tuple[Round, ...]
    documents: tuple[Document, ...]
    provisions: tuple[Provision, ...]
    moves: tuple[Move, ...]
    forecasts: tuple[Forecast, ...]
    positions: tuple[Position, ...]


def assemble(article: Article, *, published: date | None = None, **entries: Unpack[Entries]) -> Record:
    """The record. `published`: the day as the reading knows it, where the article's own is unknown."""
    if article.published is None and published is not None:
        article = article.dated(published, "text")
    for notice in lacks(article):
        article = article.with_notice(notice)
    return Record(article=article, **entries)
