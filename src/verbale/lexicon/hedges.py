"""The words that say how likely something is: verbs, adjectives, adverbs and nouns, each with its likelihood."""

from functools import cached_property
from typing import Literal

from verbale.lexicon.loader import WordList, load
from verbale.record import Likelihood

"""How likely something is said to be; the record's own words."""
Words = frozenset[str]


class HedgeGroup(WordList):
    """Hedges of the same likelihood."""

    likelihood: Likelihood
    negated: Likelihood | None = None
    """The likelihood where the hedge is negated; null where it is no forecast then."""
    example: str
    """The words in braces are the claim."""
    words: tuple[str, ...]
    coming: bool = False
    """Only with a clause about what is to come."""
    only_negated: bool = False
    """Only where it is negated."""
    minds: bool = False
    """Said of whoever expects it, not of what is expected."""
    open: bool = False
    """Leaves open which of two it will be."""


class HedgeNouns(WordList):
    """Nouns of doubt, expectation or chance."""

    likelihood: Likelihood
    kind: Literal["doubt", "expectation", "chance"]
    example: str
    words: tuple[str, ...]


class Hedges(WordList):
    """The word list `hedges.yaml`; see there for what each group is and an example of it."""

    verbs: tuple[HedgeGroup, ...]
    adjectives: tuple[HedgeGroup, ...]
    adverbs: tuple[HedgeGroup, ...]
    nouns: tuple[HedgeNouns, ...]
    small: Words
    none: Words
    large: Words
    maybe: Words
    coming: Words
    seeming: Words
    holding: Words
    bound_for: Words
    befalling: Words
    turning: Words

    @cached_property
    def _phrases(self) -> dict[str, tuple[HedgeGroup, ...]]:
        return {name: getattr(self, name) for name in ("verbs", "adjectives", "adverbs")}

    def group(self, kind: Literal["verbs", "adjectives", "adverbs"], word: str) -> HedgeGroup | None:
        """The first group of that kind with the word or phrase, or None."""
        return next((group for group in self._phrases[kind] if word in group.words), None)

    def groups(self, kind: Literal["verbs", "adjectives", "adverbs"], word: str) -> tuple[HedgeGroup, ...]:
        """All groups of that kind with the word or phrase, in order."""
        return tuple(group for group in self._phrases[kind] if word in group.words)

    def noun(self, word: str) -> HedgeNouns | None:
        """The group of a noun in its base form, or None."""
        return next((group for group in self.nouns if word in group.words), None)


def load_hedges() -> Hedges:
    """The words that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("hedges.yaml", Hedges)
