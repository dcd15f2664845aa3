"""Where a command writes: standard output, or a file that is there whole or not at all."""

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from verbale.errors import OptionError


@contextmanager
def opened(path: Path | None, *, for_machines: bool) -> Iterator[TextIO]:
    """What to write to: the file, or standard output without one.

    A file is written beside its place and moved there at the end. One that exists already stays as it was
    when the run is broken off, and when nothing was written. `for_machines` asks for UTF-8 whatever the
    terminal's encoding is; for people, a character that the terminal can't show becomes a question mark.

    Raises `OptionError` where there is no folder for the file, or a folder in its place.
    """
    if path is None:
        yield _standard_output(for_machines)
        sys.stdout.flush()
    else:
        with _in_place(path) as place, place.open("w", encoding="utf-8", newline="\n") as out:
            yield out


@contextmanager
def opened_bytes(path: Path) -> Iterator[BinaryIO]:
    """The file to write bytes to, which appears as `opened` has it. Raises `OptionError` as that does."""
    with _in_place(path) as place, place.open("wb") as out:
        yield out


@contextmanager
def _in_place(path: Path) -> Iterator[Path]:
    """Where to write instead of the path; moved there at the end."""
    if path.exists() and not path.is_file() and not path.is_dir():
        yield path  # a device or a pipe is written to where it is; moving a file there would replace it
    else:
        with _whole_or_not_at_all(_place_for(path)) as part:
            yield part


def _standard_output(for_machines: bool) -> TextIO:
    if isinstance(sys.stdout, io.TextIOWrapper):
        if for_machines:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        else:
            sys.stdout.reconfigure(errors="replace")
    return sys.stdout


def _place_for(path: Path) -> Path:
    target = path.resolve()
    if target.is_dir():
        raise OptionError("this is a folder", where=f"--output {path}", remedy="name a file in it")
    if not target.parent.is_dir():
        raise OptionError("its folder does not exist", where=f"--output {path}", remedy="make the folder first")
    return target


@contextmanager
def _whole_or_not_at_all(target: Path) -> Iterator[Path]:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield part
        if part.stat().st_size:
            if target.exists():
                shutil.copymode(target, part)
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)
