"""Events: who did what to whom, where and when, and whether at all (PLOVER)."""

from collections.abc import Sequence

from verbale.reading.page import Page
from verbale.reading.scores import Scores
from verbale.record import Entity, Event, Statement, Time


def find_events(
    page: Page, scores: Scores, entities: Sequence[Entity], times: Sequence[Time], statements: Sequence[Statement]
) -> tuple[Event, ...]:
    """The events of the page, with ids `v1`, `v2`, … in the order of their anchors."""
    return ()
