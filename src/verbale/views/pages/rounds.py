"""The rounds of a negotiation, and the events that no round tells, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.record import Event, Record, Status
from verbale.views.pages.proof import Passage, passages
from verbale.views.pages.statements import statement_numbers
from verbale.views.pages.words import Cast, doubt, one_line, when


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One meeting of the negotiation."""

    number: int | None
    """Which of them, where the article counts."""
    format: str
    """meeting, council, consultations, call, …"""
    parties: tuple[str, ...]
    place: str | None
    date: str | None
    """The day, week, month or year."""
    status: Status
    outcome: str | None
    """How it ended, in the article's words."""
    proof: tuple[Passage, ...]
    doubt: str | None
    """How likely it is right, where it is not even likely."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """Something that happened, or is to happen, beside the rounds."""

    type: str
    """PLOVER's type and mode in lower case: `consult`, `threaten: relations`."""
    words: str
    """The words that tell it."""
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: str | None
    status: Status
    statement: int | None
    """The number of the statement that claims it."""
    proof: tuple[Passage, ...]
    """Nothing where a statement claims it: the proof stands there."""
    doubt: str | None


def round_lines(record: Record, cast: Cast) -> Iterator[RoundLine]:
    """The rounds in the order of the record."""
    anchors = {event.id: event.anchor for event in record.events}
    for one in record.rounds:
        marked = tuple(anchors[event] for event in one.events if event in anchors)
        yield RoundLine(
            number=one.number,
            format=one_line(one.format),
            parties=cast.names(one.parties),
            place=cast.name(one.place),
            date=when(one.date),
            status=one.status,
            outcome=one_line(one.outcome.text) if one.outcome else None,
            proof=passages(one.evidence, {"content": marked}, record.article.text),
            doubt=doubt(one.confidence),
        )


def event_lines(record: Record, cast: Cast) -> Iterator[EventLine]:
    """The events that no round was made from, in the order of the text."""
    of_rounds = {event for one in record.rounds for event in one.events}
    numbers = statement_numbers(record)
    for one in record.events:
        if one.id not in of_rounds:
            yield _event_line(one, numbers.get(one.according_to or ""), record.article.text, cast)


def _event_line(event: Event, statement: int | None, text: str, cast: Cast) -> EventLine:
    return EventLine(
        type=f"{event.type.lower()}: {event.mode}" if event.mode else event.type.lower(),
        words=one_line(event.anchor.of(text)),
        actors=cast.names(event.actors),
        recipients=cast.names(event.recipients),
        place=cast.name(event.place),
        date=when(event.date),
        status=event.status,
        statement=statement,
        proof=() if statement else passages(event.evidence, {"content": (event.anchor,)}, text),
        doubt=doubt(event.confidence),
    )
