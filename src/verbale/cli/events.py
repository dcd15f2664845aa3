"""The events of articles as a table: which form is meant, and where it goes."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from verbale.cli.output import opened, opened_bytes
from verbale.errors import OptionError
from verbale.record import Record
from verbale.views.events import COLUMNS, Towns, event_rows
from verbale.views.tables import pyarrow_modules, write_csv, write_json_lines, write_parquet


class Table(StrEnum):
    """How a table is written."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


def table_for(asked: Table | None, output: Path | None) -> Table:
    """The form that was asked for; otherwise the one that the file's name ends with, or CSV.

    Raises `OptionError` where Parquet has no file to go to, or isn't installed.
    """
    table = asked or _by_name(output)
    if table is Table.PARQUET:
        if output is None:
            raise OptionError("Parquet needs a file", where=f"--as {table}", remedy="name one with --output")
        pyarrow_modules()
    return table


def write_events(records: Iterable[Record], towns: Towns, *, table: Table, output: Path | None) -> None:
    """The table of all events, written as the records come."""
    groups = (event_rows(record, towns) for record in records)
    if table is Table.PARQUET and output:
        with opened_bytes(output) as file:
            write_parquet(COLUMNS, groups, file)
    else:
        with opened(output, for_machines=True) as out:
            (write_csv if table is Table.CSV else write_json_lines)(COLUMNS, groups, out)


def _by_name(output: Path | None) -> Table:
    ending = output.suffix.lower().removeprefix(".") if output else ""
    return Table(ending) if ending in tuple(Table) else Table.CSV
