"""Direct, indirect or mixed: how much of a content stands between quotation marks."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from verbale.reading.drafts import Quotation
from verbale.reading.page import Page, Token
from verbale.spans import Span, joined

Form = Literal["direct", "indirect", "mixed"]


class Marks:
    """What of the page is quoted."""

    def __init__(self, page: Page, quotes: Sequence[Quotation]) -> None:
        self._page = page
        self._open = {quote.parts[0].start for quote in quotes if "unclosed" in quote.flags}
        closed = (part for quote in quotes if "unclosed" not in quote.flags for part in quote.parts)
        self._parts = joined(closed)
        self._starts = [part.start for part in self._parts]

    def form(self, contents: Sequence[Span]) -> Form:
        """Direct where every word is quoted, mixed where some are; a "that" before the mark doesn't count.

        A quotation that nothing closes makes direct what begins with its opening mark, and nothing else.
        """
        tokens = [token for span in contents for token in self._page.tokens_in(span)]
        words = [token for token in tokens if token.text[0].isalnum()]
        if words and words[0].lower == "that":
            words = words[1:]
        if words and words[0].span.start in self._open:
            return "direct"
        quoted = sum(self._is_quoted(word) for word in words)
        if quoted:
            return "direct" if quoted == len(words) else "mixed"
        return "indirect"

    def is_block(self, contents: Sequence[Span], cue: Sequence[Span]) -> bool:
        """Whether whole paragraphs stand behind the colon that ends the cue's: a quotation set off without marks."""
        places = [paragraph for paragraph in self._page.paragraphs if contents and paragraph.start == contents[0].start]
        before = self._page.text[: places[0].start].rstrip() if places else ""
        return before.endswith(":") and bool(cue) and cue[-1].start < len(before) and contents[0].start >= cue[-1].end

    def _is_quoted(self, word: Token) -> bool:
        at = bisect_right(self._starts, word.span.start) - 1
        return at >= 0 and word.span.start < self._parts[at].end
