"""What a section of the benchmarks gives back: its tables, and the figures that the gate holds it to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.gate import Figures
from benchmarks.table import Table


@dataclass(frozen=True)
class Measured:
    """One section's results."""

    tables: tuple[Table, ...]
    figures: Mapping[str, Figures] = field(default_factory=dict)
    """By the corpus's name in `floors.json`."""
