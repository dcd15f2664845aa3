"""The record: what one article says, each entry with the sentence that proves it. A public contract.

Field names and meanings are fixed; fields are added, never renamed. Offsets are `[start, end)` in
Unicode code points of `article.text`. Ids are stable within a record: `e1`, `t2`, `s3`, in the order
in which the text first shows the entry.
"""

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from verbale.article import Article
from verbale.spans import Span

SCHEMA_VERSION: Final = "1.0"

Confidence = Annotated[float, Field(ge=0.0, le=1.0)]


class Entry(BaseModel):
    """What every entry has: an id, its evidence and how sure Verbale is."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    id: str
    """`e1`, `t2`, `s3`, …: the entry's kind and its place in the order of the text."""
    evidence: tuple[Span, ...]
    """The sentence or sentences that prove it."""
    confidence: Confidence
    """Calibrated: of the entries with 0.8, about eight in ten are right."""


class Mention(BaseModel):
    """One place where the text speaks of an entity."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    start: int
    """Its first code point."""
    end: int
    """The code point after its last."""
    form: Literal["name", "nominal", "pronoun"]
    """A name, a description such as "the minister", or a pronoun."""

    @property
    def span(self) -> Span:
        """The mention's place."""
        return Span(self.start, self.end)


class Doubt(BaseModel):
    """Why an office may not be what the article says, and by which reference."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    reason: str
    """What speaks against it, a sentence."""
    reference: str
    """What it was looked up in."""


class Office(BaseModel):
    """A title that the article gives somebody, at an organisation."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    title: str
    """As the article words it."""
    organisation: str | None = None
    """An entity id, or the words of the article where no entity stands for it."""
    evidence: tuple[Span, ...]
    """The sentence that gives it."""
    doubt: Doubt | None = None
    """Why the title may be wrong, where a reference says otherwise."""


EntityKind = Literal["person", "state", "organisation", "group", "place", "document", "outlet"]


class Entity(Entry):
    """Somebody or something that the article speaks of, under all its names."""

    name: str
    """The fullest name in the article; a description where it has none. Of a state or body that it calls only by
    its people or seat, the registry's."""
    kind: EntityKind
    """What sort of thing it is."""
    aliases: tuple[str, ...] = ()
    """The other names and descriptions used for it, in order of appearance."""
    mentions: tuple[Mention, ...]
    """Every place where the text speaks of it, in order."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    members: tuple[str, ...] = ()
    """Entity ids of a group such as "both sides"."""
    represents: str | None = None
    """The entity id of whom the person speaks for."""
    offices: tuple[Office, ...] = ()
    """The titles that the article gives it, in order."""
    registry_id: str | None = None
    """Its key in the registry of states, organisations and offices."""


class Time(Entry):
    """A time expression and what it means: a TIMEX3 of TimeML 1.2.1, with the days it covers."""

    start: int
    """Its first code point."""
    end: int
    """The code point after its last."""
    text: str
    """As the article words it."""
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    """The TIMEX3 type."""
    value: str
    """TIMEX3 value: `2022-01-18`, `2022-W03`, `P3D`, `PAST_REF`, `XXXX-WXX-5` …"""
    mod: str | None = None
    """TIMEX3 mod: `START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER`, `EQUAL_OR_MORE` …"""
    first_day: date | None = None
    """The first day that the expression covers."""
    last_day: date | None = None
    """The last day that the expression covers, itself included."""
    precision: (
        Literal["minute", "hour", "day", "week", "month", "season", "quarter", "year", "decade", "century"] | None
    ) = None
    """How exact the expression is; null where it names no calendar time."""
    otherwise: tuple[str, ...] = ()
    """Other values that an ambiguous form such as 04/03/2022 allows."""


StatementKind = Literal[
    "assertion", "question", "demand", "offer", "threat", "warning", "commitment", "refusal", "forecast", "opinion"
]
SpeakerStatus = Literal["named", "role", "anonymous", "ambiguous", "unknown"]


class Statement(Entry):
    """Somebody's words or thoughts as the article reports them: source, cue and content (PolNeAR)."""

    form: Literal["direct", "indirect", "mixed"]
    """Direct: all of the content is quoted; indirect: none is; mixed: some words are."""
    source: tuple[Span, ...]
    """Whoever is said to have said it; empty where the article names nobody ("it was said that")."""
    cue: tuple[Span, ...]
    """The words that ascribe it: "said", "according to"; empty for a bare quotation."""
    content: tuple[Span, ...]
    """What was said or thought, in as many pieces as its report has in the paragraph: “…,” she said. “…” is one
    statement of two. A quotation that no mark closes, that runs over paragraphs, or that goes on in a later one is a
    statement of its own."""
    speaker: str | None = None
    """An entity id; null where the article doesn't tell or the reading can't."""
    speaker_status: SpeakerStatus
    """Known by name, by role only, not named by the article, open between `candidates`, or not known."""
    candidates: tuple[str, ...] = ()
    """Entity ids between which the speaker is open."""
    addressee: str | None = None
    """An entity id: to whom it was said."""
    venue: str | None = None
    """The outlet or occasion that it was said to or at: an entity id, or the words of the article."""
    time: str | None = None
    """The time id of when it was said."""
    date: str | None = None
    """When it was said, as a TIMEX3 value."""
    within: str | None = None
    """The statement id of the statement that reports this one."""
    kind: StatementKind = "assertion"
    """What the speaker does with it."""
    denied: bool = False
    """The speaker says that the content is not so."""
    flags: tuple[str, ...] = ()
    """What is unusual: `unclosed` (a quotation without its closing mark), `inferred_speaker`, …"""


class Record(BaseModel):
    """What one article says. The same article gives the same record, byte for byte."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    """The version of this contract; fields are added, never renamed."""
    article: Article
    """What was read, with all that is known of where it comes from."""
    entities: tuple[Entity, ...] = ()
    """Whom and what the article speaks of."""
    times: tuple[Time, ...] = ()
    """Its time expressions and what they mean."""
    statements: tuple[Statement, ...] = ()
    """Who said what."""
