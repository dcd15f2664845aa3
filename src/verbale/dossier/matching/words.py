"""What two wordings have in common: their stems, numbers as digits, without words that say nothing."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from verbale.lexicon.alike import load_alike
from verbale.lexicon.numerals import load_numbers
from verbale.lexicon.stems import stem

Stems = frozenset[str]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


@lru_cache(maxsize=16384)
def tokens_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in lower case, marks left out; a possessive s is a word."""
    return tuple(word.lower() for word in _WORD.findall(text))


@lru_cache(maxsize=16384)
def stems_of(text: str) -> Stems:
    """What a text is about: its stems, those of one meaning as one, and its numbers."""
    alike = load_alike()
    said = (word for word in tokens_of(text) if word not in alike.stop_words and word not in alike.when)
    return frozenset(one for one in map(meaning_of, said) if len(one) > 1 or one.isdigit())


def meaning_of(word: str) -> str:
    """What stands for the word when meanings are compared: its stem, that of another of its meaning, or its number."""
    lower = word.lower()
    own = _digits().get(lower) or stem(lower)
    return load_alike().meanings.get(own, own)


def shared(one: Stems, other: Stems) -> float:
    """The share of the smaller set that the other has, 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def overlap(one: Stems, other: Stems) -> float:
    """Dice's coefficient, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def in_order(one: Sequence[str], other: Sequence[str], *, least: float) -> int:
    """How many words of one stand in the other in the same order, in runs; 0 where they can't be `least`."""
    there = frozenset(other)
    if sum(word in there for word in one) < least:
        return 0
    return sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())


@cache
def _digits() -> dict[str, str]:
    numbers = load_numbers()
    return {word: str(value) for words in (numbers.cardinals, numbers.ordinals) for word, value in words.items()}
