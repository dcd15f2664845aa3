"""The command: measures the sections that were asked for, shows them, and holds them to the floors."""

import json
import os
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer
from rich.console import Console

from benchmarks import (
    cases,
    coreference,
    event_types,
    events,
    matching,
    negotiations,
    speed,
    statements,
    store,
    times,
    who,
)
from benchmarks.gate import FLOORS, Figures, Pinned, faults, pin, read_floors, write_floors
from benchmarks.readme import README, rewrite
from benchmarks.section import Measured
from benchmarks.table import LEGEND, Table, as_json, drawn, markdown
from verbale.errors import OptionError, VerbaleError
from verbale.reading.tools import Tools

SECTIONS: Mapping[str, Callable[[Tools], Measured]] = {
    "statements": statements.measure,
    "times": times.measure,
    "speakers": who.measure,
    "coreference": coreference.measure,
    "events": events.measure,
    "types": event_types.measure,
    "negotiations": negotiations.measure,
    "matching": matching.measure,
    "cases": cases.measure,
    "store": store.measure,
    "speed": speed.measure,
}
WIDTH = 118
"""Of the widest table: wider than many a terminal, so it is not left to the terminal."""

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
progress = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)


@app.command()
def main(  # noqa: PLR0913 an option of the command is an argument
    *,
    only: Annotated[str, typer.Option(help=f"Of {', '.join(SECTIONS)}: those wanted, with commas.")] = "",
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the figures there too.")] = None,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown.")] = False,
    in_readme: Annotated[bool, typer.Option("--readme", help="Rewrite the short tables in README.md.")] = False,
    raise_floors: Annotated[bool, typer.Option("--pin", help="Raise the floors to what is measured.")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="With --pin: lower them too.")] = False,
) -> None:
    """Measures accuracy and speed beside the peers.

    Exit status: 0, all is well; 1, a figure fell through its floor; 2, it could not be measured.
    """
    try:
        wanted = sections(only)
        if in_readme and len(wanted) < len(SECTIONS):
            raise OptionError("the README shows all sections", where="--readme", remedy="leave out --only")
        measured = measure(wanted)
        tables = [table for one in measured for table in one.tables]
        show(tables, as_markdown=as_markdown)
        if json_file:
            json_file.write_text(json.dumps(results(measured), indent=1) + "\n", "utf-8")
        if in_readme:
            rewrite(tables, README)
        pinned = read_floors(FLOORS)
        if raise_floors:
            pinned = pinned_anew(measured, pinned, lower=lower)
            write_floors(pinned, FLOORS)
        fallen = below(measured, pinned)
    except VerbaleError as error:
        progress.print(str(error))
        raise typer.Exit(2) from error
    for sentence in fallen:
        progress.print(sentence)
    raise typer.Exit(1 if fallen else 0)


def sections(only: str) -> list[str]:
    """Those asked for, in our order; all, where none was. Raises `OptionError` for one unheard of."""
    names = [name for name in only.replace(",", " ").split() if name]
    if unknown := [name for name in names if name not in SECTIONS]:
        raise OptionError(f"there is no section {', '.join(unknown)}", where="--only", remedy=", ".join(SECTIONS))
    return [name for name in SECTIONS if name in names or not names]


def measure(wanted: Iterable[str]) -> list[Measured]:
    """What each section measures, with one set of tools."""
    tools = Tools.load()
    return [_timed(name, tools) for name in wanted]


def show(tables: Sequence[Table], *, as_markdown: bool) -> None:
    """Prints them."""
    if as_markdown:
        print(markdown(tables))
        return
    console = Console(width=WIDTH, highlight=False, markup=False)
    for table in tables:
        console.print(drawn(table))
    console.print(LEGEND)


def results(measured: Iterable[Measured]) -> dict[str, object]:
    """Everything as plain values, and what it was measured on."""
    every = list(measured)
    return {
        "machine": {
            "system": platform.platform(),
            "python": platform.python_version(),
            "cores": os.cpu_count(),
        },
        "tables": [as_json(table) for one in every for table in one.tables],
        "figures": {name: reached.model_dump() for name, reached in _figures(every)},
    }


def below(measured: Iterable[Measured], pinned: Pinned) -> list[str]:
    """A sentence for each figure below its floor."""
    return [sentence for name, reached in _figures(measured) for sentence in faults(name, reached, pinned)]


def pinned_anew(measured: Iterable[Measured], pinned: Pinned, *, lower: bool) -> Pinned:
    """The floors with all that was measured. Raises `OptionError` where one would fall and `lower` isn't said."""
    for name, reached in _figures(measured):
        pinned = pin(name, reached, pinned, lower=lower)
    return pinned


def _figures(measured: Iterable[Measured]) -> list[tuple[str, Figures]]:
    return [pair for one in measured for pair in one.figures.items()]


def _timed(name: str, tools: Tools) -> Measured:
    start = perf_counter()
    measured = SECTIONS[name](tools)
    progress.print(f"{name}: measured in {perf_counter() - start:.0f} s")
    return measured
