"""What the article says of somebody's office, mention by mention, before anybody asks whether it is so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from verbale.lexicon.people import People
from verbale.reading.drafts import Found
from verbale.reading.page import Page, Token
from verbale.record import Entity, Office
from verbale.spans import Span, hull

_OF = frozenset({"of", "for", "to", "at", "in", "with"})
_MINISTERS = frozenset({"minister", "secretary"})
_JOINING = frozenset({"and", "&", "the", "for", "of", ","})
_BODIES = frozenset({"state", "organisation", "group", "outlet", "place"})


class Held(NamedTuple):
    """An office as a mention gives it."""

    office: Office
    role: str
    now: bool
    """False for a former or future holder."""
    told: Span
    """The words that say it, with those before the role and the body's."""
    head: int
    """Index of the main token of the mention."""


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

    def with_owner(self, title: Span) -> Span:
        """The title with the name that owns it: "Norland's | Foreign Minister"."""
        first = self.page.tokens_in(title)[0].index
        mark = self.page.tokens[first - 1] if first else None
        if mark is None or mark.tag != "POS" or mark.sentence != self.page.tokens[first].sentence:
            return title
        owners = [mention for mention in self._owner if mention.end == mark.span.start]
        return hull([max(owners, key=lambda mention: mention.end - mention.start), title]) if owners else title

    def with_body(self, description: Span) -> Span:
        """The description with the name after "of" that it leaves out: "the secretary-general | of the Odrana Pact"."""
        last = self.page.tokens_in(description)[-1]
        after = [one for one in self.page.tokens[last.index + 1 : last.index + 4] if one.sentence == last.sentence]
        if len(after) < 2 or after[0].lower != "of":
            return description
        start = after[2 if after[1].pos == "DET" and len(after) > 2 else 1].span.start
        bodies = [mention for mention in self._owner if mention.start == start]
        return hull([description, max(bodies, key=lambda one: one.end)]) if bodies else description

    def by_id(self, id_: str | None) -> Entity | None:
        """The entity with that id."""
        return next((entity for entity in self.entities if entity.id == id_), None)


def offices_told(staff: Staff, entity: Entity) -> Iterator[Held]:
    """The offices that the person's names and descriptions give, in the order of the text."""
    for found in staff.of.get(entity.id, ()):
        if found.form == "name" and found.title is not None and staff.people.is_role(found.role):
            yield _read(staff, entity, found, staff.with_owner(found.title))
        elif found.form == "nominal" and staff.people.is_role(found.role) and _is_said(staff.page, found):
            yield _read(staff, entity, found, staff.with_body(found.span))


def _is_said(page: Page, found: Found) -> bool:
    """Whether a description is in apposition or a predicate, and so says an office; "the envoy" only uses one."""
    token = page.tokens[found.head]
    return token.dep in ("appos", "attr") or any(child.dep == "appos" for child in page.children(token))


def _read(staff: Staff, entity: Entity, found: Found, span: Span) -> Held:
    """The office in the words: the role with the words that qualify it; what is around it is the body."""
    tokens = staff.page.tokens_in(span)
    role = _role_at(staff, tokens, found.role)
    first, last = role, role + _portfolio(staff.people, tokens[role:])
    while first > 0 and _qualifies(staff.people, tokens[first - 1], found.role):
        first -= 1
    title = hull([tokens[first].span, tokens[last].span])
    body = _body(staff, entity, tokens[:first], tokens[last + 1 :])
    office = Office(
        title=" ".join(title.of(staff.page.text).split()),
        organisation=body,
        evidence=staff.page.sentences_of(found.span),
    )
    words = {token.text.lower() for token in tokens[: role + 1]}
    now = not words & staff.people.not_now and not _is_over(staff.page, found)
    return Held(office, found.role, now, hull([span, found.span]), found.head)


def _portfolio(people: People, tokens: Sequence[Token]) -> int:
    """How many words after a minister's or secretary's role still belong to it: "Minister | of Foreign Affairs"."""
    if tokens[0].lower not in _MINISTERS or len(tokens) < 3 or tokens[1].lemma.lower() not in _OF:
        return 0
    length = 1
    while length < len(tokens) - 1 and tokens[length + 1].lower in people.title_words | _JOINING:
        length += 1
    while length > 1 and tokens[length].lower in _JOINING:
        length -= 1
    return length if length > 1 else 0


def _is_over(page: Page, found: Found) -> bool:
    """Whether the predicate tells when the office ended: "she was the envoy until March"."""
    token = page.tokens[found.head]
    verb = page.head(token)
    below = (*page.children(verb), *page.children(token))
    return token.dep == "attr" and verb.tag == "VBD" and any(one.lower in ("until", "till") for one in below)


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
