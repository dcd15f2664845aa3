"""The section on speakers: articles of our own with every speaker labelled, and PolNeAR's sources."""

import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpus import STATEMENTS, corpus, digest
from benchmarks.gate import Figures
from benchmarks.section import Measured
from benchmarks.speaker_labels import (
    KEPT,
    LABELS,
    VERDICTS,
    Answer,
    Judged,
    Told,
    answers_by_nearest_name,
    answers_of_parts,
    answers_of_record,
    judge,
    read_labels,
    shares,
)
from benchmarks.speakers import score_speakers
from benchmarks.table import Column, Row, Table
from benchmarks.textacy_peer import load_textacy
from verbale.article import Article
from verbale.reading.page import lay_out
from verbale.reading.pipeline import read
from verbale.reading.tools import Tools
from verbale.record import Record

NAME = "speakers"
SILVER = Path("polnear", "corenlp_dev.jsonl.gz")

EPSILON = 2.0
"""An estimate: a content may end elsewhere where a processor rounds the network otherwise."""

ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""spaCy's labels of those who may speak."""

Answers = Callable[[Article], Sequence[Answer]]
Read = Mapping[str | None, Record]
Records = Mapping[Path, Read]
"""By the labels' file and the article's id."""

SORTS = {"all": "Verbale, all", "name": "named", "pronoun": "pronouns", "nominal": "descriptions"}

LABELS_NOTE = (
    "Silent: no name where the article tells one. Wrong: another name, or one where it tells none. "
    "Missing: no statement with these words. The nearest name is spaCy's, on Verbale's statements. It and textacy "
    "give words for a speaker: a part of the name will do."
)
SILVER_NOTE = "The chains are automatic: some are wrong, and then a right answer is wrong."


def measure(tools: Tools) -> Measured:
    """The tables and, for the gate, what was reached on our own labels."""
    records = read_all(tools)
    verdicts, kept = ours(records), read_labels(KEPT)
    floor, peer = judge_all(kept, nearest_name(tools, records[KEPT])), judge_all(kept, textacy())
    return Measured((labelled(verdicts, floor, peer), polnear(tools)), {NAME: figures(verdicts)})


def read_all(tools: Tools) -> Records:
    """What Verbale makes of the articles of our own labels, file by file."""
    return {path: {one.article.id: read(one.article, tools) for one in read_labels(path)} for path in (KEPT, LABELS)}


def ours(records: Records) -> dict[Path, list[Judged]]:
    """The labels of each file beside what the records know."""
    return {path: judge_all(read_labels(path), _looked_up(found)) for path, found in records.items()}


def _looked_up(records: Read) -> Answers:
    return lambda article: answers_of_record(records[article.id])


def nearest_name(tools: Tools, records: Read) -> Answers:
    """The floor: Verbale's statements with spaCy's names and no coreference."""

    def find(article: Article) -> list[Answer]:
        names = [name.span for name in lay_out(article, tools.syntax).names if name.label in ACTORS]
        return answers_by_nearest_name(records[article.id], names)

    return find


def judge_all(told: Sequence[Told], answers: Answers) -> list[Judged]:
    """Every label of every article beside what a tool answers."""
    return [one for each in told for one in judge(each, answers(each.article))]


def figures(verdicts: Mapping[Path, Sequence[Judged]]) -> Figures:
    """What the gate holds: how many are right, and, as a ceiling, how many wrong."""
    reached = {labels.stem: shares(judged) for labels, judged in verdicts.items()}
    floors, ceilings = ({f"{name} {word}": reached[name][word] for name in reached} for word in ("right", "wrong"))
    return Figures(corpus=digest([LABELS, KEPT]), epsilon=EPSILON, floors=floors, ceilings=ceilings)


def textacy() -> Answers:
    """How textacy answers."""
    find = load_textacy()
    return lambda article: answers_of_parts(article.text, find(article) or ())


def labelled(verdicts: Mapping[Path, Sequence[Judged]], floor: Sequence[Judged], peer: Sequence[Judged]) -> Table:
    """Who is right about our own articles."""
    columns = (Column("statements", 0), *(Column(f"{name}, %", brief=True) for name in (*VERDICTS, "status")))
    rows = (
        _judged("Verbale", verdicts[KEPT]),
        _judged("Verbale, on those worked with", verdicts[LABELS]),
        _judged("nearest name", floor, status=False),
        _judged("textacy", peer, status=False),
    )
    return Table("Speakers of statements in our own labelled articles, kept apart", columns, rows, (LABELS_NOTE,))


def _judged(name: str, judged: Sequence[Judged], *, status: bool = True) -> Row:
    reached = shares(judged)
    told = (reached[verdict] for verdict in VERDICTS)
    return Row(name, (len(judged), *told, reached["status"] if status else None))


def polnear(tools: Tools) -> Table:
    """Whose the annotators' sources are, against automatic chains."""
    silver = {row["id"]: row for row in _rows(corpus(SILVER))}
    scored = score_speakers(
        [row for row in _rows(corpus(STATEMENTS)) if row["id"] in silver],
        silver,
        lambda row: lay_out(Article(text=row["text"]), tools.syntax),
        registry=tools.registry,
        people=tools.lexicon.people,
    )
    columns = (Column("sources", 0), *(Column(f"{name}, %") for name in ("right", "silent", "wrong")))
    rows = tuple(_row(sort, shares) for sort, shares in scored.items())
    return Table(
        "Speakers of the sources in PolNeAR, against CoreNLP's automatic chains",
        columns,
        rows,
        (SILVER_NOTE,),
    )


def _row(sort: str, reached: Mapping[str, Any]) -> Row:
    points = (100 * reached[name] for name in ("right", "null", "wrong"))
    return Row(SORTS[sort], (reached["sources"], *points))


def _rows(path: Path) -> list[dict[str, Any]]:
    known = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in known.decode("utf-8").split("\n") if line.strip()]
