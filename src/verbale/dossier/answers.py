"""What a dossier holds and gives back: entries with their articles, what is one, what conflicts, what changed.

Values alone; nothing here knows how they are stored or found. Where something can be shown by a record's own model,
it is that model.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Generic, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, SerializeAsAny

from verbale.record import (
    Document,
    Entity,
    EntityKind,
    Entry,
    Event,
    Forecast,
    Move,
    Position,
    Provision,
    Round,
    Statement,
)
from verbale.spans import Span

Kind = Literal[
    "entity", "statement", "event", "round", "document", "provision", "move", "forecast", "position"
]  # fmt: skip
"""The record's kinds of entries; times are told with the entries that have them."""
Matched = Literal["article", "entity", "statement", "event", "round", "document"]
"""What of several articles may be one: an article with its copies, and entries of these kinds."""

MODELS: Mapping[Kind, type[Entry]] = {
    "entity": Entity,
    "statement": Statement,
    "event": Event,
    "round": Round,
    "document": Document,
    "provision": Provision,
    "move": Move,
    "forecast": Forecast,
    "position": Position,
}
"""The record's model of each kind."""

MACHINE = "verbale"
"""Who judged, where no person did."""


class Ref(NamedTuple):
    """An entry of one article in the dossier: `12/s3`. Of the article itself: `12`."""

    article: int
    """The article's number: 1, 2, … in the order in which they were added."""
    entry: str = ""
    """The entry's id in its record."""

    def __str__(self) -> str:
        return f"{self.article}/{self.entry}" if self.entry else str(self.article)


class Answer(BaseModel):
    """Anything that a dossier gives back."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)


class Source(Answer):
    """An article in the dossier, without its text."""

    article: int
    """Its number."""
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    witness: int
    """The number of the first article of which it is a copy or a rewriting; its own where it is none. Articles of one
    witness count as one."""
    version_of: int | None = None
    """The number of the first version of the same page; null where it is that."""
    replaced_by: int | None = None
    """The number of the next version of the page; null where this is the last."""


class Extent(Answer):
    """How much there is in a dossier."""

    articles: int
    outlets: int
    witnesses: int
    """How many of its articles are not copies of one another."""
    first_day: date | None = None
    """The day on which the first of them appeared."""
    last_day: date | None = None


class Party(Answer):
    """Somebody or something under all the names that any article has for it."""

    number: int
    """Lasting as long as nothing is merged or split; of several merged ones the lowest."""
    name: str
    """The fullest name of the article that speaks of it first; of what the registry knows, the registry's."""
    kind: EntityKind
    names: tuple[str, ...] = ()
    """All names, the most frequent first."""
    country: str | None = None
    registry_id: str | None = None
    articles: int = 0
    """How many articles speak of it."""


class Named(Answer):
    """An entity that an entry names, as its article has it; without its mentions."""

    name: str
    kind: EntityKind
    country: str | None = None
    registry_id: str | None = None
    represents: str | None = None
    """The entity id of whom it speaks for."""


E = TypeVar("E", bound=Entry, covariant=True)


class Report(Answer, Generic[E]):
    """One entry as one article has it."""

    ref: Ref
    source: Source
    entry: SerializeAsAny[E]
    """As it stands in the article's record, people's corrections included."""
    words: str
    """Its own words, verbatim, in one line: a statement's content, a move's content, an issue; of an event or a round,
    the words that tell it."""
    quoted: str = ""
    """Of a statement the words between quotation marks; empty where there are none."""
    proof: tuple[str, ...]
    """The sentences that prove it, verbatim."""
    parties: Mapping[str, int] = {}
    """The party number of every entity id that the entry names."""
    named: Mapping[str, Named] = {}
    """The same entities by their ids: their names, and what the registry knows of them."""
    first_day: date | None = None
    """The first of the days that its date covers; where it has no date, null."""
    last_day: date | None = None
    """The last of them."""
    thread: int = 0
    """The number of what it is a report of: the same for all reports of one event, statement, …"""
    background: Ref | None = None
    """The earlier entry of which it repeats the paragraph word for word: an agency's background block."""
    corrected: bool = False
    """Whether a person has changed it."""


