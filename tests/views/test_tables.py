"""The same rows in three forms, read again as people read them; no spreadsheet runs what an article says."""

import csv
import io
import json
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow.parquet import ParquetFile, read_table

from verbale.errors import OptionError
from verbale.views.events import Column, Row
from verbale.views.tables import write_csv, write_json_lines, write_parquet

COLUMNS = (Column("Words"), Column("Day", "day"), Column("Count", "whole"), Column("Share", "number"))
ROWS: tuple[Row, ...] = (
    ("“We sign,” she said.\nThen, quietly: “Soon.”", date(2022, 1, 10), 3, -0.13),
    ('He said "no", twice; \u2028 and left.', None, None, None),
    (None, date(1999, 12, 31), 0, 1.0),
)
DANGEROUS = ["=1+1", "+1", "-1", "@x", "\t=1", "\rx", "＝1", "  =1", "'=1", "''@x"]
HARMLESS = ["", "a=1", "'Norland will sign,' he said", "1-1", "“=1”", "'", "  a"]


def csv_text(*rows: Row) -> str:
    out = io.StringIO()
    write_csv(COLUMNS, [rows], out)
    return out.getvalue()


def from_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_csv_gives_back_every_cell() -> None:
    head, *rows = from_csv(csv_text(*ROWS))

    assert head == ["Words", "Day", "Count", "Share"]
    assert rows == [["" if cell is None else str(cell) for cell in row] for row in ROWS]


def test_a_line_of_csv_ends_with_a_line_feed_and_cells_are_quoted_where_they_have_to_be() -> None:
    assert csv_text(("a", None, None, 1.0), ("a,b", None, 2, None)) == 'Words,Day,Count,Share\na,,,1.0\n"a,b",,2,\n'


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_that_a_spreadsheet_would_run_stands_behind_an_apostrophe(text: str) -> None:
    assert from_csv(csv_text((text, None, None, None)))[1][0] == "'" + text


@pytest.mark.parametrize("text", HARMLESS)
def test_any_other_text_is_left_alone(text: str) -> None:
    assert from_csv(csv_text((text, None, None, None)))[1][0] == text


def test_a_number_below_zero_is_no_formula() -> None:
    assert from_csv(csv_text(("a", None, None, -0.13)))[1][3] == "-0.13"


@given(st.text(st.one_of(st.sampled_from("'=+-@\t\r\n a"), st.characters(codec="utf-8"))))
def test_no_text_is_lost_and_none_begins_with_a_sign_that_runs(text: str) -> None:
    cell = from_csv(csv_text((text, None, None, None)))[1][0]

    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert text == (cell[1:] if len(cell) > len(text) else cell)


def test_json_lines_give_back_every_cell_with_days_as_text() -> None:
    out = io.StringIO()
    write_json_lines(COLUMNS, [ROWS[:1], ROWS[1:]], out)
    lines = out.getvalue().splitlines()

    assert [tuple(json.loads(line).values()) for line in lines] == [
        tuple(cell.isoformat() if isinstance(cell, date) else cell for cell in row) for row in ROWS
    ]
    assert list(json.loads(lines[0])) == ["Words", "Day", "Count", "Share"]


def parquet(*groups: tuple[Row, ...]) -> bytes:
    out = io.BytesIO()
    write_parquet(COLUMNS, groups, out)
    return out.getvalue()


def test_parquet_gives_back_every_cell_with_its_type() -> None:
    table = read_table(io.BytesIO(parquet(ROWS[:1], (), ROWS[1:])))

    assert [tuple(row.values()) for row in table.to_pylist()] == list(ROWS)
    assert [str(field.type) for field in table.schema] == ["string", "date32[day]", "int64", "double"]


def test_many_rows_become_several_groups_in_one_parquet_file() -> None:
    file = ParquetFile(io.BytesIO(parquet(*[ROWS[:1]] * 12_000)))

    assert (file.metadata.num_rows, file.num_row_groups) == (12_000, 3)


def test_a_formula_is_text_in_json_lines_and_parquet() -> None:
    out = io.StringIO()
    write_json_lines(COLUMNS[:1], [[("=1+1",)]], out)

    assert json.loads(out.getvalue()) == {"Words": "=1+1"}
    assert read_table(io.BytesIO(parquet((("=1+1", None, None, None),)))).to_pylist()[0]["Words"] == "=1+1"


def test_half_a_surrogate_pair_is_a_sign_where_it_cannot_be_written() -> None:
    row: Row = ("a\ud800b", None, None, None)

    assert from_csv(csv_text(row))[1][0] == "a\ufffdb"
    assert read_table(io.BytesIO(parquet((row,)))).to_pylist()[0]["Words"] == "a\ufffdb"


def test_without_a_record_nothing_is_written_and_without_an_event_the_head_alone() -> None:
    none = io.StringIO()
    write_csv(COLUMNS, [], none)

    assert none.getvalue() == ""
    assert parquet() == b""
    assert csv_text() == "Words,Day,Count,Share\n"
    assert parquet(()) != b""


def test_without_its_library_parquet_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(OptionError, match=r"Parquet needs pyarrow, which isn't installed \(pip install"):
        parquet(ROWS)
