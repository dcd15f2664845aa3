"""`verbale picture`: a file by its ending, of a part of the dossier; what can't be drawn is a plain line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_asking_dossiers import RECORDS
from verbale.dossier.dossier import Dossier


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    where = str(tmp_path / "talks.dossier")
    with Dossier.open(where) as made:
        for one in RECORDS:
            made.add(one)
    return where


def test_a_picture_is_svg_or_png_by_its_name(run: Run, dossier: str, tmp_path: Path) -> None:
    svg, png = tmp_path / "a.svg", tmp_path / "a.PNG"

    assert run("picture", dossier, "--kind", "positions", "--output", str(svg)) == (0, "", "")
    assert run("picture", dossier, "--kind", "positions", "--output", str(png)) == (0, "", "")
    assert svg.read_text(encoding="utf-8").startswith("<svg ")
    assert png.read_bytes().startswith(b"\x89PNG")


def test_a_picture_of_a_part_says_of_which(run: Run, dossier: str, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    run("picture", dossier, "--party", "norland", "--to", "2022-01-11", "-o", str(path))
    some = path.read_text(encoding="utf-8")
    run("picture", dossier, "--from", "2022-02-01", "-o", str(path))
    none = path.read_text(encoding="utf-8")

    assert "Only norland up to 11 January 2022." in some
    assert ">10 Jan 2022<" in some
    assert "Only from 1 February 2022." in none
    assert "No article gives a day." in none


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("-o", "a.gif"), "--output a.gif: a picture is SVG or PNG (end its name in .svg or .png)"),
        (("-o", "no/a.svg"), "--output no/a.svg: its folder does not exist (make the folder first)"),
        (("-o", "a.svg", "--from", "monday"), "--from monday: not a day (write it as 2022-01-18)"),
        (("-o", "a.svg", "--party", "Nobody"), "--party Nobody: no article speaks of it"),
    ],
)
def test_what_cannot_be_drawn_is_a_plain_line(
    run: Run, dossier: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...], line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run("picture", dossier, *words)

    assert (status, out) == (2, "")
    assert err.startswith(line)
    assert list(tmp_path.glob("a.*")) == []
