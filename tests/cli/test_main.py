"""The command as a whole: what it says of itself, and that no fault leaves it as a traceback."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_help_says_what_it_is_for_in_two_lines(run: Run) -> None:
    status, out, _ = run("--help")

    assert status == 0
    assert out.splitlines()[2:5] == [
        "  Reads the news about a negotiation and keeps the minutes: who said what,",
        "  each statement with the sentence that proves it.",
        "",
    ]


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("--version") == (0, f"verbale {version('verbale')}\n", "")


def test_without_words_it_shows_its_help(run: Run) -> None:
    status, out, err = run()

    assert status == 2
    assert "Commands:" in out + err


@pytest.mark.parametrize("words", [["reed"], ["read"], ["read", "x", "--fromat", "json"], ["read", "x", "-f", "xml"]])
def test_a_command_that_makes_no_sense_is_told_in_a_line(run: Run, words: list[str]) -> None:
    status, out, err = run(*words)

    assert (status, out) == (2, "")
    assert err.splitlines()[-1].startswith("Error: ")


@pytest.mark.parametrize(
    ("source", "status", "line"),
    [
        ("no-tools", 1, "there is no encoder (install Verbale again)\n"),
        (
            "bug",
            1,
            "verbale: a fault of its own, please report it: ZeroDivisionError: a bug in two lines\n",
        ),
        ("interrupt", 130, ""),
    ],
)
def test_no_fault_is_more_than_a_line(run: Run, source: str, status: int, line: str) -> None:
    assert run("read", source) == (status, "", line)


ROOT = Path(__file__).parent.parent.parent
ON_THE_SHELF = """
import verbale.cli.read
from tests.cli.conftest import shelf_read_all
verbale.cli.read.read_all = shelf_read_all
verbale.cli.main()
"""


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    words = [sys.executable, "-c", ON_THE_SHELF, "read", *["talks.txt"] * 2000, "--format", "jsonl"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()

        assert process.stderr.read() == b""
