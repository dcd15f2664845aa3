"""Abbreviations whose full stop may not end a sentence."""

from functools import cached_property

from verbale.lexicon.loader import WordList, load


class Abbreviations(WordList):
    """Shortened words, each with its full stop, by what their stop means. Case counts."""

    titles: frozenset[str]
    """A name follows: "Gen."."""
    before_numbers: frozenset[str]
    """They end no sentence where a number follows: "Jan. 10"."""
    inside: frozenset[str]
    """They never end a sentence: "vs."."""
    open: frozenset[str]
    """They may end a sentence or not: "U.S."."""
    starters: frozenset[str]
    """Words that, with a capital after one of those, begin a sentence."""

    @cached_property
    def all(self) -> frozenset[str]:
        """Every shortened word of the list."""
        return self.titles | self.before_numbers | self.inside | self.open

    @cached_property
    def whole(self) -> tuple[str, ...]:
        """Those that are never a word and the end of its sentence, in alphabetical order: one token each."""
        return tuple(sorted(self.titles | self.inside | self.open))


def load_abbreviations() -> Abbreviations:
    """The list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("abbreviations.yaml", Abbreviations)
