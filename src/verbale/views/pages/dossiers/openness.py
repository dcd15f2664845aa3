"""What the articles together leave open: demands that nobody answers, and rounds ahead."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from verbale.dossier.answers import Report, Thread
from verbale.record import Entry, Move
from verbale.views.pages.dossiers.citing import earliest
from verbale.views.pages.dossiers.gathering import day_of
from verbale.views.pages.dossiers.lines import Line, line_of
from verbale.views.pages.dossiers.names import Names

_ASKING = ("demand", "condition")
_ANSWERS = ("offer", "commitment", "refusal", "concession", "agreement")


@dataclass(frozen=True, slots=True)
class OpenLine:
    """Something that a reader of the minutes would ask about."""

    sort: Literal["unanswered", "ahead"]
    line: Line


def open_lines(
    moves: Sequence[Sequence[Report[Entry]]], rounds: Iterable[Thread[Entry]], last_day: date | None, names: Names
) -> Iterator[OpenLine]:
    """First the demands, then the rounds that no article calls held and whose day the last article hasn't reached."""
    firsts = [earliest(some) for some in moves]
    for some, first in zip(moves, firsts, strict=True):
        if _asks(first) and not any(_answers(other, first, names) for other in firsts):
            yield OpenLine("unanswered", line_of(some, names))
    for thread in rounds:
        if _is_ahead(thread, last_day):
            yield OpenLine("ahead", line_of(thread.reports, names))


def _asks(report: Report[Entry]) -> bool:
    return isinstance(report.entry, Move) and report.entry.kind in _ASKING


def _answers(report: Report[Entry], asking: Report[Entry], names: Names) -> bool:
    """Whether the move may be an answer: not before the demand, and by one who was asked.

    Where that isn't told, any by anybody else. Whether it is of the same matter isn't asked, so that nothing answered
    is called open.
    """
    move, demand = report.entry, asking.entry
    if not isinstance(move, Move) or not isinstance(demand, Move) or move.kind not in _ANSWERS:
        return False
    asked, answered = day_of(asking), day_of(report)
    if asked and answered and answered < asked:
        return False
    by = names.numbers(report, move.actor)
    whom = names.numbers(asking, demand.addressee)
    return bool(by & whom) if whom else by != names.numbers(asking, demand.actor)


def _is_ahead(thread: Thread[Entry], last_day: date | None) -> bool:
    if any(getattr(one.entry, "status", None) not in ("planned", "possible") for one in thread.reports):
        return False
    ends = [one.last_day for one in thread.reports if one.last_day]
    return last_day is None or not ends or max(ends) >= last_day
