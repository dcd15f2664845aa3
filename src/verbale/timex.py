"""TIMEX3 values: what they say of the calendar, and arithmetic on them.

A value is the `value` of a TIMEX3 (TimeML 1.2.1, after TIDES TIMEX2 and ISO 8601): `2022-01-18`, `2022-01`,
`2022-W03`, `2022-W03-WE` (the weekend), `2022-SP`, `2022-Q1`, `2022-H1`, `2022`, `202` (the 2020s), `20` (the
21st century), `2022-01-18T14:05Z`, `2022-01-18TMO`. Values with an `X`, durations (`P3D`) and `PAST_REF` and its
kin have no place in the calendar: asked for their days they answer None.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, timedelta, timezone
from typing import Literal

Precision = Literal["minute", "hour", "day", "week", "month", "season", "quarter", "year", "decade", "century"]
Unit = Literal["second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "year", "decade", "century"]
Order = Literal["before", "same", "after"]

PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"

MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
"""How many months the larger units have."""

_DAYS = {"day": 1, "week": 7, "weekend": 7}

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month with which a season begins: the meteorologists' seasons of the northern half of the world. The
winter of a year is the one that begins in its December."""

_SHAPE = re.compile(
    r"""(?P<year>\d{4})
        (?: -(?P<month>0[1-9]|1[0-2]|XX) (?: -(?P<day>0[1-9]|[12]\d|3[01]|XX) )?
          | -W(?P<week>0[1-9]|[1-4]\d|5[0-3]|XX) (?: -(?P<weekday>[1-7]|WE) )?
          | -Q(?P<quarter>[1-4X]) | -H(?P<half>[12X]) | -(?P<season>SP|SU|FA|WI) )?
        (?: T (?: (?P<hour>[01]\d|2[0-4]) (?: :(?P<minute>[0-5]\d) (?: :[0-5]\d )? )?
                  (?P<zone>Z|[+-]\d\d:\d\d)? | MO|MI|AF|EV|NI|DT|AM|PM ) )?
      | (?P<decade>\d{3}) | (?P<century>\d{2})""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in the calendar: the days it covers, both included, and how exact it is."""

    first: date
    last: date
    precision: Precision
    moment: datetime | None = None
    """The hour or minute where the value names one; it has a time zone where the value has one."""


def place(value: str) -> Place | None:
    """Where the value stands in the calendar, or None where it has no such place (or isn't a value)."""
    shape = _SHAPE.fullmatch(value)
    if not shape or "X" in value:
        return None
    parts = {name: text for name, text in shape.groupdict().items() if text is not None}
    try:
        first, last, precision = _days(parts)
        return _with_moment(first, last, precision, parts)
    except (ValueError, OverflowError):
        return None


def precision(value: str) -> Precision | None:
    """How exact the value is; known for `XXXX-01-18` and its kin too, None for durations and references."""
    found = place(re.sub(r"^XXXX-WXX", "2000-W01", value).replace("XXXX-", "2000-"))
    return found.precision if found else None


def days(value: str, mod: str | None = None) -> tuple[date, date] | None:
    """The first and the last day that the value covers, narrowed to its beginning, middle or end by `mod`.

    The early, mid and late part of a decade or century is its first half, its middle fifth and its second half
    (the late 1990s are 1995 to 1999); of anything shorter it is a third (late January is the 21st to the 31st).
    """
    found = place(value)
    if found is None:
        return None
    if mod not in _SHARES or found.first == found.last:
        return found.first, found.last
    long, short = _SHARES[mod]
    return _share(found, *(long if found.precision in ("decade", "century") else short))


_SHARES = {
    "START": ((0.0, 0.5), (0.0, 1 / 3)),
    "MID": ((0.4, 0.7), (1 / 3, 2 / 3)),
    "END": ((0.5, 1.0), (2 / 3, 1.0)),
}


def compare(one: str, other: str) -> Order | None:
    """Which is earlier, told no finer than both are known; None where either has no place in the calendar.

    Two values of which one may lie in the other are the `same`: `2022-01-18` and `2022-01` are not told apart.
    Two times of day are compared where both have a time zone or neither has.
    """
    a, b = place(one), place(other)
    if a is None or b is None:
        return None
    if a.moment and b.moment and (a.moment.tzinfo is None) == (b.moment.tzinfo is None):
        return _ordered(a.moment < b.moment, b.moment < a.moment)
    return _ordered(a.last < b.first, b.last < a.first)


def coarser(value: str, unit: Unit) -> str | None:
    """The value at the coarser unit, `2022-01-18` at "month" being `2022-01`; None where it isn't known so exactly."""
    found = place(value)
    if found is None:
        return None
    at_first, at_last = of_day(found.first, unit), of_day(found.last, unit)
    return at_first if at_first == at_last else None


def of_day(day: date, unit: Unit) -> str:
    """The value of the day, week, month … in which the day lies. Units below the day give the day."""
    iso = day.isocalendar()
    match unit:
        case "week":
            return f"{iso.year:04}-W{iso.week:02}"
        case "weekend":
            return f"{iso.year:04}-W{iso.week:02}-WE"
        case "quarter":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case _:
            return day.isoformat()[: _WIDTHS.get(unit, 10)]


_WIDTHS = {"century": 2, "decade": 3, "year": 4, "month": 7}


def shift(day: date, amount: int, unit: Unit) -> str | None:
    """The day, week, month … that lies so many units later (earlier where negative) than the day's own.

    It is as exact as the unit: 60 years before 2022-01-18 is `1962`. None beyond the years 1 to 9999.
    """
    moved = move(day, amount, unit)
    return None if moved is None else of_day(moved, unit)


def move(day: date, amount: int, unit: Unit) -> date | None:
    """The day so many units later (earlier where negative); the 31st becomes the last of a shorter month."""
    try:
        if unit in MONTHS:
            return _move_months(day, amount * MONTHS[unit])
        return day + timedelta(days=amount * _DAYS.get(unit, 0))
    except (ValueError, OverflowError):
        return None


def shift_value(value: str, amount: int, unit: Unit) -> str | None:
    """The value so many units later, as exact as it was: a year before `1989-Q3` is `1988-Q3`.

    A value coarser than the unit can't be shifted by it: a day after `2022-01` is None.
    """
    found = place(value)
    own = _UNIT_OF.get(found.precision) if found else None
    if found is None or own is None or _LENGTH[own] > _LENGTH[unit]:
        return None
    moved = move(found.first, amount, unit)
    return None if moved is None else of_day(moved, own)


_UNIT_OF: dict[str, Unit] = {
    "minute": "day", "hour": "day", "day": "day", "week": "week", "month": "month",
    "quarter": "quarter", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip

_LENGTH: dict[str, int] = (
    {"second": 0, "minute": 0, "hour": 0, "weekend": 7} | _DAYS | {unit: months * 30 for unit, months in MONTHS.items()}
)


def _days(parts: dict[str, str]) -> tuple[date, date, Precision]:
    """The days that the named parts of a value cover. Raises `ValueError` for a day that no calendar has."""
    number = {name: int(text) for name, text in parts.items() if text.isdigit()}
    if "century" in parts:
        return _years(number["century"] * 100, 100, "century")
    if "decade" in parts:
        return _years(number["decade"] * 10, 10, "decade")
    year = number["year"]
    if "week" in parts:
        return _week(year, number["week"], parts.get("weekday"))
    if "day" in parts:
        day = date(year, number["month"], number["day"])
        return day, day, "day"
    return _months(year, parts, number)


def _months(year: int, parts: dict[str, str], number: dict[str, int]) -> tuple[date, date, Precision]:
    if "month" in parts:
        return *_stretch(year, number["month"], 1), "month"
    if "quarter" in parts:
        return *_stretch(year, number["quarter"] * 3 - 2, 3), "quarter"
    if "half" in parts:
        return *_stretch(year, number["half"] * 6 - 5, 6), "year"
    if "season" in parts:
        return *_stretch(year, SEASONS[parts["season"]], 3), "season"
    return *_stretch(year, 1, 12), "year"


def _week(year: int, week: int, weekday: str | None) -> tuple[date, date, Precision]:
    monday = date.fromisocalendar(year, week, 1)
    if weekday is None:
        return monday, monday + timedelta(6), "week"
    if weekday == "WE":
        return monday + timedelta(5), monday + timedelta(6), "week"
    day = date.fromisocalendar(year, week, int(weekday))
    return day, day, "day"


def _years(first: int, count: int, precision: Precision) -> tuple[date, date, Precision]:
    return date(max(first, 1), 1, 1), date(first + count - 1, 12, 31), precision


def _stretch(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    end = _move_months(first, count - 1)
    return first, end.replace(day=monthrange(end.year, end.month)[1])


def _move_months(day: date, months: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= years <= MAXYEAR:
        raise ValueError(years)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def _with_moment(first: date, last: date, precision: Precision, parts: dict[str, str]) -> Place:
    if "hour" not in parts:
        return Place(first, last, precision)
    zone = None if "zone" not in parts else _zone(parts["zone"])
    midnight = datetime(first.year, first.month, first.day, tzinfo=zone)
    moment = midnight + timedelta(hours=int(parts["hour"]), minutes=int(parts.get("minute", 0)))
    return Place(first, last, "minute" if "minute" in parts else "hour", moment)


def _zone(text: str) -> timezone:
    if text == "Z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[4:6])))


def _share(found: Place, start: float, end: float) -> tuple[date, date]:
    """The part of the days between two shares of 0 to 1; of a stretch of years, in whole years."""
    if found.precision in ("decade", "century"):
        years = found.last.year - found.first.year + 1
        first, last = found.first.year + round(years * start), found.first.year + round(years * end) - 1
        return date(first, 1, 1), date(last, 12, 31)
    count = (found.last - found.first).days + 1
    return found.first + timedelta(round(count * start)), found.first + timedelta(round(count * end) - 1)


def _ordered(before: bool, after: bool) -> Order:
    if before:
        return "before"
    return "after" if after else "same"
