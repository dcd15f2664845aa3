"""Asks the network: a text's pieces and shapes in, its scores out, stitched from windows."""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from verbale.encoding.decode import Emissions
from verbale.encoding.shapes import COLUMNS
from verbale.encoding.windows import Pieces, Window, windows

CLS, SEP = 101, 102
"""The vocabulary ids of a window's first and last piece."""

INPUTS = ("ids", "shapes", "mask")
OUTPUTS = ("roles", "times", "links", "sourceless")
"""What the network takes and gives, in the order of `Emissions`."""

BATCH = 16
"""Windows in one run of the network, all of one article: bounds the memory of a very long one."""


class Session(Protocol):
    """The network: an onnxruntime session, or a stand-in in tests."""

    def run(self, outputs: Sequence[str], inputs: dict[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        """The named outputs for the named inputs."""


def emit(pieces: Pieces, matrix: NDArray[np.int64], session: Session) -> Emissions:
    """The network's scores for each unit of a text, stitched from its windows.

    `matrix`: *Shape:* (pieces, columns). A unit's scores are those of its first piece.
    """
    cuts = windows(len(pieces))
    parts: list[list[NDArray[np.float32]]] = [[] for _ in OUTPUTS]
    for at in range(0, len(cuts), BATCH):
        some = cuts[at : at + BATCH]
        outputs = session.run(OUTPUTS, _inputs(pieces, matrix, some))
        for row, window in enumerate(some):
            keep = slice(window.first - window.start + 1, window.last - window.start + 1)
            for part, scores in zip(parts, outputs, strict=True):
                part.append(scores[row, keep])
    return Emissions(*(np.concatenate(part)[pieces.units] for part in parts))


def _inputs(pieces: Pieces, matrix: NDArray[np.int64], cuts: Sequence[Window]) -> dict[str, NDArray[Any]]:
    """The windows as the network takes them: [CLS], pieces, [SEP]; a text's windows are of one length."""
    length = max(window.end - window.start for window in cuts) + 2
    ids = np.zeros((len(cuts), length), dtype=np.int64)
    seen = np.zeros((len(cuts), length, len(COLUMNS)), dtype=np.int64)
    mask = np.zeros((len(cuts), length), dtype=np.float32)
    for row, window in enumerate(cuts):
        size = window.end - window.start
        ids[row, 0], ids[row, size + 1] = CLS, SEP
        ids[row, 1 : size + 1] = pieces.ids[window.start : window.end]
        seen[row, 1 : size + 1] = matrix[window.start : window.end]
        mask[row, : size + 2] = 1
    return dict(zip(INPUTS, (ids, seen, mask), strict=True))
