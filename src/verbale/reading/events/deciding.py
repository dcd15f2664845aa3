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
"""What a type keeps that the lexicon doesn't suggest, so that a judge who is sure can carry it."""
_KNOWN, _GUESSED = 1.0, 0.5
"""How much the lexicon weighs beside the judge, where the word that tells the event is known, and where it is only the
likeliest. On the PLV sentences in five parts 0.35 to 0.5 did best: right on 85.0 % instead of 83.9 % by the judge
alone. Where the parties are the lexicon's own, the judge is right on 89.3 %, both on 88.5 at 1; yet the lexicon keeps
to PLOVER's manual where that set doesn't (an agreement to withdraw is CONCEDE), so it weighs more there."""


class Asked(Protocol):
    """Whoever says how likely each type is of what a whole sentence tells of the marked parties (`judging.Judge`)."""

    def chances(
        self, sentence: Span, anchor: Span | None, actors: Iterable[Span], recipients: Iterable[Span]
    ) -> Chances:
        """For each type how likely it is; what is missing to one speaks for no event."""
        ...


def combined(words: Chances, judged: Chances, *, guessed: bool = False) -> dict[EventType, float]:
    """The judge's chances with what the lexicon says of the anchor; what speaks for no event stays as it was.

    `guessed`: whether the anchor is only the likeliest one.
    """
    weight = _GUESSED if guessed else _KNOWN
    both = {one: max(words.get(one, 0.0), _LEAST) ** weight * judged.get(one, 0.0) for one in _ALL}
    whole, some = sum(both.values()), sum(judged.values())
    return {one: some * chance / whole for one, chance in both.items()} if whole else both


def decide(words: Chances, judged: Chances | None) -> tuple[EventType, float]:
    """The likeliest type and how likely it is: by the words, and by what a judge of the whole sentence says of each."""
    both = dict(words) if judged is None else combined(words, judged)
    best = max(both, key=lambda one: both[one])
    return best, both[best]


def in_time(type_: EventType, status: Status, words: EventWords) -> EventType:
    """The type that PLOVER gives it, knowing whether it is still to come: a future meeting is AGREE."""
    return words.planned.get(type_, type_) if status == "planned" else type_
