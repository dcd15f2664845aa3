"""How much there is in each year, month or day of a span of time, and what lies around it."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from verbale.views.pages.words import day_words, month_words


@dataclass(frozen=True, slots=True)
class Step:
    """A year, a month or a day."""

    words: str
    first: date
    last: date
    count: int
    height: int
    """From 0 to 100: the count, of the highest."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """The steps of a span of time."""

    words: str
    """Which span it is."""
    steps: tuple[Step, ...]
    wider: tuple[tuple[str, date | None, date | None], ...]
    """The spans around it, the widest first: their words and days."""
    undated: int = 0
    """How many are of no day."""


def zoom_of(days: Mapping[date | None, int], first: date | None, last: date | None) -> Zoom:
    """Years of a span over more than one year, months of one over more than one month, otherwise days."""
    dated = {day: count for day, count in days.items() if day is not None}
    begin, end = first or min(dated, default=None), last or max(dated, default=None)
    undated = days.get(None, 0)
    if begin is None or end is None:
        return Zoom("All days", (), (), undated)
    wider: list[tuple[str, date | None, date | None]] = []
    if first or last:
        wider.append(("All days", None, None))
    if (begin.year, begin.month) == (end.year, end.month):
        if first and last:
            wider.append((str(begin.year), date(begin.year, 1, 1), date(begin.year, 12, 31)))
            if begin == end:
                wider.append((month_words(begin), *_month(begin)))
        return Zoom(_words(begin, end), _steps(dated, _day, day_words), tuple(wider), undated)
    if begin.year == end.year:
        return Zoom(_words(begin, end), _steps(dated, _month, month_words), tuple(wider), undated)
    return Zoom(_words(begin, end), _steps(dated, _year, lambda day: str(day.year)), tuple(wider), undated)


def _words(begin: date, end: date) -> str:
    if begin == end:
        return day_words(begin)
    if (begin, end) == _month(begin):
        return month_words(begin)
    if (begin, end) == _year(begin):
        return str(begin.year)
    return f"{day_words(begin)} to {day_words(end)}"


Span = Callable[[date], tuple[date, date]]


def _steps(dated: Mapping[date, int], span: Span, words: Callable[[date], str]) -> tuple[Step, ...]:
    counts: dict[tuple[date, date], int] = {}
    for day, count in sorted(dated.items()):
        counts[span(day)] = counts.get(span(day), 0) + count
    most = max(counts.values(), default=1)
    return tuple(
        Step(words(first), first, last, count, max(1, round(100 * count / most)))
        for (first, last), count in counts.items()
    )


def _day(day: date) -> tuple[date, date]:
    return day, day


def _month(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, day.replace(day=monthrange(day.year, day.month)[1])


def _year(day: date) -> tuple[date, date]:
    return date(day.year, 1, 1), date(day.year, 12, 31)
