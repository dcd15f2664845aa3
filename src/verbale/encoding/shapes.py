"""What the uncased word pieces don't show: letter case, line breaks, and the parse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

COLUMNS = ("case", "line_break", "tag", "relation", "head")
"""What each column of a shape matrix holds."""

CASES = 5
LINE_BREAKS = 3
HEADS = 13
"""How many values the columns `case`, `line_break`, `head` can take; the others follow the inventory."""

_HEAD_STEPS = (1, 2, 4, 8, 16)


class Word(NamedTuple):
    """A token of the parse as the encoder needs it."""

    start: int
    end: int
    tag: str
    """Penn Treebank tag."""
    relation: str
    """Relation to its head."""
    head: int
    """Signed distance to its head in tokens; 0 at the top of a sentence."""


@dataclass(frozen=True)
class Inventory:
    """The tags and relations that the encoder was trained with; what it doesn't know is 0."""

    tags: tuple[str, ...]
    relations: tuple[str, ...]

    def sizes(self) -> tuple[int, ...]:
        """How many values each column of a shape matrix can take."""
        return (CASES, LINE_BREAKS, len(self.tags) + 1, len(self.relations) + 1, HEADS)


def shapes(text: str, spans: NDArray[np.int32], words: Sequence[Word], inventory: Inventory) -> NDArray[np.int64]:
    """The shape of each word piece.

    `spans`: *Shape:* (pieces, 2), in code points of `text`. `words` in the order of the text.
    *Returns:* (pieces, columns).
    """
    out = np.zeros((len(spans), len(COLUMNS)), dtype=np.int64)
    tags = {tag: index + 1 for index, tag in enumerate(inventory.tags)}
    relations = {relation: index + 1 for index, relation in enumerate(inventory.relations)}
    at, previous_end = 0, 0
    for row, (start, end) in enumerate(spans.tolist()):
        out[row, 0] = letter_case(text[start:end])
        out[row, 1] = min(2, text.count("\n", previous_end, start))
        previous_end = end
        while at < len(words) - 1 and words[at].end <= start:
            at += 1
        if words and words[at].start < end and words[at].end > start:
            word = words[at]
            out[row, 2:] = (tags.get(word.tag, 0), relations.get(word.relation, 0), head_bucket(word.head))
    return out


def letter_case(piece: str) -> int:
    """0 no letters, 1 lower, 2 Capitalised (a single capital too), 3 UPPER, 4 miXed."""
    letters = [letter for letter in piece if letter.isalpha()]
    if not letters:
        return 0
    if piece.islower():
        return 1
    if letters[0].isupper() and all(letter.islower() for letter in letters[1:]):
        return 2
    return 3 if piece.isupper() else 4


def head_bucket(distance: int) -> int:
    """0 no word, 6 the top of a sentence, 1-5 a head to the left (farthest first), 7-11 to the right."""
    if distance == 0:
        return 6
    steps = sum(abs(distance) >= step for step in _HEAD_STEPS)
    return 6 - steps if distance < 0 else 6 + steps
