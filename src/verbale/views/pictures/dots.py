"""The timeline: a row an event or a round, in the order of their days."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from verbale.views.pages.dossiers.citing import number_words
from verbale.views.pages.dossiers.dots import SORTS, Dot, Dots
from verbale.views.pages.words import day_words
from verbale.views.pictures.canvas import GREY, INK, MARGIN, PALE, Box, Mark, Picture, Words, wrapped

_WIDTH = 1040
_LEFT = 130
"""Where the first day stands."""
_RIGHT = 640
_ROW = 26
_TOP = 56
_LETTER = 6.1
"""The breadth of a letter."""
_LEGEND = "The larger, the more independent articles tell it; hollow: planned, possible, cancelled or denied"
_LOOKS: Mapping[str, tuple[str, str]] = {
    "round": ("#1d3f72", "diamond"),
    "cooperation in words": ("#2b7a78", "circle"),
    "cooperation in deeds": ("#2f7d32", "square"),
    "conflict in words": ("#b8521b", "triangle-up"),
    "conflict in deeds": ("#a11d33", "triangle-down"),
}


def draw_timeline(dots: Dots, source: str) -> Picture:
    """Events and rounds by day; the colour and the form tell their sort, the size how many witnesses tell them."""
    rows = dots.dots
    height = _TOP + _ROW * max(1, len(rows)) + 10
    return Picture(
        title="What happened, by day",
        source=f"{source}{_missing(dots)}",
        alt=_alt(dots),
        width=_WIDTH,
        height=height,
        boxes=tuple(_lines(rows, height)),
        marks=(*_legend_marks(rows), *_marks(rows)),
        words=(*_legend_words(rows), *_labels(rows)),
    )


def _x(day: date, rows: tuple[Dot, ...]) -> float:
    first, last = rows[0].day, rows[-1].day
    return _LEFT + (_RIGHT - _LEFT) * (day - first) / max(last - first, timedelta(days=1))


def _y(row: int) -> float:
    return _TOP + _ROW * (row + 0.5)


def _marks(rows: tuple[Dot, ...]) -> Iterator[Mark]:
    for row, dot in enumerate(rows):
        colour, shape = _LOOKS[dot.sort]
        yield Mark(_x(dot.day, rows), _y(row), _area(dot.witnesses), shape, colour, hollow=not dot.happened)


def _area(witnesses: int) -> float:
    return 60.0 + 45 * (min(witnesses, 8) - 1)


def _lines(rows: tuple[Dot, ...], height: int) -> Iterator[Box]:
    """A faint line where another day begins, and one from the day to its dot."""
    for row, dot in enumerate(rows):
        if row == 0 or rows[row - 1].day != dot.day:
            yield Box(MARGIN, _y(row) - _ROW / 2, _WIDTH - MARGIN, _y(row) - _ROW / 2 + 0.7, PALE)
        yield Box(_LEFT - 8, _y(row) - 0.5, _x(dot.day, rows), _y(row) + 0.5, PALE)
    yield Box(MARGIN, height - 10, _WIDTH - MARGIN, height - 9.3, PALE)


def _labels(rows: tuple[Dot, ...]) -> Iterator[Words]:
    for row, dot in enumerate(rows):
        if row == 0 or rows[row - 1].day != dot.day:
            yield Words(MARGIN, _y(row), _short(dot.day), colour=GREY)
        x = _x(dot.day, rows) + 14
        yield Words(x, _y(row), wrapped(dot.words, int((_WIDTH - 10 - x) / _LETTER), 1))
    if not rows:
        yield Words(MARGIN, _y(0), "No article gives a day.", colour=GREY)


def _short(day: date) -> str:
    number, month, year = day_words(day).split(" ")
    return f"{number} {month[:3]} {year}"


def _used(rows: tuple[Dot, ...]) -> list[str]:
    return [one for one in SORTS if any(dot.sort == one for dot in rows)]


def _legend_marks(rows: tuple[Dot, ...]) -> Iterator[Mark]:
    for place, sort in enumerate(_used(rows)):
        colour, shape = _LOOKS[sort]
        yield Mark(MARGIN + 8 + 175 * place, 8, 80, shape, colour)


def _legend_words(rows: tuple[Dot, ...]) -> Iterator[Words]:
    for place, sort in enumerate(_used(rows)):
        yield Words(MARGIN + 22 + 175 * place, 8, sort, colour=INK)
    if rows:
        yield Words(
            MARGIN, 34, _LEGEND,
            size=11, colour=GREY,
        )  # fmt: skip


def _missing(dots: Dots) -> str:
    parts = []
    if dots.left_out:
        parts.append(f"{number_words(dots.left_out)} told by fewer")
    if dots.undated:
        parts.append(f"{number_words(dots.undated)} without a day")
    return f" Not shown: {'; '.join(parts)}." if parts else ""


def _alt(dots: Dots) -> str:
    told = (
        f"{day_words(one.day)}: {one.words} ({one.sort}, {number_words(one.witnesses)} independent)"
        for one in dots.dots
    )
    return "; ".join(told) or "No article gives a day."
