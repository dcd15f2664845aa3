"""From a place in the calendar as the words give it to a TIMEX3 value."""

from datetime import date

import pytest

from verbale.reading.drafts import Point, Shift
from verbale.reading.reckoning import Reference, holiday, reckon

TUESDAY = date(2022, 1, 18)


@pytest.mark.parametrize(
    ("point", "values"),
    [
        (Point(which=1, weekday=5), ("2022-01-21", "2022-01-28")),
        (Point(which=-1, weekday=1), ("2022-01-17", "2022-01-10")),
        (Point(which=-1, weekday=5), ("2022-01-14",)),
        (Point(which=1, weekday=2), ("2022-01-25",)),
        (Point(which=0, weekday=5), ("2022-01-21",)),
    ],
)
def test_last_and_next_weekday_have_both_readings_where_both_are_said(point: Point, values: tuple[str, ...]) -> None:
    assert reckon(point, Reference(TUESDAY)) == values


@pytest.mark.parametrize(
    ("point", "value"),
    [
        (Point(weekday=5), "XXXX-WXX-5"),
        (Point(weekday=5, hour="TMO"), "XXXX-WXX-5TMO"),
        (Point(month=12, day=17), "XXXX-12-17"),
        (Point(month=3), "XXXX-03"),
        (Point(part="SU"), "XXXX-SU"),
        (Point(part="WE"), "XXXX-WXX-WE"),
        (Point(hour="T14:05Z"), "XXXX-XX-XXT14:05Z"),
        (Point(Shift(-1, "day")), "PAST_REF"),
        (Point(Shift(0, "day")), "PRESENT_REF"),
        (Point(Shift(1, "week")), "FUTURE_REF"),
        (Point(Shift(-1, "year"), month=6), "XXXX-06"),
        (Point(holiday="12-25"), "XXXX-12-25"),
        (Point(holiday="GB:Good Friday"), "XXXX-XX-XX"),
        (Point(year=2014, month=9), "2014-09"),
        (Point(fixed="199"), "199"),
    ],
)
def test_without_a_day_of_publication_the_value_stays_open(point: Point, value: str) -> None:
    assert reckon(point, Reference(None)) == (value,)


@pytest.mark.parametrize(("direction", "value"), [("past", "2021-12-17"), ("future", "2022-12-17"), ("", "2021-12-17")])
def test_the_verb_decides_the_year_and_the_nearest_day_where_it_does_not(direction: str, value: str) -> None:
    reference = Reference(TUESDAY, "past" if direction == "past" else "future" if direction else "")

    assert reckon(Point(month=12, day=17), reference) == (value,)


def test_a_weekday_with_a_date_decides_the_year_against_the_verb() -> None:
    assert reckon(Point(month=3, day=15, weekday=1), Reference(TUESDAY, "future")) == ("2021-03-15",)


def test_a_quarter_to_compare_with_shifts_by_the_year() -> None:
    reference = Reference(date(2022, 11, 2), compared="2022-Q3")

    assert reckon(Point(Shift(-1, "year", measured=True)), reference) == ("2021-Q3",)
    assert reckon(Point(Shift(-1, "year")), reference) == ("2021",)


def test_an_academic_year_begins_in_autumn() -> None:
    assert reckon(Point(Shift(0, "year"), own_year="academic"), Reference(TUESDAY)) == ("2021",)
    assert reckon(Point(Shift(0, "year"), own_year="fiscal"), Reference(TUESDAY)) == ("2022",)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("US:Thanksgiving Day", 2021, "2021-11-25"),
        ("GR:Easter Monday:-1", 2022, "2022-04-24"),
        ("PL:Easter Sunday:49", 2022, "2022-06-05"),
        ("US:election", 2022, "2022-11-08"),
        ("AE:Eid al-Fitr", 2022, "2022-05-02"),
    ],
)
def test_a_movable_holiday_is_looked_up(name: str, year: int, day: str) -> None:
    assert holiday(name, year) == date.fromisoformat(day)


def test_a_holiday_that_nobody_knows_has_no_day() -> None:
    assert holiday("US:Feast of Norland", 2022) is None


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize(
    ("point", "value"),
    [
        (Point(month=5, weekday=1, nth=1), "XXXX-05"),
        (Point(weekday=5), "XXXX-WXX-5"),
        (Point(holiday="12-25"), "XXXX-12-25"),
        (Point(Shift(1, "week")), "FUTURE_REF"),
    ],
)
def test_a_day_at_the_end_of_the_calendar_is_no_day_of_publication(published: date, point: Point, value: str) -> None:
    assert reckon(point, Reference(published)) == (value,)


def test_the_story_may_come_to_the_last_day_of_the_calendar() -> None:
    point = Point(Shift(0, "day", "narrative"), which=1, weekday=1)

    assert reckon(point, Reference(TUESDAY, narrated="9999-12-31")) == ("XXXX-WXX-1",)
