"""The page with its entities by place, and what it makes known of each of them as a speaker."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from verbale.lexicon.people import People
from verbale.reading.drafts import Speaking
from verbale.reading.page import Page, Token
from verbale.record import Entity, Mention, SpeakerStatus
from verbale.spans import Span

_BODIES = frozenset({"organisation", "outlet", "document"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
UNKNOWN = Speaking(None, "unknown", confidence=0.5)
SURE = {"name": 0.97, "nominal": 0.9, "pronoun": 0.85}
"""How sure a speaker found by each form of mention is taken to be: estimates, not yet measured or calibrated."""


@dataclass(frozen=True)
class Hall:
    """The page with its entities, by place."""

    page: Page
    entities: Sequence[Entity]
    people: People

    @cached_property
    def _places(self) -> list[tuple[Mention, Entity]]:
        pairs = [(mention, entity) for entity in self.entities for mention in entity.mentions]
        return sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end))

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention, _ in self._places]

    def at(self, token: Token) -> tuple[Mention, Entity] | None:
        """The smallest mention that holds the token, with its entity."""
        last = bisect_right(self._starts, token.span.start)
        holding = [pair for pair in self._places[max(0, last - 12) : last] if pair[0].span.contains(token.span)]
        return min(holding, key=lambda pair: pair[0].end - pair[0].start) if holding else None

    def within(self, span: Span) -> list[tuple[Mention, Entity]]:
        """The mentions that lie in the span, in the order of the text."""
        first, last = bisect_right(self._starts, span.start - 1), bisect_right(self._starts, span.end)
        return [pair for pair in self._places[first:last] if span.contains(pair[0].span)]

    def before(self, offset: int) -> Iterator[tuple[Mention, Entity]]:
        """The mentions that begin before the offset, the nearest first."""
        return reversed(self._places[: bisect_right(self._starts, offset - 1)])


def answer(hall: Hall, mention: Mention, entity: Entity) -> Speaking:
    """The entity as the speaker, by the mention that names it; nobody where the article keeps it nameless."""
    known = status(hall, entity)
    if known == "anonymous":
        return Speaking(None, known, confidence=0.9)
    return Speaking(entity.id, known, confidence=SURE[mention.form])


def again(said: Speaking, share: float) -> Speaking:
    """The same speaker, less surely by the share, and to nobody in particular."""
    return replace(said, addressee=None, confidence=round(said.confidence * share, 3))


def status(hall: Hall, entity: Entity) -> SpeakerStatus:
    """How the article makes the speaker known; "the secretariat" names a body, "the spokesman" no person."""
    if any(mention.form == "name" for mention in entity.mentions):
        return "named"
    by_id = {one.id: one for one in hall.entities} if entity.members else {}
    if entity.members and all(status(hall, by_id[one]) == "named" for one in entity.members):
        return "named"
    first = entity.mentions[0].span
    if entity.kind != "document" and is_nameless(hall, first):
        return "anonymous"
    return "named" if entity.kind in _BODIES and is_definite(hall.page, hall.page.top(first)) else "role"


def is_nameless(hall: Hall, span: Span) -> bool:
    """Whether a description keeps its bearer nameless: "a senior official", "people close to the talks"."""
    top, people = hall.page.top(span), hall.people
    if top is None:
        return False
    words = {token.lemma.lower() for token in hall.page.tokens_in(span)}
    if words & people.nameless or top.lemma.lower() in people.hidden:
        return True
    several = top.tag == "NNS"  # "two traders": the text counts them and names none
    return not is_definite(hall.page, top) and (several or bool({top.lemma.lower(), top.lower} & people.anonymous))


def is_definite(page: Page, token: Token | None) -> bool:
    """Whether an article, a demonstrative or a possessor stands before the noun."""
    if token is None:
        return False
    before = [child for child in page.children(token) if child.index < token.index]
    return any(child.text.lower() in _DEFINITE or child.dep == "poss" for child in before)


def is_passive(page: Page, verb: Token) -> bool:
    """Whether the verb's subject does not do what it says: a passive, or "there is"."""
    return any(child.dep in ("auxpass", "nsubjpass", "expl") for child in page.children(verb))
