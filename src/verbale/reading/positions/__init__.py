"""What each party wants of each issue."""

from collections.abc import Sequence

from verbale.reading.page import Page
from verbale.record import Entity, Move, Position


def find_positions(
    page: Page,
    entities: Sequence[Entity],
    moves: Sequence[Move],
) -> tuple[Position, ...]:
    """What each party wants of each issue."""
    return ()
