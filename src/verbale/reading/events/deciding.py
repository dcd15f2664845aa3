"""Which of PLOVER's types an event is: by its words, by whether it is still to come, and by what a judge says."""

from collections.abc import Mapping
from typing import get_args

from verbale.lexicon.events import EventWords
from verbale.record import EventType, Status

Chances = Mapping[EventType, float]
"""For each type how likely it is (0-1)."""

_ALL: tuple[EventType, ...] = get_args(EventType)
_LEAST = 0.02
"""What a type keeps that the words don't suggest, so that a judge who is sure can carry it: an estimate."""


def chances(words: Chances, judge: Chances | None = None) -> dict[EventType, float]:
    """The types by the words alone, or with what a judge of the whole sentence says of each multiplied in."""
    if judge is None:
        return dict(words)
    both = {one: max(words.get(one, 0.0), _LEAST) * judge.get(one, 0.0) for one in _ALL}
    whole = sum(both.values())
    return {one: both[one] / whole for one in _ALL} if whole else dict(words)


def decide(allowed: Chances, status: Status, words: EventWords) -> tuple[EventType, float]:
    """The likeliest type and how likely it is; of what is still to come, the type that PLOVER gives it then."""
    best = max(allowed, key=lambda one: allowed[one])
    return (words.planned.get(best, best) if status == "planned" else best), allowed[best]
