"""Pairs that are one: how many there are, how many were found, how many of those are right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from benchmarks.table import Cell

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Counts of pairs."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Pairs") -> "Pairs":
        return Pairs(self.gold + other.gold, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> Cell:
        """Of those found, 0-100; None where none was."""
        return 100 * self.right / self.found if self.found else None

    @property
    def recall(self) -> Cell:
        """Of those that there are, 0-100; None where there are none."""
        return 100 * self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float:
        """Of both, 0-100."""
        return 200 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0


Same = Callable[[Kept, Kept], bool]


def paired(things: Iterable[Kept], gold: Same[Kept], found: Same[Kept], *, may: Same[Kept]) -> Pairs:
    """All pairs that `may` be one, by what is labelled and by what was found."""
    several = [pair for pair in combinations(things, 2) if may(*pair)]
    right = sum(gold(*pair) and found(*pair) for pair in several)
    return Pairs(sum(gold(*pair) for pair in several), sum(found(*pair) for pair in several), right)
