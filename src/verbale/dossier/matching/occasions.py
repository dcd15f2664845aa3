"""When two meetings are one: who takes part, when and where, within what the two reports leave open.

One specific thing may be told otherwise, the place or the day: such is a conflict about one meeting. Two are not.
"""

from typing import Literal, NamedTuple

from verbale.dossier.matching.days import Days, gap
from verbale.dossier.matching.parties import Parties

Who = Literal["same", "some", "others", "unknown"]
Where = Literal["same", "different", "open"]
When = Literal["exact", "told", "open", "coarse"]

NEAR = 2
"""Days between two dates of what is otherwise one meeting in one place: one of them is wrong. Talks that run over days
are not judged by it."""
LONG = 7
"""Days that a date can cover, or what an article without one may mean, and still tell when: "in January" tells it only
together with parties and place."""


class Occasion(NamedTuple):
    """A meeting as one article has it."""

    parties: Parties
    place: int | None
    days: Days | None
    once: bool
    """Whether it is of a sort that doesn't run over days."""


class Fit(NamedTuple):
    """How sure it is that two are one, and why."""

    score: float
    reason: str


def fit(one: Occasion, other: Occasion) -> Fit | None:
    """How the two are one meeting; None where they aren't, or it can't be told."""
    if not one.days or not other.days:
        return None
    who = _who(one.parties, other.parties)
    where = _where(one, other)
    between = gap(one.days, other.days)
    if who == "others" or (who == "unknown" and where != "same"):
        return None
    if between <= 1:
        return _on_fitting_days(one, other, who, where, _when(one.days, other.days))
    near = one.days.single and other.days.single and between <= NEAR
    if near and who == where == "same" and (one.once or other.once):
        return Fit(0.6, f"the same parties and place, dated {between} days apart")
    return None


def _on_fitting_days(one: Occasion, other: Occasion, who: Who, where: Where, when: When) -> Fit | None:
    days = "the same day" if when == "exact" else "days that fit"
    if who == "same" and where == "same":
        return Fit(
            {"exact": 0.95, "told": 0.85, "open": 0.85, "coarse": 0.7}[when], f"the same parties and place, {days}"
        )
    if when == "coarse":
        return None
    if who == "same" and where == "open":
        several = min(len(one.parties), len(other.parties)) > 1
        return Fit(0.9 if when == "exact" else 0.75, f"the same parties, {days}") if when != "open" or several else None
    if who == "same":
        return Fit(0.7, "the same parties and day, in different places") if when == "exact" else None
    if where == "same" and when != "open":
        return Fit(0.75 if when == "exact" else 0.6, f"the same place, {days}, and parties that fit")
    return None


def _when(one: Days, other: Days) -> When:
    """Whether both tell the same day, days that fit, one of them none, or a stretch too long to tell when."""
    if any((days.last - days.first).days > LONG for days in (one, other)):
        return "coarse"
    if not (one.told and other.told):
        return "open"
    return "exact" if one.single and other.single and gap(one, other) == 0 else "told"


def _who(one: Parties, other: Parties) -> Who:
    """Some of the other's parties are the same meeting's; a party that meets two others on one day holds two."""
    if not one or not other:
        return "unknown"
    if one == other:
        return "same"
    return "some" if one <= other or other <= one else "others"


def _where(one: Occasion, other: Occasion) -> Where:
    if one.place is None or other.place is None:
        return "open"
    return "same" if one.place == other.place else "different"
