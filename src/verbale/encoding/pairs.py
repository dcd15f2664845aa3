"""How well a word goes with what it may refer back to, told by what the encoder made of the two.

"The envoy met the minister before she flew home": the encoder saw all the words of a place, the signs of grammar
only some. A choice between antecedents (Denis and Baldridge 2007, Naacl) adds up the weights of the signs that
speak for each; the encoder's part is one weight a dimension for the product of the two words' states, one for the
antecedent's state and one for the referring word's, which tells whether it means anybody at all.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

FILE = "pairs.json"


@dataclass(frozen=True)
class Head:
    """What one sort of word goes by: fitted weights."""

    signs: Mapping[str, float]
    often: float = 0.0
    """For the logarithm of how often the antecedent was mentioned so far."""
    product: Vectors = field(default_factory=lambda: np.zeros(0, dtype=np.float32))
    """*Shape:* (width,), as the next two; empty where the signs alone decide."""
    candidate: Vectors = field(default_factory=lambda: np.zeros(0, dtype=np.float32))
    nobody: Vectors = field(default_factory=lambda: np.zeros(0, dtype=np.float32))

    def of_signs(self, signs: Iterable[str], often: float) -> float:
        """What the signs speak for a candidate: log-odds up to a constant. Added up in the order of their names."""
        return sum((self.signs.get(sign, 0.0) for sign in sorted(signs)), self.often * often)

    def of_places(self, word: Vectors, places: Vectors) -> float:
        """What the encoder speaks for a candidate that stands at these places.

        `word`: *Shape:* (width,), the referring word's state; `places`: (places, width). No product of matrices,
        whose last bits depend on the library.
        """
        return float((places * (word * self.product + self.candidate)).sum(axis=1).max())

    def of_nobody(self, word: Vectors) -> float:
        """What the encoder speaks for the word's meaning none of the candidates."""
        return float((word * self.nobody).sum())


@cache
def load_heads() -> Mapping[str, Head]:
    """The package's heads, by the sort of word."""
    return heads_from(json.loads(files("verbale.model").joinpath(FILE).read_text("utf-8")))


def heads_from(rows: Mapping[str, Mapping[str, object]]) -> dict[str, Head]:
    """Heads as they stand in the file: vectors are lists of numbers."""
    return {sort: _head(**row) for sort, row in rows.items()}  # type: ignore[arg-type]


def _head(
    signs: Mapping[str, float], often: float, product: list[float], candidate: list[float], nobody: list[float]
) -> Head:
    vectors = (np.array(vector, dtype=np.float32) for vector in (product, candidate, nobody))
    return Head(signs, often, *vectors)
