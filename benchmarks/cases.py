"""How many of our own hand-labelled cases pass: `tests/cases/statements/*.yaml`, here wherever Verbale is."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import digest
from benchmarks.gate import Figures
from benchmarks.section import Measured
from benchmarks.table import Column, Row, Table
from tests.cases.checks import faults
from tests.cases.labels import FOLDER, Case, cases
from tests.cases.reading import record_of
from verbale.errors import VerbaleError
from verbale.reading.tools import Tools
from verbale.record import Record

CaseReader = Callable[[Case, Path], Record]

NAME = "our cases"
FILES = tuple(sorted(FOLDER.glob("*.yaml")))

EPSILON = 1.5
"""Two cases of some 150: a content may end a word earlier where a processor rounds the network otherwise."""


def passed(cases: Iterable[Case], read: CaseReader) -> dict[str, bool]:
    """Whether each case holds, by its id. One that can't be read at all doesn't."""
    with TemporaryDirectory() as folder:
        return {case.id: _holds(case, read, Path(folder)) for case in cases}


def figures(passing: dict[str, bool]) -> Figures:
    """The share that passes, in points."""
    share = 100 * sum(passing.values()) / max(1, len(passing))
    return Figures(corpus=digest(FILES), epsilon=EPSILON, floors={"pass": share})


def measure(tools: Tools) -> Measured:
    """The table of what passes, a kind of phenomenon a row, and the figure for the gate."""
    passing = passed(cases(), partial(record_of, tools=tools))
    return Measured((_table(passing),), {NAME: figures(passing)})


def _holds(case: Case, read: CaseReader, folder: Path) -> bool:
    try:
        return not faults(case.expect, read(case, folder))
    except VerbaleError:
        return False


def _table(passing: dict[str, bool]) -> Table:
    kinds = {case.id: case.kind.partition("/")[0].replace("_", " ") for case in cases()}
    every, right = Counter(kinds.values()), Counter(kinds[one] for one, holds in passing.items() if holds)
    rows = [_row(kind, right[kind], every[kind]) for kind in sorted(every)]
    columns = (Column("pass", 0), Column("of", 0), Column("%", 0))
    return Table("Our own cases", columns, (_row("all", right.total(), every.total()), *rows))


def _row(name: str, right: int, every: int) -> Row:
    return Row(name, (right, every, 100 * right / max(1, every)))
