"""English numbers in words: "twenty-two", "a hundred and five", "third", "nineteen ninety-seven"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from verbale.lexicon.loader import WordList, load

Written = Literal["words", "nth words", "year words"]


class Numbers(WordList):
    """The words that numbers are made of."""

    cardinals: Mapping[str, int]
    """Zero to ninety."""
    ordinals: Mapping[str, int]
    """First to ninetieth."""
    scales: Mapping[str, int]
    """Hundred, thousand, million and billion."""

    @cached_property
    def starts(self) -> frozenset[str]:
        """The words with which a number may begin."""
        return frozenset(self.cardinals) | frozenset(self.ordinals) | frozenset(self.scales)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that a text writes in words."""

    value: int
    pieces: int
    """How many words it is of, hyphens and "and" included."""
    written: Written = "words"
    """As a cardinal, as an ordinal, or as years are said: "nineteen ninety-seven", "twenty ten"."""


def load_numbers() -> Numbers:
    """The list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("numbers.yaml", Numbers)


def read_numeral(words: Sequence[str], numbers: Numbers) -> Numeral | None:
    """The number with which the lower-case words begin, or None. Hyphens are words of their own here."""
    if _at(words, 0) in numbers.scales:
        return _scaled(words, Numeral(1, 0), numbers)
    first = _below_hundred(words, 0, numbers)
    if first is None or first.written == "nth words":
        return first
    return _as_year(words, first, numbers) or _scaled(words, first, numbers)


def _below_hundred(words: Sequence[str], start: int, numbers: Numbers) -> Numeral | None:
    """Seven, seventeen, seventy, seventy-seven, and their ordinals."""
    word = _at(words, start)
    if word in numbers.ordinals:
        return Numeral(numbers.ordinals[word], 1, "nth words")
    tens = numbers.cardinals.get(word)
    if tens is None or tens < 20:
        return None if tens is None else Numeral(tens, 1)
    gap = 1 if _at(words, start + 1) == "-" else 0
    ones = _at(words, start + 1 + gap)
    if 0 < numbers.cardinals.get(ones, 0) < 10:
        return Numeral(tens + numbers.cardinals[ones], 2 + gap)
    if 0 < numbers.ordinals.get(ones, 0) < 10:
        return Numeral(tens + numbers.ordinals[ones], 2 + gap, "nth words")
    return Numeral(tens, 1)


def _as_year(words: Sequence[str], first: Numeral, numbers: Numbers) -> Numeral | None:
    rest = _below_hundred(words, first.pieces, numbers)
    if rest is None or rest.written != "words" or rest.value < 10 or not 11 <= first.value <= 20:
        return None
    return Numeral(first.value * 100 + rest.value, first.pieces + rest.pieces, "year words")


def _scaled(words: Sequence[str], first: Numeral, numbers: Numbers) -> Numeral:
    """Adds "hundred", "thousand and five" and so on to a number that has begun."""
    total, group, used = 0, first.value, first.pieces
    while (scale := numbers.scales.get(_at(words, used))) is not None:
        group, used = group * scale, used + 1
        if scale > 100:
            total, group = total + group, 0
        gap = 1 if _at(words, used) == "and" else 0
        more = _below_hundred(words, used + gap, numbers)
        if more is not None and more.written == "words":
            group, used = group + more.value, used + gap + more.pieces
    return Numeral(total + group, used)


def _at(words: Sequence[str], index: int) -> str:
    return words[index] if index < len(words) else ""
