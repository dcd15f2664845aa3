"""Which offices the article gives people. (draft)"""

from collections.abc import Sequence

from verbale.lexicon.people import People
from verbale.reading.drafts import Found
from verbale.reading.page import Page
from verbale.record import Entity


def find_offices(page: Page, mentions: Sequence[Found], entities: Sequence[Entity], people: People) -> tuple[Entity, ...]:
    return tuple(entities)
