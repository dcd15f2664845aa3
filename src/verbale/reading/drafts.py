"""What the stages pass on that the record has no word for. Spans are `[start, end)` in code points of the page."""

from dataclasses import dataclass
from typing import Literal

from verbale.record import SpeakerStatus
from verbale.spans import Span
from verbale.timex import Unit


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks; one that runs over paragraphs is one quotation of several parts."""

    span: Span
    """With its marks."""
    parts: tuple[Span, ...]
    """The quoted words without marks: one part a paragraph."""
    level: int = 0
    """0 for a quotation that stands in none, 1 for one inside it, and so on."""
    flags: tuple[str, ...] = ()
    """`unclosed` (closed at the end of its paragraph), `unopened`, `dash` (opened by a dash)."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content ascribed to a source by a cue (PolNeAR), before anybody asks who the source is.

    A continued or bare quotation has no cue; an anonymous or passive one ("it was said that") no source.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    """0-1, calibrated."""
    flags: tuple[str, ...] = ()
    """`continued` (the quotation goes on from the paragraph before), `announced` (the cue stands in the
    next sentence: "This was announced by …"), `inferred_speaker`, `unclosed`, …"""
    presumed: tuple[Span, ...] = ()
    """Words that name whom a quotation without a source presumably belongs to; no part of the statement."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who is behind an attribution's source: an answer of the speakers stage, one an attribution."""

    speaker: str | None
    """Entity id."""
    status: SpeakerStatus
    candidates: tuple[str, ...] = ()
    addressee: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression that the encoder found, before its value is worked out."""

    span: Span
    type: str
    """DATE, TIME, DURATION or SET (TIMEX3)."""
    confidence: float
    """0-1, calibrated."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place where the text speaks of somebody or something, before anybody asks of whom."""

    span: Span
    """A name without its title, article or possessive mark; a description with its determiner."""
    form: Literal["name", "nominal", "pronoun"]
    head: int
    """Index of its main token on the page."""
    kinds: tuple[str, ...] = ()
    """What it may be, as entity kinds, the likeliest first; empty where its words don't tell."""
    number: Literal["singular", "plural", ""] = "singular"
    gender: Literal["male", "female", ""] = ""
    role: str = ""
    """The role or head noun of the title or description, singular and lower case: `foreign minister`."""
    title: Span | None = None
    """The words before a name that say who its bearer is: `Deputy Foreign Minister of Norland`."""
    definite: bool = False
    """Whether a description is of something already known or the only one: `the envoy`, `his brother`."""
    quoted: bool = False
    """Whether it stands between quotation marks."""
    parts: tuple[Span, ...] = ()
    """The names in it, where several together do something: "Norland and Sudria"."""


Direction = Literal["past", "since", "future", ""]
"""Whither from the publication: `since` is past for certain ("since March")."""
Origin = Literal["publication", "narrative"]
OwnYear = Literal["fiscal", "academic", ""]


@dataclass(frozen=True, slots=True)
class Shift:
    """So many days, weeks or years from a day: from the day of publication or from the one the text has come to."""

    amount: int
    unit: Unit
    origin: Origin = "publication"
    measured: bool = False
    """Whether the words say how far ("a year ago"), not which ("last year")."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the calendar as the words give it, before anybody asks from when they count.

    "Monday last week" is the weekday 1 in the week that lies one before the day of publication.
    """

    shift: Shift | None = None
    """The day, week, month or year in which the rest is to be found."""
    which: int | None = None
    """-1 for the last such day or month, 0 for this one, 1 for the next."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 is Monday."""
    nth: int | None = None
    """The how many-th such weekday of the month: "the first Monday in May"."""
    part: str = ""
    """What follows the year in a TIMEX3 value: a quarter `Q3`, a half `H1`, a season `SU`. `WE` is a weekend, `W`
    the week of the day."""
    fixed: str = ""
    """A whole TIMEX3 value, such as a decade or an ISO date."""
    holiday: str = ""
    """A month and a day, or a country and a name: `12-25`, `US:Thanksgiving`."""
    hour: str = ""
    """What follows the day in a TIMEX3 value: `T14:05Z`, `TMO`."""
    own_year: OwnYear = ""
    """Whose year it is, where not the calendar's: it begins on another day than the first of January."""
    stretch: bool = False
    """All the days from the shift's origin to the point are meant: "the past three weeks"."""


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time expression with what its words mean, before it is anchored in the calendar."""

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str = ""
    """The TIMEX3 value where it is the same whenever the article was written: a duration, a set, a reference."""
    point: Point | None = None
    """Where to look in the calendar; of a duration, where it ends or began."""
    mod: str = ""
    """TIMEX3 mod."""
    direction: Direction = ""
    """Where the verb that governs the expression points."""
    otherwise: tuple[Point, ...] = ()
    """Other readings of the words."""
    confidence: float = 1.0
