"""The storeys hold, and the check that says so is itself checked: each wrong import below must be refused."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent

FLOW = "Doors above rooms above nouns"
SOURCES = "Sources make articles and know nothing else"
READING = "Inside reading, only the pipeline knows the stages"
DOSSIER = "Matching, conflicts and changes never touch the store"
VIEWS = "Views see records and answers, never how they were made"
TRAINING = "Training shares the encoding, the page and how an event's type is weighed"
UNTRAINED = "The package never imports training"
EXTRAS = "Heavy libraries stay behind their own door"
CYCLES = "No cycle anywhere"

# Storeys that wrong imports reach for and that may not be written yet; the copy gets them empty.
PLANNED = [
    "verbale/api.py",
    "verbale/batch.py",
    "verbale/cli/__init__.py",
    "verbale/web/__init__.py",
    *(f"verbale/dossier/{name}.py" for name in ("__init__", "dossier", "answers", "matching", "conflicts", "changes")),
    "verbale/dossier/store/__init__.py",
    "verbale/dossier/store/schema.py",
    *(f"verbale/reading/{name}.py" for name in ("pipeline", "tools", "assemble", "quotes", "times", "speakers")),
    "verbale/views/html.py",
]

# Imports that are right, and make one of the wrong ones below a cycle.
RIGHT = [
    ("verbale/views/html.py", "import verbale.views.tables"),
    ("verbale/views/html.py", "import verbale.dossier.answers"),
    ("verbale/reading/pipeline.py", "from verbale.reading.quotes import x"),
]

WRONG = [
    (
        "a stage imports a stage",
        "verbale/reading/speakers/hall.py",
        "from verbale.reading.quotes import x",
        READING,
    ),
    ("a stage imports the pipeline", "verbale/reading/quotes.py", "import verbale.reading.pipeline", READING),
    (
        "a stage loads its own tools",
        "verbale/reading/times.py",
        "from verbale.reading.tools import x",
        READING,
    ),
    ("the page asks a stage", "verbale/reading/page.py", "from verbale.reading.quotes import x", READING),
    ("drafts know the page", "verbale/reading/drafts.py", "from verbale.reading.page import x", READING),
    ("a new stage without a place", "verbale/reading/rumours.py", "", READING),
    ("helpers inside reading", "verbale/reading/helpers.py", "", READING),
    ("a new utils.py", "verbale/utils.py", "", FLOW),
    (
        "the record names reading for its types",
        "verbale/record.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from verbale.reading.page import x",
        FLOW,
    ),
    (
        "an import upwards inside a function",
        "verbale/reading/quotes.py",
        "def late():\n    from verbale.api import x",
        FLOW,
    ),
    ("the record imports a view", "verbale/record.py", "from verbale.views.pages import x", FLOW),
    ("spans know the article", "verbale/spans.py", "from verbale.article import x", FLOW),
    ("a noun beside a noun", "verbale/errors.py", "import verbale.spans", FLOW),
    ("the lexicon asks the registry", "verbale/lexicon/__init__.py", "import verbale.registry", FLOW),
    ("reading opens a source", "verbale/reading/pipeline.py", "import verbale.sources", FLOW),
    ("the dossier reads", "verbale/dossier/dossier.py", "import verbale.reading.pipeline", FLOW),
    ("the API knows the command line", "verbale/api.py", "import verbale.cli", FLOW),
    ("sources import the record", "verbale/sources/__init__.py", "import verbale.record", SOURCES),
    ("sources import the registry", "verbale/sources/__init__.py", "from verbale.registry import x", SOURCES),
    ("a view imports the store", "verbale/views/pages/minutes.py", "from verbale.dossier.store import x", VIEWS),
    ("a view imports reading", "verbale/views/terminal/blocks.py", "import verbale.reading.page", VIEWS),
    (
        "conflicts import the schema",
        "verbale/dossier/conflicts.py",
        "import verbale.dossier.store.schema",
        DOSSIER,
    ),
    ("helpers inside the dossier", "verbale/dossier/helpers.py", "", DOSSIER),
    ("torch in the package", "verbale/encoding/labels.py", "import torch", UNTRAINED),
    ("the package imports training", "verbale/encoding/windows.py", "import training.model", UNTRAINED),
    ("training imports reading", "training/examples.py", "from verbale.reading.page import x", TRAINING),
    ("training imports the API", "training/examples.py", "import verbale.api", TRAINING),
    ("Ray in the API", "verbale/api.py", "def read_all():\n    import ray", EXTRAS),
    ("Altair in a page", "verbale/views/pages/minutes.py", "import altair", EXTRAS),
    ("Arrow in the events' rows", "verbale/views/events.py", "import pyarrow", EXTRAS),
    ("a cycle between two files of a room", "verbale/views/tables.py", "import verbale.views.html", CYCLES),
]


Broken = Callable[[Path], set[str]]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Broken:
    """Gives the names of the contracts that the packages in a folder break."""

    def names(folder: Path) -> set[str]:
        monkeypatch.chdir(folder)
        monkeypatch.syspath_prepend(folder)
        monkeypatch.setenv("COLUMNS", "200")
        for package in ("verbale", "training"):  # or the installed ones are found instead of the copies
            monkeypatch.delitem(sys.modules, package, raising=False)
        status = lint_imports(no_logo=True, no_cache=True)
        lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
        kept = {line.partition(" KEPT")[0] for line in lines if " KEPT" in line}
        found = {line.partition(" BROKEN")[0] for line in lines if " BROKEN" in line}
        assert len(kept | found) == 9, "\n".join(lines)
        assert bool(found) == bool(status)
        return found

    return names


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The packages as they are, with the storeys that are still to come."""
    for package in (ROOT / "src" / "verbale", ROOT / "training"):
        for source in package.rglob("*.py"):
            add(tmp_path / source.relative_to(package.parent), source.read_text(encoding="utf-8"))
    for name in PLANNED:
        add(tmp_path / name, "")
    for name, line in RIGHT:
        add(tmp_path / name, line)
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def add(path: Path, code: str) -> None:
    """Appends code to a module, which is made if it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{code}\n")


def test_every_import_goes_down(broken: Broken) -> None:
    assert broken(ROOT) == set()


def test_the_storeys_to_come_fit_in(copy: Path, broken: Broken) -> None:
    assert broken(copy) == set()


@pytest.mark.parametrize(("place", "code", "contract"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_wrong_import_is_refused(place: str, code: str, contract: str, copy: Path, broken: Broken) -> None:
    add(copy / place, code)

    assert contract in broken(copy)
