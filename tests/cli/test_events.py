"""`verbale read --format events`: which form the table has, and where it goes."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from pyarrow.parquet import read_table

from tests.cli.conftest import Run
from verbale.cli.events import Table, table_for
from verbale.errors import OptionError

EVENTS = ("read", "agreed.txt", "undated.txt", "agreed.txt", "--format", "events")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_events_are_csv_one_table_for_all_articles_in_their_order(run: Run) -> None:
    status, out, err = run(*EVENTS)

    assert (status, err) == (0, "3 articles read, 0 failed; warnings: no_date 1\n")
    assert [(row["Event Type"], row["Actor Name"], row["Anchor"]) for row in rows(out)] == [
        ("AGREE", "Anneli Korpela", "agreed"),
    ] * 2
    assert out.count("Quad Code") == 1


def test_articles_without_events_give_the_head_of_the_table(run: Run) -> None:
    assert len(run("read", "talks.txt", "--format", "events").out.splitlines()) == 1


def test_the_form_can_be_asked_for(run: Run) -> None:
    lines = run(*EVENTS, "--as", "jsonl").out.splitlines()

    assert [json.loads(line)["Event Type"] for line in lines] == ["AGREE", "AGREE"]


@pytest.mark.parametrize(
    ("asked", "name", "table"),
    [
        (None, None, Table.CSV),
        (None, "events.csv", Table.CSV),
        (None, "events.txt", Table.CSV),
        (None, "events", Table.CSV),
        (None, "events.jsonl", Table.JSONL),
        (None, "events.PARQUET", Table.PARQUET),
        (Table.CSV, "events.parquet", Table.CSV),
        (Table.PARQUET, "events.bin", Table.PARQUET),
    ],
)
def test_a_files_name_tells_the_form_where_nobody_else_does(
    asked: Table | None, name: str | None, table: Table
) -> None:
    assert table_for(asked, Path(name) if name else None) is table


def test_a_file_gets_the_table_whole(run: Run, tmp_path: Path) -> None:
    for name in ("a.csv", "a.jsonl", "a.parquet"):
        assert run("read", "agreed.txt", "-f", "events", "-o", str(tmp_path / name)) == (0, "", "")

    (row,) = rows((tmp_path / "a.csv").read_text("utf-8"))
    line = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))
    assert read_table(tmp_path / "a.parquet").to_pylist() == [line]
    assert row == {name: "" if cell is None else str(cell) for name, cell in line.items()}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.jsonl", "a.parquet"]


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_run_that_read_nothing_leaves_the_old_table(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("old")

    assert run("read", "lost.txt", "-f", "events", "-o", str(path)).status == 1
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_parquet_is_not_for_the_terminal(run: Run) -> None:
    assert run("read", "agreed.txt", "-f", "events", "--as", "parquet") == (
        2,
        "",
        "--as parquet: Parquet needs a file (name one with --output)\n",
    )


def test_a_table_of_anything_but_events_is_refused(run: Run) -> None:
    assert run("read", "agreed.txt", "--as", "csv") == (
        2,
        "",
        "--as csv: only events are a table (add --format events)\n",
    )


def test_a_missing_library_is_told_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(OptionError, match=r"pyarrow, which isn't installed \(pip install 'verbale\[parquet\]'\)"):
        table_for(None, Path("events.parquet"))
