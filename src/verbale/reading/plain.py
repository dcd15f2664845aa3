"""Plain words for the parser, and the way back: paragraphs found, marks put in order, origins kept.

A parser trips over what a reader's eye forgives: a mark on the wrong side of its space (`end, ”Varga said`),
`him.“The`, guillemets, soft hyphens, marks of direction, lines broken by hand. The parser gets a copy where
each double quotation mark stands alone and says whether it opens or closes, runs of white space are one space
and invisible characters are gone; `Plain.origin` tells where in the article each code point comes from.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from verbale.spans import Span

PIECE = 20_000
"""Code points that a piece has at most: the parser needs some 10 kB of memory for each (spaCy's own figure)."""

WIDEST_LINE = 120
"""Code points of the longest line that a person or an e-mail program would break by hand."""

HIDDEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Code points that nobody sees, as ranges for a regular expression: soft hyphens, marks of direction."""

_PART = re.compile(
    rf"(?P<space>\s+)|(?P<hidden>[{HIDDEN}]+)|(?P<mark>``|''(?!')|[\"“”„‟«»「」『』〝〞])"
    rf"|(?P<dash>(?<![^\s\"“”„«»''])[-–—―]+(?=[^\W\d]))|(?P<single>[‚‛‹›]|(?<![^\s\"“”„«»(])'(?=[A-Z]))|[^\s{HIDDEN}`'\"“”„‟«»「」『』〝〞‚‛‹›]+|[`']"
)
_OPENERS = frozenset(("“", "„", "‟", "«", "「", "『", "〝", "``"))
_STRAIGHT = frozenset(('"', "''"))
_SINGLE = {"‚": "‘", "‛": "‘", "‹": "‘", "›": "’", "'": "‘"}


@dataclass(frozen=True, slots=True)
class Plain:
    """A paragraph, or a part of a long one, as the parser gets it."""

    text: str
    origin: tuple[int, ...]
    """For each code point of `text`, where what it stands for begins in the article …"""
    ends: tuple[int, ...]
    """… and where that ends; a mark may be two code points (``)."""

    def place(self, start: int, end: int) -> Span:
        """Where `[start, end)` of the piece lies in the article."""
        return Span(self.origin[start], self.ends[end - 1])


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The stretches between line breaks that hold more than white space; lines broken by hand are one."""
    lines = _lines(text)
    width = max((end - start for start, end in lines), default=0)
    paragraphs: list[Span] = []
    wrapped = _is_wrapped(text, lines, width)
    for line in lines:
        if paragraphs and _goes_on(text, paragraphs[-1], line, width if wrapped else 0):
            paragraphs[-1] = Span(paragraphs[-1].start, line.end)
        else:
            paragraphs.append(line)
    return tuple(paragraphs)


def plain_pieces(text: str, paragraphs: tuple[Span, ...]) -> Iterator[Plain]:
    """The paragraphs for the parser, a piece each; one that is too long is cut at a space."""
    for paragraph in paragraphs:
        for part in _cut(text, paragraph):
            piece = _Writer(text).write(part)
            if piece.text:
                yield piece


def _lines(text: str) -> list[Span]:
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        span = Span(start, start + len(line)).trimmed(text)
        if span.end > span.start:
            lines.append(span)
        start += len(line)
    return lines


def _is_wrapped(text: str, lines: list[Span], width: int) -> bool:
    """Whether the lines were broken by hand: mostly filled to the width, and going on in lower case.

    Of lines in running English about three in four begin in lower case, of paragraphs and list entries next
    to none; a third tells them apart.
    """
    pairs = [(one, two) for one, two in pairwise(lines) if _adjacent(text, one, two)]
    full = [two for one, two in pairs if _is_full(text, one, two, width)]
    lower = sum(text[line.start].islower() for line in full)
    return 0 < width <= WIDEST_LINE and 2 * len(full) >= len(pairs) > 0 and 3 * lower >= len(full) > 0


def _adjacent(text: str, one: Span, two: Span) -> bool:
    """Whether no empty line parts the two."""
    return len(text[one.end : two.start].splitlines()) <= 1 or text[one.end : two.start].strip(" \t") == "\r\n"


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted into the line."""
    word = text[following.start : following.end].split(maxsplit=1)[0]
    return (line.end - line.start) + 1 + len(word) > width


def _goes_on(text: str, paragraph: Span, line: Span, width: int) -> bool:
    """Whether the line goes on with the paragraph; `width` is 0 where the lines were not broken by hand."""
    if not width or not _adjacent(text, Span(line.start - 1, paragraph.end), line):
        return False
    start = max(text.rfind("\n", paragraph.start, paragraph.end) + 1, paragraph.start)
    return text[line.start].islower() or _is_full(text, Span(start, paragraph.end), line, width)


def _cut(text: str, paragraph: Span) -> Iterator[Span]:
    start, end = paragraph
    while end - start > PIECE:
        space = text.rfind(" ", start + 1, start + PIECE)
        middle = space if space > start else start + PIECE
        yield Span(start, middle)
        start = middle
    yield Span(start, end)


@dataclass(slots=True)
class _Writer:
    """Writes a piece."""

    article: str
    text: list[str] = field(default_factory=list)
    origin: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    open: bool = False
    """Whether a double quotation mark stands open."""
    apart: bool = False
    """Whether a space is due before the next word."""

    def write(self, part: Span) -> Plain:
        """The piece for that part of the article."""
        for match in _PART.finditer(self.article, part.start, part.end):
            self._add_part(match)
        return Plain("".join(self.text), tuple(self.origin), tuple(self.ends))

    def _add_part(self, match: re.Match[str]) -> None:
        kind = match.lastgroup
        if kind == "space":
            self.apart = bool(self.origin)
        elif kind == "mark":
            self._add_mark(match)
        elif kind != "hidden":
            word = match.group()
            self._write_space()
            self.text.append(_SINGLE[word] if kind == "single" else word)
            self.origin.extend(range(match.start(), match.end()))
            self.ends.extend(range(match.start() + 1, match.end() + 1))
            self.apart = kind == "dash"

    def _add_mark(self, match: re.Match[str]) -> None:
        self.open = self._opens(match)
        self.apart = bool(self.origin)
        self._write_space()
        self.text.append("“" if self.open else "”")
        self.origin.append(match.start())
        self.ends.append(match.end())
        self.apart = True

    def _opens(self, match: re.Match[str]) -> bool:
        """Whether the mark opens: its shape decides unless white space on one side only says otherwise."""
        before = self.article[match.start() - 1 : match.start()]
        after = self.article[match.end() : match.end() + 1]
        opening = (not before or before.isspace() or before in "([{—–-") and bool(after) and not after.isspace()
        closing = bool(before) and not before.isspace() and not after.isalnum()
        if match.group() in _STRAIGHT:
            return not self.open if opening == closing else opening
        if match.group() in _OPENERS:
            return opening or not (closing and self.open)
        return opening and not self.open

    def _write_space(self) -> None:
        if self.apart:
            place = self.ends[-1]
            self.text.append(" ")
            self.origin.append(place)
            self.ends.append(place)
            self.apart = False
