"""The section on events: those of our own labelled sentences, found, typed, with their parties and their status."""

from collections.abc import Callable, Sequence
from time import perf_counter

from benchmarks.corpus import digest
from benchmarks.event_labels import (
    LABELS,
    Answer,
    Judged,
    Labelled,
    Match,
    agreement,
    answers_between_names,
    answers_of_record,
    judge,
    read_labels,
    share,
    silent,
)
from benchmarks.gate import Figures
from benchmarks.section import Measured
from benchmarks.table import Column, Row, Table
from benchmarks.who import ACTORS
from verbale.reading.page import lay_out
from verbale.reading.pipeline import read
from verbale.reading.tools import Tools

NAME = "events"

EPSILON = 2.0
"""An estimate: three events of some 150, where a processor rounds the networks otherwise."""

MEASURES: dict[str, Callable[[Match], bool]] = {
    "found": lambda _: True,
    "typed": lambda match: match.type_right,
    "parties": lambda match: match.type_right and match.parties_right,
}
"""What has to be right of an event, each more than the one before."""

FOUND_NOTE = (
    "Found: the anchor overlaps. Typed: of the right type too. Parties: and the right actors did it to the right "
    "recipients. The floor takes each verb between two of spaCy's names, as a meeting."
)
RIGHT_NOTE = (
    "Of the events found. Turned about: actors and recipients on each other's side. Silent: of the texts with two "
    "parties and no event, those where none is found. A second: end to end, in one process."
)


def measure(tools: Tools) -> Measured:
    """The tables and, for the gate, how many are found, typed and have the right parties and status."""
    labels = read_labels()
    start = perf_counter()
    records = [read(one.article, tools) for one in labels]
    seconds = perf_counter() - start
    ours = [judge(one, answers_of_record(record)) for one, record in zip(labels, records, strict=True)]
    floor = [judge(one, between_names(one, tools)) for one in labels]
    pace = sum(one.answers for one in ours) / seconds
    return Measured((found(ours, floor), right(ours, pace)), {NAME: figures(ours)})


def between_names(labelled: Labelled, tools: Tools) -> list[Answer]:
    """The floor: every verb between two names."""
    page = lay_out(labelled.article, tools.syntax)
    verbs = [token.span for token in page.tokens if token.pos == "VERB"]
    names = [name.span for name in page.names if name.label in ACTORS]
    return answers_between_names(verbs, names, page.sentences, page.text)


def figures(judged: Sequence[Judged]) -> Figures:
    """What the gate holds."""
    floors = {f"{name} F1": agreement(judged, is_right).f1 for name, is_right in MEASURES.items()}
    floors["status"] = share(judged, lambda match: match.status_right)
    return Figures(corpus=digest([LABELS]), epsilon=EPSILON, floors=floors)


def found(ours: Sequence[Judged], floor: Sequence[Judged]) -> Table:
    """How many events are found, of those that there are and of those that are claimed."""
    columns = [Column("events", 0)]
    for name in MEASURES:
        columns += [Column(f"{name} P"), Column(f"{name} R"), Column(f"{name} F1", brief=True)]
    return Table(
        "Events in our own labelled sentences, kept apart",
        tuple(columns),
        (_row("Verbale", ours), _row("the floor", floor)),
        (FOUND_NOTE,),
    )


def right(ours: Sequence[Judged], pace: float) -> Table:
    """What is right of the events that are found."""
    measures: dict[str, Callable[[Match], bool]] = {
        "type, %": lambda match: match.type_right,
        "parties, %": lambda match: match.parties_right,
        "turned about, %": lambda match: match.turned_about,
        "status, %": lambda match: match.status_right,
    }
    columns = (*(Column(name) for name in measures), Column("silent, %"), Column("events a second", 1))
    cells = (*(share(ours, is_right) for is_right in measures.values()), silent(ours), pace)
    return Table("What is right of the events found", columns, (Row("Verbale", cells),), (RIGHT_NOTE,))


def _row(name: str, judged: Sequence[Judged]) -> Row:
    cells: list[float] = [sum(one.labels for one in judged)]
    for is_right in MEASURES.values():
        reached = agreement(judged, is_right)
        cells += [reached.precision, reached.recall, reached.f1]
    return Row(name, tuple(cells))
