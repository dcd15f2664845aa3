"""Training examples: an article's word pieces with their tags and links, and the windows cut from them.

The marks of some articles are roughened on the way (a mark dropped, moved to the wrong side, of another
style), since the corpora are tidier than the news that Verbale reads. All of it keeps the length of the text,
and so the annotators' offsets.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from verbale.encoding.labels import ROLE_TAGS, TIME_TAGS, Tagset
from verbale.encoding.network import CLS, SEP
from verbale.encoding.shapes import Inventory, Word, shapes
from verbale.encoding.windows import SIZE, Pieces, cut

PAD = 0

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Labelled:
    """One article as its annotators left it. Offsets are code points of `text`."""

    task: str
    """roles or times."""
    text: str
    words: tuple[Word, ...]
    spans: tuple[tuple[str, int, int], ...]
    """Kind (a role or a TIMEX3 type), start, end."""
    links: tuple[tuple[int, int], ...] = ()
    """Pairs of places in `spans`: a content and its cue, a cue and its source."""


@dataclass(frozen=True)
class Example:
    """One article as arrays. `ends` holds the first and last unit of each span."""

    task: str
    pieces: Pieces
    shapes: Ints
    tags: Ints
    ends: Ints
    kinds: tuple[str, ...]
    links: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Piece:
    """A window of an example: units `[first, last)`."""

    example: Example
    first: int
    last: int


@dataclass(frozen=True)
class Batch:
    """Windows of one task as tensors; `heads`: where each unit's first piece stands ([CLS] is piece 0)."""

    task: str
    windows: tuple[Piece, ...]
    ids: Tensor
    shapes: Tensor
    mask: Tensor
    heads: Tensor
    unit_mask: Tensor
    tags: Tensor


def tagset(task: str) -> Tagset:
    """The tags of a task's head."""
    return ROLE_TAGS if task == "roles" else TIME_TAGS


def example(labelled: Labelled, tokenizer: Tokenizer, inventory: Inventory) -> Example:
    """The article as arrays; a span that no unit overlaps is left out with its links."""
    pieces = cut(labelled.text, tokenizer)
    units = pieces.unit_spans()
    tags = np.zeros(len(units), dtype=np.int64)
    ends: list[tuple[int, int]] = []
    kinds: list[str] = []
    place: dict[int, int] = {}
    own = tagset(labelled.task)
    # Longest first, so that a span inside another of its kind keeps its own tags.
    order = sorted(range(len(labelled.spans)), key=lambda i: labelled.spans[i][1] - labelled.spans[i][2])
    for index in order:
        kind, start, end = labelled.spans[index]
        first = int(np.searchsorted(units[:, 1], start, side="right"))
        last = int(np.searchsorted(units[:, 0], end, side="left")) - 1
        if last < first:
            continue
        place[index] = len(ends)
        ends.append((first, last))
        kinds.append(kind)
        tags[first : last + 1] = own.inside(kind)
        tags[first] = own.begin(kind)
    # A span that goes on after another inside it begins anew: the CRF forbids all else, at a loss of 10,000.
    tags[1:][~own.allowed[tags[:-1], tags[1:]]] -= 1
    links = tuple((place[a], place[b]) for a, b in labelled.links if a in place and b in place)
    matrix = shapes(labelled.text, pieces.spans, labelled.words, inventory)
    return Example(
        labelled.task,
        pieces,
        matrix,
        tags,
        np.array(ends, dtype=np.int64).reshape(-1, 2),
        tuple(kinds),
        links,
    )


