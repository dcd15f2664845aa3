"""What the stages pass on that the record has no word for. Spans are `[start, end)` in code points of the page."""

from dataclasses import dataclass

from verbale.spans import Span


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


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who is behind an attribution's source: an answer of the speakers stage, one an attribution."""

    speaker: str | None
    """Entity id."""
    status: str
    """named, role, anonymous, ambiguous or unknown, as in the record."""
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
