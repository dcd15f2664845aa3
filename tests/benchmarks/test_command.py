"""The command: which sections, what goes where, and which exit status."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from benchmarks import command
from benchmarks.corpus import STATEMENTS, corpus, data_folder
from benchmarks.gate import Figures, read_floors
from benchmarks.readme import END, START
from benchmarks.section import Measured
from benchmarks.table import Column, Row, Table
from verbale.errors import OptionError, SourceError, ToolsError
from verbale.reading.tools import Tools

TABLE = Table("Talks", (Column("F1", brief=True),), (Row("Verbale", (70.0,)),))


def measured(f1: float) -> Measured:
    return Measured((TABLE,), {"news": Figures(corpus="a1", epsilon=0.5, floors={"F1": f1})})


class Bench:
    """The command with one section, which measures whatever the test says, and files of the test's own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.f1 = 70.0
        self.floors, self.readme, self.json = (folder / name for name in ("floors.json", "README.md", "out.json"))
        self.readme.write_text(f"{START}{END}", "utf-8")
        monkeypatch.setattr(command, "FLOORS", self.floors)
        monkeypatch.setattr(command, "README", self.readme)
        monkeypatch.setattr(command, "SECTIONS", {"talks": lambda _: measured(self.f1)})
        monkeypatch.setattr(Tools, "load", lambda: None)

    def run(self, *options: str) -> Result:
        return CliRunner().invoke(command.app, options)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    return Bench(tmp_path, monkeypatch)


def test_figures_are_shown_and_a_missing_floor_is_a_fault_until_it_is_pinned(bench: Bench) -> None:
    first = bench.run()
    assert first.exit_code == 1
    assert "70.0" in first.stdout
    assert "no floor is pinned" in first.stderr
    assert bench.run("--pin").exit_code == 0
    assert read_floors(bench.floors)["news"].floors == {"F1": 70.0}
    assert bench.run().exit_code == 0


def test_a_figure_below_its_floor_is_a_fault_and_is_pinned_only_where_that_is_said(bench: Bench) -> None:
    bench.run("--pin")
    bench.f1 = 60.0
    assert bench.run().exit_code == 1
    refused = bench.run("--pin")
    assert (refused.exit_code, read_floors(bench.floors)["news"].floors) == (2, {"F1": 70.0})
    assert "--lower" in refused.stderr
    assert bench.run("--pin", "--lower").exit_code == 0
    assert read_floors(bench.floors)["news"].floors == {"F1": 60.0}


def test_figures_go_to_json_and_markdown_and_into_the_readme(bench: Bench) -> None:
    shown = bench.run("--json", str(bench.json), "--markdown", "--readme")
    assert "| Verbale | 70.0 |" in shown.stdout
    assert "| Verbale | 70.0 |" in bench.readme.read_text("utf-8")
    written = json.loads(bench.json.read_text("utf-8"))
    assert written["figures"]["news"]["floors"] == {"F1": 70.0}
    assert written["tables"][0]["rows"][0]["F1"] == 70.0
    assert written["machine"]["cores"] >= 1


def test_the_readme_is_not_rewritten_from_a_part(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(command.SECTIONS, "walks", command.SECTIONS["talks"])
    refused = bench.run("--only", "talks", "--readme")
    assert (refused.exit_code, bench.readme.read_text("utf-8")) == (2, f"{START}{END}")


def test_what_cannot_be_measured_is_a_line_and_not_a_traceback(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ToolsError("the model is missing", where="verbale", remedy="make")

    monkeypatch.setattr(Tools, "load", fail)
    failed = bench.run()
    assert (failed.exit_code, failed.stderr) == (2, "verbale: the model is missing (make)\n")


@pytest.mark.parametrize(
    ("only", "wanted"),
    [("", list(command.SECTIONS)), ("speed", ["speed"]), ("speed,statements", ["statements", "speed"])],
)
def test_sections_are_measured_in_our_order(only: str, wanted: list[str]) -> None:
    assert command.sections(only) == wanted


def test_an_unknown_section_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(OptionError, match=r"no section weather .*statements"):
        command.sections("weather,speed")


def test_the_corpora_stand_beside_the_checkout_or_where_a_setting_says(monkeypatch: pytest.MonkeyPatch) -> None:
    assert data_folder({}).parts[-2:] == ("shared", "data")
    monkeypatch.setenv("VERBALE_DATA", "/nowhere")
    with pytest.raises(SourceError, match=r"/nowhere/polnear/dev\.jsonl: there is no such corpus .*VERBALE_DATA"):
        corpus(STATEMENTS)
