"""Positions, demands and forecasts over time, on reports made by hand."""

from collections.abc import Sequence

import pytest

from tests.dossier.reports import article, copies
from verbale.dossier.answers import Change, Report
from verbale.dossier.changes import changes_of
from verbale.record import Event, Forecast, Move, Position, Round, Side

ISSUE = "answer the draft in writing"


def positions(*reports: Report[Position]) -> tuple[Change, ...]:
    return changes_of(reports, (), (), ())


def demands(*reports: Report[Move], done: Sequence[Report[Event]] = ()) -> list[str]:
    return [one.kind for one in changes_of((), reports, (), done)]


def forecasts(forecast: Report[Forecast], *later: Report[Event] | Report[Round]) -> list[str]:
    return [one.kind for one in changes_of((), (), (forecast,), later)]


def stood(number: int, published: str, stand: Side, issue: str = ISSUE, party: str = "Norland") -> Report[Position]:
    return article(number, published).position(issue, stand, party)


def test_a_changed_position_cites_both_days() -> None:
    (change,) = positions(
        stood(2, "2022-01-21", "conditional", "a written answer to the draft"), stood(1, "2021-12-20", "against")
    )
    assert (change.kind, change.earlier.ref.article, change.later.ref.article) == ("position", 1, 2)
    assert change.what == (
        "Norland on “answer the draft in writing”: against it on 20 December 2021, "
        "for it under a condition on 21 January 2022."
    )


@pytest.mark.parametrize(
    "later",
    [
        stood(2, "2022-01-21", "against"),
        stood(2, "2021-12-20", "for"),
        stood(2, "2021-12-21", "for"),
        stood(2, "2022-01-21", "for", "limits on missiles"),
        stood(2, "2022-01-21", "for", party="Sudria"),
    ],
    ids=["the same", "the same day", "a day later", "another issue", "another party"],
)
def test_no_change_of_position(later: Report[Position]) -> None:
    assert positions(stood(1, "2021-12-20", "against"), later) == ()


def test_two_stands_of_one_day_tell_no_change_afterwards() -> None:
    reports = (
        stood(1, "2021-12-20", "against"),
        stood(2, "2021-12-20", "for"),
        stood(3, "2022-01-21", "for"),
    )
    assert positions(*reports) == ()


def test_a_position_is_cited_by_its_earliest_report_of_the_day() -> None:
    reports = (
        stood(1, "2021-12-20", "against"),
        stood(2, "2021-12-20", "against"),
        stood(3, "2022-01-21", "for"),
        stood(4, "2022-01-21", "for"),
    )
    assert [(one.earlier.ref.article, one.later.ref.article) for one in positions(*reports)] == [(1, 3)]


def demanded(number: int, published: str, content: str, when: str | None = None, proof: str = "") -> Report[Move]:
    return article(number, published).move("demand", content, when=when, proof=proof)


FIRST = demanded(1, "2022-01-10", "a written answer to both drafts within a week")


@pytest.mark.parametrize(
    ("content", "when", "proof", "expected"),
    [
        ("a written answer to the drafts within a week", "2022-01-12", "", ["repeated"]),
        ("a written answer to the drafts within a week", None, "Norland again demands an answer", ["repeated"]),
        ("a written answer to the drafts within a week", None, "", []),
        ("a full written answer to the drafts", "2022-01-12", "", ["hardened"]),
        ("a written answer in principle to the drafts", "2022-01-12", "", ["softened"]),
        ("the release of the prisoners", "2022-01-12", "", []),
        ("a written answer to the 2 drafts within a week", "2022-01-12", "", []),
    ],
)
def test_a_demand_that_is_made_anew(content: str, when: str | None, proof: str, expected: list[str]) -> None:
    assert demands(FIRST, demanded(2, "2022-01-12", content, when, proof)) == expected


def test_a_minister_repeats_the_demand_of_the_state() -> None:
    content = "a written answer to both drafts within a week"
    by_minister = article(2, "2022-01-12").move("demand", content, "Ada Holm", when="2022-01-12", of="Norland")
    (change,) = changes_of((), (FIRST, by_minister), (), ())
    assert (change.kind, change.party) == ("repeated", FIRST.parties[FIRST.entry.actor[0]])


def test_a_copy_repeats_nothing() -> None:
    again = demanded(2, "2022-01-12", "a written answer to both drafts within a week", "2022-01-12")
    assert demands(*copies((FIRST, again))) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the written answer come within a week", ["softened"]),
        ("a written answer to the drafts", ["dropped"]),
        ("the release of the prisoners", []),
    ],
)
def test_a_demand_that_is_given_up(content: str, expected: list[str]) -> None:
    given_up = article(3, "2022-01-21").move("concession", content)
    assert demands(FIRST, given_up) == expected


