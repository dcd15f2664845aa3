"""What somebody expects, and how likely it is said to be."""

from collections.abc import Sequence

from verbale.reading.page import Page
from verbale.record import Entity, Forecast, Statement, Time


def find_forecasts(
    page: Page,
    entities: Sequence[Entity],
    times: Sequence[Time],
    statements: Sequence[Statement],
) -> tuple[Forecast, ...]:
    """What somebody expects, and how likely it is said to be."""
    return ()
