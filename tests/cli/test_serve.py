"""`verbale serve`: where it says the dossier is, and who gets in."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import Run
from verbale.dossier.dossier import Dossier


@pytest.fixture
def where(tmp_path: Path) -> str:
    path = tmp_path / "talks.verbale"
    Dossier.open(path).close()
    return str(path)


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    command = [sys.executable, "-c", "from verbale.cli import main; main()", "serve", *arguments, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[4], process
        finally:
            process.kill()


def test_it_says_where_the_dossier_is_and_ends_when_told(where: str) -> None:
    with serving(where) as (address, process):
        assert httpx.get(address).status_code == 200
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)

    assert "token" not in address
    assert "Traceback" not in errors


def test_on_another_address_it_asks_for_the_token_that_it_prints(where: str) -> None:
    with serving(where, "--host", "0.0.0.0") as (address, _):  # noqa: S104 for the length of this test
        here = address.replace("0.0.0.0", "127.0.0.1")  # noqa: S104
        assert httpx.get(here.partition("?")[0]).status_code == 401
        assert httpx.get(here).status_code == 303


def test_a_token_that_was_given_stays_off_the_screen(where: str) -> None:
    with serving(where, "--token", "given") as (address, _):
        assert "given" not in address
        assert httpx.get(address).status_code == 401
        assert httpx.get(address, headers={"authorization": "Bearer given"}).status_code == 200


def test_a_dossier_that_is_not_there_is_a_line(run: Run, tmp_path: Path) -> None:
    ran = run("serve", str(tmp_path / "none.verbale"))

    assert (ran.status, "there is no such dossier" in ran.err) == (1, True)


def test_without_the_extra_it_says_what_to_install(run: Run, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    ran = run("serve", where)

    assert (ran.status, "pip install 'verbale[web]'" in ran.err) == (2, True)
