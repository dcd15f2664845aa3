"""Reads a few sentences by the rules alone, for the stages that stand on statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.article import Article
from verbale.lexicon import load_lexicon
from verbale.reading.anchors import anchor, said_at
from verbale.reading.attributions import find_attributions
from verbale.reading.entities import find_entities
from verbale.reading.forecasts import Outlook, find_forecasts
from verbale.reading.mentions import find_mentions
from verbale.reading.moves import find_moves
from verbale.reading.named import Named
from verbale.reading.offices import Facts, find_offices
from verbale.reading.page import Page, Syntax, lay_out
from verbale.reading.positions import find_positions
from verbale.reading.quotes import find_quotes
from verbale.reading.scores import Scores
from verbale.reading.speakers import find_speakers
from verbale.reading.statements import make_statements
from verbale.reading.times import find_times
from verbale.reading.voices import hear
from verbale.record import Entity, Forecast, Move, Position, Statement, Time
from verbale.registry import load_registry

PUBLISHED = date(2022, 3, 9)
"""A Wednesday."""
WORDS = load_lexicon()
REGISTRY = load_registry()


@dataclass(frozen=True)
class Read:
    """A text with what the earlier stages found in it, and the stages that stand on them."""

    page: Page
    entities: Sequence[Entity]
    times: Sequence[Time]
    statements: Sequence[Statement]

    @property
    def named(self) -> Named:
        """Its entities and times, for look-up."""
        return Named(self.page, self.entities, self.times)

    def moves(self) -> tuple[Move, ...]:
        """Its moves."""
        return find_moves(self.page, self.named, self.statements, WORDS.moves)

    def forecasts(self) -> tuple[Forecast, ...]:
        """Its forecasts."""
        outlook = Outlook(WORDS.hedges, WORDS.moves)
        return find_forecasts(self.page, self.named, self.statements, outlook)

    def positions(self) -> tuple[Position, ...]:
        """Its positions."""
        return find_positions(self.page, self.named, self.statements, self.moves(), WORDS.moves)

    def names(self, ids: Sequence[str]) -> tuple[str, ...]:
        """What the entities of those ids are called."""
        named = {entity.id: entity.name for entity in self.entities}
        return tuple(named[one] for one in ids)


def read_by_rules(text: str, syntax: Syntax) -> Read:
    """The text, published on `PUBLISHED`, as the stages before moves read it without the encoder."""
    page = lay_out(Article(text=text, published=PUBLISHED, published_from="given"), syntax)
    scores = Scores()
    times = anchor(page, find_times(page, scores, WORDS.time), PUBLISHED)
    quotes = find_quotes(page)
    mentions = find_mentions(page, REGISTRY, WORDS.people)
    found = find_entities(page, mentions, REGISTRY, WORDS.people)
    entities = find_offices(page, mentions, found, WORDS.people, Facts(REGISTRY, WORDS.offices, times, PUBLISHED))
    attributions = find_attributions(page, scores, quotes, WORDS.speech)
    speakings = find_speakers(page, attributions, entities, WORDS.people)
    entities = hear(mentions, tuple(zip(attributions, speakings, strict=True)), entities, WORDS.people)
    dates = said_at(page, times, attributions)
    told = tuple(zip(attributions, speakings, dates, strict=True))
    return Read(page, entities, times, make_statements(page, told, quotes, WORDS.speech))
