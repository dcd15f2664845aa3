"""Events and rounds, day by day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from verbale.dossier.answers import Party, Thread
from verbale.record import Entry
from verbale.views.pages.dossiers.lines import Line, line_of
from verbale.views.pages.dossiers.names import Names


@dataclass(frozen=True, slots=True)
class Day:
    """What is dated on one day, or in the week, month or year that begins with it."""

    date: str | None
    """Nothing where no article tells it."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days on which something is told to have happened, in order."""

    days: tuple[Day, ...]
    limited: bool = False
    """Whether there may be more than was asked for."""


def timeline_page(threads: Sequence[Thread[Entry]], parties: Iterable[Party], limit: int | None = None) -> Timeline:
    """The threads in the order in which the dossier gives them, under their days; at the end what has none."""
    names = Names.of(parties)
    lines = sorted(
        (line_of(one.reports, names) for one in threads), key=lambda one: (one.date is None, one.day is None)
    )
    days = tuple(Day(date, tuple(some)) for date, some in groupby(lines, key=lambda one: one.date))
    return Timeline(days, limited=limit is not None and len(threads) >= limit)
