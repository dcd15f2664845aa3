"""Who speaks about whom: the parties, and how many statements of each name another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.dossier.answers import Party, Report
from verbale.record import Entity, Entry, Statement
from verbale.views.pages.dossiers.names import SIDES
from verbale.views.pages.dossiers.parties import is_party
from verbale.views.pages.words import one_line

MOST = 12
"""Parties of a picture."""


@dataclass(frozen=True, slots=True)
class Node:
    """One party, with those who speak for it."""

    name: str
    said: int
    """How many statements it made."""


@dataclass(frozen=True, slots=True)
class Edge:
    """How many statements of one party are about another, or said to it."""

    speaker: int
    """The place of its node."""
    other: int
    count: int


@dataclass(frozen=True, slots=True)
class Network:
    """Who speaks about whom; the parties of most statements first."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int
    """How many parties more there are."""


def network_page(
    statements: Iterable[Report[Entry]], entities: Sequence[Report[Entry]], parties: Iterable[Party], most: int = MOST
) -> Network:
    """The network of the statements; `entities` are those of their articles, among whose mentions they name somebody.

    A person counts as the party that most articles have them speak for. A statement that several articles report is
    one. What a party says of itself is no edge.
    """
    known = {one.number: one for one in parties}
    sides = _sides(entities, known)
    said: dict[int, set[int]] = defaultdict(set)
    about: dict[tuple[int, int], set[int]] = defaultdict(set)
    of_article = _by_article(entities)
    for report in statements:
        speaker = _side_of(report, getattr(report.entry, "speaker", None), sides, known)
        if speaker is None or not isinstance(report.entry, Statement):
            continue
        said[speaker].add(report.thread)
        for other in _others(report, report.entry, of_article.get(report.ref.article, ()), sides):
            if other != speaker and other in known and _counts(known[other]):
                about[speaker, other].add(report.thread)
    return _network(said, about, known, most)


def _network(
    said: Mapping[int, set[int]], about: Mapping[tuple[int, int], set[int]], known: Mapping[int, Party], most: int
) -> Network:
    weight: Counter[int] = Counter()
    for pair, threads in about.items():
        weight.update(dict.fromkeys(pair, len(threads)))
    ranked = sorted(weight, key=lambda number: (-weight[number], -len(said.get(number, ())), number))
    kept = {pair: len(threads) for pair, threads in about.items() if {*pair} <= {*ranked[:most]}}
    joined = {number for pair in kept for number in pair}
    place = {number: at for at, number in enumerate(one for one in ranked if one in joined)}
    edges = (Edge(place[speaker], place[other], count) for (speaker, other), count in kept.items())
    nodes = (Node(one_line(known[number].name), len(said.get(number, ()))) for number in place)
    order = sorted(edges, key=lambda one: (one.speaker, one.other))
    return Network(tuple(nodes), tuple(order), len(ranked) - len(place))


def _by_article(entities: Iterable[Report[Entry]]) -> dict[int, list[Report[Entry]]]:
    found: dict[int, list[Report[Entry]]] = defaultdict(list)
    for one in entities:
        found[one.ref.article].append(one)
    return found


def _counts(party: Party) -> bool:
    """Whether it is somebody who may speak: a party, or a person who speaks for none."""
    return is_party(party) or party.kind == "person"


def _sides(entities: Iterable[Report[Entry]], known: Mapping[int, Party]) -> dict[int, int]:
    """For whom everybody speaks, by most articles; where they speak for nobody, themselves."""
    counted: dict[int, Counter[int]] = defaultdict(Counter)
    for report in entities:
        if isinstance(report.entry, Entity):
            for id_ in _spoken_for(report.entry):
                side = known.get(report.parties.get(id_, 0))
                if side is not None and side.kind in SIDES and side.number != report.thread:
                    counted[report.thread][side.number] += 1
    first = {number: min(some, key=lambda one: (-some[one], one)) for number, some in counted.items()}
    return {number: _last(number, first) for number in first}


def _spoken_for(entity: Entity) -> Iterator[str]:
    if entity.represents:
        yield entity.represents
    elif entity.kind == "person":
        yield from (office.organisation for office in entity.offices if office.organisation)


def _last(number: int, first: Mapping[int, int]) -> int:
    seen = {number}
    while number in first and first[number] not in seen:
        number = first[number]
        seen.add(number)
    return number


def _side_of(
    report: Report[Entry], reference: str | None, sides: Mapping[int, int], known: Mapping[int, Party]
) -> int | None:
    number = report.parties.get(reference or "", 0)
    side = sides.get(number, number)
    return side if side in known and _counts(known[side]) else None


def _others(
    report: Report[Entry], statement: Statement, entities: Iterable[Report[Entry]], sides: Mapping[int, int]
) -> Iterator[int]:
    """Whom the statement names by a name or a description, and to whom it was said."""
    number = report.parties.get(statement.addressee or "", 0)
    if number:
        yield sides.get(number, number)
    for one in entities:
        if isinstance(one.entry, Entity) and any(
            piece.start <= mention.start and mention.end <= piece.end
            for mention in one.entry.mentions
            for piece in statement.content
        ):
            yield sides.get(one.thread, one.thread)
