"""Tables of figures, in Markdown, for a terminal, in JSON and in the README."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from benchmarks.readme import END, START, rewrite, with_tables
from benchmarks.table import LEGEND, Column, Row, Table, as_json, drawn, markdown
from verbale.errors import SourceError

TABLE = Table(
    "Talks",
    (Column("F1", brief=True), Column("words a second", 0), Column("error", 3, brief=True)),
    (
        Row("Verbale", (70.25, 2512.4, 0.0414)),
        Row("a | b*", (12.0, None, None)),
        Row("Citron", (None, 1.0, None), elsewhere=True),
    ),
    ("Goal: 70.",),
)


def test_markdown_shows_each_column_with_its_digits_and_escapes_what_has_a_meaning_there() -> None:
    assert markdown([TABLE]).splitlines() == [
        "**Talks**",
        "",
        "|  | F1 | words a second | error |",
        "| --- | ---: | ---: | ---: |",
        "| Verbale | 70.2 | 2,512 | 0.041 |",
        "| a \\| b\\* | 12.0 | – | – |",
        "| Citron\\* | – | 1 | – |",
        "",
        "Goal: 70.",
        "",
        LEGEND.replace("*", "\\*"),
    ]


def test_the_legend_stands_only_where_a_row_was_measured_elsewhere() -> None:
    assert LEGEND[1:] not in markdown([Table("Talks", TABLE.columns, TABLE.rows[:2])])


def test_a_terminal_shows_every_figure_and_note() -> None:
    console = Console(file=io.StringIO(), width=100)
    console.print(drawn(TABLE))
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert [word for word in ("Talks", "70.2", "2,512", "0.041", "Citron*", "Goal: 70.") if word not in shown] == []


def test_json_keeps_figures_unrounded_and_says_what_was_not_measured() -> None:
    rows = as_json(TABLE)["rows"]
    assert rows[0] == {"name": "Verbale", "elsewhere": False, "F1": 70.25, "words a second": 2512.4, "error": 0.0414}
    assert rows[2]["F1"] is None
    assert rows[2]["elsewhere"] is True


def test_the_brief_table_has_the_chosen_columns_and_the_rows_that_say_something_there() -> None:
    brief = TABLE.brief()
    assert brief
    assert [list(line) for line in brief.lines()] == [["Verbale", "70.2", "0.041"], ["a | b*", "12.0", "–"]]
    assert Table("Talks", (Column("F1"),), TABLE.rows[:0]).brief() is None


def test_the_readme_gets_the_brief_tables_between_its_marks_and_nothing_else_changes(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(f"Before \\1.\n\n{START}\nold\n{END}\n\nAfter.\n", "utf-8")
    rewrite([TABLE], path)
    rewrite([TABLE], path)
    brief = TABLE.brief()
    assert brief
    assert path.read_text("utf-8") == f"Before \\1.\n\n{START}\n{markdown([brief])}\n{END}\n\nAfter.\n"


@pytest.mark.parametrize("text", ["", f"{START} no end", f"{START}{END}{START}{END}", f"{END}{START}"])
def test_a_readme_without_just_one_place_for_figures_is_left_alone(text: str) -> None:
    with pytest.raises(SourceError, match="not just one place"):
        with_tables(text, [TABLE])
