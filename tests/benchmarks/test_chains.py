"""The measures of chains, by the example that Pradhan et al. (2014) work out by hand."""

import pytest

from benchmarks.chains import Agreed, Chains, Ratio, agreed, conll, total


def chains(*words: str) -> Chains:
    return [frozenset(word) for word in words]


GOLD = chains("abc", "defg")
FOUND = chains("ab", "cd", "fghi")


@pytest.mark.parametrize(
    ("measure", "recall", "precision"),
    [("MUC", 2 / 5, 2 / 5), ("B³", 35 / 84, 4 / 8), ("CEAF-e", 1.3 / 2, 1.3 / 3)],
)
def test_each_measure_gives_the_worked_example(measure: str, recall: float, precision: float) -> None:
    one = agreed(GOLD, FOUND)[measure]

    assert one.recall.share == pytest.approx(recall)
    assert one.precision.share == pytest.approx(precision)


def test_the_same_chains_agree_wholly() -> None:
    assert conll(agreed(GOLD, GOLD)) == pytest.approx(100)


def test_no_chains_agree_with_nothing() -> None:
    assert conll(agreed(GOLD, [])) == 0
    assert conll(agreed([], FOUND)) == 0


def test_articles_add_up_by_their_links_and_not_by_their_scores() -> None:
    both = total([agreed(GOLD, FOUND), agreed(chains("xy"), chains("xy"))])

    assert both["MUC"] == Agreed(Ratio(3, 6), Ratio(3, 6))
