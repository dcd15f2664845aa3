"""The words with which parties make moves: verbs and nouns that perform one, and what a content's own words do."""

from functools import cached_property
from typing import Literal

from verbale.lexicon.loader import WordList, by_word, load
from verbale.record import MoveKind

MoveFrame = Literal[
    "quote", "clause", "infinitive", "object", "noun", "mandate", "with", "right", "on", "until", "for", "opening"
]
"""How a verb takes what is demanded or offered: “…,” he VERB; that they leave; to leave; them to leave; a departure;
that they (must) leave; with a departure; the right to leave; on a departure; them until Friday to leave; them for
a departure; that the actor itself could leave."""
NounFrame = Literal["clause", "infinitive", "for", "of", "on", "is"]
Words = frozenset[str]


class MoveVerbs(WordList):
    """Verbs that make the same move in the same constructions."""

    name: str
    kind: MoveKind
    jointly: MoveKind | None = None
    """Where given, what it is when several do it together."""
    takes: tuple[MoveFrame, ...]
    example: str
    """[actor] <word> {content}"""
    words: tuple[str, ...]
    objects: Words = frozenset()
    """Where given, only with one of these as the content's main noun."""
    never: Words = frozenset()
    """Not with one of these as the content's main word."""
    over: Words = frozenset()
    """Where given, only where what is to be done is done to one of these."""


class MoveNouns(WordList):
    """Nouns that stand for the same move."""

    name: str
    kind: MoveKind
    takes: tuple[NounFrame, ...]
    example: str
    words: tuple[str, ...]


class Listed(WordList):
    """Words of one use, with an example that shows it."""

    example: str
    words: Words


class Refused(Listed):
    """What a party won't do, and what it won't have done to it."""

    passive: Words
    idle: Words
    """What is no refusal, whoever won't do it."""


class Harmful(Listed):
    """What hurts the other side."""

    grave: Words
    answering: Words
    """They do in the passive: what is answered is the other side's deed."""
    weak: Words
    """They hurt with one of `nouns` only."""
    nouns: Words
    ceasing: Words
    relieved: Words
    """To cease one of these is no harm."""
    consequences: Words
    amiss: Words
    """What the other side would do that calls for it."""


class Conditions(WordList):
    """Words that open a condition."""

    example: str
    clause: tuple[str, ...]
    phrase: tuple[str, ...]
    negative: Words
    """They open one where the main clause is negated."""
    never_after: Words

    @cached_property
    def _openers(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        every = {tuple(one.split()) for one in (*self.clause, *self.phrase, *self.negative)}
        ordered = sorted(every, key=lambda words: (-len(words), words))
        firsts = {words[0] for words in ordered}
        return {first: tuple(words for words in ordered if words[0] == first) for first in firsts}

    def openers(self, first: str) -> tuple[tuple[str, ...], ...]:
        """Those that begin with the word, as words, the longest first."""
        return self._openers.get(first, ())


class Tying(WordList):
    """What makes one thing depend on another."""

    example: str
    to: dict[str, str]
    """A verb and its preposition before what must come first."""
    nouns: Words
    first: Words
    """Verbs of demands that are to be met before something else."""


class Duty(WordList):
    """What lays a duty on a clause's subject."""

    example: str
    strong: Words
    weak: Words
    ours: Words
    needed: Words
    given: Words


class MoveWords(WordList):
    """The word list `moves.yaml`; see there for what each group is and an example of it."""

    verbs: tuple[MoveVerbs, ...]
    nouns: tuple[MoveNouns, ...]
    bringing: Listed
    ready: Listed
    no_order: Listed
    """They open a sentence as often without an order."""
    unready: Listed
    unacceptable: Listed
    negotiable: Listed
    refused: Refused
    promised: Listed
    harmful: Harmful
    conditions: Conditions
    tying: Tying
    duty: Duty
    ending: Listed
    supporting: Listed
    opposing: Listed
    observers: Listed
    matter: Listed

    @cached_property
    def judging(self) -> frozenset[str]:
        """The first words of what calls a thing acceptable or not, also of "non" before a hyphen."""
        firsts = {word.split()[0] for word in (*self.unacceptable.words, *self.negotiable.words)}
        return frozenset({*firsts, *(word.split("-")[0] for word in firsts)})

    @cached_property
    def _verbs(self) -> dict[str, tuple[MoveVerbs, ...]]:
        return by_word(self.verbs)

    @cached_property
    def _nouns(self) -> dict[str, tuple[MoveNouns, ...]]:
        return by_word(self.nouns)

    def verb(self, word: str) -> tuple[MoveVerbs, ...]:
        """The uses of a verb (base form, with its particle, preposition or noun where it has one), in order."""
        return self._verbs.get(word, ())

    def noun(self, word: str) -> tuple[MoveNouns, ...]:
        """The uses of a noun in its base form."""
        return self._nouns.get(word, ())


def load_moves() -> MoveWords:
    """The words that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("moves.yaml", MoveWords)
