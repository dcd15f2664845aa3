"""Who takes part, so that reports can be compared: a state and those who deal in its name are one."""

from collections.abc import Iterable

from verbale.dossier.answers import Named, Report
from verbale.lexicon.alike import load_alike
from verbale.record import Entry

Parties = frozenset[int | str]
"""A state by its letters, everybody else by the number in the dossier."""


def parties_of(report: Report[Entry], entities: Iterable[str]) -> Parties:
    """Those of the report's entities, "the Russian side" and "Russians" being Russia."""
    return frozenset(_party(report, one) for one in entities if one in report.parties)


def bodies_of(report: Report[Entry], entities: Iterable[str]) -> Parties:
    """Those in whose name the entities deal: of a person the state or body, of a ministry the state."""
    found = ((one, report.named.get(one)) for one in entities if one in report.parties)
    return frozenset(_body(report, one, named) for one, named in found)


def _party(report: Report[Entry], entity: str) -> int | str:
    named = report.named.get(entity)
    return named.country if named and named.country and _is_state(named) else report.parties[entity]


def _body(report: Report[Entry], entity: str, named: Named | None) -> int | str:
    if named and named.kind in ("person", "organisation"):
        if named.country and not named.registry_id:
            return named.country
        if named.represents in report.parties:
            return _party(report, str(named.represents))
    return _party(report, entity)


def _is_state(named: Named) -> bool:
    if named.kind == "state":
        return True
    if named.kind not in ("group", "organisation") or named.registry_id:
        return False
    *before, last = named.name.split()
    return last.lower() in load_alike().sides if before else named.kind == "group" and last[:1].isupper()
