"""Direct, indirect or mixed: how much of a content stands between quotation marks."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal

from verbale.reading.drafts import Quotation
from verbale.reading.page import Page, Token
from verbale.spans import Span, joined

Form = Literal["direct", "indirect", "mixed"]


class Marks:
    """What of the page is quoted."""

    def __init__(self, page: Page, quotes: Sequence[Quotation]) -> None:
        self._page = page
        self._parts = joined(part for quote in quotes for part in quote.parts)
        self._starts = [part.start for part in self._parts]

    def form(self, contents: Iterable[Span]) -> Form:
        """Direct where every word is quoted, mixed where some are; a "that" before the mark doesn't count."""
        words = [
            token for span in contents for token in self._page.tokens_in(span) if token.text[0].isalnum()
        ]
        if words and words[0].lower == "that":
            words = words[1:]
        quoted = sum(self._is_quoted(word) for word in words)
        if quoted:
            return "direct" if quoted == len(words) else "mixed"
        return "indirect"

    def _is_quoted(self, word: Token) -> bool:
        at = bisect_right(self._starts, word.span.start) - 1
        return at >= 0 and word.span.start < self._parts[at].end
