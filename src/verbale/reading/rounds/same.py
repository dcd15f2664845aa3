"""Which tellings are of one round.

Two are one where their numbers agree, or, with no number on either side, where nothing that both tell differs (place,
day, parties, format) and at least the place or the day is the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from verbale.reading.rounds.sittings import Sitting
from verbale.record import Status, Time

_ANY = frozenset({"meeting", "talks", "round", "session", "consultations", "stage", "phase", "leg"})
"""Formats between which a text changes for one meeting."""
_NEAR = 2
"""Sentences from a round to "the round" that comes back to it. Not swept."""
_LONGEST = 7
"""Days that a round may last. Not swept."""
_SETTLED: tuple[Status, ...] = ("cancelled", "happened", "ongoing", "denied", "planned", "possible")


@dataclass
class Told:
    """All tellings of one round, in the order of the text."""

    sittings: list[Sitting] = field(default_factory=list)
    assigned: int | None = None
    """Its number where only the sentence that announces them all gives it."""

    shared: tuple[str, ...] = ()
    """Entity ids of who takes part, where only the other meetings tell."""

    @property
    def number(self) -> int | None:
        """Which of the rounds it is."""
        return next((one.number for one in self.sittings if one.number is not None), self.assigned)

    @property
    def place(self) -> str | None:
        """Entity id of where."""
        return next((one.place for one in self.sittings if one.place), None)

    @property
    def time(self) -> Time | None:
        """When, by the most exact of its times; of several days the first."""
        times = [one.time for one in self.sittings if one.time is not None]
        return min(times, key=lambda one: (_days(one), one.first_day or date.max)) if times else None

    @property
    def parties(self) -> tuple[str, ...]:
        """Entity ids of who takes part, by the telling that names most."""
        return max((one.parties for one in self.sittings), key=len)

    @property
    def format(self) -> str:
        """What it is called: the first word that says more than "round"."""
        formats = [one.format for one in self.sittings]
        plain = (one for one in formats if one != "round")
        return next((one for one in formats if one not in ("round", "meeting")), next(plain, formats[0]))

    @property
    def status(self) -> Status | None:
        """Whether it took place; what came of it goes before what was planned."""
        told = {one.status for one in self.sittings}
        return next((status for status in _SETTLED if status in told), None)


def _days(time: Time) -> int:
    if time.first_day is None or time.last_day is None:
        return 10**6
    return (time.last_day - time.first_day).days


def join(sittings: Iterable[Sitting]) -> tuple[Told, ...]:
    """The rounds that the sittings tell of, in the order of the text."""
    rounds: list[Told] = []
    for sitting in sittings:
        home = next((one for one in reversed(rounds) if is_same(one, sitting)), None)
        if home is None and sitting.goes_back and rounds and rounds[-1].number is None:
            home = rounds[-1]
        if home is None:
            home = Told()
            rounds.append(home)
        home.sittings.append(sitting)
    return tuple(rounds)


def is_same(told: Told, sitting: Sitting) -> bool:
    """Whether the sitting is one more telling of the round."""
    numbers = {told.number, sitting.number} - {None}
    if len(numbers) > 1:
        return False
    if set(sitting.events) & {id_ for one in told.sittings for id_ in one.events}:
        return True
    if _comes_back(told, sitting):
        return True
    if told.number is not None and sitting.number is not None:
        return not _differs(told, sitting)
    if _differs(told, sitting) or not _alike(told.format, sitting.format):
        return False
    if _is_next(told, sitting):
        return True
    same_day = told.time is not None and sitting.time is not None
    if sitting.counted and sitting.number is None and told.number is not None:
        return same_day
    return same_day or (told.place is not None and told.place == sitting.place)


def _differs(told: Told, sitting: Sitting) -> bool:
    """Whether both tell something that can't be of one meeting."""
    if told.place and sitting.place and told.place != sitting.place:
        return True
    if told.time is not None and sitting.time is not None and not _overlap(told.time, sitting.time):
        return True
    if _are_others(told.parties, sitting.parties) and not _is_group(told, sitting):
        return True
    ordered = told.sittings[-1].counted and sitting.counted and told.number is None and sitting.number is None
    return ordered and _later(told.sittings, sitting)


def _are_others(one: Sequence[str], other: Sequence[str]) -> bool:
    return bool(one and other) and not set(one) & set(other)


def _is_group(told: Told, sitting: Sitting) -> bool:
    """Whether one side is a single word for many, and the place the same: "the coastal states will meet in London"."""
    alone = 1 in (len(told.parties), len(sitting.parties)) and len(told.parties) != len(sitting.parties)
    return alone and told.place is not None and told.place == sitting.place


def _comes_back(told: Told, sitting: Sitting) -> bool:
    """Whether "the round" comes back to the one told just before; a round lasts several days."""
    before = told.sittings[-1].token
    near = 0 <= sitting.token.sentence - before.sentence <= _NEAR
    if not near or not sitting.definite or sitting.counted or told.status in ("planned", "possible", "cancelled"):
        return False
    elsewhere = told.place is not None and sitting.place is not None and told.place != sitting.place
    if elsewhere:
        return False
    if told.time is None or sitting.time is None:
        return sitting.format in _ANY
    one, other = told.time.first_day, sitting.time.first_day
    return one is not None and other is not None and abs((one - other).days) <= _LONGEST


def _is_next(told: Told, sitting: Sitting) -> bool:
    """Whether "the next round" and the numbered one that is still to come are the same."""
    planned = ("planned", "possible", "cancelled", None)
    if not sitting.counted or sitting.status not in planned or any(one.status not in planned for one in told.sittings):
        return False
    if told.number is None:
        return sitting.number is not None and any(one.ahead for one in told.sittings)
    return sitting.number is None and sitting.ahead and told.status is not None


def _later(before: Sequence[Sitting], sitting: Sitting) -> bool:
    """Whether the one is held already and the other still to come: "the last round" and "the next round"."""
    past = {one.status for one in before} & {"happened", "ongoing"}
    return bool(past) and sitting.status in ("planned", "possible", "cancelled")


def _overlap(one: Time, other: Time) -> bool:
    if None in (one.first_day, one.last_day, other.first_day, other.last_day):
        return one.value == other.value
    return not (one.last_day < other.first_day or other.last_day < one.first_day)  # type: ignore[operator]


def _alike(one: str, other: str) -> bool:
    return one == other or (one in _ANY and other in _ANY) or bool({one, other} & {"meeting", "session", "round"})
