"""The section on statements: PolNeAR's development articles, Verbale beside those that were tried on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from benchmarks.accuracy import FIRST, Answered, accuracy, form_right, judged, read_all, untuned
from benchmarks.agreement import ROLES, Spoken
from benchmarks.calibration import calibration_error, chance_error
from benchmarks.corpus import STATEMENTS, Labelled, corpus, digest, read_labelled
from benchmarks.forms import FORMS
from benchmarks.gate import Figures
from benchmarks.section import Measured
from benchmarks.table import Column, Row, Table
from benchmarks.textacy_peer import Finder, load_textacy
from verbale.reading.pipeline import read
from verbale.reading.tools import Tools

NAME, NAME_FIRST = "statements", f"statements, first {FIRST} articles"

EPSILON = 0.5
"""Points of F1: eleven of the 2,192 statements, which another processor's rounding may turn."""
EPSILON_FIRST = 1.5
"""On the slice, five of 304: the same accident weighs more."""

KEPT = ("loose", "exact", *(f"loose {form}" for form in FORMS), *(f"span {role}" for role in ROLES))
"""The figures that the gate holds and the README shows."""

CALIBRATION = (
    "Goal: 0.05. The curves were fitted on the articles at even places. By chance alone: what perfect "
    "confidences would be expected to show on as many statements."
)

Points = Mapping[str, float]

# Of each table the columns, and the figure that each shows.
SHOWN: Mapping[str, Mapping[str, str]] = {
    "Statements right: content and source overlap by half or more": {
        **{"precision": "precision", "recall": "recall", "F1": "loose"},
        **{form: f"loose {form}" for form in FORMS},
        "exact F1": "exact",
    },
    "Fragments with both ends right (F1)": {role: f"span {role}" for role in ROLES},
    "Tokens with the right role (F1)": {role: f"token {role}" for role in ROLES},
}

# Run with this scorer on these articles, on another day: they can't be installed from a package index.
ELSEWHERE: Mapping[str, Points] = {
    "Citron (BBC), retrained on the same data": {"loose": 52.1, "exact": 37.2},
    "Gender Gap Tracker": {"loose": 38.8, "exact": 29.1},
}
# On the corpus's test split, contents not linked to their sources: Wang et al., CofeNet, 2022; the last one's
# figures are of a BERT that tags tokens.
PUBLISHED: Mapping[str, Points] = {
    "CofeNet (BERT-base), test split": {"span source": 83.2, "span cue": 75.3, "span content": 72.9},
    "BERT-base, test split": {"span source": 81.1, "span cue": 74.0, "span content": 68.9},
    "BERT tagger, test split": {"token source": 84.1, "token cue": 72.9, "token content": 86.9},
}


def measure(tools: Tools) -> Measured:
    """The tables and, for the gate, what was reached on all articles and on the first few."""
    path = corpus(STATEMENTS)
    labelled = read_labelled(path)
    answers = read_all(labelled, partial(read, tools=tools))
    peers = read_with(load_textacy(), labelled)
    answered = [one for one in peers if one]
    note = (
        f"{len(labelled)} articles, {_number(one.gold for one in labelled)} statements; "
        f"Verbale finds {_number(one.found for one in answers)}, textacy {_number(one.found for one in answered)}; "
        f"it raises an error on {len(peers) - len(answered)} articles. Of Verbale's that are right, "
        f"{100 * form_right(answers):.0f} % have the right form."
    )
    reached = {
        "Verbale": points(answers),
        "textacy": points([one or Answered(given, ()) for one, given in zip(peers, labelled, strict=True)]),
        f"textacy, the {len(answered)} articles it answers": points(answered),
    }
    known = digest([path])
    return Measured(
        (*tables(reached, note), confidence(answers)),
        {NAME: figures(answers, known), NAME_FIRST: figures_of_first(answers, known)},
    )


def figures(answers: Sequence[Answered], known: str) -> Figures:
    """What the gate holds, of all articles."""
    error = 100 * calibration_error(judged(untuned(answers)))
    return Figures(corpus=known, epsilon=EPSILON, floors=_kept(answers), ceilings={"calibration error": error})


def figures_of_first(answers: Sequence[Answered], known: str) -> Figures:
    """What the gate holds, of the fast slice."""
    return Figures(corpus=known, epsilon=EPSILON_FIRST, floors=_kept(answers[:FIRST]))


def read_with(find: Finder, labelled: Iterable[Labelled]) -> list[Answered | None]:
    """What a peer finds in each article; None where it raises an error instead."""
    found = ((one, find(one.article)) for one in labelled)
    return [None if statements is None else Answered(one, statements) for one, statements in found]


def points(answers: Sequence[Answered]) -> dict[str, float]:
    """Every figure of the tables by name, 0-100."""
    reached = accuracy(answers)
    loose = reached.measures["loose"]
    return {**reached.points(), "precision": loose.precision, "recall": loose.recall}


def tables(measured: Mapping[str, Points], note: str) -> tuple[Table, ...]:
    """Whole statements and their parts: what was measured, a tool a row, above what others tell."""
    whole, *others = (_table(title, columns, measured) for title, columns in SHOWN.items())
    return (replace(whole, notes=(note,)), *others)


def confidence(answers: Sequence[Answered]) -> Table:
    """What confidences are worth."""
    rows = (_sure("articles at odd places", untuned(answers)), _sure("all articles", answers))
    columns = (Column("statements", 0), Column("error", 3), Column("by chance alone", 3))
    return Table("Calibration error of the confidences", columns, rows, (CALIBRATION,))


def _number(statements: Iterable[Sequence[Spoken]]) -> str:
    return f"{sum(map(len, statements)):,}"


def _sure(name: str, answers: Sequence[Answered]) -> Row:
    rows = judged(answers)
    return Row(name, (len(rows), calibration_error(rows), chance_error(rows)))


def _kept(answers: Sequence[Answered]) -> dict[str, float]:
    reached = points(answers)
    return {name: reached[name] for name in KEPT}


def _table(title: str, shown: Mapping[str, str], measured: Mapping[str, Points]) -> Table:
    every = {**measured, **ELSEWHERE, **PUBLISHED}
    rows = (
        Row(name, tuple(reached.get(figure) for figure in shown.values()), elsewhere=name not in measured)
        for name, reached in every.items()
    )
    told = tuple(row for row in rows if any(cell is not None for cell in row.cells))
    return Table(title, tuple(Column(name, brief=figure in KEPT) for name, figure in shown.items()), told)
