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
_MOST_OFFICES = 2


@dataclass(frozen=True, slots=True)
class PersonAcross:
    """Somebody who speaks for a party."""

    name: str
    offices: tuple[str, ...]
    """The titles that the articles give, the most frequent first."""
    count: str
    """In how many articles."""
    number: int = 0
    """In the dossier."""


@dataclass(frozen=True, slots=True)
class PartyAcross:
    """A state, a body or a group that takes part."""

    name: str
    also: tuple[str, ...]
    """Its most frequent other names."""
    count: str
    """In how many articles."""
    people: tuple[PersonAcross, ...]
    """Who speaks for it; at the end of the list, under no name, those who take part and of whom no article tells whom
    they speak for."""
    number: int = 0
    """In the dossier."""


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
    people: dict[int, list[PersonAcross]] = defaultdict(list)
    for party in parties:
        if party.kind == "person" and (sides[party.number] or party.number in taking_part):
            side = _first_side(sides[party.number], taking_part)
            people[side].append(_person(party, titles[party.number]))
    for party in parties:
        if party.number in taking_part and is_party(party):
            yield party_across(party, tuple(people[party.number]))
    if people[_NOBODY]:
        yield PartyAcross("", (), "", tuple(people[_NOBODY]))


def party_across(party: Party, people: tuple[PersonAcross, ...] = ()) -> PartyAcross:
    """One party, with those of its people that are to be shown."""
    return PartyAcross(one_line(party.name), _other_names(party), _count(party), people, party.number)


_NOBODY = 0


def is_party(party: Party) -> bool:
    """A state, a body, or a group that has a name: one such as "the allies" is another one in every article."""
    return party.kind in SIDES and (party.kind != "group" or party.name[:1].isupper())


def _first_side(counted: Counter[int], taking_part: frozenset[int]) -> int:
    """The party that most articles have somebody speak for; one that takes part before one that doesn't."""
    return max(counted, key=lambda number: (number in taking_part, counted[number]), default=_NOBODY)


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


def _person(party: Party, titles: Counter[str]) -> PersonAcross:
    by_words = {title.casefold(): title for title in sorted(titles, key=lambda one: titles[one])}
    offices = sorted(by_words.values(), key=lambda one: -titles[one])
    return PersonAcross(one_line(party.name), tuple(offices)[:_MOST_OFFICES], _count(party), party.number)


def _other_names(party: Party) -> tuple[str, ...]:
    """Names alone: a description such as "the alliance" begins small."""
    others = (one_line(name) for name in party.names if name[:1].isupper() and name.casefold() != party.name.casefold())
    return tuple(others)[:_MOST_NAMES]


def _count(party: Party) -> str:
    return "one article" if party.articles == 1 else f"{number_words(party.articles)} articles"
