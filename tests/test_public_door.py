"""What `import verbale` gives, and what it costs."""

import subprocess
import sys
from importlib.resources import files
from os import times

import pytest

import verbale

# Half a second on a laptop, which takes a third of that for the libraries that Verbale can't do without. Measured as
# a multiple of them, so that the test holds on a slow or busy machine too.
UNAVOIDABLE = "import numpy, pydantic.main, tokenizers, yaml"
AT_MOST = 3
RUNS = 7

HEAVY = ("spacy", "onnxruntime", "trafilatura", "pypdfium2", "torch", "lxml", "httpx", "typer", "rich")


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


def test_importing_verbale_takes_less_than_half_a_second() -> None:
    pairs = [(seconds("import verbale"), seconds(UNAVOIDABLE)) for _ in range(RUNS)]

    ours, theirs = (min(column) for column in zip(*pairs, strict=True))
    assert ours / theirs < AT_MOST


def test_importing_verbale_loads_nothing_heavy() -> None:
    code = f"import sys, verbale; print(*[name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


def seconds(code: str) -> float:
    before = times()
    subprocess.run([sys.executable, "-c", code], check=True)
    after = times()
    return after.children_user + after.children_system - before.children_user - before.children_system
