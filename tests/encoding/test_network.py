"""A text's scores, stitched from its windows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from verbale.encoding.network import CLS, SEP, emit
from verbale.encoding.shapes import COLUMNS
from verbale.encoding.windows import SIZE, Pieces, windows

FIRST_ID = 1000


class Echo:
    """A network that answers with what it saw: each piece's id, and the id that its window begins with."""

    def __init__(self) -> None:
        self.seen: list[dict[str, NDArray[Any]]] = []

    def run(self, outputs: Sequence[str], inputs: dict[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        self.seen.append(inputs)
        ids = inputs["ids"].astype(np.float32)
        answers = {
            "roles": ids[:, :, None],
            "times": np.broadcast_to(ids[:, 1:2, None], (*ids.shape, 1)),
            "links": ids[:, :, None, None],
            "sourceless": inputs["shapes"][:, :, 0].astype(np.float32),
            "middle": ids[:, :, None],
        }
        return [answers[name] for name in outputs]


def text_of(pieces: int, unit: int = 1) -> tuple[Pieces, NDArray[np.int64]]:
    """A text whose piece 7 has the id 1007 and the shapes 7, 7, 7, 7, 7; units of so many pieces."""
    numbers = np.arange(pieces)
    spans = np.stack([numbers, numbers + 1], axis=1).astype(np.int32)
    units = np.arange(0, pieces, unit, dtype=np.int32)
    return Pieces(numbers + FIRST_ID, spans, units), np.repeat(numbers[:, None], len(COLUMNS), axis=1)


@pytest.mark.parametrize("pieces", [1, 2, SIZE, SIZE + 1, 1000, SIZE * 16])
@pytest.mark.parametrize("unit", [1, 3])
def test_a_unit_has_the_scores_of_its_first_piece(pieces: int, unit: int) -> None:
    emissions = emit(*text_of(pieces, unit), Echo())

    firsts = list(range(0, pieces, unit))
    assert (emissions.roles[:, 0] - FIRST_ID).tolist() == firsts
    assert (emissions.links[:, 0, 0] - FIRST_ID).tolist() == firsts
    assert emissions.sourceless.tolist() == firsts


@pytest.mark.parametrize("pieces", [5, SIZE + 1, 1000])
def test_a_unit_has_the_scores_of_the_window_that_answers_for_it(pieces: int) -> None:
    emissions = emit(*text_of(pieces), Echo())

    asked = (emissions.times[:, 0] - FIRST_ID).tolist()
    assert asked == [window.start for window in windows(pieces) for _ in range(window.first, window.last)]


def test_a_window_stands_between_its_marks() -> None:
    echo = Echo()
    emit(*text_of(3), echo)

    (seen,) = echo.seen
    assert seen["ids"].tolist() == [[CLS, 1000, 1001, 1002, SEP]]
    assert seen["mask"].tolist() == [[1] * 5]
    assert seen["shapes"][0, :, 0].tolist() == [0, 0, 1, 2, 0]


def test_the_network_is_asked_for_one_window_at_a_time() -> None:
    echo = Echo()
    pieces = 40 * SIZE
    emit(*text_of(pieces), echo)

    assert [len(seen["ids"]) for seen in echo.seen] == [1] * len(windows(pieces))


@pytest.mark.parametrize("threads", [2, 5])
def test_the_scores_don_t_depend_on_the_threads(threads: int) -> None:
    one, several = (emit(*text_of(3000), Echo(), threads=number) for number in (1, threads))

    assert (several.roles == one.roles).all()
    assert (several.times == one.times).all()


def test_windows_follow_the_paragraphs() -> None:
    echo = Echo()
    pieces, matrix = text_of(300)
    emissions = emit(replace(pieces, paragraphs=(100, 200)), matrix, echo)

    assert [seen["ids"].shape[1] for seen in echo.seen] == [202, 102]
    assert (emissions.roles[:, 0] - FIRST_ID).tolist() == list(range(300))


def test_the_network_takes_the_types_that_it_was_exported_with() -> None:
    echo = Echo()
    emit(*text_of(3), echo)

    assert {name: str(array.dtype) for name, array in echo.seen[0].items()} == {
        "ids": "int64",
        "shapes": "int64",
        "mask": "float32",
    }
