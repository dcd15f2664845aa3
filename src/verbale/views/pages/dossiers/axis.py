"""Rounds on a time axis: where each stands between the first day and the last."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verbale.views.pages.dossiers.lines import Line
from verbale.views.pages.words import day_words, month_words

LENGTH = 1000
"""The length of the axis, in units of its own."""
_APART = 14
"""Two points nearer than this stand in rows of their own."""
_TICKS = 8
_FEW = 3


@dataclass(frozen=True, slots=True)
class Point:
    """One round on the axis."""

    at: int
    """From 0 to `LENGTH`."""
    row: int
    """0 on the axis; higher where others of its days stand below."""
    line: Line
    happened: bool
    """Whether it is told to have taken place."""


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a month; of a few weeks, a day."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The rounds that have a day, in its order."""

    points: tuple[Point, ...] = ()
    ticks: tuple[Tick, ...] = ()
    rows: int = 0


def axis_of(lines: Iterable[Line]) -> Axis:
    """The axis from the first to the last day of the lines; those without a day are not on it."""
    dated = sorted(((one.day, one) for one in lines if one.day), key=lambda one: one[0])
    if not dated:
        return Axis()
    first, last = _edges(dated[0][0], dated[-1][0])
    points: list[Point] = []
    for day, line in dated:
        at = _place(day, first, last)
        taken = {one.row for one in points if at - one.at < _APART}
        row = next(row for row in range(len(points) + 1) if row not in taken)
        happened = not {"planned", "possible", "cancelled", "denied"} & set(line.details)
        points.append(Point(at, row, line, happened))
    return Axis(tuple(points), tuple(_ticks(first, last)), max(one.row for one in points) + 1)


def _edges(first: date, last: date) -> tuple[date, date]:
    """A little room on either side, so that no point stands on an end."""
    room = timedelta(days=max(1, (last - first).days // 25))
    return max(first, date.min + room) - room, min(last, date.max - room) + room


def _place(day: date, first: date, last: date) -> int:
    return round(LENGTH * (day - first).days / (last - first).days)


def _ticks(first: date, last: date) -> Iterator[Tick]:
    months = tuple(_months(first, last))
    if len(months) < _FEW:
        days = (last - first).days
        for passed in range(0, days + 1, max(1, -(-days // (_TICKS - 1)))):
            day = first + timedelta(days=passed)
            yield Tick(_place(day, first, last), day_words(day).rpartition(" ")[0])
        return
    every = max(1, -(-len(months) // _TICKS))
    for day in _evenly(months, every):
        yield Tick(_place(day, first, last), month_words(day))


def _evenly(months: Sequence[date], every: int) -> Sequence[date]:
    """Every month, or those that a year or its parts begin with."""
    step = next((one for one in (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 12000) if one >= every), 120000)
    return [one for one in months if (one.year * 12 + one.month - 1) % step == 0]


def _months(first: date, last: date) -> Iterator[date]:
    year, month = first.year, first.month
    while date(year, month, 1) <= last:
        if date(year, month, 1) >= first:
            yield date(year, month, 1)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        if year > date.max.year:
            return
