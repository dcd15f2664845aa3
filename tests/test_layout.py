"""Functions and files stay small, and every file is named for what it is about (budgets: CONTRIBUTING.md)."""

import ast
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(
    path for folder in ("src", "training", "benchmarks", "tools", "tests") for path in (ROOT / folder).rglob("*.py")
)
READING = [
    path for path in FILES if "reading" in path.relative_to(ROOT).parts and "src" in path.relative_to(ROOT).parts
]

LONGEST_FUNCTION = 60
LONGEST_FILE = 400
NAMES_FOR_ANYTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "types"}


@dataclass(frozen=True)
class Function:
    """One function, where it stands and how many lines it takes, docstring included."""

    name: str
    path: Path
    lines: int


def functions(path: Path) -> list[Function]:
    return [
        Function(node.name, path, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def lengths(folder: str) -> list[int]:
    return [function.lines for path in FILES if path.is_relative_to(ROOT / folder) for function in functions(path)]


def test_the_files_are_found() -> None:
    assert ROOT / "src" / "verbale" / "record.py" in FILES
    assert READING


def test_no_function_is_longer_than_a_screen() -> None:
    long = [function for path in FILES for function in functions(path) if function.lines > LONGEST_FUNCTION]

    assert long == [], f"the median in src is {median(lengths('src'))} lines"


def test_functions_of_the_package_are_short() -> None:
    lines = lengths("src")
    ninth_decile = quantiles(lines, n=10)[-1]

    assert (median(lines) <= 7, ninth_decile <= 30) == (True, True), f"median {median(lines)}, 90 % {ninth_decile}"


def test_no_file_is_longer_than_400_lines() -> None:
    long = {
        path: lines for path in FILES if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }

    assert long == {}


def test_every_file_is_named_for_what_it_is_about() -> None:
    named = [path for path in FILES for part in path.relative_to(ROOT).parts if Path(part).stem in NAMES_FOR_ANYTHING]

    assert named == []


@pytest.mark.parametrize("path", READING, ids=lambda path: path.name)
def test_reading_silences_no_ban_on_clocks_dice_and_pickles(path: Path) -> None:
    assert "TID251" not in path.read_text(encoding="utf-8")


def test_typing_only_imports_are_nowhere() -> None:
    naming = [
        path
        for path in FILES
        if path.is_relative_to(ROOT / "src") and "TYPE_CHECKING" in path.read_text(encoding="utf-8")
    ]

    assert naming == []
