"""The meetings of a negotiation, in their order."""

from collections.abc import Sequence

from verbale.reading.page import Page
from verbale.record import Entity, Event, Round, Time


def find_rounds(
    page: Page,
    entities: Sequence[Entity],
    times: Sequence[Time],
    events: Sequence[Event],
) -> tuple[Round, ...]:
    """The meetings of a negotiation, in their order."""
    return ()
