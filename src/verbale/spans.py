"""Spans of text: `[start, end)` in Unicode code points, the only kind of position in Verbale."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, `[start, end)` in code points; in JSON a list of two numbers."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one (or is the same)."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> "Span":
        """The same stretch, counted from another beginning."""
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str, edges: str = "") -> "Span":
        """The span without white space, and without the characters of `edges`, at its two ends."""
        start, end = self
        while start < end and (text[start].isspace() or text[start] in edges):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in edges):
            end -= 1
        return Span(start, end)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of them. Raises `ValueError` when there are none."""
    starts, ends = zip(*spans, strict=True)
    return Span(min(starts), max(ends))


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretch as few, ordered spans: those that touch or overlap become one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def covered(spans: Iterable[Span]) -> int:
    """How many code points the spans cover together."""
    return sum(span.end - span.start for span in joined(spans))
