"""The section on negotiations: the rounds, papers, moves and all the rest of our own labelled articles."""

from collections.abc import Mapping, Sequence

from benchmarks.corpus import STATEMENTS, corpus, digest, read_labelled
from benchmarks.gate import Figures
from benchmarks.negotiation_labels import FOLDER, Half, read_labels
from benchmarks.negotiation_match import KINDS, Judged, agreement, joined, judge, right
from benchmarks.section import Measured
from benchmarks.table import Column, Row, Table
from verbale.reading.pipeline import read
from verbale.reading.tools import Tools

NAME = "negotiations"

EPSILON = 2.0
"""An estimate: an entry in fifty, where a processor rounds the networks otherwise."""

NOTE = (
    "Found: of the labelled kind (a provision of the labelled force), and half of the shorter words the same. "
    "Right, of those found: the actor, bearer, author or forecaster, and condition, status, place, date or stand."
)
HALVES_NOTE = "Six negotiations for tuning, six for measuring alone. The gap is F1 on the first less F1 on the second."

EVERYDAY_NOTE = (
    "US election news, of which few articles tell of a negotiation. Nothing is labelled: each entry is one of those "
    "few, or one too many. Silent: articles without any."
)

ByKind = Mapping[str, Sequence[Judged]]


def measure(tools: Tools) -> Measured:
    """The table and, for the gate, F1 a kind on each half."""
    halves = {half: measured(half, tools) for half in ("tuning", "measuring")}
    files = sorted(FOLDER.glob("*.yaml"))
    floors = {f"{kind} {half}": agreement(found[kind]).f1 for half, found in halves.items() for kind in KINDS}
    figures = Figures(corpus=digest(files), epsilon=EPSILON, floors=floors)
    return Measured((table(halves), everyday(tools)), {NAME: figures})


def measured(half: Half, tools: Tools) -> ByKind:
    """The articles of one half, read and judged."""
    articles = [one for each in read_labels() if each.half == half for one in each.articles]
    return joined(judge(one, read(one.article, tools)) for one in articles)


def table(halves: Mapping[str, ByKind]) -> Table:
    """A kind a row, tuning beside measuring."""
    columns = [Column("labels", 0)]
    for half in ("tuning", "measuring"):
        columns += [Column(f"{half} P"), Column(f"{half} R"), Column(f"{half} F1", brief=half == "measuring")]
    columns += [Column("gap"), Column("right, %")]
    rows = (_row(kind, halves) for kind in KINDS)
    return Table("Negotiations in our own labelled articles", tuple(columns), tuple(rows), (NOTE, HALVES_NOTE))


def everyday(tools: Tools) -> Table:
    """How much is claimed on PolNeAR's dev articles."""
    records = [read(one.article, tools) for one in read_labelled(corpus(STATEMENTS))]
    found = {kind: [len(getattr(record, kind)) for record in records] for kind in KINDS}
    words = sum(len(record.article.text.split()) for record in records) / 1000
    silent = 100 * sum(not any(counts) for counts in zip(*found.values(), strict=True)) / len(records)
    columns = (Column("articles", 0), *(Column(kind, 2) for kind in KINDS), Column("silent, %"))
    cells = (len(records), *(sum(counts) / words for counts in found.values()), silent)
    return Table(
        "Entries in 1,000 words of everyday news (PolNeAR dev)", columns, (Row("Verbale", cells),), (EVERYDAY_NOTE,)
    )


def _row(kind: str, halves: Mapping[str, ByKind]) -> Row:
    tuning, measuring = (agreement(halves[half][kind]) for half in ("tuning", "measuring"))
    labels = sum(one.labels for half in halves.values() for one in half[kind])
    reached = [value for one in (tuning, measuring) for value in (one.precision, one.recall, one.f1)]
    return Row(kind, (labels, *reached, tuning.f1 - measuring.f1, right(halves["measuring"][kind])))
