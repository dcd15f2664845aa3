"""The head's arithmetic on values made by hand."""

import json
from importlib.resources import files

import numpy as np
import pytest

from verbale.encoding.pairs import FILE, Head, heads_from, load_heads


def vector(*numbers: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.array(numbers, dtype=np.float32)


HEAD = Head({"near": 1.5, "object": -0.5}, 0.25, vector(1, 0), vector(0, 2), vector(-1, 1))


@pytest.mark.parametrize(
    ("signs", "often", "expected"),
    [((), 0.0, 0.0), (("near",), 0.0, 1.5), (("near", "object"), 2.0, 1.5), (("never seen in training",), 0.0, 0.0)],
)
def test_signs_add_up_and_unknown_ones_say_nothing(signs: tuple[str, ...], often: float, expected: float) -> None:
    assert HEAD.of_signs(signs, often) == pytest.approx(expected)


def test_a_place_counts_by_itself_and_by_what_it_shares_with_the_word() -> None:
    assert HEAD.of_places(vector(3, 5), np.stack([vector(2, 0.5)])) == pytest.approx(3 * 2 + 2 * 0.5)


def test_of_several_places_the_best_counts() -> None:
    places = np.stack([vector(-9, 0), vector(1, 0), vector(0, 0)])

    assert HEAD.of_places(vector(1, 0), places) == pytest.approx(1)


def test_whether_a_word_means_anybody_is_told_by_the_word() -> None:
    assert HEAD.of_nobody(vector(3, 5)) == pytest.approx(2)


def test_heads_are_read_as_they_are_written() -> None:
    row = {"signs": {"near": 1.5}, "often": 0.25, "product": [1.0, 0.0], "candidate": [0.0, 2.0], "nobody": [-1.0, 1.0]}

    (head,) = heads_from({"person": row}).values()

    assert head.signs == {"near": 1.5}
    assert head.product.dtype == np.float32
    assert head.of_places(vector(3, 5), np.stack([vector(2, 0.5)])) == pytest.approx(7)


@pytest.mark.parametrize("sort", ["thing", "several", "description"])
def test_the_package_has_heads_as_wide_as_the_encoder(sort: str) -> None:
    head = load_heads()[sort]

    assert {len(one) for one in (head.product, head.candidate, head.nobody)} == {384}


def test_the_head_for_he_and_she_goes_by_signs_alone() -> None:
    assert not len(load_heads()["person"].product)


def test_the_packages_heads_have_finite_weights() -> None:
    rows = json.loads(files("verbale.model").joinpath(FILE).read_text("utf-8"))

    assert all(np.isfinite(head.product).all() and np.isfinite(head.nobody).all() for head in heads_from(rows).values())
