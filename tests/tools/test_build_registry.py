"""The script that makes the registry: the same rows give the same bytes, and the shipped files are its own."""

import sqlite3
from pathlib import Path

import pytest

from tools.build_registry import TARGET, main, write
from verbale.registry import Known
from verbale.registry.registry import FILES
from verbale.registry.shelf import Rows, open_shelf

SHARED = Path(__file__).parent.parent.parent.parent / "shared" / "data"


def test_the_same_rows_give_the_same_bytes_in_whatever_order_they_come(tmp_path: Path) -> None:
    rows = [Known(id="NOR", kind="state", name="Norland"), Known(id="SUD", kind="state", name="Sudria")]
    for name, known in (("a", rows), ("b", rows[::-1])):
        write(tmp_path / name, Rows(known=known))

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert open_shelf(tmp_path / "a").known("SUD") == rows[1]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared lists are not beside this checkout")
def test_the_shipped_files_hold_what_the_script_makes(tmp_path: Path) -> None:
    main(SHARED, tmp_path)

    assert [dump(tmp_path / name) == dump(TARGET / name) for name in FILES] == [True, True]


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()
