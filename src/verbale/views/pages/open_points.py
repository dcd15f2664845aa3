"""What the article leaves open: demands that nobody answers, rounds that are yet to be held, and what is in doubt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from verbale.record import Move, Record
from verbale.views.pages.statements import statement_numbers
from verbale.views.pages.words import Cast, one_line, when

Sort = Literal["unanswered", "ahead", "office", "speaker"]


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that a reader of the minutes would ask about."""

    sort: Sort
    """A demand or condition without an answer, a round that is planned or possible, an office in doubt, or a speaker
    between several."""
    words: str
    """What is open, in a phrase."""
    statement: int | None = None
    """The number of the statement in which it stands."""


def open_points(record: Record, cast: Cast) -> Iterator[OpenPoint]:
    """The open points: first the demands, then the rounds ahead, then the doubts."""
    numbers = statement_numbers(record)
    for move in record.moves:
        if move.kind in _ASKING and not any(_answers(other, move) for other in record.moves):
            yield OpenPoint("unanswered", _asked(move, cast), numbers.get(move.statement or ""))
    yield from _rounds_ahead(record, cast)
    for entity in record.entities:
        for office in entity.offices:
            if office.doubt:
                words = f"{one_line(entity.name)}, {one_line(office.title)}: {one_line(office.doubt.reason)}"
                yield OpenPoint("office", f"{words} ({one_line(office.doubt.reference)})")
    for statement in record.statements:
        if len(candidates := cast.names(statement.candidates)) > 1 and statement.speaker is None:
            yield OpenPoint("speaker", " or ".join(candidates), numbers[statement.id])


_ASKING = ("demand", "condition")
_ANSWERS = ("offer", "commitment", "refusal", "concession", "agreement")


def _answers(move: Move, asking: Move) -> bool:
    """Whether the move may be an answer: any by one who was asked, or, where that isn't told, by anybody else.

    Whether it is of the same matter isn't asked: a demand is called open only where nobody who could have answered
    says anything of the kind in the whole article.
    """
    if move.kind not in _ANSWERS:
        return False
    return bool(set(move.actor) & set(asking.addressee)) if asking.addressee else move.actor != asking.actor


def _asked(move: Move, cast: Cast) -> str:
    who = ", ".join(cast.names(move.actor)) or "somebody"
    whom = ", ".join(cast.names(move.addressee))
    return f"{move.kind} of {who}{f' to {whom}' if whom else ''}: {one_line(move.content.text)}"


def _rounds_ahead(record: Record, cast: Cast) -> Iterator[OpenPoint]:
    for one in record.rounds:
        if one.status in ("planned", "possible"):
            parts = (one_line(one.format), ", ".join(cast.names(one.parties)), cast.name(one.place), when(one.date))
            yield OpenPoint("ahead", f"{one.status} {' · '.join(part for part in parts if part)}")
