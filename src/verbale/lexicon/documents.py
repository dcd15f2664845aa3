"""Words for the papers of a negotiation and for what happens to them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal

from verbale.lexicon.loader import WordList, load
from verbale.record import PaperStatus

Sign = Literal["itself", "word", "name", "sides", "deed", "tabled", "owner", "tells", "pages"]
"""The noun alone; a telling word before it; a proper name; parties; a party that tables or signs it; anybody who does
in an article about a negotiation; whose it is; what it lays down; how many pages it has."""
Words = frozenset[str]


class KindGroup(WordList):
    """Nouns that name a paper of one kind."""

    kind: str
    shown_by: frozenset[Sign]
    """What shows such a noun to be a paper of some negotiation; each is enough."""
    example: str
    nouns: tuple[str, ...]


class PaperEvent(WordList):
    """Verbs that tell how far a paper has come."""

    status: PaperStatus
    author: bool
    """Whether whoever does it is the paper's author."""
    party: bool
    """Whether whoever does it is a party to the paper."""
    example: str
    object: Words
    subject: Words


class Documents(WordList):
    """The word list `documents.yaml`; see there for what each group is and an example of it."""

    kinds: tuple[KindGroup, ...]
    made: Words
    general: Words
    same: tuple[Words, ...]
    names: Words
    telling: Words
    other: Words
    unreal: Words
    lacking: Words
    events: tuple[PaperEvent, ...]
    organs: Words
    helping: Words
    terms: Words
    press: Words
    reading: Words
    told: dict[PaperStatus, Words]
    talks: Words
    enough: int

    @cached_property
    def _kinds(self) -> Mapping[str, KindGroup]:
        return {noun: group for group in self.kinds for noun in group.nouns}

    @cached_property
    def longest(self) -> int:
        """The words of the longest noun."""
        return max(len(noun.split()) for noun in (*self._kinds, *self.names))

    def noun(self, words: Sequence[str]) -> str:
        """The longest noun for a paper that the words (lower case, the last singular) end in; empty where none."""
        ends = (" ".join(words[-length:]) for length in range(min(self.longest, len(words)), 0, -1))
        return next((end for end in ends if end in self._kinds), "")

    def kind(self, noun: str) -> KindGroup | None:
        """The kind of paper that the noun names."""
        return self._kinds.get(noun)

    def may_be_same(self, one: str, other: str) -> bool:
        """Whether a text may change between the two nouns for one paper."""
        return one == other or any(one in group and other in group for group in self.same)

    def done_to(self, verb: str) -> PaperEvent | None:
        """What the verb (base form, with its particle) tells of the paper that is its object."""
        return next((event for event in self.events if verb in event.object), None)

    def done_by(self, verb: str) -> PaperEvent | None:
        """What the verb tells of the paper that is its subject."""
        return next((event for event in self.events if verb in event.subject), None)

    def status_in(self, words: Iterable[str]) -> PaperStatus | None:
        """How far the words before a paper (lower case) say that it has come; the furthest of several."""
        before = frozenset(words)
        return next((status for status in reversed(self.told) if before & self.told[status]), None)

    def are_talks(self, lemmas: Iterable[str]) -> bool:
        """Whether an article of these words (base forms, lower case) is about talks."""
        return len(self.talks.intersection(lemmas)) >= self.enough


def load_documents() -> Documents:
    """The word list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("documents.yaml", Documents)
