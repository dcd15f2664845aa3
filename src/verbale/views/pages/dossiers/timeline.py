"""Events and rounds, day by day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from verbale.dossier.answers import Party, Ref, Thread
from verbale.record import Entry, Round
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


def timeline_page(
    threads: Sequence[Thread[Entry]], parties: Iterable[Party] = (), limit: int | None = None
) -> Timeline:
    """The threads in the order in which the dossier gives them, under their days; at the end what has none.

    An event from which a round was made is told with the round. Without the parties names are those of the articles.
    """
    names = Names.of(parties)
    apart = told_apart(threads)
    lines = sorted((line_of(one.reports, names) for one in apart), key=lambda one: (one.date is None, one.day is None))
    days = tuple(Day(date, tuple(some)) for date, some in groupby(lines, key=lambda one: one.date))
    return Timeline(days, limited=limit is not None and len(threads) >= limit)


def told_apart(threads: Sequence[Thread[Entry]]) -> Iterator[Thread[Entry]]:
    """The threads without the events from which rounds among them were made."""
    of_rounds = _events_of_rounds(threads)
    return (one for one in threads if not _is_of_a_round(one, of_rounds))


def _events_of_rounds(threads: Iterable[Thread[Entry]]) -> frozenset[Ref]:
    reports = (report for thread in threads for report in thread.reports)
    return frozenset(
        report.ref._replace(entry=event)
        for report in reports
        if isinstance(report.entry, Round)
        for event in report.entry.events
    )


def _is_of_a_round(thread: Thread[Entry], of_rounds: frozenset[Ref]) -> bool:
    """Whether rounds were made from half of its reports or more."""
    return 2 * sum(report.ref in of_rounds for report in thread.reports) >= len(thread.reports)
