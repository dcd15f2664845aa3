"""Which of PLOVER's types an event is: by its words, by whether it is still to come, and by what a judge says."""

from collections.abc import Iterable, Mapping
from typing import Protocol, get_args

from verbale.lexicon.events import EventWords
from verbale.record import EventType, Status
from verbale.spans import Span

Chances = Mapping[EventType, float]
"""For each type how likely it is (0-1)."""

_ALL: tuple[EventType, ...] = get_args(EventType)
_LEAST = 0.02
"""What a type keeps that the words don't suggest, so that a judge who is sure can carry it: an estimate."""


class Judge(Protocol):
    """Whoever says how likely each type is of what a whole sentence tells of the marked parties (`types.Judge`)."""

    def chances(
        self, sentence: Span, anchor: Span | None, actors: Iterable[Span], recipients: Iterable[Span]
    ) -> Chances:
        """For each type how likely it is; what is missing to one speaks for no event."""
        ...


def decide(words: Chances, judged: Chances | None) -> tuple[EventType, float]:
    """The likeliest type and how likely it is: by the words, times what a judge of the whole sentence says of each."""
    if judged is None:
        best = max(words, key=lambda one: words[one])
        return best, words[best]
    both = {one: max(words.get(one, 0.0), _LEAST) * judged.get(one, 0.0) for one in _ALL}
    best = max(_ALL, key=lambda one: both[one])
    none = max(0.0, 1.0 - sum(judged.values())) * max(words.values())
    whole = sum(both.values()) + none
    return best, both[best] / whole if whole else 0.0


def in_time(type_: EventType, status: Status, words: EventWords) -> EventType:
    """The type that PLOVER gives it, knowing whether it is still to come: a future meeting is AGREE."""
    return words.planned.get(type_, type_) if status == "planned" else type_
