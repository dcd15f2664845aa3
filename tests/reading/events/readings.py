"""Sentences read for their events: the parties of the text without the encoder, times and statements."""

import re
from dataclasses import dataclass

from tests.marked import marked
from verbale.article import Article
from verbale.lexicon.events import load_events
from verbale.lexicon.offices import load_offices
from verbale.lexicon.people import load_people
from verbale.lexicon.status import load_status
from verbale.reading.entities import find_entities
from verbale.reading.events import Lore, find_events
from verbale.reading.mentions import find_mentions
from verbale.reading.offices import Facts, find_offices
from verbale.reading.page import Syntax, lay_out
from verbale.record import Entity, Event
from verbale.registry.registry import Registry

EVENTS, STATUS, PEOPLE, OFFICES = load_events(), load_status(), load_people(), load_offices()
_MARKS = re.compile(r"[\[\]<>{}]")


@dataclass(frozen=True)
class Told:
    """An event in words: whom the text names as parties, by all their names."""

    event: Event
    anchor: str
    actors: tuple[frozenset[str], ...]
    recipients: tuple[frozenset[str], ...]

    def fits(self, example: str) -> bool:
        """Whether it has the anchor and the parties that the example marks."""
        wanted = marked(example)
        sides = ((self.actors, wanted.source), (self.recipients, wanted.content))
        return self.anchor == wanted.cue[0] and all(_are(found, names) for found, names in sides)


def _are(found: tuple[frozenset[str], ...], wanted: tuple[str, ...]) -> bool:
    """Whether those found are those wanted, one for one; "Norlandish" may stand for "Norlandish troops"."""
    return len(found) == len(wanted) and all(any(_is(name, names) for names in found) for name in wanted)


def _is(name: str, names: frozenset[str]) -> bool:
    return any(own == name or name.endswith(f" {own}") or own.startswith(f"{name} ") for own in names)


def told_in(text: str, syntax: Syntax, registry: Registry) -> list[Told]:
    """The events of a text; marks in it are left out."""
    text = _MARKS.sub("", text)
    page = lay_out(Article(text=text), syntax)
    mentions = find_mentions(page, registry, PEOPLE)
    parties = find_entities(page, mentions, registry, PEOPLE)
    entities = find_offices(page, mentions, parties, PEOPLE, Facts(registry, OFFICES, (), None))
    names = {entity.id: _names(entity, text) for entity in entities}
    return [
        Told(event, event.anchor.of(text), tuple(names[one] for one in event.actors), _all(names, event.recipients))
        for event in find_events(page, entities, (), (), Lore(EVENTS, STATUS))
    ]


def _all(names: dict[str, frozenset[str]], ids: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(names[one] for one in ids)


def _names(entity: Entity, text: str) -> frozenset[str]:
    said = (mention.span.of(text) for mention in entity.mentions)
    return frozenset(name.removeprefix("The ").removeprefix("the ") for name in said)
