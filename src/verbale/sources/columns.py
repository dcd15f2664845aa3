"""A typeset page in reading order: columns, lines, paragraphs, no running heads. Pure geometry, in points.

The order of text in a PDF is the order in which it was drawn. Here a gutter is a vertical strip that few
lines cross; the lines that do cross it (a headline over two columns) part the page into bands, and in each
band the left column is read before the right one.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from verbale.sources.words import words


class Run(NamedTuple):
    """Words that lie on one line: their box, with y growing upwards, and their text."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        return self.top - self.bottom


# Shares of a line's height, by typesetters' rules of thumb: the space between words is about a quarter of the type's
# size, in justified lines up to a half; a gutter is one size or more.
_WORD_GAP = 0.8
_SPACE = 0.12
# Estimates, as are the shares below: at most a quarter of the lines cross a gutter, such as headlines.
_CROSSING = 0.25
_FEWEST_LINES = 3
_EDGES_TRIED = 20
# Points by which a box is off where its first letter's ink begins late ("T", "j").
_RAGGED = 4.0
# A paragraph begins where the step from line to line is half as large again as usual, or with an indent.
_STEP = 1.45
_INDENT = 0.8
_SHORT = 0.85
_LINES_COMPARED = 10
_PAGE_NUMBER = re.compile(r"[-–—|\s]*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)
_EDGE = 2
_SENTENCE_END = (".", "!", "?", "”", '"', "’", ":", "»", ")")
_HYPHENS = ("-", "\u00ad", "\u2010", "\x02", "\ufffe")


def paragraphs(pages: Sequence[Sequence[Run]]) -> list[str]:
    """The document's paragraphs, in reading order."""
    ordered = [in_reading_order(lines_of(page)) for page in pages]
    lines = [line for page in _without_running_heads(ordered) for line in page]
    known = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).lower()))
    return [_joined([line.text for line in group], known) for group in _grouped(lines)]


def lines_of(runs: Iterable[Run]) -> list[Run]:
    """Runs that continue each other on one line, as one run; from the top to the bottom."""
    lines: list[Run] = []
    for run in sorted(runs, key=lambda one: (-round(one.bottom + one.top), one.left)):
        before = next((one for one in reversed(lines[-8:]) if _continues(one, run)), None)
        if before is None:
            lines.append(run)
        else:
            lines[lines.index(before)] = _together(before, run)
    return lines


def in_reading_order(lines: Sequence[Run]) -> list[Run]:
    """The lines, column by column."""
    gutter = _gutter(lines)
    if gutter is None:
        return sorted(lines, key=lambda one: -one.top)
    out: list[Run] = []
    for band in _bands(lines, gutter):
        out += band if len(band) == 1 else in_reading_order([one for one in band if one.right <= gutter])
        out += [] if len(band) == 1 else in_reading_order([one for one in band if one.right > gutter])
    return out


def _bands(lines: Sequence[Run], gutter: float) -> list[list[Run]]:
    """The lines between two that cross the gutter, and those that cross it one by one."""
    bands: list[list[Run]] = [[]]
    for line in sorted(lines, key=lambda one: -one.top):
        if line.left < gutter < line.right:
            bands += [[line], []]
        else:
            bands[-1].append(line)
    return [band for band in bands if band]


def _gutter(lines: Sequence[Run]) -> float | None:
    """The middle of the best strip between two columns; None where there is one column only."""
    best: tuple[int, float] | None = None
    for x in _edges_shared(lines):
        left, right = [one for one in lines if one.right <= x], [one for one in lines if one.left >= x]
        crossing = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < _FEWEST_LINES or crossing > _CROSSING * len(lines):
            continue
        if _side_by_side(left, right) and (best is None or crossing < best[0]):
            best = crossing, x
    return best[1] if best else None


def _edges_shared(lines: Sequence[Run]) -> list[float]:
    """Where several lines begin, from left to right: a column's left edge is among these places."""
    lefts = sorted(one.left for one in lines)
    sharing = {left: bisect_left(lefts, left + _RAGGED) - bisect_left(lefts, left) for left in lefts}
    most = sorted((left for left in sharing if sharing[left] >= _FEWEST_LINES), key=lambda left: -sharing[left])
    return sorted(left - 1 for left in most[:_EDGES_TRIED])


