"""The section on the type of an event between given parties: what was said of the PLV sentences in cross-validation.

The answers were kept when the head was trained (`python -m training.event_types … --folds 5 --answers FILE`), since
training five times takes a quarter of an hour: each sentence was answered by a head, and by words, that never saw it.
The table is made from them and from the labels, which are not part of the project.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpus import corpus, digest
from benchmarks.gate import Figures
from benchmarks.section import Measured
from benchmarks.table import Column, Row, Table
from verbale.encoding.event_types import DIRECTED
from verbale.reading.tools import Tools

NAME = "event types"
SENTENCES = Path("plover", "train.jsonl")
ANSWERS = Path(__file__).parent / "labels" / "event_types.jsonl"
EPSILON = 0.1
"""The answers are kept, so that only the arithmetic could differ."""

QUADS: Mapping[str, int] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "YIELD"), 1),
    **dict.fromkeys(("COOPERATE", "AID"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""The quad of each type that the set has; it files YIELD, which is CONCEDE or RETREAT, under the first."""

PUBLISHED = (
    Row(
        "ZSP: roberta-large-mnli over the codebook's questions, on the test part", (83.8, 82.4, 89.6, 96.4, None), True
    ),
    Row("GPT-4, on the test part", (61.5, None, None, None, None), True),
)

NOTE = (
    "Ours: five parts, each answered by what was trained on the others and on our own sentences; the weights of the "
    "words and of the lexicon beside the head were chosen on these answers. Turned: of mutual-less types, how often "
    "the type has less than half its chance once the roles are swapped."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of one sentence."""

    right: str
    said: str
    turned: bool
    """Whether the type has less than half its chance once actor and recipient are swapped."""


def answers(sentences: Iterable[Mapping[str, Any]], said: Iterable[Mapping[str, Any]]) -> tuple[Answer, ...]:
    """The kept answers beside the labels, in order. Raises `ValueError` where they aren't of the same sentences."""
    return tuple(
        Answer(row["event_type"], one["said"], one["swapped"] < one["chance"] / 2)
        for row, one in zip(sentences, said, strict=True)
    )


def measure(tools: Tools) -> Measured:  # noqa: ARG001 - a section is handed the tools; this one asks only what was kept
    """The figures beside the peers' and the table of confusions."""
    path = corpus(SENTENCES)
    found = answers(_rows(path), _rows(ANSWERS))
    cells = (*figures_of(found), 100 * _share([one.turned for one in found if one.right in DIRECTED]))
    columns = tuple(Column(name) for name in ("accuracy", "macro F1", "quad F1", "coop./conflict", "turned"))
    table = Table("Type of an event between given parties (PLV, cross-validation)", columns, _lines(cells), (NOTE,))
    names = ("accuracy", "macro F1", "quad F1", "cooperation or conflict", "turned")
    floors = dict(zip(names, cells, strict=True))
    kept = Figures(corpus=digest([path, ANSWERS]), epsilon=EPSILON, floors=floors)
    return Measured((table, confusions(found)), {NAME: kept})


def _lines(cells: tuple[float, ...]) -> tuple[Row, ...]:
    return (Row("Verbale", cells), *PUBLISHED)


def figures_of(found: Sequence[Answer]) -> tuple[float, float, float, float]:
    """Accuracy, macro F1 by type, macro F1 by quad, and accuracy of cooperation against conflict, in points."""
    pairs = [(one.right, one.said) for one in found]
    quads = [(str(QUADS[right]), str(QUADS[said])) for right, said in pairs]
    sides = [(right in "12", said in "12") for right, said in quads]
    accuracy, side = (_share([one == other for one, other in both]) for both in (pairs, sides))
    return 100 * accuracy, 100 * macro_f1(pairs), 100 * macro_f1(quads), 100 * side


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean F1 of the labels that are right at least once; pairs are (right, said)."""
    right, said = Counter(one for one, _ in pairs), Counter(one for _, one in pairs)
    hits = Counter(one for one, other in pairs if one == other)
    return sum(2 * hits[one] / (right[one] + said[one]) for one in right) / max(1, len(right))


def confusions(found: Sequence[Answer]) -> Table:
    """A row a right type, a column a type that was said."""
    types = tuple(QUADS)
    counts = Counter((one.right, one.said) for one in found)
    rows = tuple(Row(right, tuple(float(counts[right, said]) for said in types)) for right in types)
    note = "The columns are the types in the order of the rows, by their first letters."
    return Table(
        "What was said (columns) of each type (rows)", tuple(Column(one[:4], 0) for one in types), rows, (note,)
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _share(holds: Sequence[bool]) -> float:
    return sum(holds) / max(1, len(holds))
