"""Figures that differ between two reports of one remark: "at least 170 were killed" is none against "172"."""

import re
from collections.abc import Mapping
from functools import cache

from verbale.lexicon.alike import load_alike
from verbale.lexicon.numerals import load_numbers
from verbale.lexicon.stems import stem
from verbale.lexicon.wording import load_wording

ALIKE = 0.75
"""The share of the shorter wording's stems, without figures, that the other must have. By hand, on the tests' pairs."""
ROUNDED = 0.05
"""The share of the larger figure by which one may be the other, rounded."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_YEARS = range(1900, 2101)


def figures_differ(left: str, right: str) -> tuple[str, str] | None:
    """The two figures where each wording has just one, and hardly anything else tells them apart.

    A figure that is told roughly contradicts none, nor do days and years, which are dates.
    """
    if left == right or any(_is_rough(text) for text in (left, right)):
        return None
    ones, others = _figures(left), _figures(right)
    if len(ones) != 1 or len(others) != 1 or not _alike(left, right):
        return None
    (one, first), (other, second) = *ones.items(), *others.items()
    return None if abs(one - other) <= ROUNDED * max(one, other) else (first, second)


def _is_rough(text: str) -> bool:
    words = load_wording().rough
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) for word in words)


def _figures(text: str) -> dict[float, str]:
    """The figures of a text with their words, without those of dates."""
    words, months = _WORD.findall(text), load_alike().when
    found: dict[float, str] = {}
    for at, word in enumerate(words):
        value = _value(word)
        beside = {one.lower() for one in words[max(0, at - 1) : at + 2]}
        if value is not None and not beside & months and not (word.isdigit() and int(word) in _YEARS):
            found[value] = word
    return found


def _value(word: str) -> float | None:
    if word[0].isdigit():
        plain = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", word).replace(",", ".")
        return float(plain) if plain.count(".") < 2 else None
    value = _cardinals().get(word.lower())
    return float(value) if value is not None and value > 1 else None


@cache
def _cardinals() -> Mapping[str, int]:
    return load_numbers().cardinals


def _alike(left: str, right: str) -> bool:
    one, other = _stems(left), _stems(right)
    smaller = min(len(one), len(other))
    return smaller > 1 and len(one & other) >= ALIKE * smaller


def _stems(text: str) -> frozenset[str]:
    silent = load_alike().stop_words
    words = (word.lower() for word in _WORD.findall(text) if _value(word) is None)
    return frozenset(stem(word) for word in words if word not in silent)
