"""ECB+ and MEANTIME: events and entities that are one across documents, beside what a dossier joins.

The documents are read by Verbale. An event of its own is set beside the labelled one at whose words it has its anchor,
an entity beside the chain that most of its mentions are of; what the corpora label and Verbale doesn't read, or the
other way round, is in no pair. The baseline takes the same things for one where their head words have one stem.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from benchmarks.corpus import corpus
from benchmarks.pairs import Pairs, paired
from verbale.article import Article
from verbale.dossier.answers import Ref
from verbale.dossier.dossier import Dossier
from verbale.lexicon.stems import stem
from verbale.reading.pipeline import read
from verbale.reading.tools import Tools
from verbale.record import Record
from verbale.spans import Span

Sort = Literal["events", "entities"]
Row = Mapping[str, Any]
Places = Sequence[Sequence[Span]]
"""Where each token of each sentence stands."""

ECB = Path("coreference", "ecbplus.jsonl")
MEANTIME = Path("coreference", "meantime_en.jsonl")
SAMPLE: Mapping[Path, int] = {ECB: 4, MEANTIME: 12}
"""How many documents of each topic are read, the first ones: all would take four minutes."""
ONE_DAY = date(2009, 1, 1)
"""When the documents of ECB+ are taken to be published, since it tells no day and reports of one topic are of a few
days."""
ENOUGH = 0.6
"""The share of the longer of two mentions that both have to cover."""

_MARKS = {"``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")"}
_GLUED = re.compile(r"[.,;:!?%)”’]|['’]s|n['’]t|['’](?:re|ve|ll|d|m|t)")
_OPENING = frozenset("(“$#‘")


@dataclass(frozen=True, slots=True)
class Thing:
    """An event or entity that both the corpus and Verbale have."""

    article: int
    number: int
    """Of its thread in the dossier."""
    chain: str
    """What it is by the labels."""
    head: str
    """The stem of its head word."""


Measures = dict[Sort, tuple[Pairs, Pairs]]
"""Verbale and the baseline."""


def measure_across(path: Path, tools: Tools) -> Measures:
    """The sample of a corpus, topic by topic, each in a dossier of its own."""
    totals: Measures = {"events": (Pairs(), Pairs()), "entities": (Pairs(), Pairs())}
    for rows in topics(path, SAMPLE[path]):
        things = joined(rows, tools)
        for sort, some in things.items():
            ours, base = totals[sort]
            totals[sort] = (ours + _pairs(some, by_head=False), base + _pairs(some, by_head=True))
    return totals


def topics(path: Path, most: int) -> list[list[Row]]:
    """The first documents of every topic."""
    found = defaultdict[str, list[Row]](list)
    for line in corpus(path).read_text("utf-8").splitlines():
        row = json.loads(line)
        if len(found[row["topic"]]) < most:
            found[row["topic"]].append(row)
    return list(found.values())


def joined(rows: Sequence[Row], tools: Tools) -> dict[Sort, list[Thing]]:
    """What both have of a topic's documents."""
    things: dict[Sort, list[Thing]] = {"events": [], "entities": []}
    with TemporaryDirectory() as folder, Dossier.open(Path(folder, "topic.verbale")) as dossier:
        placed: list[tuple[Row, Places, Record, int]] = []
        for row in rows:
            article, places = lay_out(row)
            record = read(article, tools)
            placed.append((row, places, record, dossier.add(record).article))
        threads = {one.ref: one.thread for kind in ("event", "entity") for one in dossier.reports(kind)}
    for row, places, record, number in placed:
        things["events"] += _events(row, places, record, (number, threads))
        things["entities"] += _entities(row, places, record, (number, threads))
    return things


def lay_out(row: Row) -> tuple[Article, Places]:
    """The document as people write it, and where each token of each sentence stands."""
    text = ""
    places: list[list[Span]] = []
    for sentence in row["sents"]:
        text += "" if not text else " " if text[-1] in '.!?”"' else "\n"
        spans, glued = list[Span](), True
        for token in (_MARKS.get(one, one) for one in sentence.split(" ")):
            text += "" if glued or _GLUED.fullmatch(token) else " "
            spans.append(Span(len(text), len(text) + len(token)))
            text, glued = text + token, token in _OPENING
        places.append(spans)
    return Article(id=row["doc"], text=text, published=published(row), published_from="given"), places


def published(row: Row) -> date:
    """The day under the headline of a document of MEANTIME; of ECB+ the day that all are given."""
    try:
        return datetime.strptime(row["sents"][1].replace(" ,", ","), "%B %d, %Y").date()  # noqa: DTZ007 a day
    except (ValueError, IndexError):
        return ONE_DAY


Placed = tuple[int, Mapping[Ref, int]]
"""The article's number, and the threads of all entries."""


def _events(row: Row, places: Places, record: Record, placed: Placed) -> Iterator[Thing]:
    article, threads = placed
    chains = [(span, chain) for sort, span, chain in _gold(row, places) if sort == "events"]
    for event in record.events:
        chain = next((chain for span, chain in chains if span.start <= event.anchor.start < span.end), None)
        if chain is not None:
            head = stem(event.anchor.of(record.article.text).lower())
            yield Thing(article, threads[Ref(article, event.id)], chain, head)


def _entities(row: Row, places: Places, record: Record, placed: Placed) -> Iterator[Thing]:
    article, threads = placed
    chains = [(span, chain) for sort, span, chain in _gold(row, places) if sort == "entities"]
    for entity in record.entities:
        votes = Counter(chain for mention in entity.mentions for span, chain in chains if _agree(mention.span, span))
        if votes:
            head = stem(entity.name.split()[-1].lower())
            yield Thing(article, threads[Ref(article, entity.id)], votes.most_common(1)[0][0], head)


def _gold(row: Row, places: Places) -> Iterator[tuple[Sort, Span, str]]:
    """The labelled mentions of actions, and of people, bodies and countries; MEANTIME's chains by their numbers."""
    for mention in row["mentions"]:
        sort = _sort(mention)
        tokens = [places[mention["sent"]][at] for at in mention["toks"] if at < len(places[mention["sent"]])]
        if sort is not None and tokens and "chain" in mention:
            yield sort, Span(tokens[0].start, tokens[-1].end), mention["chain"].rsplit("_", 1)[-1]


def _sort(mention: Row) -> Sort | None:
    kind, type_ = mention.get("kind"), mention["type"]
    if kind == "event" or type_.startswith(("ACTION", "NEG_ACTION")):
        return "events"
    return "entities" if kind == "entity" or type_.startswith(("HUMAN", "LOC_GEO")) else None


def _agree(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= ENOUGH * max(one.end - one.start, other.end - other.start)


def _pairs(things: Iterable[Thing], *, by_head: bool) -> Pairs:
    """Pairs of different documents."""
    return paired(
        things,
        gold=lambda one, other: one.chain == other.chain,
        found=lambda one, other: one.head == other.head if by_head else one.number == other.number,
        may=lambda one, other: one.article != other.article,
    )
