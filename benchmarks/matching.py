"""The section on matching: what different articles tell of one thing, in news of all sorts and of negotiations."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.across import ECB, MEANTIME, SAMPLE, Measures, measure_across
from benchmarks.corpus import corpus, digest
from benchmarks.gate import Figures
from benchmarks.negotiation_labels import FOLDER as FIRST
from benchmarks.negotiation_labels import Half
from benchmarks.pairs import Pairs
from benchmarks.retold import SORTS, Shared, Sort, measure_retold
from benchmarks.second_reports import FOLDER as SECOND
from benchmarks.section import Measured
from benchmarks.table import Cell, Column, Row, Table
from verbale.reading.tools import Tools

NAME = "matching"
EPSILON = 5.0
"""An estimate: with so few labelled pairs, one that another rounding of the network loses is two points."""

COLUMNS = (Column("pairs", digits=0), Column("precision", brief=True), Column("recall", brief=True), Column("F1"))
RETOLD = (*COLUMNS[:-1], Column("recall, read in both"), Column("joined elsewhere", digits=0))
CORPORA = {"ECB+": ECB, "MEANTIME": MEANTIME}

ACROSS_NOTE = (
    f"Read by Verbale, the first {SAMPLE[ECB]} documents of each topic of ECB+ and {SAMPLE[MEANTIME]} of MEANTIME, a "
    "dossier a topic; pairs of what both the labels and Verbale have. ECB+ tells no day of publication: all are of one "
    "day. Head: the same stem of the head word."
)
RETOLD_NOTE = (
    "All labelled pairs of a first and a second report by another outlet, also those that the reading misses; the last "
    "column counts entries joined with those of other articles on the same negotiation. The bounds were set on the "
    "first half alone. Beside it: statements with equal quoted words, events with one head word."
)
HALVES: Mapping[Half, str] = {"tuning": "set on", "measuring": "kept"}


def measure(tools: Tools) -> Measured:
    """The tables and, for the gate, what was reached on the reports that nothing was set on."""
    across = {name: measure_across(path, tools) for name, path in CORPORA.items()}
    retold = {half: measure_retold(half, tools) for half in HALVES}
    tables = (
        Table("The same across documents, pairwise", COLUMNS, tuple(_across(across)), (ACROSS_NOTE,)),
        Table("The same in a first and a second report", RETOLD, tuple(_retold(retold)), (RETOLD_NOTE,)),
    )
    return Measured(tables, {NAME: figures(across, retold["measuring"])})


def figures(across: Mapping[str, Measures], kept: Mapping[Sort, Shared]) -> Figures:
    """What the gate holds: F1 of entities, and precision and F1 of statements."""
    floors = {f"{name} entities": measures["entities"][0].f1 for name, measures in across.items()}
    floors |= {
        "statements": kept["statement"].pairs.f1,
        "statements precision": kept["statement"].pairs.precision or 0.0,
    }
    files = [*(corpus(path) for path in CORPORA.values()), *_labels(FIRST), *_labels(SECOND)]
    return Figures(corpus=digest(files), epsilon=EPSILON, floors=floors)


def _labels(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def _across(measured: Mapping[str, Measures]) -> Iterator[Row]:
    for name, measures in measured.items():
        for sort, (ours, base) in measures.items():
            # Of MEANTIME's events across documents Verbale reads none: stock exchanges and products are not its matter.
            if ours.gold:
                yield Row(f"{name}, {sort}: Verbale", _cells(ours))
                yield Row(f"{name}, {sort}: head", _cells(base))


def _retold(measured: Mapping[Half, Mapping[Sort, Shared]]) -> Iterator[Row]:
    for half, told in HALVES.items():
        for sort in SORTS:
            shared = measured[half][sort]
            more: tuple[Cell, ...] = (shared.read.recall, shared.elsewhere)
            yield Row(f"{sort}s, {told}: Verbale", (*_cells(shared.pairs)[:-1], *more))
            yield Row(f"{sort}s, {told}: words", (*_cells(shared.base)[:-1], None, None))


def _cells(pairs: Pairs) -> tuple[Cell, ...]:
    return (pairs.gold, pairs.precision, pairs.recall, pairs.f1)
