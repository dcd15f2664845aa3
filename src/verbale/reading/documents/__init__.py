"""Papers that are negotiated about or with."""

from collections.abc import Sequence

from verbale.reading.page import Page
from verbale.record import Document, Entity, Event, Time


def find_documents(
    page: Page,
    entities: Sequence[Entity],
    times: Sequence[Time],
    events: Sequence[Event],
) -> tuple[Document, ...]:
    """Papers that are negotiated about or with."""
    return ()
