"""Who is who in a dossier: the parties that take part, under their names, with those who speak for them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.dossier.answers import Party, Report
from verbale.record import Entity, Entry
from verbale.views.pages.dossiers.citing import number_words
from verbale.views.pages.dossiers.names import SIDES
from verbale.views.pages.words import one_line

_MOST_NAMES = 3
"""Other names on one line, the most frequent; the rest is in `--format json`."""


@dataclass(frozen=True, slots=True)
class PersonAcross:
    """Somebody who speaks for a party."""

    name: str
    offices: tuple[str, ...]
    """The titles that the articles give, the most frequent first."""
    count: str
    """In how many articles."""


@dataclass(frozen=True, slots=True)
class PartyAcross:
    """A state, a body or a group that takes part."""

    name: str
    also: tuple[str, ...]
    """Its most frequent other names."""
    count: str
    """In how many articles."""
    people: tuple[PersonAcross, ...]


def parties_across(
    parties: Sequence[Party], entities: Iterable[Report[Entry]], taking_part: frozenset[int]
) -> Iterator[PartyAcross]:
    """The parties that take part, those of most articles first, each with its people."""
    by_number = {party.number: party for party in parties}
    titles: dict[int, Counter[str]] = defaultdict(Counter)
    sides: dict[int, Counter[int]] = defaultdict(Counter)
    for report in entities:
        if isinstance(report.entry, Entity) and report.entry.kind == "person":
            titles[report.thread].update(one_line(office.title) for office in report.entry.offices)
            sides[report.thread].update(_sides(report, report.entry, by_number))
    people: dict[int, list[Party]] = defaultdict(list)
    for number, counted in sides.items():
        if number in by_number:
            people[_first_side(counted, taking_part)].append(by_number[number])
    for party in parties:
        if party.number in taking_part and party.kind in SIDES:
            spokesmen = sorted(people[party.number], key=lambda one: (-one.articles, one.number))
            yield PartyAcross(
                one_line(party.name),
                _other_names(party),
                _count(party),
                tuple(_person(one, titles) for one in spokesmen),
            )


def _first_side(counted: Counter[int], taking_part: frozenset[int]) -> int:
    """The party that most articles have somebody speak for; one that takes part before one that doesn't."""
    return max(counted, key=lambda number: (number in taking_part, counted[number]))


def _sides(report: Report[Entry], entity: Entity, parties: dict[int, Party]) -> Iterator[int]:
    """The parties that the person represents, those whom these represent, and where the person holds an office."""
    following, seen = entity.represents, set[str]()
    while following and following not in seen:
        seen.add(following)
        named = report.named.get(following)
        following = named.represents if named else None
    seen |= {office.organisation for office in entity.offices if office.organisation}
    numbers = {report.parties[one] for one in seen if one in report.parties}
    return (number for number in sorted(numbers) if number in parties and parties[number].kind in SIDES)


def _person(party: Party, titles: dict[int, Counter[str]]) -> PersonAcross:
    offices = tuple(title for title, _ in titles[party.number].most_common(2))
    return PersonAcross(one_line(party.name), offices, _count(party))


def _other_names(party: Party) -> tuple[str, ...]:
    """Names alone: a description such as "the alliance" begins small."""
    others = (one_line(name) for name in party.names if name[:1].isupper() and name.casefold() != party.name.casefold())
    return tuple(others)[:_MOST_NAMES]


def _count(party: Party) -> str:
    return "one article" if party.articles == 1 else f"{number_words(party.articles)} articles"
