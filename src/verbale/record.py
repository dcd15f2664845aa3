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

SCHEMA_VERSION: Final = "1.1"

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
    date: str | None = None
    """The time that the article gives it for, as a TIMEX3 value: "chief negotiator until March". Null where the article
    speaks of its own present."""
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
    """The entity id of whom it speaks for: a spokesman's organisation, a minister's or a ministry's state."""
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


EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE",
    "COOPERATE", "AID", "RETREAT",
    "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
"""PLOVER's types, a line a quad: cooperation in words and in deeds, conflict in words and in deeds."""
Status = Literal["happened", "ongoing", "planned", "possible", "denied", "cancelled"]
"""Whether at all. Possible: under a condition or with "may"; denied: said not to be so, or told not to have been."""


class Event(Entry):
    """Something that parties do to one another or together, by the rules of PLOVER."""

    type: EventType
    """Which of PLOVER's sixteen types."""
    mode: str | None = None
    """PLOVER's mode in lower case (`visit`, `third-party`, `relations`, …), where the words tell one."""
    anchor: Span
    """The verb or noun that tells it."""
    actors: tuple[str, ...]
    """Entity ids of who does it; all of those who do it together, with nobody as recipient."""
    recipients: tuple[str, ...] = ()
    """Entity ids of those to whom it is done."""
    place: str | None = None
    """The entity id of where; the dateline's town only where the words tell no other."""
    time: str | None = None
    """The time id of when."""
    date: str | None = None
    """When, as a TIMEX3 value."""
    status: Status
    """Whether it happened at all."""
    according_to: str | None = None
    """The statement id of who claims it; null where the article reports it itself."""


class Passage(BaseModel):
    """Words of the article: what an entry is about."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    text: str
    """The words in one line."""
    spans: tuple[Span, ...]
    """Where they stand."""


class Round(Entry):
    """One meeting of a negotiation, of those that follow one another."""

    number: int | None = None
    """Which of them, where the article counts."""
    format: str
    """What it is called: meeting, council, consultations, call, summit, …"""
    parties: tuple[str, ...] = ()
    """Entity ids of who takes part."""
    place: str | None = None
    """The entity id of where."""
    time: str | None = None
    """The time id of when."""
    date: str | None = None
    """When, as a TIMEX3 value."""
    status: Status
    """Whether it took place."""
    outcome: Passage | None = None
    """How it ended, in the article's words."""
    events: tuple[str, ...] = ()
    """The event ids that it was made from."""


PaperStatus = Literal["drafted", "proposed", "published", "leaked", "agreed", "signed", "in force", "rejected"]


class Document(Entry):
    """A paper that is negotiated about or with: a draft, a treaty, a letter."""

    name: str
    """The fullest name or description in the article."""
    kind: str
    """draft, treaty, agreement, proposal, letter, communiqué, resolution, article, …"""
    mentions: tuple[Mention, ...] = ()
    """Every place where the text speaks of it, in order."""
    entity: str | None = None
    """The entity id of the paper, where it speaks or acts itself ("the draft says")."""
    authors: tuple[str, ...] = ()
    """Entity ids of who wrote, tabled or published it."""
    parties: tuple[str, ...] = ()
    """Entity ids between whom it is, or is to be."""
    time: str | None = None
    """The time id of when it came to be what its status says."""
    date: str | None = None
    """The same as a TIMEX3 value."""
    status: PaperStatus | None = None
    """How far it has come, as the article tells last; null where it doesn't tell."""


Force = Literal["must", "must_not", "may", "will"]


class Provision(Entry):
    """What a document, or somebody speaking, lays down: who must, must not, may or will do what."""

    document: str | None = None
    """The document id; null where it is not a document's."""
    statement: str | None = None
    """The statement id in which it stands."""
    bearer: tuple[str, ...] = ()
    """Entity ids of who is bound or allowed."""
    force: Force
    """The meaning: "must renounce any activity" is must_not, with the activity as its action."""
    action: Passage
    """What."""
    words: Passage
    """The words of the force as they stand: "must renounce", "shall not"."""
    regarding: tuple[str, ...] = ()
    """Entity ids of the places and parties that the action regards."""
    condition: Passage | None = None
    """Under which condition."""
    deadline: str | None = None
    """Until when, as a TIMEX3 value."""


MoveKind = Literal[
    "demand", "offer", "condition", "threat", "warning", "commitment", "refusal", "concession", "agreement"
]


class Move(Entry):
    """What a party does in the negotiation by speaking, or is said to have done."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True)

    kind: MoveKind
    """What it does. A threat needs a consequence that the speaker would bring about."""
    actor: tuple[str, ...]
    """Entity ids of whose move it is: the speaker, or the party that the move is ascribed to."""
    addressee: tuple[str, ...] = ()
    """Entity ids of those to whom it is directed."""
    content: Passage
    """What is demanded, offered, threatened, …"""
    if_: Passage | None = Field(default=None, alias="if")
    """The condition under which it holds."""
    time: str | None = None
    """The time id of when it was made."""
    date: str | None = None
    """The same as a TIMEX3 value."""
    statement: str | None = None
    """The statement id in which it stands."""


Likelihood = Literal["certain", "likely", "possible", "doubtful", "unlikely", "impossible"]


class Forecast(Entry):
    """What somebody expects."""

    by: str | None = None
    """The entity id of who expects it; null where the article doesn't tell."""
    claim: Passage
    """What is expected, without its hedge."""
    outcomes: tuple[Passage, ...] = ()
    """The alternatives: "either a document, or measures"."""
    likelihood: Likelihood
    """How likely, by the words of the hedge."""
    horizon: str | None = None
    """By when, as a TIMEX3 value."""
    statement: str | None = None
    """The statement id in which it stands."""


Side = Literal["for", "against", "conditional"]


class Position(Entry):
    """What a party wants of an issue."""

    party: str
    """An entity id."""
    issue: str
    """What is negotiated about: the fullest of the words that the article has for it."""
    stand: Side
    """What the party wants of it."""
    date: str | None = None
    """When it took that stand, as a TIMEX3 value."""
    moves: tuple[str, ...] = ()
    """The move ids that show it."""


class Record(BaseModel):
    """What one article says. The same article gives the same record, byte for byte."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    schema_version: Literal["1.1"] = SCHEMA_VERSION
    """The version of this contract; fields are added, never renamed."""
    article: Article
    """What was read, with all that is known of where it comes from."""
    entities: tuple[Entity, ...] = ()
    """Whom and what the article speaks of."""
    times: tuple[Time, ...] = ()
    """Its time expressions and what they mean."""
    statements: tuple[Statement, ...] = ()
    """Who said what."""
    events: tuple[Event, ...] = ()
    """Who did what to whom, where and when, and whether at all."""
    rounds: tuple[Round, ...] = ()
    """The meetings of the negotiation."""
    documents: tuple[Document, ...] = ()
    """Its papers."""
    provisions: tuple[Provision, ...] = ()
    """What they, or the speakers, lay down."""
    moves: tuple[Move, ...] = ()
    """Who demanded, offered, threatened or agreed what."""
    forecasts: tuple[Forecast, ...] = ()
    """What somebody expects."""
    positions: tuple[Position, ...] = ()
    """What each party wants of each issue."""
