"""What two reports of one thing say of when and where it was, and whether both may be right."""

from datetime import date
from typing import NamedTuple

from verbale.dossier.answers import Named, Report
from verbale.record import Entry, Event, Round

CALLS = frozenset({"call", "phone call", "telephone call", "video call", "telephone conversation", "conversation"})
LEEWAY = 1
"""Days: a late call is the next day's further east, and an article may give its own day for another place's. Whatever
takes place in one town that both name has that town's day, and no leeway."""

_TOWN = "geonames:"
"""How the registry's ids of towns begin."""


class Differ(NamedTuple):
    """Two values that can't both be right, in words."""

    left: str
    right: str


def place_of(report: Report[Entry]) -> Named | None:
    """Where it is told to have been."""
    entry = report.entry
    where = entry.place if isinstance(entry, Event | Round) else None
    return report.named.get(where) if where else None


def towns_differ(left: Report[Entry], right: Report[Entry]) -> Differ | None:
    """The two towns where both name one and not the same.

    A building, a region or a state may hold the other's town, and says nothing against it.
    """
    one, other = place_of(left), place_of(right)
    if not (_is_town(one) and _is_town(other)) or one is None or other is None:
        return None
    same = one.registry_id == other.registry_id or one.name.casefold() == other.name.casefold()
    return None if same or _same_party(left, right) else Differ(_town(one), _town(other))


def gap(left: Report[Entry], right: Report[Entry]) -> int:
    """How many days lie between the two at the precision that both have; 0 where they overlap or one has no day."""
    if not (left.first_day and left.last_day and right.first_day and right.last_day):
        return 0
    return max(0, (left.first_day - right.last_day).days, (right.first_day - left.last_day).days)


def may_be_one_time(left: Report[Entry], right: Report[Entry]) -> bool:
    """Whether the two may be of the same days."""
    return gap(left, right) <= leeway(left, right)


def leeway(left: Report[Entry], right: Report[Entry]) -> int:
    """How many days apart two dates of one thing may be though both are right."""
    one, other = place_of(left), place_of(right)
    same_town = _is_town(one) and _is_town(other) and towns_differ(left, right) is None
    return 0 if same_town and not (_is_call(left.entry) or _is_call(right.entry)) else LEEWAY


def same_days(one: date | None, other: date | None, within: int = LEEWAY) -> bool:
    """Whether two days are known and at most so many apart."""
    return one is not None and other is not None and abs((one - other).days) <= within


def _is_town(place: Named | None) -> bool:
    return place is not None and place.kind == "place" and (place.registry_id or "").startswith(_TOWN)


def _same_party(left: Report[Entry], right: Report[Entry]) -> bool:
    numbers = [
        report.parties.get(report.entry.place)
        for report in (left, right)
        if isinstance(report.entry, Event | Round) and report.entry.place
    ]
    return len(numbers) == 2 and numbers[0] is not None and numbers[0] == numbers[1]


def _is_call(entry: Entry) -> bool:
    if isinstance(entry, Event):
        return entry.mode == "phone"
    return isinstance(entry, Round) and entry.format in CALLS


def _town(place: Named) -> str:
    return place.name.title() if place.name.isupper() else place.name
