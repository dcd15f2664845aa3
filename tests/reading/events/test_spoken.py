"""What is done by saying it: requests and threats, read from end to end."""

import pytest

from verbale import Record, article_from_text, read
from verbale.record import Event


def events(text: str) -> tuple[Record, list[Event]]:
    record = read(article_from_text(text))
    return record, list(record.events)


def names(record: Record, ids: tuple[str, ...]) -> list[str]:
    known = {entity.id: entity.name for entity in record.entities}
    return [known[one] for one in ids]


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "mode"),
    [
        (
            "“Withdraw your troops from the valley,” President Ada Berg told Kenya on Monday.",
            "Ada Berg",
            "Kenya",
            "yield",
        ),
        ("“Release the hostages,” President Ada Berg told Kenya on Monday.", "Ada Berg", "Kenya", "yield"),
    ],
)
def test_an_order_in_quoted_words_is_a_request_of_whoever_is_spoken_to(
    text: str, actor: str, recipient: str, mode: str
) -> None:
    record, found = events(text)

    (event,) = found
    assert (event.type, event.mode, event.status) == ("REQUEST", mode, "happened")
    assert (names(record, event.actors), names(record, event.recipients)) == ([actor], [recipient])


@pytest.mark.parametrize(
    "text",
    [
        "“We will withdraw our troops from the valley,” President Ada Berg of Kenya said on Monday.",
        "“They want to withdraw the troops,” President Ada Berg of Kenya said on Monday.",
    ],
)
def test_what_has_a_subject_or_a_helper_is_no_order(text: str) -> None:
    assert [one.type for one in events(text)[1] if one.type == "REQUEST"] == []


def test_a_conditional_harm_of_ones_own_is_a_threat_against_who_may_fulfil_the_condition() -> None:
    text = "If Uganda closes the border, Kenya will suspend the talks, Kenyan Foreign Minister Ada Berg said."
    record, found = events(text)

    threat = next(one for one in found if one.type == "THREATEN")
    assert (threat.mode, threat.status) == ("relations", "happened")
    assert (names(record, threat.actors), names(record, threat.recipients)) == (["Kenya"], ["Uganda"])
    assert threat.according_to is not None


def test_what_somebody_else_would_do_is_no_threat_of_theirs() -> None:
    text = "If Uganda closes the border, Kenya will suspend the talks, analyst Ada Berg said."

    assert [one.type for one in events(text)[1] if one.type == "THREATEN"] == []
