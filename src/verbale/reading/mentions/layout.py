"""What a place on the page tells of the words there: quoted, in a credit line, in a dateline."""

import re
from dataclasses import dataclass

from verbale.lexicon.people import People
from verbale.reading.page import Page, Token
from verbale.spans import Span

OPENING, CLOSING, STRAIGHT = frozenset("“«„"), frozenset("”»"), frozenset({'"', "''"})
CLOSERS = CLOSING | STRAIGHT

# "MOSCOW - ", "GENEVA, Jan. 8 (Reuters) — ": a place in capitals or with an agency in brackets, then a dash.
_DATELINE = re.compile(
    r"(?:[^\W\d_]{2}[^\n()]{0,40}?\([^\n()]{2,30}\)|[A-Z][A-Z.'’ ]{2,}(?:,[^\n–—-]{1,25})?)\s*(?:-{1,2}|–|—)\s"
)
# A line that opens as a credit is one only where it is short: a sentence may begin with "By" or "Photo".
_CREDIT_LENGTH = 140


@dataclass(frozen=True, slots=True)
class Layout:
    """Tokens by where they stand."""

    quoted: frozenset[int]
    """Between quotation marks, nested ones included."""
    datelines: tuple[Span, ...]
    credits: tuple[Span, ...]
    """Stretches that name the makers of the article."""

    def in_credit(self, token: Token) -> bool:
        """Whether the token stands in a credit line."""
        return any(span.contains(token.span) for span in self.credits)

    def in_dateline(self, token: Token) -> bool:
        """Whether the token stands in a dateline."""
        return any(span.contains(token.span) for span in self.datelines)


def look_at(page: Page, people: People) -> Layout:
    """The layout of the page."""
    datelines = [
        Span(paragraph.start, paragraph.start + match.end())
        for paragraph in page.paragraphs
        if (match := _DATELINE.match(paragraph.of(page.text)))
    ]
    credited = tuple(span for paragraph in page.paragraphs for span in _credits(page.text, paragraph, people))
    return Layout(_quoted(page), tuple(datelines), credited)


def _quoted(page: Page) -> frozenset[int]:
    """The tokens after an opening mark and before the next closing one, each paragraph by itself.

    A mark on the wrong side of a space still opens or closes: its own form or the count decides, not the space.
    """
    inside: list[int] = []
    starts = iter(paragraph.start for paragraph in page.paragraphs)
    following, open_ = next(starts, None), False
    for token in page.tokens:
        while following is not None and token.span.start >= following:
            following, open_ = next(starts, None), False
        mark = token.text
        if mark in OPENING or (mark == '"' and not open_):
            open_ = True
        elif mark in CLOSERS:
            open_ = False
        elif open_:
            inside.append(token.index)
    return frozenset(inside)


def _credits(text: str, paragraph: Span, people: People) -> list[Span]:
    """The paragraph where it is a credit line as a whole, and the bracketed credits at its end."""
    words = paragraph.of(text)
    if len(words) <= _CREDIT_LENGTH and _opens_credit(words, people):
        return [paragraph]
    if len(words) <= _CREDIT_LENGTH and words.rstrip(" .").lower().endswith(tuple(people.credit_endings)):
        return [paragraph]
    opening = words.rfind("(")
    if opening >= 0 and _opens_credit(words[opening + 1 :], people):
        return [Span(paragraph.start + opening, paragraph.end)]
    return []


def _opens_credit(words: str, people: People) -> bool:
    lower = words.lower().lstrip("(*•–—- ")
    for opening in people.credits:
        if lower.startswith(opening) and not lower[len(opening) : len(opening) + 1].isalpha():
            return opening != "by" or _is_byline(words)
    return False


def _is_byline(words: str) -> bool:
    """Whether a line that begins with "By" names people: "By Abigail Byrne", not "By Friday it was over"."""
    rest = words.split()[1:]
    small = {"and", "of", "for", "the", "de", "van", "von", "in"}
    return 0 < len(rest) <= 14 and all(word[:1].isupper() or word in small or not word[0].isalnum() for word in rest)
