"""How the rows of a table are written: CSV, JSON Lines or Parquet, the same rows in each.

JSON Lines and Parquet hold every text as it is. CSV is opened in spreadsheets, which run a cell that begins with
`=`, `+`, `-` or `@` as a formula, whoever wrote it. Such a text gets one apostrophe before it; so does one that
begins with apostrophes and then such a sign, so that whoever takes away one apostrophe before `'…=` has the text
back, code point for code point.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from types import ModuleType
from typing import Any, BinaryIO, Final, TextIO

from verbale.errors import OptionError
from verbale.views.events import Cell, Column, Row
from verbale.views.json import one_line

GUARD: Final = "'"
"""What stands before a text that a spreadsheet would run."""

# OWASP's list for CSV injection: the signs and their full-width forms, after blanks too, and white space by itself.
_RUNS = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_HALVES = re.compile("[\ud800-\udfff]")  # of a surrogate pair, which UTF-8 cannot write

# Some 10 MB of rows: large enough to pack well, small enough to hold.
_ROWS_A_GROUP = 5_000


def write_csv(columns: Sequence[Column], groups: Iterable[Sequence[Row]], out: TextIO) -> None:
    """A head and a row a line, the groups as they come; nothing at all where there is no group.

    A cell is quoted where it has to be (RFC 4180); a line ends with a line feed alone.
    """
    for number, rows in enumerate(groups):
        if not number:
            out.write(_csv_line(column.name for column in columns))
        for row in rows:
            out.write(_csv_line(map(_csv_cell, row)))
        out.flush()


def write_json_lines(columns: Sequence[Column], groups: Iterable[Sequence[Row]], out: TextIO) -> None:
    """An object a row, with all columns; what isn't known is null."""
    names = [column.name for column in columns]
    for rows in groups:
        for row in rows:
            out.write(one_line(dict(zip(names, map(_json_cell, row), strict=True))) + "\n")
        out.flush()


def write_parquet(columns: Sequence[Column], groups: Iterable[Sequence[Row]], out: BinaryIO) -> None:
    """A Parquet file with a type for each column; nothing at all where there is no group.

    Raises `OptionError` where pyarrow isn't installed.
    """
    pyarrow, parquet = pyarrow_modules()
    schema = pyarrow.schema([(column.name, _arrow_type(column, pyarrow)) for column in columns])
    writer, waiting = None, list[Row]()
    for rows in groups:
        writer = writer or parquet.ParquetWriter(out, schema)
        waiting.extend(rows)
        if len(waiting) >= _ROWS_A_GROUP:
            writer.write_table(_arrow_table(waiting, schema, pyarrow))
            waiting = []
    if writer:
        writer.write_table(_arrow_table(waiting, schema, pyarrow))
        writer.close()


def pyarrow_modules() -> tuple[ModuleType, ModuleType]:
    """The library for Parquet and its part for files. Raises `OptionError` where it isn't installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        remedy = "pip install 'verbale[parquet]'"
        raise OptionError("Parquet needs pyarrow, which isn't installed", where="--as parquet", remedy=remedy) from None
    return pyarrow, pyarrow.parquet


def _csv_line(cells: Iterable[str]) -> str:
    # With CRLF as its line's end csv quotes a carriage return within a cell in every Python; that end is then cut.
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"


def _csv_cell(cell: Cell) -> str:
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    text = _writable(cell)
    return GUARD + text if _RUNS.match(text) else text


def _json_cell(cell: Cell) -> str | int | float | None:
    return cell.isoformat() if isinstance(cell, date) else cell


def _arrow_table(rows: Sequence[Row], schema: Any, pyarrow: ModuleType) -> Any:
    cells = [[_writable(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    columns = zip(*cells, strict=True) if cells else ([] for _ in schema)
    arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def _arrow_type(column: Column, pyarrow: ModuleType) -> Any:
    types = {"text": pyarrow.string(), "whole": pyarrow.int64(), "number": pyarrow.float64(), "day": pyarrow.date32()}
    return types[column.kind]


def _writable(text: str) -> str:
    return _HALVES.sub("\ufffd", text)
