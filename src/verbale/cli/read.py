"""`verbale read`: the minutes of articles for people, their records as JSON, or their events as a table."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console

from verbale.api import read_all
from verbale.cli.asking import day_of
from verbale.cli.events import Table, table_for, write_events
from verbale.cli.output import opened
from verbale.cli.report import Report
from verbale.errors import Failure, OptionError
from verbale.reading.tools import Tools
from verbale.record import Record
from verbale.registry import load_registry
from verbale.sources.open import inputs_of
from verbale.views.json import to_array, to_json, to_line
from verbale.views.pages import minutes_page
from verbale.views.terminal import Minutes, divider


class Format(StrEnum):
    """How records are written."""

    MINUTES = "minutes"
    JSON = "json"
    JSONL = "jsonl"
    EVENTS = "events"


def read_command(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FILE|FOLDER|ADDRESS|-", help="What to read: as many as you like; - is standard input."),
    ],
    output_format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="For people; one record as an object, several as an array; a record a line; "
            "or the events as a table, a row an actor and recipient.",
        ),
    ] = Format.MINUTES,
    table: Annotated[
        Table | None,
        typer.Option("--as", help="How the events are written; otherwise as the name of the output ends, or as csv."),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Minutes with all entries, however many there are of a sort.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PATH", help="Write to this file instead.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day of publication, such as 2022-01-18, where you know it better."),
    ] = None,
    names: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Names of your own, as YAML or CSV; they go before the registry's."),
    ] = None,
) -> None:
    """Read articles and show who said what, with the proof.

    Text, HTML, PDF, e-mail, feeds, WARC and JSON Lines, packed or not, are told apart by what they hold.
    What cannot be read is a line on standard error, the rest goes on, and the exit status is 1.
    """
    day = day_of(published, "--published")
    tools = None if names is None else Tools.load(names=names)
    raise typer.Exit(read(sources, output_format, table=table, full=full, output=output, published=day, tools=tools))


def read(
    sources: Sequence[str],
    output_format: Format = Format.MINUTES,
    *,
    table: Table | None = None,
    full: bool = False,
    output: Path | None = None,
    published: date | None = None,
    tools: Tools | None = None,
) -> int:
    """Read the sources and write their records to the file or to standard output; gives the exit status.

    Raises `OptionError` where the file can't be written, or is one of the sources, and where only a table could be
    written as was asked.
    """
    if table and output_format is not Format.EVENTS:
        raise OptionError("only events are a table", where=f"--as {table}", remedy="add --format events")
    if output and any(_same_file(output, source) for source in sources):
        raise OptionError("this is one of the sources", where=f"--output {output}", remedy="name another file")
    errors = Console(stderr=True, markup=False, emoji=False, highlight=False)
    inputs = [one for source in sources for one in inputs_of(source)]
    on_screen = output is None and sys.stdout.isatty()
    with Report(errors, inputs=len(inputs), bar=errors.is_terminal and not on_screen) as report:
        records = report.records(_outcomes(inputs, report, published=published, tools=tools))
        if output_format is Format.EVENTS:
            towns = (tools.registry if tools else load_registry()).cities
            write_events(records, towns, table=table_for(table, output), output=output)
        else:
            with opened(output, for_machines=output_format is not Format.MINUTES) as out:
                _writer(output_format, full=full)(records, out, report)
    return report.close(warnings_shown=output_format is Format.MINUTES)


def _same_file(path: Path, source: str) -> bool:
    try:
        return path.samefile(source)
    except OSError:  # one of them isn't there, or the source is an address
        return False


def _outcomes(
    sources: Iterable[str], report: Report, *, published: date | None, tools: Tools | None
) -> Iterator[Record | Failure]:
    for source in sources:
        report.begin(source)
        yield from read_all([source], published=published, tools=tools)
        report.next_input()


def _write_minutes(records: Iterable[Record], out: TextIO, report: Report, *, full: bool) -> None:
    """The minutes of each article; of several inputs under the name of the one that it came from."""
    console = Console(file=out, markup=False, emoji=False, highlight=False)
    for number, record in enumerate(records):
        if number or report.inputs > 1:
            console.print(divider(console.width, report.current if report.inputs > 1 else "", first=not number))
        console.print(Minutes(minutes_page(record, full=full)))


def _write_json(records: Iterable[Record], out: TextIO, report: Report) -> None:
    """An object for one article, an array for several, also where only one of several could be read."""
    read = list(records)
    if read:
        out.write((to_array(read) if report.seen > 1 else to_json(read[0])) + "\n")


def _write_json_lines(records: Iterable[Record], out: TextIO, _: Report) -> None:
    for record in records:
        out.write(to_line(record) + "\n")
        out.flush()


Writer = Callable[[Iterable[Record], TextIO, Report], None]


def _writer(output_format: Format, *, full: bool) -> Writer:
    match output_format:
        case Format.JSON:
            return _write_json
        case Format.JSONL:
            return _write_json_lines
        case _:
            return partial(_write_minutes, full=full)
