"""Reckoning: the TIMEX3 value of a place in the calendar, counted from the day of publication or from the story's.

"Friday" is a day of the week around the publication, "December 17" of the years around it: the nearest one, where
the verb doesn't point the other way. Pure: what isn't known stays `X`, or keeps only its direction (`PAST_REF`).
"""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from verbale.reading.drafts import Direction, Point, Shift
from verbale.timex import FUTURE, PAST, PRESENT, Place, move, of_day, place, shift, shift_value

AGAINST_THE_VERB = {"past": 8.0, "future": 50.0, "since": 1000.0}
"""How many times farther a day counts as being where it lies on the other side of the publication than the verb
points to. Found on TimeML's training split: 4 to 20 are alike there; 1 (the nearest day) and 1,000 (the verb alone)
lose one in twenty. A verb that points ahead is hardly ever wrong, one that points back may only govern a noun
("declared a dividend payable Dec. 1")."""

FIGURES_LAG = 6.0
"""The same for quarters: the third quarter is mostly the one whose figures are out, whatever the verb."""

SCHOOL_BEGINS = 8
"""Months of the year before a school or academic year begins, in September: so in most of the northern world."""


@dataclass(frozen=True, slots=True)
class Reference:
    """From where an expression counts."""

    published: date | None
    direction: Direction = ""
    narrated: str = ""
    """The value of the day, week, month or year that the text has come to; may be empty."""
    compared: str = ""
    """The quarter or month whose figures the sentence gives, with which "a year earlier" compares; may be empty."""
    day: str = ""
    """The value of the day that the sentence names beside an hour; may be empty."""


def reckon(point: Point, reference: Reference) -> tuple[str, ...]:
    """The value of the point, then those of its other readings ("next Friday" on a Wednesday), if any."""
    if point.fixed:
        return (point.fixed,)
    if reference.published and reference.published.year not in _COUNTABLE:
        reference = replace(reference, published=None)
    if point.shift is not None:
        return (_shifted(point, point.shift, reference),)
    if point.month or point.part not in ("", "WE") or point.holiday:
        value = _in_year(point, reference)
        found = place(value) if point.part == "W" else None
        return ((of_day(found.first, "week") if found else value) + point.hour,)
    if point.year:
        return (f"{point.year:04}",)
    if point.weekday or point.part:
        return tuple(value + point.hour for value in _in_week(point, reference))
    own = of_day(reference.published, "day") if reference.published else "XXXX-XX-XX"
    return ((reference.day or own) + point.hour,)


_COUNTABLE = range(10, 9990)
"""Years of publication around which there are others to count in; nothing was written in any other."""


def _shifted(point: Point, one: Shift, reference: Reference) -> str:
    """The value of what is counted from a day: "two weeks ago", "Monday last week", "the next morning"."""
    base = _base(one, point, reference)
    if base is None and (point.month or point.part):
        return _composed("XXXX", point)
    if base is None and point.weekday:
        return f"XXXX-WXX-{point.weekday}"
    if base is None:
        return PAST if one.amount < 0 else FUTURE if one.amount > 0 else PRESENT
    if point.month or point.part:
        return _composed(base[:4], point) + point.hour
    found = place(base if one.unit == "day" else f"{base}-{point.weekday}") if point.weekday else None
    if found and point.weekday and one.unit == "day":
        ahead = (point.weekday - found.first.isoweekday()) % 7
        day = move(found.first, _weeks_away(ahead, point.which, ""), "day")
        return day.isoformat() if day else f"XXXX-WXX-{point.weekday}"
    return (found.first.isoformat() if found else base) + point.hour


def _base(one: Shift, point: Point, reference: Reference) -> str | None:
    """The day, week, month or year that lies the shift away from the publication or from where the text has come to."""
    compared = reference.compared
    if one.unit == "year" and one.measured and compared and not point.own_year:
        return shift_value(compared, one.amount, one.unit)
    if one.unit == "quarter" and one.origin == "narrative":
        if "Q" in compared:
            return compared
        one = Shift(-1, "quarter")
    start = _start(one, point, reference)
    return None if start is None else shift(start, one.amount, one.unit)


def _composed(year: str, point: Point) -> str:
    if point.month and point.day:
        return f"{year}-{point.month:02}-{point.day:02}"
    return f"{year}-{point.month:02}" if point.month else f"{year}-{point.part}"


def _start(one: Shift, point: Point, reference: Reference) -> date | None:
    """The day from which the shift counts."""
    told = place(reference.narrated) if one.origin == "narrative" else None
    if told and reference.published and one.amount < 0 and told.first > reference.published:
        told = None  # "a year earlier" than what is only planned is a year before the publication
    start = told.first if told else reference.published
    if start is not None and point.own_year == "academic":
        return move(start, -SCHOOL_BEGINS, "month")
    return start


