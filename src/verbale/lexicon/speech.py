"""How English reports speech: verbs, nouns and phrases, each with its use."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from verbale.lexicon.loader import WordList, by_word, load

Frame = Literal["quote", "clause", "infinitive", "object", "noun", "as"]
"""A construction in which a verb reports speech; `speech.yaml` shows each."""
Act = Literal[
    "assertion",
    "question",
    "demand",
    "offer",
    "threat",
    "warning",
    "commitment",
    "refusal",
    "forecast",
    "opinion",
]
"""What somebody does in saying something: the kinds of the record's statements."""


_HISSING = ("s", "sh", "ch", "x", "z")


class Group(WordList):
    """Words of the same use, with an example that shows it."""

    example: str
    """[source] <cue> {content}"""
    words: tuple[str, ...]


class VerbGroup(Group):
    """Verbs that report speech in the same constructions."""

    name: str
    kind: Act
    takes: dict[Frame, float]
    """The constructions in which it reports speech, each with how often it does (0-1)."""
    addressee: bool = False
    """Whether the verb's object is the person spoken to."""
    denies: bool = False
    """Whether the speaker says that the content is not so."""


class NounGroup(Group):
    """Nouns that stand for a statement."""

    name: str
    kind: Act
    denies: bool = False


class ActGroup(Group):
    """Words in a content that show what it does."""

    kind: Act


class Venues(WordList):
    """Where things are said."""

    prepositions: frozenset[str]
    occasions: frozenset[str]
    outlets: frozenset[str]


class TakingUp(WordList):
    """How a sentence ascribes the one before it."""

    example: str
    pronouns: frozenset[str]
    """They stand for the whole statement."""
    determiners: frozenset[str]
    """They do with a noun of speech: "such an opinion"."""
    words: frozenset[str]
    """Verbs whose object may be a whole statement."""


class Unsaid(WordList):
    """Words beside a verb of saying that leave its content unsaid."""

    never: frozenset[str]
    """In the cue or right before it: "did not say"."""
    nobody: frozenset[str]
    """The source's first word: "no delegate said"."""
    perhaps: frozenset[str]
    """In the cue: "would say", "is expected to say"."""
    conditions: frozenset[str]
    """They open a clause that says no more than what would follow: "if they refuse"."""


class Speech(WordList):
    """The words of reported speech. Base forms, lower case; a second word is a particle or preposition."""

    verbs: tuple[VerbGroup, ...]
    irregular: dict[str, tuple[str, ...]]
    """Forms that the rules of spelling don't give."""
    nouns: tuple[NounGroup, ...]
    phrases: tuple[Group, ...]
    """Phrases that name a source without a verb; "…" stands for the source."""
    sure: Group
    """Adjectives of opinion and feeling that take a clause."""
    read_off: tuple[Group, ...]
    """Where something is read off a source: "it follows from …"."""
    goes_on: tuple[str, ...]
    """Words that open a sentence which lists what else a document says."""
    taking_up: TakingUp
    echoes: tuple[Group, ...]
    venues: Venues
    labels: frozenset[str]
    """Words before a colon that speak: "Poll: …"."""
    acts: tuple[ActGroup, ...]
    no_demand: tuple[str, ...]
    """Words that look like a demand and are none: "must have been"."""
    kept_names: tuple[str, ...]
    """How the content begins where a source only asks to stay nameless."""
    unsaid: Unsaid

    @cached_property
    def bases(self) -> dict[str, str]:
        """For each form of a single verb, its base: `said` → `say`."""
        firsts = {word.split()[0] for group in self.verbs for word in group.words}
        return {form: base for base in sorted(firsts) for form in self._forms_of(base)}

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every form of the verbs that may follow a quotation and its speaker."""
        taking = {word.split()[0] for group in self.verbs if "quote" in group.takes for word in group.words}
        return frozenset(form for base in taking for form in self._forms_of(base))

    @cached_property
    def _verbs(self) -> dict[str, tuple[VerbGroup, ...]]:
        return by_word(self.verbs)

    @cached_property
    def _nouns(self) -> dict[str, NounGroup]:
        return {word: group for group in reversed(self.nouns) for word in group.words}

    def groups(self, verb: str) -> tuple[VerbGroup, ...]:
        """The uses of a verb (base form, with its particle or preposition where it has one), in order."""
        return self._verbs.get(verb, ())

    def use(self, verb: str, frame: Frame) -> VerbGroup | None:
        """The verb's use in that construction, or None where it reports nothing in it."""
        return next((group for group in self.groups(verb) if frame in group.takes), None)

    def noun(self, word: str) -> NounGroup | None:
        """The use of a noun (base form or plural) that stands for a statement."""
        return self._nouns.get(word) or self._nouns.get(word.removesuffix("s"))

    def _forms_of(self, base: str) -> Iterator[str]:
        stem, ends_in_y = base.removesuffix("e"), base.endswith("y") and base[-2:-1] not in "aeiou"
        yield base
        yield base[:-1] + "ies" if ends_in_y else base + ("es" if base.endswith(_HISSING) else "s")
        yield base[:-1] + "ied" if ends_in_y else stem + "ed"
        yield (base if base.endswith("ee") else stem) + "ing"
        yield from self.irregular.get(base, ())


def load_speech() -> Speech:
    """The words that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("speech.yaml", Speech)
