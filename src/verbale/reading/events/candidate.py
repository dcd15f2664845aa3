"""A word that may tell an event, with the words of who acts and to whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from verbale.lexicon.events import EventGroup
from verbale.reading.page import Token
from verbale.record import EventType

Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be an event. Its words for parties are the main tokens of their phrases."""

    anchor: Token
    group: EventGroup
    """The use of the word in the lexicon."""
    types: Mapping[EventType, float]
    """The types that it may be, by its words alone (0-1)."""
    mode: str | None
    actors: tuple[Tokens, ...]
    """Whom the words may mean by who acts: the first of these that holds a known party does."""
    recipients: tuple[Tokens, ...]
    """The same for those to whom it is done."""
    hosts: Tokens = ()
    """Words for the body in whose house it is, where nobody else is told to take part."""
    inner: EventType | None = None
    """The type of what its complement tells."""
