"""What the reports of one thread say against one another, on reports made by hand."""

import pytest

from tests.dossier.reports import article, copies, thread
from verbale.dossier.answers import Conflict, Report
from verbale.dossier.conflicts import conflicts_of
from verbale.record import Event, Round, Status


def kinds(conflicts: tuple[Conflict, ...]) -> list[str]:
    return [one.kind for one in conflicts]


def met(number: int, when: str | None, place: str | None = "Brussels", status: Status = "happened") -> Report[Event]:
    return article(number).event(when, "Norland", "Sudria", place=place, status=status)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2022-01-12", "2022-01-11", ["date"]),
        ("2022-01-12", "2022-01-12", []),
        ("2022-01-12", "2022-01", []),
        ("2022-01-12", "2022-W02", []),
        ("2022-01-12", "2022-02", ["date"]),
        ("2022-01-12", None, []),
        ("2022-01-12T09:00", "2022-01-12", []),
    ],
)
def test_a_meeting_in_one_town_has_one_day_at_the_precision_that_both_have(
    left: str | None, right: str | None, expected: list[str]
) -> None:
    assert kinds(conflicts_of(thread(met(1, left), met(2, right), kind="event"))) == expected


def test_a_conflict_is_told_in_a_sentence_and_cites_both() -> None:
    (conflict,) = conflicts_of(thread(met(1, "2022-01-12"), met(5, "2022-01-11"), kind="event", number=7))
    assert conflict.what == "Harbour Wire dates it 12 January 2022, Vestovoy 11 January 2022."
    assert (conflict.left.ref.article, conflict.right.ref.article, conflict.thread) == (1, 5, 7)


@pytest.mark.parametrize(("apart", "expected"), [("2021-12-31", []), ("2022-01-02", ["date"])])
def test_a_call_may_be_of_two_days_in_two_time_zones(apart: str, expected: list[str]) -> None:
    left = article(1).event("2021-12-30", "Norland", "Sudria", mode="phone", words="spoke by telephone")
    right = article(2).event(apart, "Norland", "Sudria", mode="phone", words="spoke by telephone")
    assert kinds(conflicts_of(thread(left, right, kind="event"))) == expected


def test_of_several_that_say_the_same_the_earliest_speaks() -> None:
    reports = (met(1, "2022-01-12"), met(2, "2022-01-12"), met(3, "2022-01-11"), met(4, "2022-01-11"))
    (conflict,) = conflicts_of(thread(*reports, kind="event"))
    assert (conflict.left.ref.article, conflict.right.ref.article) == (1, 3)


def test_a_plan_on_another_day_is_no_conflict() -> None:
    plan, fact = met(1, "2022-01-11", status="planned"), met(2, "2022-01-12")
    assert conflicts_of(thread(plan, fact, kind="event")) == ()


def test_a_page_that_corrected_itself_contradicts_nobody() -> None:
    first = article(1, replaced_by=2).event("2022-01-11", "Norland", "Sudria", place="Brussels")
    second = article(2, version_of=1).event("2022-01-12", "Norland", "Sudria", place="Brussels")
    assert conflicts_of(thread(first, second, met(3, "2022-01-12"), kind="event")) == ()


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Geneva", "Lausanne", ["place"]),
        ("Geneva", "Geneva", []),
        ("Geneva", None, []),
        ("Geneva", "Sudria", []),
        ("Geneva", "Palais", []),
    ],
)
def test_two_towns_are_a_conflict_and_a_town_in_a_state_is_none(
    left: str, right: str | None, expected: list[str]
) -> None:
    reports = met(1, "2022-01-21", left), met(2, "2022-01-21", right)
    assert kinds(conflicts_of(thread(*reports, kind="event"))) == expected


def counted(number: int, which: int | None, when: str | None, place: str = "Vienna") -> Report[Round]:
    return article(number).round(when, "Norland", "Sudria", number=which, place=place)


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        (counted(2, 2, "2022-01-13"), ["number"]),
        (counted(2, 3, "2022-01-13"), []),
        (counted(2, None, "2022-01-13"), []),
        (counted(2, 2, "2022-01-12"), ["date"]),
        (counted(2, 2, "2022-01"), ["number"]),
    ],
)
def test_rounds_of_one_day_have_one_number(right: Report[Round], expected: list[str]) -> None:
    assert kinds(conflicts_of(thread(counted(1, 3, "2022-01-13"), right, kind="round"))) == expected


def test_a_round_is_counted_in_words() -> None:
    (conflict,) = conflicts_of(thread(counted(1, 3, "2022-01-13"), counted(2, 12, "2022-01-13"), kind="round"))
    assert conflict.what == "Harbour Wire counts it as the third, Prairie Tribune as the 12th."


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("Ada Holm", "Ola Berg"), ("Ada Holm", "Paul Okafor"), ["party"]),
        (("Ada Holm", "Ola Berg"), ("Ada Holm", "Ola Berg", "Paul Okafor"), []),
        (("Norland", "Sudria", "Estria"), ("Norland", "Sudria"), []),
        (("Norland", "Sudria"), ("Norland", "Estria"), ["party"]),
        (("Norland", "Sudria"), ("Norland", "Ola Berg"), []),
        (("Ada Holm", "Ola Berg"), ("Ada Holm", "O. Berg"), []),
    ],
)
def test_of_the_two_sides_of_a_round_one_is_another(
    left: tuple[str, ...], right: tuple[str, ...], expected: list[str]
) -> None:
    reports = article(1).round("2022-01-21", *left, number=2), article(2).round("2022-01-21", *right, number=2)
    assert kinds(conflicts_of(thread(*reports, kind="round"))) == expected


