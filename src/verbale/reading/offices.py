"""Which offices the article gives people, and for whom they speak.

A title before a name ("Deputy Foreign Minister of Norland Ola Berg") and an apposition or predicate ("Ilse
Varga, Norland's chief negotiator") say an office and mostly its body. Each office keeps the sentence that
says it. Whoever holds an office that speaks for its body represents it; a former holder, an expert or a
mediator represents nobody. Whether an office is doubtful is not asked here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from verbale.lexicon.people import People
from verbale.reading.drafts import Found
from verbale.reading.page import Page, Token
from verbale.record import Entity, Office
from verbale.spans import Span, hull

_OF = frozenset({"of", "for", "to", "at", "in", "with"})
_BODIES = frozenset({"state", "organisation", "group", "outlet", "place"})


class Held(NamedTuple):
    """An office as a mention gives it."""

    office: Office
    role: str
    now: bool
    """False for a former or future holder."""


@dataclass(frozen=True)
class Staff:
    """The page's mentions with the entities that they belong to."""

    page: Page
    mentions: Sequence[Found]
    entities: Sequence[Entity]
    people: People

    @cached_property
    def _owner(self) -> dict[Span, Entity]:
        return {mention.span: entity for entity in self.entities for mention in entity.mentions}

    @cached_property
    def of(self) -> dict[str, list[Found]]:
        """The mentions of each entity, by its id, in the order of the text."""
        found: dict[str, list[Found]] = {}
        for one in self.mentions:
            if one.span in self._owner and not one.parts:
                found.setdefault(self._owner[one.span].id, []).append(one)
        return found

    def body(self, span: Span, holder: Entity) -> Entity | None:
        """The largest body mentioned inside the words; of several of one size the last."""
        inside = [(mention, entity) for mention, entity in self._owner.items() if span.contains(mention)]
        bodies = [pair for pair in inside if pair[1].kind in _BODIES and pair[1].id != holder.id]
        return max(bodies, key=lambda pair: (pair[0].end - pair[0].start, pair[0].start))[1] if bodies else None

    def by_id(self, id_: str | None) -> Entity | None:
        """The entity with that id."""
        return next((entity for entity in self.entities if entity.id == id_), None)


def find_offices(
    page: Page, mentions: Sequence[Found], entities: Sequence[Entity], people: People
) -> tuple[Entity, ...]:
    """The same entities; people with the offices that the article gives them, and whom they represent."""
    staff = Staff(page, mentions, entities, people)
    return tuple(_with_offices(staff, entity) if entity.kind == "person" else entity for entity in entities)


def _with_offices(staff: Staff, entity: Entity) -> Entity:
    held = list(_distinct(_held(staff, entity)))
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


def _held(staff: Staff, entity: Entity) -> Iterator[Held]:
    for found in staff.of.get(entity.id, ()):
        if found.form == "name" and found.title is not None and staff.people.is_role(found.role):
            yield _read(staff, entity, found, found.title)
        elif found.form == "nominal" and staff.people.is_role(found.role) and _is_said(staff.page, found):
            yield _read(staff, entity, found, found.span)


def _is_said(page: Page, found: Found) -> bool:
    """Whether a description is in apposition or a predicate, and so says an office; "the envoy" only uses one."""
    token = page.tokens[found.head]
    return token.dep in ("appos", "attr") or any(child.dep == "appos" for child in page.children(token))


def _read(staff: Staff, entity: Entity, found: Found, span: Span) -> Held:
    """The office in the words: the role with the words that qualify it; what is around it is the body."""
    tokens = staff.page.tokens_in(span)
    last = _role_at(staff, tokens, found.role)
    first = last
    while first > 0 and _qualifies(staff.people, tokens[first - 1], found.role):
        first -= 1
    title = hull([tokens[first].span, tokens[last].span])
    body = _body(staff, entity, tokens[:first], tokens[last + 1 :])
    office = Office(
        title=" ".join(title.of(staff.page.text).split()),
        organisation=body,
        evidence=staff.page.sentences_of(found.span),
    )
    words = {token.text.lower() for token in tokens[: last + 1]}
    return Held(office, found.role, not words & staff.people.not_now)


def _role_at(staff: Staff, tokens: Sequence[Token], role: str) -> int:
    """The index of the last word of the role in the tokens."""
    end = role.split("-")[-1].split()[-1]
    for index, token in enumerate(tokens):
        lower = token.text.lower()
        if end in (lower, token.lemma.lower()) or staff.people.short_titles.get(lower) == role:
            return index
    return len(tokens) - 1


def _qualifies(people: People, token: Token, role: str) -> bool:
    word = token.text.lower()
    return word in people.title_words or word in role.replace("-", " ").split() or word == "-"


def _body(staff: Staff, entity: Entity, before: Sequence[Token], after: Sequence[Token]) -> str | None:
    """The body of an office: what follows after "of" or "for", else what stands before the role.

    An entity id, or the words where no entity stands for them.
    """
    if len(after) > 1 and after[0].lemma.lower() in _OF:
        span = hull([after[1].span, after[-1].span])
        body = staff.body(span, entity)
        return body.id if body else _words(staff.page, after[1:])
    if not before:
        return None
    body = staff.body(hull([before[0].span, before[-1].span]), entity)
    if body:
        return body.id
    return _words(staff.page, [token for token in before if token.pos in ("PROPN", "NOUN")])


def _words(page: Page, tokens: Sequence[Token]) -> str | None:
    named = [token for token in tokens if token.pos not in ("DET", "PRON", "PART", "PUNCT")]
    return " ".join(hull([named[0].span, named[-1].span]).of(page.text).split()) if named else None


def _distinct(held: Iterable[Held]) -> Iterator[Held]:
    """Each office once; of two of the same title one without a body adds nothing."""
    ordered = list(held)
    seen = set[tuple[str, str | None]]()
    for one in ordered:
        title, body = one.office.title.lower(), one.office.organisation
        told = body is not None or not any(
            other.office.title.lower() == title and other.office.organisation for other in ordered
        )
        if told and (title, body) not in seen:
            seen.add((title, body))
            yield one


def _represented(staff: Staff, held: Held) -> str | None:
    """The body for which the holder speaks: the state for its ministers, the organisation for its spokesman."""
    body = staff.by_id(held.office.organisation)
    speaks = held.now and staff.people.speaks(held.role)
    return body.id if speaks and body is not None and body.kind != "place" else None
