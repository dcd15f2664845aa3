"""One event told twice in an article is one event with two pieces of evidence.

Two are one where type, parties, day, place and status agree. Where one leaves open what the other tells, they have to
stand in one paragraph, or the later goes back to the earlier ("the meeting", "these talks"). Different days, places,
rounds and directions stay apart, and so do a plan and a deed unless they are of one day.
"""

from collections.abc import Sequence

from verbale.lexicon.status import StatusWords
from verbale.reading.page import Page, Token
from verbale.record import Event, Status
from verbale.spans import Span
from verbale.timex import compare, precision

_NOUNS = ("NOUN", "PROPN")
_RELATED = 4
"""How many letters a verb and its noun share at the least: "meet" and "meeting"; an estimate, not measured."""
_REAL: tuple[Status, ...] = ("happened", "ongoing")
_SETTLED: tuple[Status, ...] = ("cancelled", "ongoing", "happened")
"""What becomes of a plan, and of two tellings the one that is kept: the first of these that either has."""


def merged(page: Page, events: Sequence[Event], words: StatusWords) -> tuple[Event, ...]:
    """The events, those that are one joined into the first: in the order of their anchors, with the ids they had."""
    out: list[Event] = []
    for event in sorted(events, key=lambda one: (one.anchor, one.id)):
        fitting = (place for place in reversed(range(len(out))) if is_same(page, out[place], event, words))
        index = next(fitting, None)
        if index is None:
            out.append(event)
        else:
            out[index] = joined(out[index], event)
    return tuple(out)


def is_same(page: Page, one: Event, other: Event, words: StatusWords) -> bool:
    """Whether both tell the same event; `one` is told first."""
    if one.type != other.type or (one.mode and other.mode and one.mode != other.mode):
        return False
    if not (_alike(one, other) and _same_parties(one, other) and _same_place(one, other)):
        return False
    first, later = page.top(one.anchor), page.top(other.anchor)
    if first is None or later is None or _apart(page, first, later, words):
        return False
    back = _goes_back(page, later, words)
    if not (back or one.type == "CONSULT" or _related(first, later)):
        return False
    if _one_day(one, other) and (one.actors or back):
        return True
    known = compare(one.date, other.date) if one.date and other.date else "same"
    return known == "same" and (back or _near(page, one.anchor, other.anchor)) and _tells_less(one, other, back)


def joined(one: Event, other: Event) -> Event:
    """The two as one: the evidence of both, and of each part what either tells."""
    dated = one if one.date and (not other.date or _finer(one.date, other.date)) else other if other.date else one
    statuses = (one.status, other.status)
    return one.model_copy(
        update={
            "evidence": tuple(sorted({*one.evidence, *other.evidence})),
            "confidence": max(one.confidence, other.confidence),
            "mode": one.mode or other.mode,
            "actors": tuple(dict.fromkeys((*one.actors, *(id_ for id_ in other.actors if id_ not in one.recipients)))),
            "recipients": tuple(
                dict.fromkeys((*one.recipients, *(id_ for id_ in other.recipients if id_ not in one.actors)))
            ),
            "place": one.place or other.place,
            "time": dated.time,
            "date": dated.date,
            "status": next((status for status in _SETTLED if status in statuses), one.status),
            "according_to": one.according_to if one.according_to and other.according_to else None,
        }
    )


def _alike(one: Event, other: Event) -> bool:
    if one.status == other.status or (one.status in _REAL and other.status in _REAL):
        return True
    statuses = {one.status, other.status}
    return "planned" in statuses and bool(statuses & set(_SETTLED)) and _one_day(one, other)


def _same_parties(one: Event, other: Event) -> bool:
    """Whether one names no other party than the other, in the same part."""
    if one.type == "CONSULT" and bool(one.recipients) != bool(other.recipients):
        return _within((*one.actors, *one.recipients), (*other.actors, *other.recipients))
    return _within(one.actors, other.actors) and _within(one.recipients, other.recipients)


def _within(one: Sequence[str], other: Sequence[str]) -> bool:
    return set(one) <= set(other) or set(other) <= set(one)


def _same_place(one: Event, other: Event) -> bool:
    return one.place is None or other.place is None or one.place == other.place


def _one_day(one: Event, other: Event) -> bool:
    """Whether both tell the same day."""
    exact = ("day", "hour", "minute")
    if not one.date or not other.date or not {precision(one.date), precision(other.date)} <= set(exact):
        return False
    return compare(one.date[:10], other.date[:10]) == "same"


def _tells_less(one: Event, other: Event, back: bool) -> bool:
    """Whether what the later leaves open is no sign of another event: it goes back, or shares a party."""
    return back or bool({*one.actors, *one.recipients} & {*other.actors, *other.recipients})


def _finer(one: str, other: str) -> bool:
    return len(one) >= len(other)


def _near(page: Page, one: Span, other: Span) -> bool:
    """Whether both stand in one paragraph."""
    return any(paragraph.contains(one) and paragraph.contains(other) for paragraph in page.paragraphs)


def _goes_back(page: Page, token: Token, words: StatusWords) -> bool:
    """Whether the words speak of an event as known: "the meeting", "these talks"."""
    if token.pos not in _NOUNS:
        return False
    return any(
        child.lower in words.known_before.words for child in page.children(token) if child.dep in ("det", "predet")
    )


def _apart(page: Page, one: Token, other: Token, words: StatusWords) -> bool:
    """Whether words at one of them say that it is another: "a new round", "the second meeting"."""
    counted, again = _marks(page, one, words), _marks(page, other, words)
    return counted != again and bool(again or counted)


def _marks(page: Page, token: Token, words: StatusWords) -> frozenset[str]:
    near = page.children(token) if token.pos in _NOUNS else ()
    return frozenset(child.lower for child in near if child.lower in words.another.words or child.dep == "nummod")


def _related(one: Token, other: Token) -> bool:
    """Whether the words are the same, or a verb and its noun."""
    stem, word = one.lemma.lower(), other.lemma.lower()
    return stem == word or (len(stem) >= _RELATED and stem[:_RELATED] == word[:_RELATED])
