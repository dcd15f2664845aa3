"""How well two spans belong together: a content and its cue, a cue and its source."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LINK_SIZE = 64
"""The size of a unit's vector in a link."""

CONTENT, CUE_OF_CONTENT, CUE_OF_SOURCE, SOURCE = 0, 2, 4, 6
"""The sides of the two links; each has a vector for a span's first unit and, next to it, one for its last."""
SIDES = 8
LINK_SIDES = ((CONTENT, CUE_OF_CONTENT), (CUE_OF_SOURCE, SOURCE))
"""Of each link, the side that chooses and the side that is chosen."""

DISTANCES = 20
RANKS = 9
_STEPS = np.array([1, 2, 4, 8, 16, 32, 64, 128, 256])

Units = NDArray[np.int64]
Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class LinkWeights:
    """What the links add to the vectors' product; row 0 for content to cue, row 1 for cue to source."""

    distance: NDArray[np.float32]
    """*Shape:* (2, distances)."""
    rank: NDArray[np.float32]
    """*Shape:* (2, ranks)."""


def distance_buckets(ends: Units, other_ends: Units) -> Units:
    """How far each span of the second kind starts from each of the first, in signed logarithmic steps.

    `ends`, `other_ends`: *Shape:* (spans, 2), first and last unit. *Returns:* (spans, other spans).
    """
    apart = other_ends[None, :, 0] - ends[:, None, 0]
    return np.asarray(DISTANCES // 2 + np.sign(apart) * np.searchsorted(_STEPS, np.abs(apart), side="right"))


def rank_buckets(ends: Units, other_ends: Units) -> Units:
    """How many of the second kind stand between the two, to the left (below the middle) or right: 0 to 8.

    *Returns:* (spans, other spans).
    """
    starts = np.sort(other_ends[:, 0])
    own = np.searchsorted(starts, ends[:, 0], side="left")[:, None]
    place = np.searchsorted(starts, other_ends[:, 0], side="left")[None, :]
    rank = np.where(place >= own, place - own + 1, place - own)
    return np.asarray(np.clip(rank, -(RANKS // 2), RANKS // 2) + RANKS // 2)


def span_vectors(vectors: Vectors, ends: Units, side: int) -> Vectors:
    """The vector of each span on that side of a link.

    `vectors`: *Shape:* (units, sides, link size). *Returns:* (spans, link size).
    """
    return np.asarray(vectors[ends[:, 0], side] + vectors[ends[:, 1], side + 1])


def link_scores(vectors: Vectors, ends: Units, other_ends: Units, link: int, weights: LinkWeights) -> Vectors:
    """How well each span goes with each other one: link 0 content to cue, link 1 cue to source.

    *Returns:* (spans, other spans), log-odds up to a constant a row.
    """
    side, other_side = LINK_SIDES[link]
    own, others = span_vectors(vectors, ends, side), span_vectors(vectors, other_ends, other_side)
    bias = weights.distance[link][distance_buckets(ends, other_ends)]
    bias = bias + weights.rank[link][rank_buckets(ends, other_ends)]
    return np.asarray(own @ others.T / np.sqrt(LINK_SIZE) + bias, dtype=np.float32)