def test_who_meets_two_on_one_day_is_told_no_conflict() -> None:
    reports = (
        article(1).event("2022-01-21", "Ada Holm", "Ola Berg"),
        article(2).event("2022-01-21", "Ada Holm", "Per Li"),
    )
    assert conflicts_of(thread(*reports, kind="event")) == ()


@pytest.mark.parametrize(
    ("published", "expected"), [("2022-01-19", ["denied"]), ("2022-01-18", ["denied"]), ("2022-01-10", [])]
)
def test_what_was_told_is_denied_by_who_looks_back_on_it(published: str, expected: list[str]) -> None:
    told = article(1, "2022-01-18").event("2022-01-18", "Norland")
    denied = article(2, published).event(None, "Norland", status="denied")
    assert kinds(conflicts_of(thread(told, denied, kind="event"))) == expected


@pytest.mark.parametrize(("published", "expected"), [("2022-01-14", ["status"]), ("2022-01-11", [])])
def test_called_off_counts_where_the_article_came_after_the_day(published: str, expected: list[str]) -> None:
    off = article(1, published).round("2022-01-12", "Norland", "Sudria", status="cancelled")
    took_place = article(2).round("2022-01-12", "Norland", "Sudria")
    assert kinds(conflicts_of(thread(off, took_place, kind="round"))) == expected


def test_a_quotation_with_another_word_is_shown_word_by_word() -> None:
    left = article(1).said("", quoted="Without a guarantee, further talks are difficult")
    right = article(2).said("", quoted="Without a guarantee, further talks are impossible")
    (conflict,) = conflicts_of(thread(left, right, kind="statement"))
    assert conflict.kind == "wording"
    assert conflict.what == "Harbour Wire quotes “difficult” where Prairie Tribune has “impossible”."
    assert [(one.where, one.words) for one in conflict.difference] == [
        ("both", "Without a guarantee, further talks are"),
        ("left", "difficult"),
        ("right", "impossible"),
    ]


def test_a_copy_may_change_small_words_and_another_outlet_may_not() -> None:
    left = article(1).said("", quoted="We work on the border and on the map")
    right = article(2).said("", quoted="We work at the border and on the map")
    assert kinds(conflicts_of(thread(left, right, kind="statement"))) == ["wording"]
    assert conflicts_of(thread(*copies((left, right)), kind="statement")) == ()


def test_one_quotation_has_one_speaker() -> None:
    left = article(1).said("", "Ada Holm", quoted="The corridor is the better conference room")
    right = article(2).said("", "Paul Okafor", quoted="The corridor is the better conference room")
    (conflict,) = conflicts_of(thread(left, right, kind="statement"))
    assert (conflict.kind, conflict.what) == (
        "speaker",
        "Harbour Wire gives the words to Ada Holm, Prairie Tribune to Paul Okafor.",
    )


def test_who_speaks_for_nobody_known_contradicts_nobody() -> None:
    left = article(1).said("", "Ada Holm", quoted="The corridor is the better conference room")
    right = article(2).said("", None, quoted="The corridor is the better conference room")
    assert conflicts_of(thread(left, right, kind="statement")) == ()


def test_said_against_denied() -> None:
    left = article(1, "2022-01-18").said("that it had sent the letter")
    right = article(2, "2022-01-19").said("that it had sent the letter", denied=True)
    assert kinds(conflicts_of(thread(left, right, kind="statement"))) == ["denied"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("2022-01-18", "proposed"), ("2022-01-26", "proposed"), ["date"]),
        (("2022-01-18", "proposed"), ("2022-01-26", "signed"), []),
        (("2022-01-18", None), ("2022-01-26", None), []),
        (("2022-01-18", "signed"), ("2022-01-19", "signed"), []),
    ],
)
def test_a_paper_comes_one_step_further_on_one_day(
    left: tuple[str, None], right: tuple[str, None], expected: list[str]
) -> None:
    reports = article(1).document("the answer", *left), article(2).document("the answer", *right)
    assert kinds(conflicts_of(thread(*reports, kind="document"))) == expected


def test_an_article_does_not_contradict_itself() -> None:
    assert conflicts_of(thread(met(1, "2022-01-12"), met(1, "2022-01-11"), kind="event")) == ()


def test_one_remark_with_another_figure() -> None:
    left = article(1).said("that 170 soldiers had left the valley")
    right = article(2).said("that 190 soldiers had left the valley")
    (conflict,) = conflicts_of(thread(left, right, kind="statement"))
    assert (conflict.kind, conflict.what) == ("number", "Harbour Wire has 170, Prairie Tribune 190.")
