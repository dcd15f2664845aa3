"""Pairs that are one, counted."""

from benchmarks.pairs import Pairs, paired

THINGS = (("a", 1, "x"), ("a", 2, "x"), ("b", 2, "x"), ("b", 3, "y"))
"""An article, what it is by the labels, and by what was found."""


def counted() -> Pairs:
    return paired(
        THINGS,
        gold=lambda one, other: one[1] == other[1],
        found=lambda one, other: one[2] == other[2],
        may=lambda one, other: one[0] != other[0],
    )


def test_pairs_of_one_article_are_left_out() -> None:
    assert counted() == Pairs(gold=1, found=2, right=1)


def test_shares_are_of_a_hundred() -> None:
    assert (counted().precision, counted().recall) == (50.0, 100.0)
    assert round(counted().f1, 1) == 66.7


def test_nothing_found_has_no_precision() -> None:
    assert (Pairs().precision, Pairs().recall, Pairs().f1) == (None, None, 0.0)
    assert Pairs(1, 1, 1) + Pairs(1, 0, 0) == Pairs(2, 1, 1)
