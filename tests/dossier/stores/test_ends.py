"""A process that is ended by force at any point loses nothing that it acknowledged; two may add at once."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from verbale.dossier.dossier import Dossier

ROOT = Path(__file__).parents[3]
ENDS = 50


@contextmanager
def adding(where: str, first: int, last: int) -> Iterator[subprocess.Popen[bytes]]:
    """A process that adds the articles of these numbers."""
    command = [sys.executable, "-m", "tests.dossier.stores.adding_process", where, str(first), str(last)]
    with subprocess.Popen(command, cwd=ROOT) as process:
        yield process
        process.kill()


def test_what_was_acknowledged_outlives_a_forced_end(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.dossier.stores.ended_process", str(tmp_path / "talks.dossier"), str(ENDS)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    told = [json.loads(line) for line in done.stdout.splitlines()]

    assert len(told) == ENDS
    acknowledged, before = set[int](), set[int]()
    for one in told:
        acknowledged |= {*one["acknowledged"]}
        held = {*one["held"]}
        assert one["faults"] == []
        assert one["whole"]
        assert acknowledged | before <= held
        # The last one may have been kept without its process's having come to say so.
        assert len(held - before - {*one["acknowledged"]}) <= 1
        before = held
    assert len(acknowledged) > ENDS / 2, "hardly anything was added before the ends"


def test_two_processes_add_at_once(where: str) -> None:
    Dossier.open(where).close()
    with adding(where, 1, 20) as one, adding(where, 11, 30) as two:
        assert one.wait(60) == two.wait(60) == 0

    with Dossier.open(where) as dossier:
        assert dossier.faults() == ()
        assert sorted(one.outlet or "" for one in dossier.articles()) == sorted(f"Outlet {n}" for n in range(1, 31))
        assert [one.article for one in dossier.articles()] == list(range(1, 31))
        (berg,) = dossier.parties()
        assert berg.articles == 30


def test_two_processes_make_one_dossier(where: str) -> None:
    with adding(where, 1, 3) as one, adding(where, 4, 6) as two:
        assert one.wait(60) == two.wait(60) == 0
    with Dossier.open(where) as dossier:
        assert len(dossier.articles()) == 6
