"""Of which of PLOVER's types an event is: what the head for it sees and says.

The head has two transformer layers of its own on top of what the encoder makes of a sentence two thirds of the way.
Each unit is marked as a part of the actors, of the recipients, of the anchor or of none (entity markers as embeddings,
after Baldini Soares et al. 2019), so that the same sentence has another answer for each pair of parties.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verbale.encoding.event_words import WordWeights, word_chances
from verbale.encoding.network import Session
from verbale.spans import Span

LABELS = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    "NONE",
)
"""PLOVER's types in the head's order, and last that the marked parties do nothing to one another."""

DIRECTED = frozenset({"AID", "SANCTION", "ACCUSE", "COERCE", "ASSAULT", "THREATEN", "REQUEST", "PROTEST"})
"""Types that hardly ever are mutual: with the roles swapped, the same sentence doesn't tell them."""

NOBODY, ACTOR, RECIPIENT, ANCHOR = range(4)
"""What a unit may be marked as."""

INPUTS = ("middle", "marks")
OUTPUTS = ("types",)

WORDING = 0.7
"""How much the words alone weigh beside the head; on the PLV sentences in five parts, 0.6 to 0.8 did best."""

REACH = 96
"""Units before and after the anchor that the head sees of a longer sentence; the longest it learnt from has 90."""

Units = NDArray[np.int32]


def marks(units: Units, anchor: Span | None, actors: Iterable[Span], recipients: Iterable[Span]) -> NDArray[np.int64]:
    """The mark of each unit; who takes part goes before the anchor where both are the same word.

    `units`: *Shape:* (units, 2), `[start, end)` in the text's code points. *Returns:* (units,).
    """
    out = np.full(len(units), NOBODY, dtype=np.int64)
    for mark, spans in ((ANCHOR, [anchor] if anchor else []), (ACTOR, actors), (RECIPIENT, recipients)):
        for span in spans:
            out[_within(units, span)] = mark
    return out


def _within(units: Units, span: Span) -> NDArray[np.bool_]:
    return np.asarray((units[:, 0] < span.end) & (units[:, 1] > span.start))


def sentence_units(units: Units, sentence: Span, anchor: Span | None) -> slice:
    """Which units the head sees: the sentence's, of a long one those around the anchor."""
    inside = np.flatnonzero(_within(units, sentence))
    if not len(inside):
        return slice(0, 0)
    first, last = int(inside[0]), int(inside[-1]) + 1
    if anchor is not None:
        middle = int(np.searchsorted(units[:, 0], anchor.start))
        first, last = max(first, middle - REACH), min(last, middle + REACH)
    return slice(first, min(last, first + 2 * REACH))


@dataclass(frozen=True, eq=False)
class TypeHead:
    """The head and the model of words beside it."""

    session: Session
    words: WordWeights


def type_chances(
    middle: NDArray[np.float32], marked: NDArray[np.int64], words: Sequence[str], head: TypeHead
) -> dict[str, float]:
    """How likely each of PLOVER's types is (0-1); they sum to less than one by what speaks for none.

    `middle`: *Shape:* (units, width), `marked`: (units,), `words`: the units in letters, all of one sentence.
    """
    inputs: dict[str, NDArray[Any]] = dict(zip(INPUTS, (middle[None], marked[None]), strict=True))
    scores = head.session.run(OUTPUTS, inputs)[0][0].astype(np.float64)
    powers = np.exp(scores - scores.max())
    both = beside(powers / powers.sum(), word_chances(words, head.words).astype(np.float64))
    return dict(zip(LABELS[:-1], both.tolist(), strict=True))


def beside(chances: NDArray[np.float64], by_words: NDArray[np.float64]) -> NDArray[np.float64]:
    """The head's chances with those by the words alone; what speaks for no event stays as it was.

    `chances`: *Shape:* (labels,), `by_words`: (types,). *Returns:* (types,).
    """
    both = chances[:-1] * by_words**WORDING
    return np.asarray(chances[:-1].sum() * both / both.sum())