class Thread(Answer, Generic[E]):
    """One statement, event, round or document with all its reports, the earliest article first."""

    number: int
    kind: Kind
    reports: tuple[Report[E], ...]
    witnesses: int
    """How many of its articles are not copies of one another."""


class Judgement(Answer):
    """That two entries, or two articles, are the same thing or are not: by the machine or by a person."""

    number: int | None = None
    """In the dossier; null until it is kept."""
    kind: Matched
    left: Ref
    """The earlier one."""
    right: Ref
    same: bool = True
    score: float
    """How sure, 0 to 1; a person's is 1."""
    reason: str
    """In words, a sentence or less: "the same speaker, day and quoted words"."""
    by: str = MACHINE
    at: datetime | None = None
    withdrawn: bool = False
    """Taken back: it counts no more, and stays to be seen."""


class Correction(Answer):
    """What a person changed in the machine's record: laid over it, and kept when the article is read again."""

    number: int | None = None
    fingerprint: str
    """The article's."""
    kind: Kind
    entry: str
    """The id of the entry; of an entry that a person added, the id that it gets."""
    action: Literal["change", "reject", "accept", "add"]
    field: str | None = None
    """Which field is changed."""
    value: str | None = None
    """Its new value, or the whole added entry, as JSON."""
    words: str
    """The words of the entry when it was corrected: by them it is found again when a new reading numbers it anew."""
    why: str = ""
    by: str
    at: datetime
    withdrawn: bool = False


class Example(Answer):
    """What people made of an entry, beside what the machine had: something to learn from."""

    article: int
    fingerprint: str
    """The article's."""
    text: str
    """The article's, in which all spans count."""
    kind: Kind
    entry: str
    before: SerializeAsAny[Entry] | None
    """As the machine had it; null where it had missed it."""
    after: SerializeAsAny[Entry] | None
    """As people have it: the same where they accepted it, null where they rejected it."""
    spans: tuple[Span, ...]
    """The sentences that prove it."""
    corrections: tuple[Correction, ...]
    """Who changed what, when and why; those that count."""


ConflictKind = Literal["date", "place", "number", "party", "speaker", "wording", "denied", "role", "status"]


class Difference(Answer):
    """A stretch of words of a comparison: in both, in the left alone or in the right alone."""

    where: Literal["both", "left", "right"]
    words: str


class Conflict(Answer):
    """Two reports of the same thing that can't both be right."""

    kind: ConflictKind
    of: Kind
    thread: int
    what: str
    """A sentence: "12 January against 13 January"."""
    left: Report[Entry]
    right: Report[Entry]
    difference: tuple[Difference, ...] = ()
    """Of a wording, word by word."""


ChangeKind = Literal["position", "repeated", "softened", "hardened", "dropped", "met", "came true", "did not come true"]


class Change(Answer):
    """What was otherwise before: a position, a demand, a forecast."""

    kind: ChangeKind
    party: int | None
    """Whose position, demand or forecast."""
    issue: str
    what: str
    """A sentence: "against in December, for under a condition in January"."""
    earlier: Report[Entry]
    later: Report[Entry]


class Added(Answer):
    """What became of an article that was added."""

    article: int
    fate: Literal["new", "known", "version"]
    """New; there already (nothing was done); or a later version of a page that is there."""
    copy_of: int | None = None
    """The number of the article of which it is a copy."""


class Query(Answer):
    """What to look for; every part that is given has to be met."""

    words: str = ""
    """Words of the text, in any order; a phrase in double quotation marks stands as it is."""
    party: str | None = None
    """A name of a party, or its number."""
    kind: Kind | None = None
    first_day: date | None = None
    last_day: date | None = None
    place: str | None = None
    outlet: str | None = None
    issue: str | None = None
    limit: int = 50
