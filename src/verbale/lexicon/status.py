"""Words that tell whether something happened: "refused to", "called off", "is due to", "no", "if"."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from verbale.lexicon.loader import WordList, load

Gives = Literal["same", "fact", "happened", "ongoing", "planned", "possible", "denied", "cancelled"]
"""What becomes of an event that depends on a word; `status.yaml` tells what each means."""
Standing = Literal["complement", "clause", "object", "subject", "noun", "modifier"]
"""How an event depends on a word; `status.yaml` shows each."""


class Words(WordList):
    """Words of the same use, with an example in which the event stands in brackets."""

    example: str
    words: frozenset[str]


class Modal(Words):
    """Auxiliaries, and what they make of the verb behind them."""

    name: str
    gives: Gives
    negated: Gives


class Governor(WordList):
    """Words that make the same of an event which depends on them."""

    name: str
    gives: Gives
    negated: Gives | None = None
    example: str
    complement: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    modifier: tuple[str, ...] = ()

    @property
    def when_negated(self) -> Gives:
        """What becomes of the event where the word is denied."""
        return self.negated or ("fact" if self.gives == "fact" else "denied")


class Places(WordList):
    """How the place of an event is told."""

    example: str
    prepositions: frozenset[str]
    destination: frozenset[str]
    """Verbs and nouns of going: the place is their object or follows one of `towards`."""
    towards: frozenset[str]
    occasions: frozenset[str]
    """Prepositions before an occasion whose place is the event's: "signed at a meeting in Oslo"."""


class StatusWords(WordList):
    """The word list `status.yaml`; see there for what each group is and an example of it."""

    modals: tuple[Modal, ...]
    governors: tuple[Governor, ...]
    conditions: Words
    negators: Words
    hedges: Words
    lasting: Words
    gathering: Words
    before: Words
    later: Words
    instead: Words
    dependent: Words
    places: Places
    known_before: Words
    another: Words

    def modal(self, word: str) -> Modal | None:
        """The use of an auxiliary, in the form in which it stands (lower case)."""
        return next((group for group in self.modals if word in group.words), None)

    def governor(self, word: str, standing: Standing) -> Governor | None:
        """What the word (base form, with its particle or preposition) makes of an event that so depends on it."""
        return self._governors[standing].get(word)

    @cached_property
    def _governors(self) -> Mapping[Standing, Mapping[str, Governor]]:
        return {
            "complement": self._by_word("complement"),
            "clause": self._by_word("clause"),
            "object": self._by_word("object"),
            "subject": self._by_word("subject"),
            "noun": self._by_word("noun"),
            "modifier": self._by_word("modifier"),
        }

    def _by_word(self, standing: Standing) -> Mapping[str, Governor]:
        found: dict[str, Governor] = {}
        for group in self.governors:
            words: tuple[str, ...] = getattr(group, standing)
            for word in words:
                found.setdefault(word, group)
        return found


def load_status() -> StatusWords:
    """The word list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("status.yaml", StatusWords)
