"""The section on the store: what adding an article costs in a small and in a large dossier, and how soon it answers."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import crowd
from benchmarks.corpus import digest
from benchmarks.gate import Figures
from benchmarks.section import Measured
from benchmarks.table import Column, Row, Table
from verbale.dossier.answers import Query
from verbale.dossier.dossier import Dossier
from verbale.reading.tools import Tools
from verbale.record import Record

NAME = "store"
FEW, MANY = 100, 10_000
"""Articles in the small and in the large dossier."""
LAST = 50
"""Articles whose median is what adding one costs."""
TIMES = 5
"""How often each question is asked; its median counts."""
EPSILON = 20.0
"""Points of the growth, in percent."""
MEGABYTE = 1_000_000

FROM = date(2020, 1, 1)
QUERIES = (
    Query(words="timetable agreed"),
    Query(words='"is not for sale"'),
    Query(words="round"),
    Query(party="Norway"),
    Query(party="Norway", kind="move", words="grain"),
    Query(kind="statement", first_day=FROM, last_day=date(2020, 1, 31)),
    Query(place="Geneva"),
    Query(outlet="Harbour Wire"),
    Query(issue="grain exports"),
)
"""A question for each thing that can be asked for, and some together."""

COLUMNS = (
    Column("adding one, ms", 0, brief=True),
    Column("find, ms", 0, brief=True),
    Column("timeline, ms", 0, brief=True),
    Column("file, MB", 0, brief=True),
)
NOTE = (
    "Made-up articles of a dozen entries each, three reports of an occasion. Adding: the median of the last "
    f"{LAST}, each kept on the disk. Find and timeline: the slowest of several questions, by its median of {TIMES}. "
    f"Goals: adding at {MANY:,} at most twice what it is at {FEW}; find below 50 ms, timeline below 300 ms."
)


def measure(tools: Tools) -> Measured:  # noqa: ARG001 nothing is read
    """As every section."""
    return measure_store()


def measure_store() -> Measured:
    """The table and, for the gate, by how much adding grows, in percent of what it costs at first."""
    records = crowd.crowd(MANY)
    with TemporaryDirectory() as folder, Dossier.open(Path(folder) / "crowd.dossier") as dossier:
        few = [_added(dossier, next(records)) for _ in range(FEW)]
        small = _row(f"{FEW} articles", few, dossier, Path(folder))
        many = [_added(dossier, record) for record in records]
        large = _row(f"{MANY:,} articles", many, dossier, Path(folder))
    growth = 100 * cost(many) / cost(few)
    reached = Figures(
        corpus=digest([Path(crowd.__file__)]), epsilon=EPSILON, floors={}, ceilings={"adding, % of the first": growth}
    )
    return Measured((Table("A dossier of made-up articles", COLUMNS, (small, large), (NOTE,)),), {NAME: reached})


def cost(seconds: Sequence[float]) -> float:
    """What adding one article takes at the end, in ms."""
    return 1000 * median(seconds[-LAST:])


def slowest(questions: Iterable[Callable[[], object]]) -> float:
    """What the slowest of the questions takes, in ms."""
    return 1000 * max(median(_seconds(ask) for _ in range(TIMES)) for ask in questions)


def _added(dossier: Dossier, record: Record) -> float:
    return _seconds(partial(dossier.add, record))


def _row(name: str, added: Sequence[float], dossier: Dossier, folder: Path) -> Row:
    party = dossier.party("Norway")
    found = slowest(partial(dossier.find, query) for query in QUERIES)
    of_party = partial(dossier.timeline, party=party.number if party else None)
    timeline = slowest((dossier.timeline, of_party, partial(dossier.timeline, first_day=FROM)))
    size = sum(one.stat().st_size for one in folder.iterdir())
    return Row(name, (cost(added), found, timeline, size / MEGABYTE))


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
