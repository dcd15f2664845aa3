"""A text as word pieces, cut into windows that the encoder can take."""

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from unicodedata import category

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

SIZE = 254
"""Word pieces in a window, without its [CLS] and [SEP]."""

OVERLAP = 64
"""Word pieces that a window shares with the next, so that each has 32 of context at least."""


@dataclass(frozen=True)
class Pieces:
    """A text's word pieces, and the units (words, marks) that they make up: tags belong to units."""

    ids: NDArray[np.int64]
    """*Shape:* (pieces,). Vocabulary ids, without special tokens."""
    spans: NDArray[np.int32]
    """*Shape:* (pieces, 2). `[start, end)` in code points of the text."""
    units: NDArray[np.int32]
    """*Shape:* (units,). The first piece of each unit."""

    def __len__(self) -> int:
        return len(self.ids)

    def unit_spans(self) -> NDArray[np.int32]:
        """*Shape:* (units, 2). Where each unit stands in the text."""
        if not len(self.units):
            return np.zeros((0, 2), dtype=np.int32)
        last = np.append(self.units[1:], len(self)) - 1
        return np.stack([self.spans[self.units, 0], self.spans[last, 1]], axis=1)


class Window(NamedTuple):
    """Pieces `[start, end)` that the encoder sees together, of which it answers for `[first, last)`."""

    start: int
    end: int
    first: int
    last: int


def cut(text: str, tokenizer: Tokenizer) -> Pieces:
    """The text's word pieces."""
    encoded = tokenizer.encode(text, add_special_tokens=False)
    ids = np.array(encoded.ids, dtype=np.int64)
    offsets = [(start, _with_marks(text, end)) for start, end in encoded.offsets]
    spans = np.array(offsets, dtype=np.int32).reshape(-1, 2)
    starts = [index for index, piece in enumerate(encoded.tokens) if not piece.startswith("##")]
    return Pieces(ids, spans, np.array(starts, dtype=np.int32))


def _with_marks(text: str, end: int) -> int:
    """The end moved past combining marks, which the tokenizer drops: they belong to the letter before."""
    while end < len(text) and category(text[end]) == "Mn":
        end += 1
    return end


def windows(pieces: int, size: int = SIZE, overlap: int = OVERLAP) -> tuple[Window, ...]:
    """Windows over so many pieces; each is answered for by the window that shows most of its context."""
    if pieces <= size:
        return (Window(0, pieces, 0, pieces),) if pieces else ()
    count = -(-(pieces - overlap) // (size - overlap))
    starts = [round(index * (pieces - size) / (count - 1)) for index in range(count)]
    borders = [
        0,
        *((later + start + size) // 2 for start, later in pairwise(starts)),
        pieces,
    ]
    return tuple(Window(start, start + size, borders[index], borders[index + 1]) for index, start in enumerate(starts))