def cut_windows(one: Example, random: Random | None, size: int = SIZE) -> Iterator[Piece]:
    """Windows that cover the example once, the first of a random length where `random` is given.

    A unit of more pieces than a window holds (an address of a page, say) is left out.
    """
    borders = _borders(one)
    first, length = 0, random.randrange(size // 4, size) if random else size
    while first < len(borders) - 1:
        last = int(np.searchsorted(borders, borders[first] + length, side="right")) - 1
        if last > first:
            yield Piece(one, first, last)
        elif length == size:
            last += 1
        first, length = last, size


def _borders(one: Example) -> Ints:
    """The first piece of each unit, and the end of the last."""
    return np.append(one.pieces.units, len(one.pieces)).astype(np.int64)


def batch(windows: tuple[Piece, ...]) -> Batch:
    """The windows as padded tensors; all must be of one task."""
    borders = [_borders(window.example) for window in windows]
    starts = [int(own[window.first]) for own, window in zip(borders, windows, strict=True)]
    stops = [int(own[window.last]) for own, window in zip(borders, windows, strict=True)]
    length = max(stop - start for start, stop in zip(starts, stops, strict=True)) + 2
    units = max(window.last - window.first for window in windows)
    ids = np.full((len(windows), length), PAD, dtype=np.int64)
    matrix = np.zeros((len(windows), length, windows[0].example.shapes.shape[1]), dtype=np.int64)
    mask = np.zeros((len(windows), length), dtype=np.float32)
    heads = np.zeros((len(windows), units), dtype=np.int64)
    tags = np.zeros((len(windows), units), dtype=np.int64)
    unit_mask = np.zeros((len(windows), units), dtype=np.float32)
    for row, (window, start, stop) in enumerate(zip(windows, starts, stops, strict=True)):
        one, many, count = window.example, stop - start, window.last - window.first
        ids[row, 0], ids[row, many + 1] = CLS, SEP
        ids[row, 1 : many + 1] = one.pieces.ids[start:stop]
        matrix[row, 1 : many + 1] = one.shapes[start:stop]
        mask[row, : many + 2] = 1
        heads[row, :count] = one.pieces.units[window.first : window.last] - start + 1
        tags[row, :count] = one.tags[window.first : window.last]
        unit_mask[row, :count] = 1
    tensors = [torch.from_numpy(array) for array in (ids, matrix, mask, heads, unit_mask, tags)]
    return Batch(windows[0].example.task, windows, *tensors)


def spans_of(window: Piece) -> dict[int, tuple[str, int, int]]:
    """The spans that begin and end inside the window, by their place in the example; units of the window."""
    out = {}
    for index, (first, last) in enumerate(window.example.ends.tolist()):
        if first >= window.first and last < window.last:
            out[index] = (window.example.kinds[index], first - window.first, last - window.first)
    return out


def batches(examples: Iterable[Example], size: int, random: Random | None) -> list[Batch]:
    """All windows of the examples, as batches of one task each; shuffled where `random` is given."""
    out = []
    examples = list(examples)
    for task in sorted({one.task for one in examples}):
        windows = [window for one in examples if one.task == task for window in cut_windows(one, random)]
        if random:
            random.shuffle(windows)
        # Windows of a length beside one another waste little on padding; chunks keep the order random.
        for chunk in range(0, len(windows), 16 * size):
            near = sorted(windows[chunk : chunk + 16 * size], key=lambda window: window.last - window.first)
            out += [batch(tuple(near[at : at + size])) for at in range(0, len(near), size)]
    if random:
        random.shuffle(out)
    return out


_STYLES = (('"', '"'), ("«", "»"), ("„", "“"), ("”", "”"), ("'", "'"), ("‘", "’"))


def roughened(labelled: Labelled, random: Random) -> Labelled:
    """The same article with its quotation marks spoiled in one of three ways, length and offsets kept."""
    marks = list(labelled.text)
    way = random.choice(("style", "drop", "glue", "style"))
    style = random.choice(_STYLES)
    for at, mark in enumerate(marks):
        if mark not in '“”"':
            continue
        opens = mark == "“" or (mark == '"' and (at == 0 or marks[at - 1].isspace()))
        if way == "style":
            marks[at] = style[0] if opens else style[1]
        elif way == "drop" and random.random() < 0.25:
            marks[at] = " "
        elif way == "glue" and not opens and at + 1 < len(marks) and marks[at + 1] == " ":
            marks[at], marks[at + 1] = " ", mark
    return replace(labelled, text="".join(marks))
