"""How well two spans belong together."""

import numpy as np
import pytest
from numpy.typing import NDArray

from verbale.encoding.links import (
    CONTENT,
    CUE_OF_CONTENT,
    CUE_OF_SOURCE,
    DISTANCES,
    LINK_SIZE,
    RANKS,
    SIDES,
    SOURCE,
    LinkWeights,
    distance_buckets,
    link_scores,
    rank_buckets,
    span_vectors,
)

NO_BIAS = LinkWeights(np.zeros((2, DISTANCES), np.float32), np.zeros((2, RANKS), np.float32))


def ends(*pairs: tuple[int, int]) -> NDArray[np.int64]:
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def starts(*units: int) -> NDArray[np.int64]:
    return ends(*((unit, unit) for unit in units))


@pytest.mark.parametrize(
    ("apart", "steps"),
    [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (31, 5), (64, 7), (255, 8), (256, 9), (9999, 9)],
)
def test_distance_counts_in_doubling_steps_to_either_side(apart: int, steps: int) -> None:
    here, right, left = starts(10_000), starts(10_000 + apart), starts(10_000 - apart)

    assert distance_buckets(here, right).tolist() == [[DISTANCES // 2 + steps]]
    assert distance_buckets(here, left).tolist() == [[DISTANCES // 2 - steps]]
    assert 0 <= DISTANCES // 2 - steps <= DISTANCES // 2 + steps < DISTANCES


def test_distance_is_from_start_to_start() -> None:
    assert distance_buckets(ends((4, 9)), ends((5, 30), (0, 3))).tolist() == [[11, 7]]


@pytest.mark.parametrize(
    ("own", "others", "ranks"),
    [
        (10, (5, 8), (2, 3)),
        (10, (8, 5), (3, 2)),
        (10, (12, 15), (5, 6)),
        (10, (8, 12), (3, 5)),
        (10, (10,), (5,)),
        (10, (1, 2, 3, 4, 5, 6), (0, 0, 0, 1, 2, 3)),
        (10, (11, 12, 13, 14, 15), (5, 6, 7, 8, 8)),
        (10, (), ()),
    ],
    ids=["left", "left, unordered", "right", "both sides", "same place", "far left", "far right", "none"],
)
def test_rank_counts_the_others_from_the_nearest_out(own: int, others: tuple[int, ...], ranks: tuple[int, ...]) -> None:
    assert rank_buckets(starts(own), starts(*others)).tolist() == [list(ranks)]
    assert all(0 <= rank < RANKS for rank in ranks)


def test_each_chooser_has_its_own_nearest() -> None:
    assert rank_buckets(starts(0, 10, 20), starts(5, 15)).tolist() == [[5, 6], [3, 5], [2, 3]]


def test_a_span_is_its_first_unit_and_its_last() -> None:
    vectors = np.zeros((4, SIDES, LINK_SIZE), np.float32)
    vectors[1, SOURCE, 0] = 3
    vectors[2, SOURCE + 1, 1] = 5
    vectors[2, SOURCE, 2] = vectors[1, SOURCE + 1, 2] = 7

    assert span_vectors(vectors, ends((1, 2)), SOURCE)[0, :3].tolist() == [3, 5, 0]


@pytest.mark.parametrize(("link", "sides"), [(0, (CONTENT, CUE_OF_CONTENT)), (1, (CUE_OF_SOURCE, SOURCE))])
def test_a_link_is_the_product_of_its_own_two_sides(link: int, sides: tuple[int, int]) -> None:
    vectors = np.zeros((4, SIDES, LINK_SIZE), np.float32)
    vectors[0, sides[0], 0] = 4
    vectors[3, sides[1], 0] = 6

    scores = link_scores(vectors, starts(0, 1), starts(2, 3), link, NO_BIAS)

    assert scores.tolist() == [[0, 24 / LINK_SIZE**0.5], [0, 0]]


@pytest.mark.parametrize("link", [0, 1])
def test_a_link_adds_what_its_distance_and_its_rank_are_worth(link: int) -> None:
    weights = LinkWeights(
        np.arange(2 * DISTANCES, dtype=np.float32).reshape(2, DISTANCES),
        1000 * np.arange(2 * RANKS, dtype=np.float32).reshape(2, RANKS),
    )
    vectors = np.zeros((9, SIDES, LINK_SIZE), np.float32)

    scores = link_scores(vectors, starts(4), starts(3, 8), link, weights)

    first_distance, first_rank = link * DISTANCES, link * RANKS
    assert scores.tolist() == [
        [first_distance + 9 + 1000 * (first_rank + 3), first_distance + 13 + 1000 * (first_rank + 5)]
    ]
