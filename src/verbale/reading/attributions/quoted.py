"""The page's quotations, made easy to ask: what is quoted where, and in which quotation a word stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from verbale.reading.drafts import Quotation
from verbale.spans import Span


@dataclass(frozen=True)
class Quoted:
    """Quotations in the order of the text, the outer before the inner."""

    quotes: tuple[Quotation, ...]

    @classmethod
    def of(cls, quotes: Sequence[Quotation]) -> "Quoted":
        """The same quotations, in order."""
        return cls(tuple(sorted(quotes, key=lambda one: (one.span.start, -one.span.end))))

    @cached_property
    def starts(self) -> frozenset[int]:
        """Where quotations begin."""
        return frozenset(one.span.start for one in self.quotes)

    @cached_property
    def ending(self) -> dict[int, Quotation]:
        """The outermost quotation that ends at each place."""
        return {one.span.end: one for one in reversed(self.quotes)}

    @cached_property
    def outer(self) -> tuple[Quotation, ...]:
        """Those that stand in no other."""
        return tuple(one for one in self.quotes if one.level == 0)

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [one.span.start for one in self.outer]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.span.start for one in self.quotes]

    def outer_touching(self, span: Span) -> tuple[Quotation, ...]:
        """The outer quotations that overlap the span."""
        first = max(0, bisect_right(self._outer_starts, span.start) - 1)
        last = bisect_left(self._outer_starts, span.end)
        return tuple(one for one in self.outer[first:last] if one.span.overlaps(span))

    def touching(self, span: Span) -> tuple[Quotation, ...]:
        """All quotations that overlap the span, inner ones too."""
        outer = self.outer_touching(span)
        if not outer:
            return ()
        low, high = outer[0].span.start, outer[-1].span.end
        among = self.quotes[bisect_left(self._starts, low) : bisect_left(self._starts, high)]
        return tuple(one for one in among if one.span.overlaps(span))

    def scope(self, span: Span) -> Span | None:
        """The words of the innermost quotation that the span stands in, or None outside of all.

        An unclosed quotation is no scope: its end is a guess, and words behind it may be the narrator's.
        """
        within = (one for one in reversed(self.touching(span)) if "unclosed" not in one.flags)
        parts = (part for one in within for part in one.parts)
        return next((part for part in parts if part.contains(span)), None)
