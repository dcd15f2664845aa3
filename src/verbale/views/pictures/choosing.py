"""Which pictures there are, and what of a dossier each is made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from verbale.dossier.answers import Extent, Party, Query, Report, Thread
from verbale.record import Entry
from verbale.views.pages.dossiers.dots import dots_page
from verbale.views.pages.dossiers.matrix import positions_matrix
from verbale.views.pages.dossiers.minutes import extent_words
from verbale.views.pages.dossiers.network import network_page
from verbale.views.pages.dossiers.positions import SameIssue, positions_page
from verbale.views.pages.words import day_words, one_line
from verbale.views.pictures.canvas import Picture
from verbale.views.pictures.dots import draw_timeline
from verbale.views.pictures.matrix import draw_positions
from verbale.views.pictures.network import draw_network

PictureKind = Literal["timeline", "positions", "network"]
_THREADS = 1000
_POSITIONS = 400
_STATEMENTS = 600


class Asked(Protocol):
    """What a picture is made of: a dossier, as far as it is asked."""

    def extent(self) -> Extent:
        """How much there is in it."""

    def happenings(self, query: Query, *, offset: int = 0) -> tuple[Thread[Entry], ...]:
        """Events and rounds by day."""

    def find(self, query: Query) -> tuple[Report[Entry], ...]:
        """Entries, the latest first."""

    def of_article(self, article: int) -> tuple[Report[Entry], ...]:
        """All entries of an article."""

    def parties_in(self, reports: Iterable[Report[Entry]]) -> tuple[Party, ...]:
        """The parties that the reports name, or are of."""


@dataclass(frozen=True)
class Pictures:
    """The pictures of a dossier."""

    dossier: Asked
    same_issue: SameIssue

    def of(self, kind: PictureKind, query: Query, *, of: str = "") -> Picture:
        """The picture of what the query's party and days leave of the dossier; `of` is the party's name."""
        draw: dict[PictureKind, Callable[[Query, str], Picture]] = {
            "timeline": self._timeline,
            "positions": self._positions,
            "network": self._network,
        }
        return draw[kind](query, _source(self.dossier.extent(), query, of))

    def _timeline(self, query: Query, source: str) -> Picture:
        threads = self.dossier.happenings(query.model_copy(update={"limit": _THREADS}))
        parties = self.dossier.parties_in([report for one in threads for report in one.reports])
        return draw_timeline(dots_page(threads, parties), source + _limited("events and rounds", threads, _THREADS))

    def _positions(self, query: Query, source: str) -> Picture:
        found = self.dossier.find(query.model_copy(update={"kind": "position", "limit": _POSITIONS}))
        pages = positions_page(found, self.dossier.parties_in(found), self.same_issue)
        matrix = positions_matrix(pages, self.same_issue)
        return draw_positions(matrix, source + _limited("latest positions", found, _POSITIONS))

    def _network(self, query: Query, source: str) -> Picture:
        found = self.dossier.find(query.model_copy(update={"kind": "statement", "limit": _STATEMENTS}))
        articles = sorted({one.ref.article for one in found})
        entries = [one for article in articles for one in self.dossier.of_article(article)]
        entities = [one for one in entries if one.ref.entry.startswith("e")]
        network = network_page(found, entities, self.dossier.parties_in((*found, *entities)))
        return draw_network(network, source + _limited("latest statements", found, _STATEMENTS))


def _limited(what: str, found: tuple[object, ...], most: int) -> str:
    return f" Of {most} {what}." if len(found) >= most else ""


def _source(extent: Extent, query: Query, of: str) -> str:
    since = f"from {day_words(query.first_day)}" if query.first_day else ""
    until = f"up to {day_words(query.last_day)}" if query.last_day else ""
    asked = " ".join(one for one in (one_line(of), since, until) if one)
    return f"Source: {extent_words(extent).rstrip('.')}.{f' Only {asked}.' if asked else ''}"
