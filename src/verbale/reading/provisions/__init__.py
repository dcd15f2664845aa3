"""What documents and speakers lay down: who must, must not, may or will do what."""

from collections.abc import Sequence

from verbale.reading.page import Page
from verbale.record import Document, Entity, Provision, Statement, Time


def find_provisions(
    page: Page,
    entities: Sequence[Entity],
    times: Sequence[Time],
    documents: Sequence[Document],
    statements: Sequence[Statement],
) -> tuple[Provision, ...]:
    """What documents and speakers lay down: who must, must not, may or will do what."""
    return ()
