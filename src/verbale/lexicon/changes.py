"""Words that tell how a demand or a forecast fares."""

import re
from collections.abc import Mapping
from functools import cache, cached_property

from verbale.lexicon.alike import load_alike
from verbale.lexicon.loader import WordList, load
from verbale.lexicon.stems import stem

Words = tuple[str, ...]


class ChangeWords(WordList):
    """The word list `changes.yaml`; see there for what each group is and an example of it."""

    hard: Words
    soft: Words
    again: Words
    limits: Words
    conditional: Words
    negative: Words
    by: Words
    one_meaning: tuple[Words, ...]
    empty: frozenset[str]

    @cached_property
    def meanings(self) -> Mapping[str, str]:
        """For a stem the one that stands for all of its meaning."""
        own = {stem(word): stem(group[0]) for group in self.one_meaning for word in group}
        return {**load_alike().meanings, **own}


def among(words: Words, text: str) -> frozenset[str]:
    """Those of the words that stand in the text, whatever its case."""
    return frozenset(word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE))


@cache
def load_changes() -> ChangeWords:
    """The word list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("changes.yaml", ChangeWords)
