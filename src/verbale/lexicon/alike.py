"""Words that help to tell whether two outlets tell the same."""

from collections.abc import Mapping
from functools import cache, cached_property

from verbale.lexicon.loader import WordList, load
from verbale.lexicon.stems import stem

Words = frozenset[str]


class Alike(WordList):
    """The word list `alike.yaml`; see there for what each group is and an example of it."""

    stop_words: Words
    when: Words
    one_meaning: tuple[tuple[str, ...], ...]
    boilerplate: Words
    held_once: Words
    done_once: Words
    anybody: Words
    one_per_state: Words
    first_names: tuple[tuple[str, ...], ...]
    sides: Words
    another_paper: Words
    same_papers: tuple[Words, ...]
    firms: Words

    @cached_property
    def meanings(self) -> Mapping[str, str]:
        """For a stem the one that stands for all of its meaning."""
        return {stem(word): stem(group[0]) for group in self.one_meaning for word in group}

    @cached_property
    def heads_of_anybody(self) -> Words:
        """The stems of `anybody`."""
        return frozenset(map(stem, self.anybody))


@cache
def load_alike() -> Alike:
    """The list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("alike.yaml", Alike)
