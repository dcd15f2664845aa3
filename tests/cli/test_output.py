"""A file is there whole or not at all, and what was there before is not lost to a run that failed."""

import os
import stat
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from verbale.cli.output import opened
from verbale.errors import OptionError


def write(path: Path, text: str) -> None:
    with opened(path, for_machines=True) as out:
        out.write(text)


def test_a_file_is_written_in_utf_8_with_plain_line_breaks(tmp_path: Path) -> None:
    write(tmp_path / "out", "“a”\nb\n")

    assert (tmp_path / "out").read_bytes() == "“a”\nb\n".encode()


def test_while_it_is_written_the_old_file_stands_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("old")
    with opened(path, for_machines=True) as out:
        out.write("new")
        out.flush()
        assert path.read_text() == "old"

    assert path.read_text() == "new"


@pytest.mark.parametrize("source", ["interrupt", "bug", "no-tools", "lost.txt"])
def test_a_run_that_gave_nothing_leaves_the_old_file_and_no_other(run: Run, tmp_path: Path, source: str) -> None:
    path = tmp_path / "out"
    path.write_text("old")

    assert run("read", "empty", source, "--output", str(path)).status != 0
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_run_that_is_broken_off_leaves_no_half_a_file(run: Run, tmp_path: Path) -> None:
    assert run("read", "talks.txt", "interrupt", "--output", str(tmp_path / "out")).status == 130
    assert list(tmp_path.iterdir()) == []


def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    real.chmod(0o600)
    link.symlink_to(real)
    write(link, "new")

    assert link.is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_a_device_is_written_to_and_not_replaced() -> None:
    write(Path(os.devnull), "gone")

    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(("path", "what"), [(".", "this is a folder"), ("nowhere/out", "its folder does not exist")])
def test_a_place_that_cannot_be_written_is_refused_before_anything_is_read(
    tmp_path: Path, path: str, what: str
) -> None:
    with pytest.raises(OptionError, match=what):
        write(tmp_path / path, "x")


@pytest.mark.parametrize(
    ("for_machines", "written"), [(True, "“a”\n".encode()), (False, b"?a?\n")], ids=["JSON", "minutes"]
)
def test_a_terminal_that_knows_few_letters_gets_json_whole_and_minutes_as_it_can(
    monkeypatch: pytest.MonkeyPatch, *, for_machines: bool, written: bytes
) -> None:
    buffer = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(buffer, encoding="ascii"))
    with opened(None, for_machines=for_machines) as out:
        out.write("“a”\n")

    assert buffer.getvalue() == written
