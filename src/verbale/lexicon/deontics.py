"""Words that lay down who must, must not, may or will do what."""

from collections.abc import Sequence

from verbale.lexicon.loader import WordList, load
from verbale.record import Force

Words = frozenset[str]


class ForceGroup(WordList):
    """Words of one force, with an example: [who is bound] <the words> {what}."""

    force: Force
    example: str
    words: Words


class ModalGroup(ForceGroup):
    """Helpers of one force."""

    firm: bool
    """Whether they oblige by themselves, and not only in a paper."""


class Abstaining(WordList):
    """Verbs whose object is what must not be."""

    example: str
    words: Words


class Deontics(WordList):
    """The word list `deontics.yaml`; see there for what each group is and an example of it."""

    modals: tuple[ModalGroup, ...]
    semi_modals: dict[str, Force]
    bound: tuple[ForceGroup, ...]
    taking: tuple[ForceGroup, ...]
    laying: tuple[ForceGroup, ...]
    abstaining: Abstaining
    under: tuple[str, ...]
    says: Words
    continuing: tuple[str, ...]
    conditions: tuple[str, ...]
    until: tuple[str, ...]
    deals: Words
    deal_itself: Words
    including: Words
    soft: Words
    parts: Words
    sides: Words
    undertaking: Words

    def modal(self, word: str) -> ModalGroup | None:
        """The force of a helper."""
        return next((group for group in self.modals if word in group.words), None)


def force_of(groups: Sequence[ForceGroup], *words: str) -> Force | None:
    """The force of the first of the words that stands in one of the groups."""
    return next((group.force for word in words for group in groups if word in group.words), None)


def load_deontics() -> Deontics:
    """The word list that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("deontics.yaml", Deontics)