def _side_by_side(left: Sequence[Run], right: Sequence[Run]) -> bool:
    """Whether both columns have lines at the same heights, as many as the shorter has, or nearly."""
    beside = sum(any(one.bottom < other.top and other.bottom < one.top for other in right) for one in left)
    return beside * 2 >= min(len(left), len(right))


def _continues(line: Run, run: Run) -> bool:
    height = max(line.height, run.height)
    overlap = min(line.top, run.top) - max(line.bottom, run.bottom)
    return overlap > 0.4 * min(line.height, run.height) and -height < run.left - line.right < _WORD_GAP * height


def _together(line: Run, run: Run) -> Run:
    apart = run.left - line.right > _SPACE * max(line.height, run.height)
    space = " " if apart and not line.text.endswith(" ") and not run.text.startswith(" ") else ""
    text = line.text + space + run.text
    return Run(line.left, min(line.bottom, run.bottom), run.right, max(line.top, run.top), text)


def _without_running_heads(pages: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """The pages without page numbers, and without the top and bottom lines that come again on other pages."""
    edges = [_edges(page) for page in pages]
    seen = Counter(head for page in edges for head in {_head(line) for line in page})
    most = max(2, (len(pages) + 1) // 2)
    running = {head for head, count in seen.items() if count >= most}
    return [
        [line for line in page if line not in edge or not (_head(line) in running or _is_number(line, page))]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edges(page: Sequence[Run]) -> list[Run]:
    by_height = sorted(page, key=lambda one: -one.top)
    return [*by_height[:_EDGE], *by_height[-_EDGE:]]


def _head(line: Run) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()).lower())


def _is_number(line: Run, page: Sequence[Run]) -> bool:
    """Whether the line is a page number: it stands apart, and is not the end of a sentence (`in 2021-` / `22`)."""
    nearest = min((abs(line.top - other.top) for other in page if other is not line), default=line.height * 2)
    return nearest > _STEP * line.height and bool(_PAGE_NUMBER.fullmatch(line.text))


def _grouped(lines: Sequence[Run]) -> list[list[Run]]:
    """The lines of each paragraph; a paragraph may run on in the next column or on the next page."""
    steps = [above.top - below.top for above, below in pairwise(lines) if above.top > below.top]
    usual = median(steps) if steps else 0.0
    groups: list[list[Run]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _begins(group: Sequence[Run], line: Run, usual: float) -> bool:
    before = group[-1]
    text = before.text.rstrip()
    if line.top >= before.top:  # the next column or page
        return text.endswith(_SENTENCE_END) or not line.text.lstrip()[:1].islower()
    if before.top - line.top > _STEP * usual or abs(line.height - before.height) > 0.35 * max(
        line.height, before.height
    ):
        return True
    column = _same_column(group)
    flush = column[1:] if len(column) == len(group) else column  # a paragraph's first line may be indented itself
    if flush and line.left - min(one.left for one in flush) > _INDENT * line.height:
        return True
    widest = max(one.right for one in (*column, line))
    return text.endswith(_SENTENCE_END) and before.right < line.left + _SHORT * (widest - line.left)


def _same_column(group: Sequence[Run]) -> Sequence[Run]:
    """The last lines of a paragraph as far as they lie in one column."""
    for number in range(len(group) - 1, max(0, len(group) - _LINES_COMPARED), -1):
        if group[number].top >= group[number - 1].top:
            return group[number:]
    return group[-_LINES_COMPARED:]


def _joined(texts: Sequence[str], known: Counter[str]) -> str:
    """One paragraph of its lines, with the hyphens of line breaks undone."""
    out = ""
    for text in (one.strip() for one in texts):
        if out.endswith(_HYPHENS) and out[-2:-1].isalnum() and text[:1].isalpha():
            out = _unhyphenated(out, text, known) + text
        else:
            out = f"{out} {text}" if out else text
    return out


def _unhyphenated(out: str, text: str, known: Counter[str]) -> str:
    """What stands before a line break without its hyphen, unless the hyphen belongs to the word."""
    first = re.search(r"[^\W_]*$", out[:-1])
    second = re.match(r"[^\W\d_]+", text)
    before, after = (first[0] if first else "").lower(), (second[0] if second else "").lower()
    if known[f"{before}-{after}"] > known[before + after] or not text[0].islower() or not before:
        return out[:-1] + "-"
    return out[:-1] + ("-" if before in words().compounds.words and not known[before + after] else "")
