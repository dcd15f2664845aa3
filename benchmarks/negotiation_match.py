"""Which entry of a record answers which label of a negotiation, and whether it is right.

An entry is found where it is of the labelled kind and its words and the label's overlap by half of the shorter, and
right where whoever and whatever else identifies it is right too. Each entry answers one label at most.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from benchmarks.event_labels import Agreement, names_of, same_parties
from benchmarks.negotiation_labels import (
    Label,
    Negotiated,
    ToldDocument,
    ToldForecast,
    ToldMove,
    ToldPosition,
    ToldProvision,
    ToldRound,
)
from tests.cases.letters import Letters, Offsets
from verbale.reading.referents import side_of
from verbale.record import Document, Entry, Forecast, Move, Position, Provision, Record, Round
from verbale.spans import Span

KINDS = ("rounds", "documents", "provisions", "moves", "forecasts", "positions")


@dataclass(frozen=True)
class Judged:
    """One kind in one article: how many labels and entries it has, and how the found ones are."""

    labels: int
    entries: int
    right: tuple[bool, ...]
    """For each entry that is found, whether it is right in all."""
    pairs: tuple[tuple[int, int], ...]
    """The places of the found: label, entry."""


@dataclass(frozen=True)
class Reading:
    """What a record's entries are compared by."""

    record: Record
    letters: Letters

    def inside(self, spans: Iterable[Span]) -> Offsets:
        """The letters that the spans cover."""
        return self.letters.inside(spans)

    def is_at(self, words: str, spans: Sequence[Span]) -> bool:
        """Whether the words stand there, or half of the shorter of the two does."""
        there = self.inside(spans)
        return any(_overlap(there, place) for place in self.letters.places(words))

    def are(self, told: Sequence[str], ids: Sequence[str]) -> bool:
        """Whether these are the parties, nobody missing and nobody too many."""
        return same_parties(told, names_of(self.record, ids))

    def is_side(self, told: str, party: str) -> bool:
        """Whether it is the party or somebody who speaks for it: a record's position is the party's."""
        voices = [one.id for one in self.record.entities if one.id == party or party in side_of(one)]
        return any(same_parties([told], [names]) for names in names_of(self.record, voices))


def judge(article: Negotiated, record: Record) -> dict[str, Judged]:
    """Each kind of entries of a record beside the article's labels."""
    reading = Reading(record, Letters(article.text))
    return {
        "rounds": _judged(article.rounds, record.rounds, partial(_round, reading)),
        "documents": _judged(article.documents, record.documents, partial(_document, reading)),
        "provisions": _judged(article.provisions, record.provisions, partial(_provision, reading)),
        "moves": _judged(article.moves, record.moves, partial(_move, reading)),
        "forecasts": _judged(article.forecasts, record.forecasts, partial(_forecast, reading)),
        "positions": _judged(article.positions, record.positions, partial(_position, reading)),
    }


def agreement(judged: Sequence[Judged]) -> Agreement:
    """How many are found, over all articles together."""
    found = sum(len(one.right) for one in judged)
    labels, entries = sum(one.labels for one in judged), sum(one.entries for one in judged)
    f1 = 200 * found / max(1, labels + entries)
    return Agreement(100 * found / max(1, entries), 100 * found / max(1, labels), f1)


def right(judged: Sequence[Judged]) -> float:
    """Of the found entries, how many are right in all: points, 0-100."""
    found = [one for each in judged for one in each.right]
    return 100 * sum(found) / max(1, len(found))


L = TypeVar("L", bound=Label)
E = TypeVar("E", bound=Entry)


def _judged(labels: Sequence[L], entries: Sequence[E], compare: Callable[[L, E], int]) -> Judged:
    """`compare` gives 0 for another thing, 1 for a found one, 2 for one that is right."""
    scored = [
        (compare(label, entry), number, place)
        for number, label in enumerate(labels)
        for place, entry in enumerate(entries)
    ]
    taken_labels, taken_entries, pairs, points = set[int](), set[int](), list[tuple[int, int]](), list[bool]()
    for score, number, place in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if score and number not in taken_labels and place not in taken_entries:
            taken_labels.add(number)
            taken_entries.add(place)
            pairs.append((number, place))
            points.append(score > 1)
    return Judged(len(labels), len(entries), tuple(points), tuple(pairs))


def _round(reading: Reading, label: ToldRound, entry: Round) -> int:
    sentences = reading.inside(entry.evidence)
    told = any(place <= sentences for place in reading.letters.places(label.words))
    other = label.number is not None and entry.number is not None and label.number != entry.number
    if not told or other:
        return 0
    same = (label.number, label.date, label.status) == (entry.number, entry.date, entry.status)
    where = reading.are([label.place] if label.place else [], [entry.place] if entry.place else [])
    return 1 + (same and where and reading.are(label.parties, entry.parties))


def _document(reading: Reading, label: ToldDocument, entry: Document) -> int:
    if not any(reading.is_at(label.words, [mention.span]) for mention in entry.mentions):
        return 0
    return 1 + (label.status == entry.status and reading.are(label.authors, entry.authors))


def _provision(reading: Reading, label: ToldProvision, entry: Provision) -> int:
    if label.force != entry.force or not reading.is_at(label.action, entry.action.spans):
        return 0
    return 1 + reading.are(label.bearer, entry.bearer)


def _move(reading: Reading, label: ToldMove, entry: Move) -> int:
    if label.kind != entry.kind or not reading.is_at(label.content, entry.content.spans):
        return 0
    condition = entry.if_.spans if entry.if_ else ()
    held = reading.is_at(label.if_, condition) if label.if_ else not condition
    return 1 + (held and reading.are(label.actor, entry.actor))


def _forecast(reading: Reading, label: ToldForecast, entry: Forecast) -> int:
    told = (label.claim, *label.outcomes)
    spans = (entry.claim, *entry.outcomes)
    if not any(reading.is_at(words, one.spans) for words in told for one in spans):
        return 0
    by = reading.are([label.by] if label.by else [], [entry.by] if entry.by else [])
    return 1 + (label.likelihood == entry.likelihood and by)


def _position(reading: Reading, label: ToldPosition, entry: Position) -> int:
    places = list(reading.letters.places(label.issue))
    about = any(_overlap(one, place) for one in reading.letters.places(entry.issue) for place in places)
    if not about or not reading.is_side(label.party, entry.party):
        return 0
    return 1 + (label.stand == entry.stand)


def _overlap(one: Offsets, other: Offsets) -> bool:
    return 2 * len(one & other) >= min(len(one), len(other)) > 0


def joined(judged: Iterable[Mapping[str, Judged]]) -> dict[str, list[Judged]]:
    """Those of all articles by kind."""
    every = list(judged)
    return {kind: [one[kind] for one in every] for kind in KINDS}
