"""Reads a text about talks as far as its papers, rounds and provisions, by the rules alone: no encoder is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from verbale.article import Article
from verbale.lexicon import Lexicon
from verbale.reading.anchors import anchor, said_at
from verbale.reading.attributions import find_attributions
from verbale.reading.documents import find_documents
from verbale.reading.entities import find_entities
from verbale.reading.events import Lore, find_events
from verbale.reading.matter import is_clearly_about
from verbale.reading.mentions import find_mentions
from verbale.reading.named import Named
from verbale.reading.page import Page, Syntax, lay_out
from verbale.reading.provisions import find_provisions
from verbale.reading.quotes import find_quotes
from verbale.reading.rounds import find_rounds
from verbale.reading.scores import Scores
from verbale.reading.speakers import find_speakers
from verbale.reading.statements import make_statements
from verbale.reading.times import find_times
from verbale.record import Document, Entity, Provision, Round, Statement
from verbale.registry.registry import Registry

PUBLISHED = date(2022, 1, 18)
"""A Tuesday; what the texts call "on Monday" is the 17th."""


@dataclass(frozen=True)
class Talks:
    """What a text tells of a negotiation."""

    page: Page
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    documents: tuple[Document, ...]
    rounds: tuple[Round, ...]
    provisions: tuple[Provision, ...]

    def names(self, ids: Iterable[str]) -> list[str]:
        """The names of entities."""
        by_id = {one.id: one.name for one in self.entities}
        return [by_id[id_] for id_ in ids]


@dataclass(frozen=True)
class Reader:
    """What reading a text takes."""

    syntax: Syntax
    lexicon: Lexicon
    registry: Registry

    def read(self, text: str) -> Talks:
        """The text's papers, rounds and provisions, with all that goes before them."""
        words = self.lexicon
        page = lay_out(Article(text=text, published=PUBLISHED, published_from="given"), self.syntax)
        quotes = find_quotes(page)
        times = anchor(page, find_times(page, Scores(), words.time), PUBLISHED)
        entities = find_entities(page, find_mentions(page, self.registry, words.people), self.registry, words.people)
        attributions = find_attributions(page, Scores(), quotes, words.speech)
        speakings = find_speakers(page, attributions, entities, words.people)
        told = tuple(zip(attributions, speakings, said_at(page, times, attributions), strict=True))
        statements = make_statements(page, told, quotes, words.speech)
        events = find_events(page, entities, times, statements, Lore(words.events, words.status, PUBLISHED))
        named = Named(page, entities, times)
        about = is_clearly_about(page, words.moves.matter.words)
        documents = find_documents(page, named, words.documents, about=about)
        rounds = find_rounds(page, named, (events, documents), words.rounds, about=about)
        provisions = find_provisions(page, named, (documents, statements), words.deontics, about=about)
        return Talks(page, entities, statements, documents, rounds, provisions)
