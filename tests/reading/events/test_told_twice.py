"""One event told twice: two sentences, the events in brackets."""

import re

import pytest

from verbale.article import Article
from verbale.lexicon.status import load_status
from verbale.reading.events.told_twice import joined, merged
from verbale.reading.page import Page, Syntax, lay_out
from verbale.record import Event
from verbale.spans import Span

WORDS = load_status()
MET = {"type": "CONSULT", "actors": ("e1", "e2"), "status": "happened"}
HIT = {"type": "ASSAULT", "actors": ("e1",), "recipients": ("e2",), "status": "happened"}


def told(text: str, syntax: Syntax, *fields: dict[str, object]) -> tuple[Page, list[Event]]:
    """The page without brackets, and an event of those fields for each bracketed word."""
    plain = text.replace("[", "").replace("]", "")
    page = lay_out(Article(text=plain), syntax)
    places = [match.span() for match in re.finditer(r"\[.*?\]", text)]
    anchors = [Span(start - 2 * number, end - 2 * number - 2) for number, (start, end) in enumerate(places)]
    return page, [
        Event.model_validate(
            {"id": f"v{number}", "anchor": anchor, "evidence": page.sentences_of(anchor), "confidence": 0.5, **given}
        )
        for number, (anchor, given) in enumerate(zip(anchors, fields, strict=True), start=1)
    ]


DAY, OTHER_DAY = {"date": "2022-01-10"}, {"date": "2022-01-12"}
NEAR = "Norland and Sudria [met] on Monday. The [meeting] lasted an hour."


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (NEAR, MET | DAY, MET),
        (NEAR, MET | DAY, MET | {"actors": ()}),
        (NEAR, MET | DAY, MET | {"actors": ("e1",)}),
        (NEAR, MET | DAY, MET | DAY),
        (NEAR, MET, MET | {"place": "e5"}),
        (NEAR, MET, MET | {"status": "ongoing"}),
        (NEAR, MET | {"date": "2022-01"}, MET | DAY),
        ("Norland and Sudria [met] on Monday.\n\nThe [meeting] lasted an hour.", MET | DAY, MET),
        ("Norland and Sudria [met] on Monday.\n\nThe envoys [met] on January 10.", MET | DAY, MET | DAY),
        (
            "Norland [shelled] Sudria's port. The [attack] killed two.",
            HIT,
            HIT | {"recipients": ()} | {"actors": ("e1",)},
        ),
        ("Norland [attacked] Sudria's port.\n\nNorland's [attack] killed two.", HIT | DAY, HIT | DAY),
        ("The [talks] due on Monday are long. They [met] on Monday.", MET | DAY | {"status": "planned"}, MET | DAY),
    ],
)
def test_two_tellings_of_one_event_are_one(
    text: str, one: dict[str, object], other: dict[str, object], syntax: Syntax
) -> None:
    page, events = told(text, syntax, one, other)

    assert [event.id for event in merged(page, events, WORDS)] == ["v1"]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (NEAR, MET | DAY, MET | OTHER_DAY),
        (NEAR, MET | {"place": "e4"}, MET | {"place": "e5"}),
        (NEAR, MET, MET | {"actors": ("e1", "e3")}),
        (NEAR, MET, MET | {"type": "AGREE"}),
        (NEAR, MET, MET | {"mode": "visit"} | {"actors": ("e4",)}),
        (NEAR, MET | {"mode": "phone"}, MET | {"mode": "visit"}),
        (NEAR, MET, MET | {"status": "planned"}),
        (NEAR, MET, MET | {"status": "denied"}),
        (NEAR, MET | DAY, MET | OTHER_DAY | {"status": "planned"}),
        ("Norland and Sudria [met]. Another [meeting] followed.", MET, MET),
        ("The first [round] failed. The second [round] failed.", MET, MET),
        ("The [talks] failed. New [talks] followed.", MET, MET),
        ("Norland and Sudria [met] on Monday.\n\nSudria and Norland [met] in Oslo.", MET | DAY, MET),
        (
            "Norland [attacked] Sudria. Sudria [attacked] Norland.",
            HIT,
            HIT | {"actors": ("e2",), "recipients": ("e1",)},
        ),
        ("Norland [attacked] Sudria. It [shelled] the port.", HIT, HIT),
    ],
)
def test_different_events_stay_apart(
    text: str, one: dict[str, object], other: dict[str, object], syntax: Syntax
) -> None:
    page, events = told(text, syntax, one, other)

    assert [event.id for event in merged(page, events, WORDS)] == ["v1", "v2"]


def test_the_one_event_has_the_evidence_and_what_either_telling_knows(syntax: Syntax) -> None:
    page, events = told(
        NEAR,
        syntax,
        MET | DAY | {"time": "t1", "according_to": "s1", "actors": ("e1",)},
        MET | {"place": "e5", "mode": "multilateral", "actors": ("e1", "e2")},
    )
    (found,) = merged(page, events, WORDS)

    assert found.evidence == page.sentences
    assert (found.place, found.time, found.date, found.mode) == ("e5", "t1", "2022-01-10", "multilateral")
    assert found.actors == ("e1", "e2")
    assert found.according_to is None


def test_of_two_dates_the_finer_is_kept(syntax: Syntax) -> None:
    _, (one, other) = told(NEAR, syntax, MET | {"date": "2022-01", "time": "t1"}, MET | DAY | {"time": "t2"})

    assert (joined(one, other).date, joined(one, other).time) == ("2022-01-10", "t2")


def test_a_plan_that_was_carried_out_or_called_off_is_no_longer_one(syntax: Syntax) -> None:
    _, (plan, deed) = told(NEAR, syntax, MET | {"status": "planned"}, MET)

    assert joined(plan, deed).status == "happened"
    assert joined(plan, deed.model_copy(update={"status": "cancelled"})).status == "cancelled"
