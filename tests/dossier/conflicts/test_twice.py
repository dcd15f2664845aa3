"""Conflicts of a meeting that is an event and a round."""

import pytest

from tests.dossier.reports import article, thread
from verbale.dossier.answers import Conflict
from verbale.dossier.conflicts import conflicts_of, told_once

RIGHT, WRONG = "The second round took place on 12 January.", "They met on 11 January."


def of_event(left: str, right: str, wrong: str = WRONG) -> Conflict:
    first = article(1).event(left, "Norland", "Sudria", place="Brussels", proof="They met on Wednesday.")
    second = article(5).event(right, "Norland", "Sudria", place="Brussels", proof=wrong)
    (found,) = conflicts_of(thread(first, second, kind="event"))
    return found


def of_round(left: str, right: str) -> Conflict:
    first = article(2).round(left, "Norland", "Sudria", place="Brussels", proof=RIGHT)
    second = article(5).round(right, "Norland", "Sudria", place="Brussels", proof=WRONG)
    (found,) = conflicts_of(thread(first, second, kind="round"))
    return found


@pytest.mark.parametrize(
    ("event", "kept"),
    [
        (of_event("2022-01-12", "2022-01-11"), ["round"]),
        (of_event("2022-01-13", "2022-01-11"), ["event", "round"]),
        (of_event("2022-01-12", "2022-01-11", "The ministers met on 11 January."), ["event", "round"]),
    ],
    ids=["the same", "another day", "another sentence"],
)
def test_of_a_meeting_the_round_s_conflict_is_kept(event: Conflict, kept: list[str]) -> None:
    assert [one.of for one in told_once([event, of_round("2022-01-12", "2022-01-11")])] == kept


def test_an_event_that_is_no_round_keeps_its_conflict() -> None:
    event = of_event("2022-01-12", "2022-01-11")
    assert told_once([event]) == (event,)
