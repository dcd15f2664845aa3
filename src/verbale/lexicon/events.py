"""What tells an event: verbs, nouns and light verbs, each group with the types of PLOVER that it may be."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pydantic import Field

from verbale.lexicon.loader import WordList, by_word, load
from verbale.record import EventType

Words = frozenset[str]
Need = Literal["actor", "recipient", "two", "several", "official", "aimed", "outlet", "person"]
Role = Literal["actor", "recipient", "none"]
Types = Mapping[EventType, float]
"""The types that a word may tell, each with how likely it is before anything else is asked (0-1)."""


class EventGroup(WordList):
    """Words that tell the same sort of event."""

    name: str
    example: str
    """[actor] <anchor> {recipient}"""
    words: Words
    """Base forms, lower case. A verb may have a particle or a preposition ("pull out"), a noun a word before it."""
    types: Types = Field(default_factory=dict)
    """Empty where only the complement tells: "announced the withdrawal"."""
    mode: str | None = None
    together: bool = False
    """Whether all who take part are actors, and nobody is recipient."""
    to: tuple[str, ...] = ()
    """Where the recipient stands, the first that holds a known party: a preposition; `object`; `dative`; `subject`
    (the object acts); `clause` (who is to act in the complement). Of a thing, whose it is: "rejected Sudria's plan"."""
    direct: bool = False
    """Whether only who stands there is the recipient, never the owner of a thing: "sent Norlandish grain"."""
    beside: Words = frozenset()
    """One of these must stand beside the word: `object`, `no object`, `infinitive`, or a preposition."""
    parties: frozenset[Need] = frozenset()
    """Whom the event needs, all of them: an actor; a recipient; two parties; `several`, two or a body of many; an
    `official` actor, who is no private person; `aimed`, a recipient or a complement that tells an event; an outlet as
    actor; a person as recipient."""
    owned: bool = False
    """Whether the owner of the object acts, where it has one: "announced the Union's readiness"."""
    absorbs: bool = False
    """Whether what its complement tells is not told as an event of its own: "refused to withdraw"."""
    becomes: Mapping[EventType, EventType] = Field(default_factory=dict)
    """What the event's type is where the complement's is this: a withdrawal agreed to is CONCEDE."""
    modes: Mapping[EventType, str] = Field(default_factory=dict)
    """What the event's mode is where the complement's type is this: "refused to meet" is mode meet."""


class VerbGroup(EventGroup):
    """Verbs, alone or with one of several objects."""

    objects: Words = frozenset()
    """The nouns, base form, one of which must be its object, or follow its preposition; any where none is named."""


class NounGroup(EventGroup):
    """Nouns; where their "of" and their owner stand for the actor, or the recipient."""

    things: Words = frozenset()
    """The nouns, base form, one of which its "of" must hold; any, or no "of" at all, where none is named."""
    of: Role = "actor"
    owner: Role = "actor"


class Light(WordList):
    """Verbs that only say that what a noun names takes place."""

    takes: Words
    """The noun is their object, their subject acts: "held talks"."""
    happens: Words
    """The noun is their subject: "took place"."""


class Control(WordList):
    """Where the object of a clause is who acts in the clause below it."""

    objects: Words
    """Verbs whose object acts in the complement: "urged Sudria to withdraw"."""
    prepositions: Words
    """Behind these stands that object of a verb that has no other: "called on Sudria to withdraw"."""
    charges: Words
    """Prepositions behind which an object acts: "accused Sudria of shelling"."""


class EventWords(WordList):
    """The word list `events.yaml`; see there for what each group is and an example of it."""

    verbs: tuple[VerbGroup, ...]
    nouns: tuple[NounGroup, ...]
    light: Light
    control: Control
    planned: Mapping[EventType, EventType]
    """What an event that is still to come is: a future meeting is AGREE."""
    measures: Words
    """Nouns that say how much of what their "of" holds: "tons of food", "a round of talks"."""
    about: Words
    """Prepositions behind which stands what a verb is about: "agreed on a truce"."""
    around: Words
    """Prepositions that put what somebody does beside an event: "said after the talks"."""
    state_agents: Words
    """Nouns that mean the state whose name or adjective stands before them: "the Norlandish delegation"."""
    nobody: Words
    """Words of nobody in particular: "everyone"."""
    counting: Words
    """Nouns that count or gather those whom their "of" names: "dozens of", "leaders of"."""

    @cached_property
    def _verbs(self) -> dict[str, tuple[VerbGroup, ...]]:
        return by_word(sorted(self.verbs, key=lambda group: not group.objects))

    @cached_property
    def _nouns(self) -> dict[str, tuple[NounGroup, ...]]:
        return by_word(self.nouns)

    @cached_property
    def verb_heads(self) -> Words:
        """The verbs, without particle or preposition."""
        return frozenset(word.split()[0] for word in self._verbs)

    @cached_property
    def noun_heads(self) -> Words:
        """The nouns, without what stands before them."""
        return frozenset(word.split()[-1] for word in self._nouns)

    def verb(self, key: str) -> tuple[VerbGroup, ...]:
        """The uses of a verb, those with a named object first."""
        return self._verbs.get(key, ())

    def noun(self, key: str) -> tuple[NounGroup, ...]:
        """The uses of a noun, in order."""
        return self._nouns.get(key, ())


def load_events() -> EventWords:
    """The words that the package ships. Raises `ToolsError` where the file doesn't have its shape."""
    return load("events.yaml", EventWords)
