"""The sentences that prove an entry, on one line, with the parts that they prove marked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from verbale.spans import Span

MarkRole = Literal["content", "source", "cue"]
Parts = Mapping[MarkRole, tuple[Span, ...]]
"""What is to be marked, in code points of the article; a later role is seen over an earlier one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a passage that plays a part in the entry."""

    start: int
    end: int
    role: MarkRole


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences of one paragraph that prove an entry, on one line."""

    text: str
    """Code point for code point the article's, but for white space, which is always a blank."""
    marks: tuple[Mark, ...]
    """In order, none overlapping another."""


def passages(evidence: Iterable[Span], parts: Parts, text: str) -> tuple[Passage, ...]:
    """The sentences in order; those that follow one another in a paragraph are one passage."""
    return tuple(
        Passage(_WHITE_SPACE.sub(" ", whole.of(text)), tuple(_marks(parts, whole)))
        for whole in _neighbours(evidence, text)
    )


_WHITE_SPACE = re.compile(r"\s")
_BLANKS = re.compile(r"[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")  # white space that breaks no line


def _neighbours(sentences: Iterable[Span], text: str) -> list[Span]:
    """The sentences in order, as one span where only blanks stand between them."""
    together: list[Span] = []
    for sentence in sorted(sentences):
        if together and _BLANKS.fullmatch(text[together[-1].end : sentence.start]):
            together[-1] = Span(together[-1].start, max(together[-1].end, sentence.end))
        else:
            together.append(sentence)
    return together


def _marks(parts: Parts, passage: Span) -> Iterator[Mark]:
    """The parts within the passage, counted from its beginning, none over another."""
    roles: list[MarkRole | None] = [None] * (passage.end - passage.start)
    for role, spans in parts.items():
        for span in spans:
            for at in range(max(span.start, passage.start), min(span.end, passage.end)):
                roles[at - passage.start] = role
    start = 0
    for found, run in groupby(roles):
        end = start + len(list(run))
        if found is not None:
            yield Mark(start, end, found)
        start = end
