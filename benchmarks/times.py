"""The section on time expressions: TimeML's development articles, Verbale beside the peers that can be installed.

The measure is TempEval-3's (UzZaman et al. 2013): F1 of spans that overlap (relaxed) or are the same (strict), and of
overlapping spans whose type, or whose value, is right too. The figure to watch is the value's: a span without the
right day is of no use to a chronology.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from benchmarks.corpus import corpus, digest
from benchmarks.gate import Figures
from benchmarks.section import Measured
from benchmarks.table import Column, Row, Table
from benchmarks.time_peers import PEERS
from verbale.article import Article
from verbale.errors import ToolsError
from verbale.reading.anchors import anchor
from verbale.reading.page import Page, lay_out
from verbale.reading.scores import Scores, score
from verbale.reading.times import find_times
from verbale.reading.tools import Tools

NAME = "times"
TIMES = Path("timeml", "dev.jsonl")
EPSILON = 1.0
"""Points of F1: two or three of the 250 expressions, which another parse may turn."""

MEASURES = ("relaxed", "strict", "type", "value")
COLUMNS = (
    Column("relaxed F1", brief=True),
    Column("strict F1", brief=True),
    Column("type F1", brief=True),
    Column("value F1", brief=True),
    Column("ms an article", brief=True),
)
ELSEWHERE: Mapping[str, tuple[float | None, ...]] = {
    "SynTime, TempEval-3 test articles": (95.0, 92.1, None, None, None),
    "HeidelTime, TempEval-3 test articles": (89.2, None, None, 77.3, None),
}
NOTE = (
    "Verbale's milliseconds are those of finding and anchoring, the parse and the encoder's pass not counted; "
    "the peers' are of all that they do. Goals, on other articles: strict 92, relaxed 95, value 84, 5 ms."
)


class Timex(NamedTuple):
    """A time expression: `[start, end)` in code points, its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


Finder = Callable[[Article], Iterable[Timex]]
"""The time expressions of an article."""


@dataclass(frozen=True)
class Dated:
    """An article with the time expressions that the annotators marked in it."""

    article: Article
    gold: tuple[Timex, ...]


def read_timeml(path: Path) -> tuple[Dated, ...]:
    """The articles of a TimeML split, in order, their text code point for code point."""
    return tuple(_dated(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip())


def _dated(row: Mapping[str, Any]) -> Dated:
    published = date.fromisoformat(row["dct"][:10])
    article = Article(id=row["id"], text=row["text"], published=published, published_from="given")
    return Dated(article, tuple(Timex(one["start"], one["end"], one["type"], one["value"]) for one in row["timex"]))


def score_times(read_times: Finder, articles: Sequence[Dated]) -> dict[str, float]:
    """What a finder reaches on the articles: the F1s, 0-100, and milliseconds of its own work an article."""
    start = perf_counter()
    answers = [tuple(read_times(one.article)) for one in articles]
    taken = perf_counter() - start
    return {**agreement(zip(articles, answers, strict=True)), "milliseconds": 1000 * taken / max(1, len(articles))}


def agreement(pairs: Iterable[tuple[Dated, Sequence[Timex]]]) -> dict[str, float]:
    """The F1s over all articles together. A found span counts once, for the first marked one that it overlaps."""
    marked = found = 0
    right = dict.fromkeys(MEASURES, 0)
    for one, answer in pairs:
        marked, found = marked + len(one.gold), found + len(answer)
        for gold, match in _matched(one.gold, answer):
            right["relaxed"] += 1
            right["strict"] += gold[:2] == match[:2]
            right["type"] += gold.type == match.type
            right["value"] += gold.value == match.value
    return {name: 200 * count / max(1, marked + found) for name, count in right.items()}


def _matched(gold: Sequence[Timex], answer: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Each marked expression with a found one that overlaps it, with the same span where there is one."""
    left, pairs = list(answer), []
    for one in gold:
        over = [other for other in left if other.start < one.end and one.start < other.end]
        if over:
            match = next((other for other in over if other[:2] == one[:2]), over[0])
            left.remove(match)
            pairs.append((one, match))
    return pairs


def measure(tools: Tools) -> Measured:
    """The table and, for the gate, Verbale's figures."""
    path = corpus(TIMES)
    articles = read_timeml(path)
    reached = score_verbale(articles, tools)
    rows = [_row("Verbale", reached), *(_row(name, peer) for name, peer in peers(articles).items())]
    rows += [Row(name, cells, elsewhere=True) for name, cells in ELSEWHERE.items()]
    count = sum(len(one.gold) for one in articles)
    title = f"Time expressions, {len(articles)} articles, {count} expressions"
    floors = {name: reached[name] for name in MEASURES}
    return Measured(
        (Table(title, COLUMNS, tuple(rows), (NOTE,)),),
        {NAME: Figures(corpus=digest([path]), epsilon=EPSILON, floors=floors)},
    )


def score_verbale(articles: Sequence[Dated], tools: Tools) -> dict[str, float]:
    """Verbale's figures; its pages and the encoder's scores are made before the clock starts."""
    pages = {id(one.article): lay_out(one.article, tools.syntax) for one in articles}
    scores = {key: score(page, tools.encoder) for key, page in pages.items()}

    def read_times(article: Article) -> Iterable[Timex]:
        return times_of(pages[id(article)], scores[id(article)], tools)

    score_times(read_times, articles)  # loads the calendar of holidays, which the first article to name one waits for
    return score_times(read_times, articles)


def times_of(page: Page, scores: Scores, tools: Tools) -> list[Timex]:
    """A page's time expressions in the terms of the measure."""
    phrases = find_times(page, scores, tools.lexicon.time)
    times = anchor(page, phrases, page.article.published)
    return [Timex(one.start, one.end, one.type, one.value) for one in times]


def peers(articles: Sequence[Dated]) -> dict[str, dict[str, float]]:
    """The figures of the peers that are installed, by name."""
    reached = {}
    for name, load in PEERS.items():
        try:
            find = load()
        except ToolsError:
            continue
        reached[name] = score_times(partial(_found_by, find), articles)
    return reached


def _found_by(find: Callable[[Article], Iterable[tuple[int, int, str, str]]], article: Article) -> list[Timex]:
    return [Timex(*one) for one in find(article)]


def _row(name: str, reached: Mapping[str, float]) -> Row:
    return Row(name, (*(reached[measure] for measure in MEASURES), reached["milliseconds"]))
