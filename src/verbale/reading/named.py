"""Who stands for whom: the parties behind the words that name them, and the times beside them.

A group such as "both sides" stands for its members; "the Russian and US delegations" and "the Russia-NATO Council"
for the parties that their words name; somebody who signs for the one that he represents.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from verbale.reading.page import Page, Token
from verbale.reading.referents import Referents
from verbale.record import Entity, Mention, Time
from verbale.spans import Span

_BODIES = ("state", "organisation", "group")
_PARTS = re.compile(r"[-–/]+")


@dataclass(frozen=True)
class Named:
    """The entities and times of a page, for look-up by word and by place."""

    page: Page
    entities: Sequence[Entity]
    times: Sequence[Time] = ()

    @cached_property
    def referents(self) -> Referents:
        """The entities by the words that mention them."""
        return Referents(self.page, self.entities)

    @cached_property
    def _places(self) -> list[tuple[Mention, Entity]]:
        found = [(mention, entity) for entity in self.entities for mention in entity.mentions]
        return sorted(found, key=lambda one: (one[0].start, -one[0].end, one[1].id))

    @cached_property
    def _by_name(self) -> dict[str, Entity]:
        names = [(name, one) for one in self.entities if one.kind in _BODIES for name in (one.name, *one.aliases)]
        return {name.lower(): entity for name, entity in reversed(names)}

    def within(self, *spans: Span) -> tuple[Entity, ...]:
        """The entities with a mention inside the spans, in the order of the text; each once."""
        inside = [entity for mention, entity in self._places if any(span.contains(mention.span) for span in spans)]
        return tuple({entity.id: entity for entity in inside}.values())

    def acting(self, tokens: Iterable[Token]) -> tuple[Entity, ...]:
        """Whom the heads of noun phrases mean, and those joined to them, as far as they may act."""
        ids = (id_ for token in tokens for id_ in self.referents.parties(token))
        return tuple({id_: self.referents.by_id[id_] for id_ in ids}.values())

    def parties(self, found: Iterable[Entity], *, people: bool = False) -> tuple[str, ...]:
        """Ids of the states and bodies behind the entities, each once; with `people`, also of people as themselves."""
        ids = (id_ for entity in found for id_ in self._behind(entity, people=people))
        return tuple(dict.fromkeys(ids))

    def _behind(self, entity: Entity, *, people: bool) -> Iterator[str]:
        if entity.kind == "person":
            known = entity.id if people else entity.represents
            yield from (known,) if known else ()
        elif entity.kind in _BODIES:
            members = [self.referents.by_id[id_] for id_ in self._standing_for(entity)]
            for one in members:
                if one is entity or one.kind in _BODIES:
                    yield one.id
                else:
                    yield from self._behind(one, people=people)

    def _standing_for(self, entity: Entity) -> tuple[str, ...]:
        """Ids of the members of a group or of the parties in its name; the entity's own where it names none."""
        if entity.members:
            return entity.members
        if entity.kind == "organisation":
            return self._in_name(entity) or (entity.id,)
        inside = [one.id for one in self._inside(entity) if one.kind in _BODIES]
        return tuple(inside) if entity.kind == "group" and len(inside) > 1 else (entity.id,)

    def _inside(self, entity: Entity) -> tuple[Entity, ...]:
        spans = [mention.span for mention in entity.mentions if mention.form == "nominal"]
        return tuple(one for one in self.within(*spans) if one is not entity)

    def _in_name(self, entity: Entity) -> tuple[str, ...]:
        """The parties that a council is named for: at least two of the words around its hyphen."""
        joint = next((word for word in entity.name.split() if _PARTS.search(word)), "")
        found = [self._by_name.get(part.lower()) for part in _PARTS.split(joint)]
        ids = [one.id for one in found if one is not None and one is not entity]
        return tuple(dict.fromkeys(ids)) if len(ids) > 1 else ()

    def times_in(self, *spans: Span) -> tuple[Time, ...]:
        """The times that stand inside the spans, in order."""
        return tuple(time for time in self.times if any(span.contains(Span(time.start, time.end)) for span in spans))
