"""Who is who: the parties with those who act or speak for them, their other names, their offices and the doubts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from verbale.record import Entity, Record
from verbale.views.pages.listing import Listed, listed
from verbale.views.pages.words import Cast, is_named, one_line

ALIASES = 3
"""Other names shown of a party."""
ALSO_NAMED = 20
"""Names in the line of those who are only named."""


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party, or somebody who belongs to it or to none."""

    name: str
    also: tuple[str, ...]
    """Other names that the article has for it."""
    offices: tuple[str, ...]
    """The titles that the article gives, each with whose it is; one in doubt says so, and why is an open point."""
    people: "tuple[PartyLine, ...]" = ()
    """Who acts or speaks for it in this article."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Who takes part, and who is only named."""

    taking_part: Listed[PartyLine]
    """States, bodies and groups that do, say or are to do something, or have somebody who does; the most mentioned
    first. Behind them the people who stand for none of these."""
    also_named: Listed[str]
    """The other states, bodies and groups that the article names, the most mentioned first."""


def parties_of(record: Record, cast: Cast, *, full: bool) -> Parties:
    """The parties of the record. Whoever has no name in the article is left to the entries."""
    named = {entity.id: entity for entity in record.entities if is_named(entity)}
    people = {one for one in {*_active(record), *_in_office(named)} if one in named}
    heads = {one: cast.party(one) for one in people}
    parties = {head for head in heads.values() if cast.is_party(head)}
    alone = {one for one, head in heads.items() if one == head and named[one].kind == "person"}
    lines = [
        *(_line(named[one], cast, _belonging(one, heads, named)) for one in _by_mentions(parties, named)),
        *(_line(named[one], cast) for one in _by_mentions(alone, named)),
    ]
    others = {one for one in named if cast.is_party(one)} - parties - people
    rest = (one_line(named[one].name) for one in _by_mentions(others, named))
    return Parties(listed(lines, full=full), listed(rest, full=full, most=ALSO_NAMED))


def _active(record: Record) -> Iterator[str]:
    """Who does, says, wants or is to do something."""
    for event in record.events:
        yield from (*event.actors, *event.recipients)
    for round_ in record.rounds:
        yield from round_.parties
    for document in record.documents:
        yield from (*document.authors, *document.parties)
    for provision in record.provisions:
        yield from provision.bearer
    for move in record.moves:
        yield from (*move.actor, *move.addressee)
    yield from (position.party for position in record.positions)
    yield from (forecast.by for forecast in record.forecasts if forecast.by)
    yield from (statement.speaker for statement in record.statements if statement.speaker)


def _in_office(named: Mapping[str, Entity]) -> Iterator[str]:
    return (one for one, entity in named.items() if entity.kind == "person" and entity.offices)


def _belonging(party: str, heads: Mapping[str, str], named: Mapping[str, Entity]) -> list[Entity]:
    """Who else stands for the party."""
    ids = (one for one, head in heads.items() if head == party and one != party)
    return [named[one] for one in _by_mentions(ids, named)]


def _by_mentions(ids: Iterable[str], named: Mapping[str, Entity]) -> list[str]:
    """The most mentioned first, and of two the one that comes first in the text."""
    order = list(named)
    return sorted(ids, key=lambda one: (-len(named[one].mentions), order.index(one)))


def _line(entity: Entity, cast: Cast, people: Iterable[Entity] = ()) -> PartyLine:
    return PartyLine(
        one_line(entity.name),
        tuple(_other_names(entity, cast.text))[:ALIASES],
        tuple(dict.fromkeys(cast.office(office, reason=False) for office in entity.offices)),
        tuple(_line(one, cast) for one in people),
    )


def _other_names(entity: Entity, text: str) -> Iterator[str]:
    """Its aliases that tell more than a part of its name or the adjective made of it does, and describe nobody."""
    described = {one_line(one.span.of(text)) for one in entity.mentions if one.form != "name"}
    known = {_letters(entity.name)}
    for alias in map(one_line, entity.aliases):
        letters, name = _letters(alias), entity.name.casefold()
        is_part = alias.casefold() in name or (" " not in alias and alias.casefold().startswith(name))
        if alias[:1].isupper() and alias not in described and letters not in known and not is_part:
            known.add(letters)
            yield alias


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
