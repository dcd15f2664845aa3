"""What `import verbale` gives, and what it costs."""

import subprocess
import sys
from importlib.resources import files
from os import times

import pytest

import verbale

AT_MOST = 1.5
"""Seconds of the processor: three times the goal, for slow and busy machines; that nothing heavy loads is the test."""
RUNS = 3

HEAVY = ("spacy", "thinc", "onnxruntime", "trafilatura", "pypdfium2", "torch", "lxml", "httpx", "typer", "rich")


def test_the_public_names_are_these() -> None:
    assert sorted(verbale.__all__) == [
        "Article",
        "Failure",
        "OptionError",
        "Record",
        "SourceError",
        "ToolsError",
        "VerbaleError",
        "article_from_text",
        "read",
        "read_all",
    ]


@pytest.mark.parametrize("name", verbale.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(verbale, name).__doc__


def test_the_package_is_typed() -> None:
    assert files("verbale").joinpath("py.typed").is_file()


def test_importing_verbale_takes_less_than_half_a_second_give_or_take_the_machine() -> None:
    assert min(seconds("import verbale") for _ in range(RUNS)) < AT_MOST


def test_importing_verbale_loads_nothing_heavy() -> None:
    code = f"import sys, verbale; print(*[name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


def seconds(code: str) -> float:
    before = times()
    subprocess.run([sys.executable, "-c", code], check=True)
    after = times()
    return after.children_user + after.children_system - before.children_user - before.children_system
