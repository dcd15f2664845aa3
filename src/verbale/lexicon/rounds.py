"""Words for the meetings of a negotiation: what they are called, how they are counted, how they end."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from verbale.lexicon.loader import WordList, load

Words = frozenset[str]


class FormatGroup(WordList):
    """Nouns for one format of meeting."""

    format: str
    of_talks: bool
    """Whether it is a meeting of a negotiation by itself, where parties hold it."""
    example: str
    nouns: tuple[str, ...]


class Outcome(WordList):
    """How a meeting ends."""

    example: str
    verbs: Words
    """With the meeting as their subject, and an object."""
    after: dict[str, Words]
    """Verbs behind which one of the words has to follow."""
    adjectives: Words
    """Behind "was"."""


class Rounds(WordList):
    """The word list `rounds.yaml`; see there for what each group is and an example of it."""

    formats: tuple[FormatGroup, ...]
    counting: Words
    counted: Words
    orders: dict[str, int]
    sequence: Words
    amounts: dict[str, int]
    holding: Words
    planning: Words
    cancelling: Words
    ahead: Words
    meeting: Words
    coming: Words
    elsewhere: Words
    sides: Words
    talks: Words
    sent: Words
    joint: Words
    negotiating: Words
    outcome: Outcome

    @cached_property
    def _formats(self) -> Mapping[str, FormatGroup]:
        return {noun: group for group in self.formats for noun in group.nouns}

    def format(self, noun: str) -> FormatGroup | None:
        """The format that a noun (singular, lower case) names."""
        return self._formats.get(noun)

    def number(self, words: Iterable[str]) -> int | None:
        """Which meeting the words before one say that it is: `second`, `12th`."""
        for word in words:
            digits = word.rstrip("stndrh")
            if word in self.orders:
                return self.orders[word]
            if digits.isdigit() and digits != word and len(digits) <= _DIGITS:
                return int(digits)
        return None


# Digits of a meeting's number at most.
_DIGITS = 2


def load_rounds() -> Rounds:
    """The word list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("rounds.yaml", Rounds)