def _in_year(point: Point, reference: Reference) -> str:
    """A month, day, season, quarter or holiday: of the year that is named, or of the likeliest year."""
    if point.year:
        return _of_year(point, point.year) or _composed(f"{point.year:04}", point)
    if reference.published is None:
        return "XXXX-XX-XX" if ":" in point.holiday else _of_year(point, None) or "XXXX"
    around = range(reference.published.year - 2, reference.published.year + 3)
    found = [(value, where) for year in around if (value := _of_year(point, year)) and (where := place(value))]
    right = [one for one in found if point.weekday in (None, one[1].first.isoweekday())] or found
    near = sorted(right, key=lambda one: _distance(one[1], point, reference))
    return near[0][0] if near else _composed("XXXX", point)


def _of_year(point: Point, year: int | None) -> str:
    """The value in the year, or in a year not known; empty where the year has no such holiday."""
    written = "XXXX" if year is None else f"{year:04}"
    if point.nth and point.weekday and point.month and year is not None:
        return _nth_weekday(date(year, point.month, 1), point.weekday, point.nth)
    if not point.holiday:
        return _composed(written, point)
    if ":" not in point.holiday:
        return f"{written}-{point.holiday}"
    day = None if year is None else holiday(point.holiday, year)
    return day.isoformat() if day else ""


def _nth_weekday(first: date, weekday: int, nth: int) -> str:
    day = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return day.isoformat() if day.month == first.month else ""


def _distance(where: Place, point: Point, reference: Reference) -> float:
    """How far the days are from the publication, in days; more where the words or the verb point the other way."""
    published = reference.published or where.first
    after, before = (where.first - published).days, (published - where.last).days
    far = float(max(after, before, 0))
    if point.which == 0:
        return far + 100_000 * abs(where.first.year - published.year)
    if point.which is not None:
        inside = far == 0
        wrong = (point.which < 0 and (inside or after > 0)) or (point.which > 0 and (inside or before > 0))
        return far + (100_000 if wrong else 0)
    against = before > 0 if reference.direction == "future" else after > 0
    factor = FIGURES_LAG if point.part[:1] == "Q" else AGAINST_THE_VERB.get(reference.direction, 1)
    return far * (factor if against and reference.direction else 1)


def _in_week(point: Point, reference: Reference) -> tuple[str, ...]:
    """A weekday or weekend near the publication; the second value is the other reading of "last" and "next"."""
    if reference.published is None:
        return ("XXXX-WXX-WE" if point.part else f"XXXX-WXX-{point.weekday}",)
    weekday = point.weekday or 6
    ahead = (weekday - reference.published.isoweekday()) % 7
    if point.part and reference.published.isoweekday() == 7:
        ahead = -1
    chosen = _weeks_away(ahead, point.which, reference.direction)
    days = [reference.published + timedelta(chosen)]
    other = 7 if point.which == 1 else -7
    if point.which in (-1, 1) and days[0].isocalendar()[:2] == reference.published.isocalendar()[:2]:
        days.append(days[0] + timedelta(other))
    return tuple(of_day(day, "weekend" if point.part else "day") for day in days)


def _weeks_away(ahead: int, which: int | None, direction: str) -> int:
    """How many days to the weekday that is meant, the next one being `ahead` (0 to 6) days away."""
    if which == 1:
        return ahead if ahead > 0 else ahead + 7
    if which == -1:
        return ahead - 7
    if which == 0:
        return ahead if direction not in ("past", "since") else (ahead - 7 if ahead else 0)
    return ahead if direction == "future" or ahead <= 0 else ahead - 7


def holiday(name: str, year: int) -> date | None:
    """The day of a movable holiday in the year, or None where it isn't known.

    It is named as country, name and, where it is another than the named one, days from it: `US:Thanksgiving Day`,
    `GR:Easter Monday:-1`. `US:election` is the first Tuesday after a Monday in November of even years.
    """
    country, wanted, *apart = name.split(":")
    if wanted == "election":
        first = date(year, 11, 1)
        return first + timedelta(-first.weekday() % 7 + 1) if year % 2 == 0 else None
    days = sorted(_holidays(country, wanted, year))
    return days[0] + timedelta(int(apart[0]) if apart else 0) if days else None


def _holidays(country: str, wanted: str, year: int) -> Iterator[date]:
    import holidays  # noqa: PLC0415 takes a third of a second, and few articles name a movable holiday

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # years that the package doesn't know give no day: nobody need be told
        known = holidays.country_holidays(country, years=year, language="en_US")
    for day, title in known.items():
        if wanted in title.split("; "):
            yield day
