"""How well chains of mentions agree: MUC, B³, CEAF-e and their mean, the CoNLL score.

The definitions are those of Pradhan et al. 2014 (Scoring Coreference Partitions of Predicted Mentions). A chain
is a set of mentions, a mention any key that is the same on both sides where the two sides mean the same words.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

Chain = frozenset[Hashable]
Chains = Sequence[Chain]


class Ratio(NamedTuple):
    """A sum of what is right over a sum of what there is; adds up over articles."""

    right: float = 0.0
    of: float = 0.0

    def plus(self, other: "Ratio") -> "Ratio":
        """Both together."""
        return Ratio(self.right + other.right, self.of + other.of)

    @property
    def share(self) -> float:
        """0-1; 0 where there is nothing."""
        return self.right / self.of if self.of else 0.0


NOTHING = Ratio()


@dataclass(frozen=True, slots=True)
class Agreed:
    """Recall and precision of one measure."""

    recall: Ratio = NOTHING
    precision: Ratio = NOTHING

    def plus(self, other: "Agreed") -> "Agreed":
        """Both together."""
        return Agreed(self.recall.plus(other.recall), self.precision.plus(other.precision))

    @property
    def f1(self) -> float:
        """Points, 0-100."""
        recall, precision = self.recall.share, self.precision.share
        return 200 * recall * precision / (recall + precision) if recall + precision else 0.0


MEASURES = ("MUC", "B³", "CEAF-e")


def agreed(gold: Chains, found: Chains) -> dict[str, Agreed]:
    """One article's chains by each measure."""
    entity = ceaf(gold, found)
    return {
        "MUC": Agreed(muc(gold, found), muc(found, gold)),
        "B³": Agreed(b_cubed(gold, found), b_cubed(found, gold)),
        "CEAF-e": Agreed(Ratio(entity, len(gold)), Ratio(entity, len(found))),
    }


def total(articles: Iterable[Mapping[str, Agreed]]) -> dict[str, Agreed]:
    """All articles together: sums, as the official scorer has them, not a mean of articles."""
    out = dict.fromkeys(MEASURES, Agreed())
    for one in articles:
        out = {name: out[name].plus(one[name]) for name in MEASURES}
    return out


def conll(measured: Mapping[str, Agreed]) -> float:
    """The mean of the three F1s, points, 0-100."""
    return sum(measured[name].f1 for name in MEASURES) / len(MEASURES)


def muc(key: Chains, response: Chains) -> Ratio:
    """Of the links that hold the key's chains together, those that the response has (Vilain et al. 1995)."""
    home = _home(response)
    parts = [len({home.get(mention, mention) for mention in chain}) for chain in key]
    return Ratio(
        sum(len(chain) - many for chain, many in zip(key, parts, strict=True)), sum(len(chain) - 1 for chain in key)
    )


def b_cubed(key: Chains, response: Chains) -> Ratio:
    """For each mention of the key, how much of its chain the response's chain holds (Bagga and Baldwin 1998)."""
    right = sum(len(chain & other) ** 2 / len(chain) for chain in key for other in response if chain & other)
    return Ratio(right, sum(map(len, key)))


def ceaf(key: Chains, response: Chains) -> float:
    """The likeness of the best one-to-one match of chains (Luo 2005, φ4)."""
    if not key or not response:
        return 0.0
    alike = np.array([[2 * len(one & other) / (len(one) + len(other)) for other in response] for one in key])
    rows, columns = linear_sum_assignment(-alike)
    return float(alike[rows, columns].sum())


def _home(chains: Chains) -> dict[Hashable, tuple[str, int]]:
    return {mention: ("chain", place) for place, chain in enumerate(chains) for mention in chain}
