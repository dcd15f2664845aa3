"""How two reports of one quotation may differ without saying otherwise."""

from collections.abc import Mapping
from functools import cache, cached_property

from verbale.lexicon.loader import WordList, load

Words = frozenset[str]
Pair = tuple[str, str]


class Wording(WordList):
    """The word list `wording.yaml`; see there for what each group is and an example of it."""

    slight: Words
    plain: Words
    rough: Words
    contracted: Mapping[str, str]
    written: tuple[Pair, ...]
    spelt: tuple[Pair, ...]

    @cached_property
    def _first(self) -> Mapping[str, str]:
        return {other: first for first, other in self.written}

    def plainly(self, word: str) -> str:
        """The word, lower case, in the one form that stands for all ways to write it."""
        word = self.contracted.get(word, word)
        word = self._first.get(word, word)
        for first, other in self.spelt:
            if len(word) > len(other) + 2 and word.endswith(other) and not word.endswith(first):
                return word.removesuffix(other) + first
        return word


@cache
def load_wording() -> Wording:
    """The word list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("wording.yaml", Wording)
