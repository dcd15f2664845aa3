"""Offices that one person holds at a time, and what they are called."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from verbale.lexicon.loader import WordList, load

Words = frozenset[str]


class OfficeKind(WordList):
    """One office under its titles; several entries of one kind differ in whose it is."""

    example: str
    kind: str
    of: Literal["state", "organisation"]
    only: Words = frozenset()
    whole: bool
    titles: tuple[str, ...]


class Offices(WordList):
    """The word list `offices.yaml`; see there for what each group is and an example of it."""

    kinds: tuple[OfficeKind, ...]
    style: Words
    another: Words
    handover: Words
    looking_back: Words
    saying: Words

    @cached_property
    def _called(self) -> Mapping[str, tuple[OfficeKind, ...]]:
        called: dict[str, tuple[OfficeKind, ...]] = {}
        for kind in self.kinds:
            for title in kind.titles:
                plain = self.plain(title)
                called[plain] = (*called.get(plain, ()), kind)
        return called

    def kind(self, title: str, body: str, of: str) -> OfficeKind | None:
        """The office that the title names at the body (an id of the registry), where only one person holds it.

        None for any other: a deputy's, a regional one, or one that is not listed.
        """
        for found in self._called.get(self.plain(title), ()):
            if found.of == of and (not found.only or body in found.only):
                return found
        return None

    def plain(self, title: str) -> str:
        """The title in lower case without words of style."""
        return " ".join(word for word in title.lower().split() if word not in self.style)


def load_offices() -> Offices:
    """The word list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("offices.yaml", Offices)
