"""Days as pages, addresses and e-mails write them. A form that allows two days gives none.

htmldate's `find_date` is not used: held against our cases it took a caption's day, a script's day, the day of
modification and the first of January of a copyright year for the day of publication, and 04/09/2021 for
4 September.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_FORMS = re.compile(
    r"(?<![\d/.-])(?:"
    r"(?P<y1>\d{4})(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})(?!\d)"  # 2022-01-18, 2022/1/18
    r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+" + _MONTH.format("m2") + r",?[\s-]+(?P<y2>\d{4})(?!\d)"
    r"|(?P<d4>\d{1,2})(?P<sep4>[/.])(?P<m4>\d{1,2})(?P=sep4)(?P<y4>\d{4})(?!\d|[./-]\d)"
    r")|(?<![^\W\d_])" + _MONTH.format("m3") + r"\s+(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{4})(?!\d)",
    re.IGNORECASE,
)
_ISO_START = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-]([01]?\d)[/-]([0-3]?\d)(?=[/?#.-]|$)")
_CHANGED = re.compile(r"(?:updat|modif|edit|correct|chang|revis)\w*\W*(?:on|at)?\W*(?:\w+day,?\s*)?$", re.IGNORECASE)
_AROUND_A_DAY = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|first|last|published|posted|updated|modified"
    r"|issued|dated?|released?|publication|on|at|of|gmt|utc|[ap]\.?m|[ecmpbj]?[sde]?t|cest|local|time)\b\.?"
    r"|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\b\.?)?|[+-]\d{2}:?\d{2}\b|[^\w]",
    re.IGNORECASE,
)


class Written(NamedTuple):
    """A day found in a text: where it stands, and whether the words before it speak of a change."""

    day: date
    start: int
    end: int
    changed: bool


def iso_day(value: str) -> date | None:
    """The day with which a time stamp begins (2022-01-18, 20220118T1000Z), as its own time zone counts it."""
    found = _ISO_START.match(value)
    return _day(*found.groups()) if found else None


def stamped_day(value: str, region: str = "") -> date | None:
    """The day of a metadata value: a time stamp, or exactly one written day."""
    days = {one.day for one in written_days(value, region)}
    return iso_day(value) or (days.pop() if len(days) == 1 else None)


def written_days(text: str, region: str = "") -> Iterator[Written]:
    """Every day that the text writes out in full, in order.

    `region` is the country of the page's language tag ("US", "GB"): it alone decides whether 04/09/2021
    is in April or in September; without it such a day is left out.
    """
    for found in _FORMS.finditer(text):
        day = _day_of(found, region)
        if day:
            yield Written(day, found.start(), found.end(), bool(_CHANGED.search(text[: found.start()][-40:])))


def is_day_line(text: str) -> bool:
    """Whether the text is a day and nothing else but labels, a weekday and a time of day."""
    if len(text) > 120 or not next(written_days(text), None):
        return False
    return not _AROUND_A_DAY.sub("", _FORMS.sub("", text)).strip()


def day_in_address(url: str) -> date | None:
    """The day in /2022/01/18/ or /2022-01-18-talks; /2021/04/92713 is a number and no day."""
    found = _ADDRESS.search(url)
    return _day(*found.groups()) if found else None


def _day_of(found: re.Match[str], region: str) -> date | None:
    if found["y1"]:
        return _day(found["y1"], found["m1"], found["d1"])
    if found["y2"]:
        return _day(found["y2"], _month(found["m2"]), found["d2"])
    if found["y3"]:
        return _day(found["y3"], _month(found["m3"]), found["d3"])
    day_first, month_first = (
        _day(found["y4"], found["m4"], found["d4"]),
        _day(found["y4"], found["d4"], found["m4"]),
    )
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    if found["sep4"] == "." or (region and region.upper() != "US"):  # nobody writes 09.04.2021 for September
        return day_first
    return month_first if region else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if 1500 <= found.year <= 2200 else None
