"""How far statements agree with those that annotators marked.

Everything is counted in tokens: a word, or a mark by itself. Four measures, the most lenient first:

token  a token that carries the role in both
loose  a statement whose content and source overlap the annotators' by half or more (intersection over union)
span   a fragment of a role whose first and last word are the annotators' (so counts CofeNet, 2022)
exact  a statement whose content and source are the annotators', word for word

Statements are matched one to one, the best overlap first.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from verbale.spans import Span

ROLES = ("source", "cue", "content")
HALF = 0.5
"""From this overlap on a statement is found: the measure's own definition, nothing that was fitted."""

_TOKEN = re.compile(r"\w+|[^\w\s]")

Tokens = frozenset[int]
Pairs = tuple[tuple[int, int], ...]
"""Places of a found statement and of the gold one that it is matched with."""


class Spoken(Protocol):
    """What is compared: a statement of a record, an annotator's attribution, a peer's answer."""

    @property
    def source(self) -> tuple[Span, ...]: ...
    @property
    def cue(self) -> tuple[Span, ...]: ...
    @property
    def content(self) -> tuple[Span, ...]: ...


@dataclass(frozen=True, slots=True)
class Parts:
    """A statement as its three roles, in code points of the article."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class Counts(NamedTuple):
    """How many were found, how many there are, and how many of those found are right."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Points, 0-100."""
        return 100 * self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """Points, 0-100."""
        return 100 * self.right / max(1, self.wanted)

    @property
    def f1(self) -> float:
        """Points, 0-100."""
        return 200 * self.right / max(1, self.found + self.wanted)


def total(counts: Iterable[Counts]) -> Counts:
    """All of them together."""
    return Counts(*(sum(column) for column in zip(Counts(), *counts, strict=True)))


class Tokenized:
    """A text as tokens, numbered in order."""

    def __init__(self, text: str) -> None:
        spans = [found.span() for found in _TOKEN.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words: Tokens = frozenset(place for place, start in enumerate(self.starts) if text[start].isalnum())

    def under(self, spans: Iterable[Span]) -> Tokens:
        """The tokens that the spans touch."""
        return frozenset(
            place
            for start, end in spans
            for place in range(bisect_right(self.ends, start), bisect_left(self.starts, end))
        )


@dataclass(frozen=True)
class Comparison:
    """The statements found in one text beside the annotators'."""

    tokens: Tokenized
    gold: Sequence[Spoken]
    found: Sequence[Spoken]

    def counts(self) -> dict[str, Counts]:
        """By measure: `loose`, `exact`, `token source`, `span cue` and so on."""
        return {
            "loose": self.matched(self.loose_pairs()),
            "exact": self.matched(self.exact_pairs()),
            **{f"token {role}": self.token(role) for role in ROLES},
            **{f"span {role}": self.span(role) for role in ROLES},
        }

    def matched(self, pairs: Pairs) -> Counts:
        """Of statements, given those that are right."""
        return Counts(len(pairs), len(self._having_content(self.found)), len(self._having_content(self.gold)))

    def token(self, role: str) -> Counts:
        """Of tokens with the role."""
        gold, found = (self.tokens.under(_spans(all_of, role)) for all_of in (self.gold, self.found))
        return Counts(len(gold & found), len(found), len(gold))

    def span(self, role: str) -> Counts:
        """Of fragments of the role."""
        gold, found = (self._fragments(_spans(all_of, role)) for all_of in (self.gold, self.found))
        return Counts(len(gold & found), len(found), len(gold))

    def loose_pairs(self) -> Pairs:
        """The found statements that overlap a gold one by half or more, each with it."""
        return self._pairs(_overlaps)

    def exact_pairs(self) -> Pairs:
        """The found statements that have a gold one's very words, each with it."""
        return self._pairs(self._same_words)

    def _pairs(self, likeness: Callable[[tuple[Tokens, Tokens], tuple[Tokens, Tokens]], float]) -> Pairs:
        gold, found = self._having_content(self.gold), self._having_content(self.found)
        alike = [
            (-degree, place, other)
            for place, one in found.items()
            for other, labelled in gold.items()
            if (degree := likeness(one, labelled))
        ]
        return tuple(_one_to_one((place, other) for _, place, other in sorted(alike)))

    def _having_content(self, statements: Sequence[Spoken]) -> Mapping[int, tuple[Tokens, Tokens]]:
        """Content and source of those with a content, by their place."""
        under = self.tokens.under
        rows = ((place, under(one.content), one.source) for place, one in enumerate(statements))
        return {place: (content, under(source)) for place, content, source in rows if content}

    def _same_words(self, one: tuple[Tokens, Tokens], other: tuple[Tokens, Tokens]) -> float:
        words = self.tokens.words
        return float(all(left & words == right & words for left, right in zip(one, other, strict=True)))

    def _fragments(self, spans: Iterable[Span]) -> frozenset[tuple[int, int]]:
        """First and last word of each span that has one."""
        inside = (self.tokens.under([span]) & self.tokens.words for span in spans)
        return frozenset((min(places), max(places)) for places in inside if places)


def compare(text: str, gold: Sequence[Spoken], found: Sequence[Spoken]) -> Comparison:
    """The statements found in the text beside the annotators'."""
    return Comparison(Tokenized(text), gold, found)


def agreement(comparisons: Iterable[Comparison]) -> dict[str, Counts]:
    """Of all texts together, every measure."""
    rows = [one.counts() for one in comparisons]
    return {measure: total(row[measure] for row in rows) for measure in rows[0]} if rows else {}


def _spans(statements: Iterable[Spoken], role: str) -> tuple[Span, ...]:
    return tuple(span for one in statements for span in getattr(one, role))


def _overlaps(one: tuple[Tokens, Tokens], other: tuple[Tokens, Tokens]) -> float:
    """The two overlaps together where both are half or more, else 0."""
    content, source = (_overlap(left, right) for left, right in zip(one, other, strict=True))
    return content + source if content >= HALF and source >= HALF else 0.0


def _overlap(one: Tokens, other: Tokens) -> float:
    """Intersection over union; two that are empty are the same."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _one_to_one(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs in which neither side has been matched before."""
    done: set[int] = set()
    matched: set[int] = set()
    for place, other in pairs:
        if place not in done and other not in matched:
            done.add(place)
            matched.add(other)
            yield place, other
