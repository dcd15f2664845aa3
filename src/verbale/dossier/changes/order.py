"""Reports in the order of their days, each party's apart."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from verbale.dossier.answers import Report
from verbale.dossier.telling import said_on
from verbale.record import Entry

LEEWAY = 1
"""Days: the same remark of an evening is the next day's further east."""

Kept = TypeVar("Kept", bound=Entry)
Reported = TypeVar("Reported", bound=Report[Entry])


def in_order(reports: Iterable[Reported]) -> list[Reported]:
    """The reports that count, by the day of what they tell.

    Neither a block repeated from an earlier article nor an earlier version of a page counts.
    """
    kept = [one for one in reports if said_on(one) and one.background is None and one.source.replaced_by is None]
    return sorted(kept, key=lambda one: (said_on(one) or one.source.published, one.ref))


def by_party(
    reports: Iterable[Report[Kept]], whose: Callable[[Report[Kept]], Iterable[str]]
) -> Mapping[int, list[Report[Kept]]]:
    """The reports of every side in order; `whose` gives the entity ids of those to whom a report belongs."""
    found: dict[int, list[Report[Kept]]] = {}
    for report in in_order(reports):
        for party in sides(report, whose(report)):
            found.setdefault(party, []).append(report)
    return found


def sides(report: Report[Entry], entities: Iterable[str]) -> tuple[int, ...]:
    """The numbers of those in whose name the entities speak, each once: of a minister the state, else their own."""
    numbers = (_side(report, one) for one in entities)
    return tuple(dict.fromkeys(one for one in numbers if one is not None))


def _side(report: Report[Entry], entity: str) -> int | None:
    named = report.named.get(entity)
    spoken_for = report.parties.get(named.represents or "") if named and named.kind == "person" else None
    return spoken_for if spoken_for is not None else report.parties.get(entity)


def is_later(later: Report[Entry], earlier: Report[Entry]) -> bool:
    """Whether the one is certainly of a later day, and not a copy of the other's article."""
    now, then = said_on(later), said_on(earlier)
    if now is None or then is None or later.source.witness == earlier.source.witness:
        return False
    return (now - (earlier.last_day or then)).days > LEEWAY


def has_own_day(report: Report[Entry]) -> bool:
    """Whether the report tells its day itself, and not only by when its article appeared."""
    return report.first_day is not None
