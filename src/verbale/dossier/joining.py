"""Reports of one thing become one: a thread, a party, a record."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from verbale.dossier.answers import Conflict, Party, Report, Thread
from verbale.dossier.conflicts import conflicts_of, role_conflicts
from verbale.dossier.store.rows import KINDS, kind_of
from verbale.record import Entity, Entry, Record


def grouped(reports: Iterable[Report[Entry]]) -> dict[int, list[Report[Entry]]]:
    """The reports by their threads."""
    groups: dict[int, list[Report[Entry]]] = {}
    for report in reports:
        groups.setdefault(report.thread, []).append(report)
    return groups


def threads_of(numbers: Sequence[int], reports: Iterable[Report[Entry]]) -> tuple[Thread[Entry], ...]:
    """The threads of those numbers, in that order."""
    groups = grouped(reports)
    return tuple(_thread(number, groups[number]) for number in numbers if number in groups)


def _thread(number: int, reports: list[Report[Entry]]) -> Thread[Entry]:
    ordered = sorted(reports, key=lambda one: (one.source.published or date.max, one.ref))
    witnesses = {one.source.witness for one in ordered}
    kind = kind_of(ordered[0].entry)
    return Thread[Entry].model_construct(number=number, kind=kind, reports=tuple(ordered), witnesses=len(witnesses))


def party_of(reports: Sequence[Report[Entry]]) -> Party:
    """The party that these reports of entities are of, at least one."""
    entities = [one.entry for one in sorted(reports, key=lambda one: one.ref) if isinstance(one.entry, Entity)]
    first = entities[0]
    counts: dict[str, int] = {}
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            counts[name] = counts.get(name, 0) + 1
    return Party(
        number=reports[0].thread,
        name=first.name,
        kind=first.kind,
        names=tuple(sorted(counts, key=lambda name: (-counts[name], name))),
        country=next((one.country for one in entities if one.country), None),
        registry_id=next((one.registry_id for one in entities if one.registry_id), None),
        articles=len({one.ref.article for one in reports}),
    )


def conflicts_in(thread: Thread[Entry]) -> Sequence[Conflict]:
    """What the reports of a thread say against one another; of a party, what offices they give a person."""
    if thread.kind != "entity":
        return conflicts_of(thread)
    people: list[Any] = [one for one in thread.reports if isinstance(one.entry, Entity) and one.entry.kind == "person"]
    return role_conflicts(people)


def record_of(machine: Record, reports: Iterable[Report[Entry]]) -> Record:
    """The record with its entries as they are reported, people's corrections laid over."""
    shown: dict[str, list[Entry]] = {name: [] for name in KINDS.values()}
    for report in reports:
        shown[KINDS[kind_of(report.entry)]].append(report.entry)
    return machine.model_copy(update={name: tuple(sorted(some, key=_place)) for name, some in shown.items()})


def _place(entry: Entry) -> tuple[int, str]:
    """Where its id puts it: `s10` behind `s9`."""
    return int("".join(filter(str.isdigit, entry.id)) or 0), entry.id
