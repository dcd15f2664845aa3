"""The minutes of one article, put together."""

from collections.abc import Mapping
from dataclasses import dataclass

from verbale.article import Article, PublishedFrom
from verbale.record import Record
from verbale.views.pages.documents import DocumentLine, document_lines
from verbale.views.pages.listing import Listed, listed
from verbale.views.pages.moves import ForecastLine, PartyMoves, forecast_lines, moves_by_party
from verbale.views.pages.open_points import OpenPoint, open_points
from verbale.views.pages.parties import Parties, parties_of
from verbale.views.pages.rounds import EventLine, RoundLine, event_lines, round_lines
from verbale.views.pages.statements import StatementLine, statement_lines
from verbale.views.pages.words import EDGES, Cast, day_words, one_line


@dataclass(frozen=True, slots=True)
class MinutesPage:
    """The minutes of one article."""

    title: str
    """The article's title, or its opening words."""
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    """The day of publication, such as `18 January 2022`."""
    published_from: str | None
    """How that day is known; nothing where it isn't."""
    url: str | None
    warnings: tuple[str, ...]
    """What a reader should know before trusting the page, a sentence each."""
    parties: Parties
    """Who is who."""
    rounds: Listed[RoundLine]
    documents: Listed[DocumentLine]
    """The papers with their provisions; at the end the provisions that belong to no paper."""
    moves: Listed[PartyMoves]
    forecasts: Listed[ForecastLine]
    events: Listed[EventLine]
    """The events that no round tells."""
    open_points: Listed[OpenPoint]
    statements: tuple[StatementLine, ...]
    """Always all of them."""


def minutes_page(record: Record, *, full: bool = False) -> MinutesPage:
    """The minutes of the record's article; `full`: with all entries, however many there are of a sort."""
    article, cast = record.article, Cast.of(record)
    return MinutesPage(
        title=_title(article),
        outlet=article.outlet,
        authors=article.authors,
        published=day_words(article.published) if article.published else None,
        published_from=_KNOWN_FROM[article.published_from] if article.published else None,
        url=article.url,
        warnings=tuple(warning.message for warning in article.warnings),
        parties=parties_of(record, cast, full=full),
        rounds=listed(round_lines(record, cast), full=full),
        documents=listed(document_lines(record, cast), full=full),
        moves=listed(moves_by_party(record, cast, full=full), full=full),
        forecasts=listed(forecast_lines(record, cast), full=full),
        events=listed(event_lines(record, cast), full=full),
        open_points=listed(open_points(record, cast), full=full),
        statements=tuple(statement_lines(record, cast)),
    )


_KNOWN_FROM: Mapping[PublishedFrom, str | None] = {
    "given": "given",
    "metadata": "as the page says",
    "text": "worked out from the text",
    "unknown": None,
}

# A line of a terminal, about; a title longer than that is a paragraph.
_TITLE_LENGTH = 72


def _title(article: Article) -> str:
    """The title, or the article's opening words, cut between words."""
    if article.title and article.title.strip():
        return one_line(article.title)
    opening = " ".join(article.text.split(maxsplit=_TITLE_LENGTH)[:_TITLE_LENGTH])
    if len(opening) <= _TITLE_LENGTH:
        return opening or "An article without text"
    whole_words = opening[: _TITLE_LENGTH + 1].rpartition(" ")[0] or opening[:_TITLE_LENGTH]
    return whole_words.rstrip(EDGES) + " …"
