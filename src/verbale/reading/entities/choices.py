"""A choice between the parties that a pronoun or description may mean: each gets a share of all that speaks for any.

What speaks for a candidate is the sum of the fitted weights of its signs and, where the page went through the
encoder, of what that made of the two places (`encoding.pairs`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import exp

import numpy as np

from verbale.encoding.pairs import Head
from verbale.reading.entities.cast import Cast, Party

PLACES = 3
"""Places of a candidate that the encoder is asked about, the nearest first; the best counts."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant, with what speaks for it."""

    party: Party | None
    """None for a noun that is nobody in the record, such as "the bridge", and for nobody at all."""
    signs: frozenset[str]
    often: float = 0.0
    """The logarithm of how often it was mentioned so far."""
    places: tuple[int, ...] = ()
    """Indices of the tokens where it was mentioned, the nearest first; none for nobody at all."""
    share: float = 0.0
    """0-1, of all that speaks for any candidate."""


def ranked(cast: Cast, token: int, candidates: Sequence[Candidate], head: Head) -> list[Candidate]:
    """The candidates for the word at the token with their shares, the likeliest first."""
    sums = [head.of_signs(one.signs, one.often) for one in candidates]
    if len(cast.states.middle) and len(head.product):
        sums = [one + other for one, other in zip(sums, _seen(cast, token, candidates, head), strict=True)]
    powers = [exp(one - max(sums)) for one in sums]
    total = sum(powers)
    shares = (replace(one, share=power / total) for one, power in zip(candidates, powers, strict=True))
    return sorted(shares, key=lambda one: -one.share)


def _seen(cast: Cast, token: int, candidates: Sequence[Candidate], head: Head) -> Iterator[float]:
    """What the encoder speaks for each candidate."""
    places = [one.places[:PLACES] for one in candidates]
    word, *rest = np.split(cast.states_of([token, *chain(*places)]), np.cumsum([1, *map(len, places)])[:-1])
    for some in rest:
        yield head.of_places(word[0], some) if len(some) else head.of_nobody(word[0])