WANTED = article(1, "2022-01-10").move("demand", "that Sudria release the seven prisoners", addressee="Sudria")


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        (article(2).event("2022-01-14", "Sudria", words="released the seven prisoners", type_="RETREAT"), ["met"]),
        (article(2).event("2022-01-14", "Estria", words="released the seven prisoners", type_="RETREAT"), []),
        (article(2).event("2022-01-14", "Sudria", words="released the ship", type_="RETREAT"), []),
        (article(2).event("2022-01-14", "Sudria", words="refused to release the seven prisoners", type_="REJECT"), []),
        (
            article(2).event("2022-01-18", "Sudria", words="release the prisoners", type_="RETREAT", status="planned"),
            [],
        ),
    ],
)
def test_a_demand_that_was_met(done: Report[Event], expected: list[str]) -> None:
    assert demands(WANTED, done=[done]) == expected


def test_a_demand_that_was_given_in_to() -> None:
    gift = article(2, "2022-01-14").move("concession", "to release the seven prisoners", actor="Sudria")
    assert demands(WANTED, gift) == ["met"]


EXPECTED = article(1, "2021-12-20").forecast(
    "the talks to open in Geneva on 10 January", "Geneva", horizon="2022-01-10"
)


def opened(when: str, place: str, published: str = "2022-01-14") -> Report[Round]:
    return article(2, published).round(
        when, "Norland", "Sudria", place=place, format_="talks", proof="They opened the talks."
    )


def test_a_forecast_that_came_true() -> None:
    (change,) = changes_of((), (), (EXPECTED,), (opened("2022-01-10", "Geneva"),))
    assert change.kind == "came true"
    assert change.what == (
        "Ada Holm expected “the talks to open in Geneva on 10 January”; "
        "Prairie Tribune tells it on 10 January 2022 in Geneva."
    )


@pytest.mark.parametrize(
    "later",
    [opened("2022-01-10", "Vienna"), opened("2022-01-12", "Geneva"), opened("2021-12-10", "Geneva", "2021-12-11")],
    ids=["elsewhere", "later", "before"],
)
def test_where_the_record_can_not_tell_it_is_silent(later: Report[Round]) -> None:
    assert forecasts(EXPECTED, later) == []


MEETING = article(1, "2022-01-12").forecast(
    "Ola Berg and Ilse Varga to meet in Helsinki on 20 January",
    "Ola Berg",
    "Ilse Varga",
    "Helsinki",
    horizon="2022-01-20",
)


@pytest.mark.parametrize(
    ("when", "who", "place", "expected"),
    [
        ("2022-01-21", ("Ola Berg", "Ilse Varga"), "Geneva", ["did not come true"]),
        ("2022-01-20", ("Ola Berg", "Ilse Varga"), "Helsinki", ["came true"]),
        ("2022-01-20", ("Ola Berg", "Ilse Varga"), None, ["came true"]),
        ("2022-02-21", ("Ola Berg", "Ilse Varga"), "Geneva", []),
        ("2022-01-21", ("Ola Berg", "Paul Okafor"), "Geneva", []),
    ],
)
def test_a_meeting_that_is_expected(when: str, who: tuple[str, ...], place: str | None, expected: list[str]) -> None:
    assert forecasts(MEETING, article(2, "2022-02-22").event(when, *who, place=place)) == expected


def test_a_meeting_that_is_called_off() -> None:
    off = article(2, "2022-01-19").event("2022-01-20", "Ola Berg", "Ilse Varga", status="cancelled", words="meeting")
    assert forecasts(MEETING, off) == ["did not come true"]


@pytest.mark.parametrize(
    ("likelihood", "proof", "expected"),
    [
        ("impossible", "", ["did not come true"]),
        ("possible", "", []),
        ("likely", "If the map is signed, he expects the two to meet.", []),
    ],
)
def test_what_is_not_expected_or_only_under_a_condition(likelihood: str, proof: str, expected: list[str]) -> None:
    entry = MEETING.entry.model_copy(update={"likelihood": likelihood})
    forecast = MEETING.model_copy(update={"entry": entry, "proof": (proof,)})
    took_place = article(2, "2022-01-21").event("2022-01-20", "Ola Berg", "Ilse Varga", place="Helsinki")
    assert forecasts(forecast, took_place) == expected


def test_an_article_that_was_replaced_and_a_background_block_change_nothing() -> None:
    later = stood(2, "2022-01-21", "for")
    replaced = later.model_copy(update={"source": later.source.model_copy(update={"replaced_by": 3})})
    repeated = later.model_copy(update={"background": FIRST.ref})
    assert positions(stood(1, "2021-12-20", "against"), replaced, repeated) == ()
