"""Asks the network: a text's pieces and shapes in, its scores out, stitched from windows."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from verbale.encoding.decode import Emissions
from verbale.encoding.shapes import COLUMNS
from verbale.encoding.windows import Pieces, Window, windows

CLS, SEP = 101, 102
"""The vocabulary ids of a window's first and last piece."""

INPUTS = ("ids", "shapes", "mask")
OUTPUTS = ("roles", "times", "links", "sourceless", "middle")
"""What the network takes and gives, in the order of `Emissions`."""


class Session(Protocol):
    """The network: an onnxruntime session, or a stand-in in tests."""

    def run(self, outputs: Sequence[str], inputs: dict[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        """The named outputs for the named inputs."""


def emit(pieces: Pieces, matrix: NDArray[np.int64], session: Session, *, threads: int = 1) -> Emissions:
    """The network's scores for each unit of a text, put together from its windows.

    `matrix`: *Shape:* (pieces, columns). A unit's scores are those of its first piece. The network is asked for one
    window at a time (on each of the threads): together they would need more memory, be scaled by one another's values
    and take no less time. A window on each thread is faster than two threads on a window, and says the same.
    """

    def answer(window: Window) -> list[NDArray[np.float32]]:
        kept = slice(window.first - window.start + 1, window.last - window.start + 1)
        return [scores[0, kept] for scores in session.run(OUTPUTS, _inputs(pieces, matrix, window))]

    with ThreadPoolExecutor(threads) as pool:
        answers = list(pool.map(answer, windows(len(pieces), pieces.paragraphs)))
    return Emissions(*(np.concatenate(part)[pieces.units] for part in zip(*answers, strict=True)))


def _inputs(pieces: Pieces, matrix: NDArray[np.int64], window: Window) -> dict[str, NDArray[Any]]:
    """The window as the network takes it, a batch of one: [CLS], pieces, [SEP]."""
    ids = np.array([[CLS, *pieces.ids[window.start : window.end], SEP]], dtype=np.int64)
    seen = np.zeros((1, ids.shape[1], len(COLUMNS)), dtype=np.int64)
    seen[0, 1:-1] = matrix[window.start : window.end]
    return dict(zip(INPUTS, (ids, seen, np.ones(ids.shape, dtype=np.float32)), strict=True))
