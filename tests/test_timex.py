"""TIMEX3 values: their place in the calendar, how they compare, and how they move."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.timex import MONTHS, Unit, coarser, compare, days, move, of_day, place, precision, shift, shift_value

DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last", "exactness"),
    [
        ("2022-01-18", "2022-01-18", "2022-01-18", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2021-W01", "2021-01-04", "2021-01-10", "week"),
        ("2020-W53", "2020-12-28", "2021-01-03", "week"),
        ("2022-W03-WE", "2022-01-22", "2022-01-23", "week"),
        ("2022-W03-2", "2022-01-18", "2022-01-18", "day"),
        ("2022-Q4", "2022-10-01", "2022-12-31", "quarter"),
        ("2022-H2", "2022-07-01", "2022-12-31", "year"),
        ("2022-SP", "2022-03-01", "2022-05-31", "season"),
        ("2021-WI", "2021-12-01", "2022-02-28", "season"),
        ("1962", "1962-01-01", "1962-12-31", "year"),
        ("199", "1990-01-01", "1999-12-31", "decade"),
        ("19", "1900-01-01", "1999-12-31", "century"),
        ("2022-03-09T14:05Z", "2022-03-09", "2022-03-09", "minute"),
        ("2022-03-09T14", "2022-03-09", "2022-03-09", "hour"),
        ("2022-03-09T24:00", "2022-03-09", "2022-03-09", "minute"),
        ("2022-03-09TMO", "2022-03-09", "2022-03-09", "day"),
    ],
)
def test_a_value_covers_its_days(value: str, first: str, last: str, exactness: str) -> None:
    assert days(value) == (date.fromisoformat(first), date.fromisoformat(last))
    assert precision(value) == exactness


@pytest.mark.parametrize(
    "value",
    ["P3D", "PT5H", "PAST_REF", "XXXX-WXX-5", "XXXX-01-18", "2022-02-30", "2021-W53", "2022-13", "0000", "", "soon"],
)
def test_what_has_no_place_in_the_calendar_has_no_days(value: str) -> None:
    assert place(value) is None
    assert days(value) is None


@pytest.mark.parametrize(
    ("value", "exactness"),
    [("XXXX-01-18", "day"), ("XXXX-03", "month"), ("XXXX-WXX-5", "day"), ("XXXX-SU", "season"), ("P3D", None)],
)
def test_an_open_value_still_tells_how_exact_it_is(value: str, exactness: str | None) -> None:
    assert precision(value) == exactness


@pytest.mark.parametrize(
    ("value", "mod", "first", "last"),
    [
        ("199", "END", "1995-01-01", "1999-12-31"),
        ("199", "START", "1990-01-01", "1994-12-31"),
        ("199", "MID", "1994-01-01", "1996-12-31"),
        ("19", "END", "1950-01-01", "1999-12-31"),
        ("2022", "START", "2022-01-01", "2022-05-02"),
        ("2022", "END", "2022-09-01", "2022-12-31"),
        ("2022-01", "END", "2022-01-22", "2022-01-31"),
        ("2022-04", "MID", "2022-04-11", "2022-04-20"),
        ("2022-01-18", "START", "2022-01-18", "2022-01-18"),
        ("2022-01", "APPROX", "2022-01-01", "2022-01-31"),
    ],
)
def test_early_mid_and_late_narrow_the_days(value: str, mod: str, first: str, last: str) -> None:
    assert days(value, mod) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("2022-01-17", "2022-01-18", "before"),
        ("2022-02", "2022-01-18", "after"),
        ("2022-01", "2022-01-18", "same"),
        ("202", "2022", "same"),
        ("2022-W03", "2022-01", "same"),
        ("2022-01-18T09:00", "2022-01-18T10:00", "before"),
        ("2021-12-31T01:00+03:00", "2021-12-30T17:00-05:00", "same"),
        ("2022-01-18T09:00", "2022-01-18T08:00Z", "same"),
        ("2022-01-18", "PAST_REF", None),
    ],
)
def test_values_compare_no_finer_than_both_are_known(one: str, other: str, order: str | None) -> None:
    assert compare(one, other) == order


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (-60, "year", "1962"),
        (-2, "day", "2022-01-16"),
        (-1, "week", "2022-W02"),
        (1, "weekend", "2022-W04-WE"),
        (-1, "month", "2021-12"),
        (-1, "quarter", "2021-Q4"),
        (0, "decade", "202"),
        (-1, "century", "19"),
        (-3, "hour", "2022-01-18"),
    ],
)
def test_a_shift_is_as_exact_as_its_unit(amount: int, unit: Unit, value: str) -> None:
    assert shift(date(2022, 1, 18), amount, unit) == value


def test_a_shift_beyond_the_calendar_is_none() -> None:
    assert shift(date(2022, 1, 18), -3000, "year") is None
    assert shift(date(2022, 1, 18), 10**12, "day") is None


def test_the_last_day_of_a_month_moves_to_the_last_of_a_shorter_one() -> None:
    assert move(date(2024, 3, 31), -1, "month") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("value", "amount", "unit", "moved"),
    [
        ("1989-Q3", -1, "year", "1988-Q3"),
        ("2022-01-18", 1, "week", "2022-01-25"),
        ("2022-02-28", -1, "year", "2021-02-28"),
        ("2022-01", 1, "day", None),
        ("PAST_REF", 1, "day", None),
    ],
)
def test_a_value_moves_as_exact_as_it_was(value: str, amount: int, unit: Unit, moved: str | None) -> None:
    assert shift_value(value, amount, unit) == moved


@pytest.mark.parametrize(
    ("value", "unit", "wider"),
    [
        ("2022-01-18", "month", "2022-01"),
        ("2022-01-18", "decade", "202"),
        ("2022-W05", "month", None),
        ("2022", "month", None),
    ],
)
def test_a_value_coarsens_only_where_it_is_known_so_exactly(value: str, unit: Unit, wider: str | None) -> None:
    assert coarser(value, unit) == wider


@given(DAYS, st.sampled_from(["day", "week", "weekend", *MONTHS]))
def test_a_day_lies_in_the_stretch_that_is_named_for_it(day: date, unit: Unit) -> None:
    covered = days(of_day(day, unit))

    assert covered is not None
    first, last = covered
    assert unit == "weekend" or first <= day <= last
    assert first <= last


@given(DAYS, st.integers(-400, 400), st.sampled_from(["day", "week"]))
def test_a_move_in_days_is_undone_by_its_opposite(day: date, amount: int, unit: Unit) -> None:
    there = move(day, amount, unit)

    assert there is not None
    assert move(there, -amount, unit) == day
    assert abs(there - day) == timedelta(days=abs(amount) * (7 if unit == "week" else 1))


@given(st.text(max_size=20))
def test_any_text_is_a_value_or_none(text: str) -> None:
    found = place(text)

    assert found is None or found.first <= found.last
