"""Who claims an event, and what that makes of it."""

import pytest

from tests.records import span, statement
from verbale.reading.events.claims import apart_from, as_claimed, claimed_by
from verbale.record import Statement, Status

TEXT = "The envoy said the spokesman denied that the army had crossed the river. The fleet left."
OUTER = statement(TEXT, "the spokesman denied that the army had crossed the river")
INNER = statement(TEXT, "that the army had crossed the river", id="s2", within="s1", denied=True)


@pytest.mark.parametrize(
    ("anchor", "claimed"),
    [("crossed", "s2"), ("denied", "s1"), ("said", None), ("left", None)],
)
def test_an_event_is_the_innermost_statement_s_whose_words_hold_it(anchor: str, claimed: str | None) -> None:
    found = claimed_by(span(TEXT, anchor), (OUTER, INNER))

    assert (found.id if found else None) == claimed


@pytest.mark.parametrize(
    ("status", "told", "claimed"),
    [
        ("happened", INNER, "denied"),
        ("planned", INNER, "denied"),
        ("cancelled", INNER, "cancelled"),
        ("denied", INNER, "denied"),
        ("happened", OUTER, "happened"),
        ("happened", None, "happened"),
        ("happened", OUTER.model_copy(update={"flags": ("not_said",)}), "possible"),
        ("happened", OUTER.model_copy(update={"flags": ("hypothetical",)}), "possible"),
    ],
)
def test_what_the_speaker_denies_or_nobody_said_has_not_happened(
    status: Status, told: Statement | None, claimed: Status
) -> None:
    assert as_claimed(status, told) == claimed


def test_the_words_of_others_stand_apart_from_an_event() -> None:
    assert apart_from(span(TEXT, "denied"), (OUTER, INNER)) == INNER.content
