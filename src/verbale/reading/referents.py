"""Whom a word means: the entity among whose mentions it stands."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from verbale.reading.clauses import child, joint
from verbale.reading.page import Page, Token
from verbale.record import Entity
from verbale.spans import Span

PARTIES = frozenset({"person", "state", "organisation", "group", "place"})
"""The kinds of entity that may make a move: a state that the reading knows as a place only is one of them."""


def side_of(entity: Entity) -> frozenset[str]:
    """The ids of the entity, of whom it represents, and of the bodies in which it holds an office."""
    return frozenset({entity.id, *filter(None, (entity.represents, *(one.organisation for one in entity.offices)))})


class Referents:
    """The entities of a page by the words that mention them."""

    def __init__(self, page: Page, entities: Sequence[Entity]) -> None:
        self._page = page
        self._entities = entities

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """The entities by their ids."""
        return {entity.id: entity for entity in self._entities}

    @cached_property
    def _by_token(self) -> dict[int, str]:
        """For each word of a mention its entity; of several mentions around it the shortest."""
        found = [(one.span, entity.id) for entity in self._entities for one in entity.mentions]
        found.sort(key=lambda one: one[0].start - one[0].end)
        return {token.index: entity for span, entity in found for token in self._page.tokens_in(span)}

    def of(self, token: Token) -> Entity | None:
        """Whom the word means, or None where it mentions nobody known."""
        return self.by_id.get(self._by_token.get(token.index, ""))

    def parties(self, token: Token | None) -> tuple[str, ...]:
        """The ids of whom a noun phrase means that may act, by its head; all of those joined by "and"."""
        if token is None:
            return ()
        return tuple(dict.fromkeys(entity.id for one in joint(self._page, token) for entity in self._acting(one)))

    def _acting(self, token: Token) -> Iterator[Entity]:
        entity = self.of(token)
        if entity is None:
            beside = child(self._page, token, "appos")
            entity = self.of(beside) if beside is not None else None
        # "Washington's paper offers …": a paper does nothing itself.
        if (entity is None or entity.kind == "document") and token.pos in ("NOUN", "PROPN"):
            entity = self._owner(token)
        if entity is not None and entity.kind in PARTIES:
            yield entity

    def _owner(self, token: Token) -> Entity | None:
        """The state or body that a word before its people names: "Iranian officials", "Norland's delegates"."""
        for one in self._page.children(token):
            entity = self.of(one) if one.dep in ("poss", "amod", "compound", "nmod") else None
            if entity is not None and entity.kind in ("state", "organisation", "place"):
                return entity
        return None

    def within(self, *spans: Span) -> tuple[str, ...]:
        """The ids of all whom the spans mention, in the order of the text."""
        tokens = (token for span in spans for token in self._page.tokens_in(span))
        return tuple(dict.fromkeys(self._by_token[one.index] for one in tokens if one.index in self._by_token))
