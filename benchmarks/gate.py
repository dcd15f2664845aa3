"""The quality gate: what was reached once is a floor, and a change that falls through it is seen at once.

A floor belongs to a corpus, known by its digest; on another one it says nothing, and the gate says so instead
of comparing. `python -m benchmarks --pin` raises floors to what was measured, and lowers none unless told
`--lower`. After trafilatura's `eval_gate.py`.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from verbale.errors import OptionError

FLOORS = Path(__file__).parent / "floors.json"
AGAIN = "python -m benchmarks --pin"


class Figures(BaseModel):
    """What was measured on one corpus, or pinned for it. All figures are points, 0-100."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    corpus: str
    """Digest of its files."""
    epsilon: float
    """By how many points a figure may differ on another machine with nothing amiss."""
    floors: Mapping[str, float]
    """The more the better."""
    ceilings: Mapping[str, float] = {}
    """The less the better: errors."""


Pinned = dict[str, Figures]


def read_floors(path: Path) -> Pinned:
    """What is pinned, by corpus; nothing where there is no such file yet."""
    rows = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return {name: Figures.model_validate(row) for name, row in rows.items()}


def write_floors(pinned: Pinned, path: Path) -> None:
    """Keeps them, a figure a line, so that a change shows as what it is."""
    rows = {name: pinned[name].model_dump() for name in sorted(pinned)}
    path.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


def faults(name: str, measured: Figures, pinned: Pinned) -> list[str]:
    """A sentence for each figure that is worse than its floor by more than chance; none where all is well."""
    floor = pinned.get(name)
    if floor is None:
        return [f"{name}: no floor is pinned ({AGAIN})"]
    if floor.corpus != measured.corpus:
        return [f"{name}: the corpus isn't the one that the floors were pinned on ({AGAIN})"]
    return [f"{name}: {sentence}" for sentence in _lost(measured, floor)]


def pin(name: str, measured: Figures, pinned: Pinned, *, lower: bool = False) -> Pinned:
    """The floors with what was measured; one that was reached on the same corpus stays where it is higher.

    Raises `OptionError` where a floor would fall by more than chance and nobody said `lower`.
    """
    floor = pinned.get(name)
    if floor is None or lower:
        return {**pinned, name: _rounded(measured)}
    if lost := list(_lost(measured, floor)):
        raise OptionError("; ".join(lost), where=name, remedy="--lower, if that is meant")
    kept = _best(measured, floor) if floor.corpus == measured.corpus else measured
    return {**pinned, name: _rounded(kept)}


def _lost(measured: Figures, floor: Figures) -> Iterator[str]:
    for figure, least in floor.floors.items():
        reached = measured.floors.get(figure)
        if reached is None or reached < least - floor.epsilon:
            yield f"{figure} is {_points(reached)}, its floor {_points(least)}"
    for figure, most in floor.ceilings.items():
        reached = measured.ceilings.get(figure)
        if reached is None or reached > most + floor.epsilon:
            yield f"{figure} is {_points(reached)}, its ceiling {_points(most)}"


def _best(one: Figures, other: Figures) -> Figures:
    return one.model_copy(
        update={
            "floors": {name: max(points, other.floors.get(name, 0)) for name, points in one.floors.items()},
            "ceilings": {name: min(points, other.ceilings.get(name, 100)) for name, points in one.ceilings.items()},
        }
    )


def _rounded(figures: Figures) -> Figures:
    floors, ceilings = (
        {name: round(points, 2) for name, points in rows.items()} for rows in (figures.floors, figures.ceilings)
    )
    return figures.model_copy(update={"floors": floors, "ceilings": ceilings})


def _points(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.1f}"
