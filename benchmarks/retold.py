"""Second reports: which statements and events a dossier takes for one with those of the first, beside the labels.

All articles of a negotiation and its second report are in one dossier. A labelled pair is found where a statement that
holds its words, or an event whose anchor they hold, is in one thread with the other report's. A pair that was found is
right where the labels have it; a statement also where they have it among the events, as they have "urged the board to
resign", whose words a statement and an event of the record share.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from benchmarks.negotiation_labels import Half, Negotiation, read_labels
from benchmarks.pairs import Pairs
from benchmarks.second_reports import Pair, Retold, read_reports
from tests.cases.letters import Letters
from verbale.dossier.answers import Report
from verbale.dossier.dossier import Dossier
from verbale.lexicon.stems import stem
from verbale.reading.pipeline import read
from verbale.reading.tools import Tools
from verbale.record import Entry, Event, Statement
from verbale.spans import Span

Sort = Literal["statement", "event"]
SORTS: tuple[Sort, ...] = ("statement", "event")
COVERED = 0.6
"""The share of the labelled words that a statement has to hold, or of its own words that they have to."""
LEAST = 0.3
"""The share of the labelled words that a statement has to hold at any rate."""
NONE = Pairs()

Reports = Sequence[Report[Entry]]
Holds = Callable[[Report[Entry], str, str], bool]
"""Whether a report, in an article's text, is of the labelled words."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What was measured of one sort of entries."""

    pairs: Pairs = NONE
    base: Pairs = NONE
    """Statements whose quoted words are equal; events whose anchors have one stem."""
    read: Pairs = NONE
    """Of the labelled pairs only those of which Verbale has an entry in both reports."""
    elsewhere: int = 0
    """Entries that were joined with one of an article that is neither the first nor the second report."""

    def __add__(self, other: "Shared") -> "Shared":
        return Shared(
            self.pairs + other.pairs, self.base + other.base, self.read + other.read, self.elsewhere + other.elsewhere
        )


def measure_retold(half: Half, tools: Tools) -> dict[Sort, Shared]:
    """All second reports on the negotiations of one half."""
    totals = dict.fromkeys(SORTS, Shared())
    reports = read_reports()
    for negotiation in read_labels():
        second = [one for one in reports if any(one.of == first.id for first in negotiation.articles)]
        if negotiation.half == half and second:
            for sort, shared in _measure(negotiation, second, tools).items():
                totals[sort] += shared
    return totals


def _measure(negotiation: Negotiation, second: Sequence[Retold], tools: Tools) -> dict[Sort, Shared]:
    every = [*(one.article for one in negotiation.articles), *(one.article for one in second)]
    articles = sorted(every, key=lambda one: (str(one.published), str(one.id)))
    with TemporaryDirectory() as folder, Dossier.open(Path(folder, "talks.verbale")) as dossier:
        numbers = {str(one.id): dossier.add(read(one, tools)).article for one in articles}
        reports = {sort: dossier.reports(sort) for sort in SORTS}
    texts = {number: article.text for article, number in zip(articles, numbers.values(), strict=True)}
    return {sort: _shared(sort, reports[sort], second, numbers, texts) for sort in SORTS}


def _shared(
    sort: Sort, reports: Reports, second: Sequence[Retold], numbers: dict[str, int], texts: dict[int, str]
) -> Shared:
    ends = {frozenset((numbers[one.of], numbers[str(one.article.id)])) for one in second}
    total = Shared(elsewhere=_elsewhere(reports, ends))
    for one in second:
        first, retold = numbers[one.of], numbers[str(one.article.id)]
        sides = tuple([report for report in reports if report.ref.article == number] for number in (first, retold))
        labelled = one.statements if sort == "statement" else one.events
        also = one.events if sort == "statement" else ()
        there = _Labelled(sort, sides[0], sides[1], texts[first], texts[retold])
        total += there.compare(labelled, also)
    return total


def _elsewhere(reports: Reports, ends: set[frozenset[int]]) -> int:
    """How many entries are in one thread with one of an article of which theirs is no second report."""
    return sum(
        any(
            one.thread == other.thread
            and one.ref.article != other.ref.article
            and frozenset((one.ref.article, other.ref.article)) not in ends
            for other in reports
        )
        for one in reports
    )


@dataclass(frozen=True, slots=True)
class _Labelled:
    """The entries of a first and a second report."""

    sort: Sort
    first: Reports
    second: Reports
    text: str
    other: str

    def compare(self, labelled: Sequence[Pair], also: Sequence[Pair]) -> Shared:
        """What the labels have beside what was joined."""
        sides = [
            (self._of(self.first, self.text, pair[0]), self._of(self.second, self.other, pair[1])) for pair in labelled
        ]
        allowed = [
            (self._of(self.first, self.text, pair[0]), self._of(self.second, self.other, pair[1])) for pair in also
        ]
        readable = [pair for pair in sides if all(pair)]
        joined = list(self._pairs(lambda one, other: one.thread == other.thread))
        alike = list(self._pairs(self._base))
        return Shared(
            pairs=_counted(sides, [*sides, *allowed], joined),
            base=_counted(sides, [*sides, *allowed], alike),
            read=_counted(readable, [*sides, *allowed], joined),
        )

    def _pairs(self, same: Callable[[Report[Entry], Report[Entry]], bool]) -> Iterator[tuple[str, str]]:
        for one in self.first:
            yield from ((one.entry.id, other.entry.id) for other in self.second if same(one, other))

    def _of(self, reports: Reports, text: str, words: str) -> frozenset[str]:
        """The entries that are of these words of the text."""
        place = next(Letters(text).places(words))
        span = Span(min(place), max(place) + 1)
        return frozenset(one.entry.id for one in reports if _is_of(one.entry, span))

    def _base(self, one: Report[Entry], other: Report[Entry]) -> bool:
        if self.sort == "statement":
            quoted = [Letters(each.quoted).string for each in (one, other)]
            return bool(quoted[0]) and quoted[0] == quoted[1]
        return _head(one, self.text) == _head(other, self.other)


Sides = Sequence[tuple[frozenset[str], frozenset[str]]]


def _counted(gold: Sides, allowed: Sides, found: Sequence[tuple[str, str]]) -> Pairs:
    """Recall counts labelled pairs, precision found ones; `right` has to serve both, so wrong ones are added to it."""
    hit = sum(any(one in left and other in right for one, other in found) for left, right in gold)
    wrong = sum(not any(one in left and other in right for left, right in allowed) for one, other in found)
    return Pairs(gold=len(gold), found=hit + wrong, right=hit)


def _is_of(entry: Entry, span: Span) -> bool:
    if isinstance(entry, Event):
        return span.contains(entry.anchor)
    if not isinstance(entry, Statement):
        return False
    held = sum(max(0, min(span.end, one.end) - max(span.start, one.start)) for one in entry.content)
    own = sum(one.end - one.start for one in entry.content)
    wanted = span.end - span.start
    return held >= LEAST * wanted and (held >= COVERED * wanted or held >= COVERED * own)


def _head(report: Report[Entry], text: str) -> str:
    entry = report.entry
    return stem(entry.anchor.of(text).lower()) if isinstance(entry, Event) else ""
