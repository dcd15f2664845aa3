"""What a benchmark shows: tables of figures, and how they look in a terminal, in Markdown and in JSON."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from rich import box
from rich.console import Group
from rich.table import Table as Drawn
from rich.text import Text

Cell = float | None

MISSING = "–"
ELSEWHERE = "*"
LEGEND = f"{ELSEWHERE} published or measured elsewhere; everything else was measured in this run."


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures."""

    name: str
    digits: int = 1
    """Behind the point."""
    brief: bool = False
    """Whether the README shows it."""

    def show(self, cell: Cell) -> str:
        """A figure as it is printed."""
        return MISSING if cell is None else f"{cell:,.{self.digits}f}"


@dataclass(frozen=True, slots=True)
class Row:
    """What one tool reached."""

    name: str
    cells: tuple[Cell, ...]
    elsewhere: bool = False
    """Published or measured elsewhere."""

    @property
    def label(self) -> str:
        """The name as it is printed."""
        return self.name + ELSEWHERE * self.elsewhere


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of one kind, a tool a row."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = field(default=())

    def lines(self) -> Iterator[tuple[str, ...]]:
        """The rows as they are printed."""
        for row in self.rows:
            cells = zip(self.columns, row.cells, strict=True)
            yield (row.label, *(column.show(cell) for column, cell in cells))

    def brief(self) -> "Table | None":
        """The columns that the README shows, of the rows that have any of them."""
        kept = [place for place, column in enumerate(self.columns) if column.brief]
        rows = (Row(row.name, tuple(row.cells[place] for place in kept), row.elsewhere) for row in self.rows)
        columns = tuple(self.columns[place] for place in kept)
        told = tuple(row for row in rows if any(cell is not None for cell in row.cells))
        return Table(self.title, columns, told) if kept else None


def drawn(table: Table) -> Group:
    """The table for a terminal, its notes below."""
    out = Drawn(title=table.title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    out.add_column("")
    for column in table.columns:
        out.add_column(column.name, justify="right")
    for line in table.lines():
        out.add_row(*map(Text, line))
    return Group(out, *map(Text, (*table.notes, "")))


def markdown(tables: Iterable[Table]) -> str:
    """The tables in Markdown, with the legend where a row was not measured here."""
    shown = list(tables)
    foreign = any(row.elsewhere for table in shown for row in table.rows)
    return "\n\n".join([*map(_markdown, shown), *([_escaped(LEGEND)] if foreign else [])])


def _markdown(table: Table) -> str:
    head = ("", *(column.name for column in table.columns))
    rule = ("---", *("---:" for _ in table.columns))
    rows = [_row(line) for line in (head, rule, *table.lines())]
    return "\n".join([f"**{table.title}**", "", *rows, *_below(table.notes)])


def _below(notes: Sequence[str]) -> list[str]:
    return ["", *map(_escaped, notes)] if notes else []


def _row(line: Sequence[str]) -> str:
    return f"| {' | '.join(map(_escaped, line))} |"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


def as_json(table: Table) -> dict[str, Any]:
    """The table as plain values: its figures unrounded."""
    names = [column.name for column in table.columns]
    rows = [
        {"name": row.name, "elsewhere": row.elsewhere, **dict(zip(names, row.cells, strict=True))} for row in table.rows
    ]
    return {"title": table.title, "rows": rows, "notes": list(table.notes)}
