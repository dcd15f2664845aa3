"""What the network is trained to make small: a CRF's loss for each kind of tag, and the choice of links."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.examples import Batch, Piece, spans_of
from training.model import Chain, Encoder, Outputs
from verbale.encoding.links import (
    LINK_SIDES,
    LINK_SIZE,
    distance_buckets,
    rank_buckets,
)

Ints = NDArray[np.int64]

LINKS = (("content", "cue"), ("cue", "source"))
"""Which kind of span chooses one of which other kind; a cue may choose none."""


@dataclass(frozen=True)
class Choice:
    """The spans of a window that choose, those they choose from, and the right answers."""

    link: int
    ends: Ints
    """*Shape:* (choosers, 2). First and last unit."""
    other_ends: Ints
    """*Shape:* (options, 2)."""
    right: Ints
    """*Shape:* (choosers,). A place in `other_ends`; one past the last for none; -100 where the answer stands
    outside the window."""

    @property
    def answers(self) -> int:
        """How many of the choosers have an answer in the window."""
        return int((self.right >= 0).sum())


def loss_of(encoder: Encoder, batch: Batch, link_weight: float) -> Tensor:
    """The loss of a batch: the tags of its task, and for roles the links between gold spans."""
    outputs = encoder(batch.ids, batch.shapes, batch.mask)
    if batch.task == "times":
        return tag_loss(encoder.time_chain, at_heads(outputs.times, batch.heads), batch)
    loss = tag_loss(encoder.role_chain, at_heads(outputs.roles, batch.heads), batch)
    return loss + link_weight * link_loss(encoder, outputs, batch)


def at_heads(scores: Tensor, heads: Tensor) -> Tensor:
    """The scores at the first piece of each unit. *Shape:* (windows, pieces, …) to (windows, units, …)."""
    return scores[torch.arange(len(heads))[:, None], heads]


def tag_loss(chain: Chain, emissions: Tensor, batch: Batch) -> Tensor:
    """The CRF's loss a unit, and each unit's own cross-entropy.

    The second makes the emissions log-probabilities and learns much faster: with the CRF alone 176
    steps found 9 % of dev's cues, with both 40 steps found 74 %.
    """
    own = functional.cross_entropy(emissions.transpose(1, 2), batch.tags, reduction="none")
    alone = (own * batch.unit_mask).sum() / batch.unit_mask.sum()
    return chain.loss(emissions, batch.tags, batch.unit_mask) + alone


def link_loss(encoder: Encoder, outputs: Outputs, batch: Batch) -> Tensor:
    """The mean cross-entropy of each content's choice of a cue, and of each cue's of a source or none."""
    vectors, sourceless = at_heads(outputs.links, batch.heads), at_heads(outputs.sourceless, batch.heads)
    total, count = outputs.links.sum() * 0, 0
    for row, window in enumerate(batch.windows):
        for choice in choices_of(window):
            total = total + choice_loss(encoder, vectors[row], sourceless[row], choice)
            count += choice.answers
    return total / max(1, count)


def choice_loss(encoder: Encoder, vectors: Tensor, sourceless: Tensor, choice: Choice) -> Tensor:
    """The summed cross-entropy of the choosers whose answer stands in the window.

    `vectors`: (units, sides, link size); `sourceless`: (units,).
    """
    scores = link_logits(encoder, vectors, choice)
    if choice.link == 1:
        scores = torch.cat([scores, sourceless[choice.ends[:, 0], None]], dim=1)
    return functional.cross_entropy(scores, torch.from_numpy(choice.right), reduction="sum")


def choices_of(window: Piece) -> Iterator[Choice]:
    """The choices that the spans of a window have to make."""
    spans = spans_of(window)
    targets = dict(window.example.links)
    for link, kinds in enumerate(LINKS):
        own, others = ([index for index, span in spans.items() if span[0] == kind] for kind in kinds)
        right = [_answer(targets.get(index), others, none_allowed=link == 1) for index in own]
        if any(answer >= 0 for answer in right):
            yield Choice(link, _ends(spans, own), _ends(spans, others), np.array(right, dtype=np.int64))


def _ends(spans: dict[int, tuple[str, int, int]], indices: list[int]) -> Ints:
    return np.array([spans[index][1:] for index in indices], dtype=np.int64).reshape(-1, 2)


def _answer(target: int | None, others: list[int], *, none_allowed: bool) -> int:
    if target in others:
        return others.index(target)
    return len(others) if none_allowed and target is None else -100


def link_logits(encoder: Encoder, vectors: Tensor, choice: Choice) -> Tensor:
    """The scores of `encoding.links.link_scores`, with gradients. *Shape:* (choosers, options)."""
    ends, others = choice.ends, choice.other_ends
    side, other_side = LINK_SIDES[choice.link]
    own = vectors[ends[:, 0], side] + vectors[ends[:, 1], side + 1]
    options = vectors[others[:, 0], other_side] + vectors[others[:, 1], other_side + 1]
    bias = encoder.link_distance[choice.link][torch.from_numpy(distance_buckets(ends, others))]
    bias = bias + encoder.link_rank[choice.link][torch.from_numpy(rank_buckets(ends, others))]
    scores: Tensor = own @ options.T / LINK_SIZE**0.5 + bias
    return scores
