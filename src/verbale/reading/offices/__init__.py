"""Which offices the article gives people, for whom they speak, and which of the offices are doubtful.

A title before a name ("Deputy Foreign Minister of Norland Ola Berg") and an apposition or predicate ("Ilse
Varga, Norland's chief negotiator") say an office and mostly its body. Each office keeps the sentence that
says it, and the time that it is given for. Whoever holds an office that speaks for its body represents it; a
former holder, an expert or a mediator represents nobody. An organ of a state represents it. An office is
doubtful where the registry knows better, or the article itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from verbale.lexicon.people import People
from verbale.reading.drafts import Found
from verbale.reading.offices.dates import dated
from verbale.reading.offices.doubts import Facts, doubted
from verbale.reading.offices.told import Held, Staff, offices_told
from verbale.reading.page import Page
from verbale.record import Entity, Office

__all__ = ["Facts", "find_offices"]


def find_offices(
    page: Page, mentions: Sequence[Found], entities: Sequence[Entity], people: People, facts: Facts | None = None
) -> tuple[Entity, ...]:
    """The same entities; people with the offices that the article gives them, and whom they represent.

    Without `facts` no office is held against anything.
    """
    staff = Staff(page, mentions, entities, people)
    told = {one.id: tuple(_distinct(offices_told(staff, one))) for one in entities if one.kind == "person"}
    if facts is not None:
        told = {
            id_: tuple(dated(page, one, facts.times, facts.published) for one in held) for id_, held in told.items()
        }
        told = doubted(page, entities, told, facts)
    states = {one.country: one.id for one in entities if one.kind == "state"}
    return tuple(
        _of_state(_with_offices(staff, entity, told.get(entity.id, ())), states, people) for entity in entities
    )


def _of_state(entity: Entity, states: Mapping[str | None, str], people: People) -> Entity:
    """The entity; an organ of a state of which the article speaks represents it: "the Russian Foreign Ministry"."""
    organs = people.state_organs | people.of_states
    words = entity.name.lower().split()
    is_organ = entity.kind == "organisation" and any(word in organs for word in (*words, " ".join(words[-2:])))
    if not is_organ or entity.country is None or entity.country not in states:
        return entity
    return entity.model_copy(update={"represents": states[entity.country]})


def _with_offices(staff: Staff, entity: Entity, held: Sequence[Held]) -> Entity:
    if not held:
        return entity
    represents = next((one for one in (_represented(staff, each) for each in held) if one), None)
    body = staff.by_id(represents)
    return entity.model_copy(
        update={
            "offices": tuple(each.office for each in held),
            "represents": represents,
            "country": entity.country or (body.country if body else None),
        }
    )


def _distinct(held: Iterable[Held]) -> Iterator[Held]:
    """Each office once; of two of the same title one without a body adds nothing."""
    ordered = list(held)
    seen = set[tuple[str, str | None]]()
    for one in ordered:
        title, body = one.office.title.lower(), one.office.organisation
        told = not any(_says_more(other.office, title, body) for other in ordered)
        if told and (title, body) not in seen:
            seen.add((title, body))
            yield one


def _says_more(other: Office, title: str, body: str | None) -> bool:
    """Whether the other office is the same with its body, or the same in full: "secretary-general" for "general"."""
    longer = other.title.lower()
    if longer == title:
        return body is None and other.organisation is not None
    return longer.endswith((f" {title}", f"-{title}")) and body in (None, other.organisation)


def _represented(staff: Staff, held: Held) -> str | None:
    """The body for which the holder speaks: the state for its ministers, the organisation for its spokesman."""
    body = staff.by_id(held.office.organisation)
    speaks = held.now and staff.people.speaks(held.role)
    return body.id if speaks and body is not None and body.kind != "place" else None
