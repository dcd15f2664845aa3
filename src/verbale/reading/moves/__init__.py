"""Demands, offers, conditions, threats and what else parties do by speaking."""

from collections.abc import Sequence

from verbale.reading.page import Page
from verbale.record import Entity, Move, Statement, Time


def find_moves(
    page: Page,
    entities: Sequence[Entity],
    times: Sequence[Time],
    statements: Sequence[Statement],
) -> tuple[Move, ...]:
    """Demands, offers, conditions, threats and what else parties do by speaking."""
    return ()
