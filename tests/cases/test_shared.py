"""The shared hard cases, where the folder that holds them stands beside the checkout; its texts stay there.

Our own cases of the same kinds (`like:` in statements/*.yaml) say in full what is right. Here the shared
inputs are read as they come, and whoever the plain words of `expect` call a speaker must be one.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cases.checks import View
from tests.cases.labels import cases
from verbale import Record, read

SHARED = Path(__file__).parent.parent.parent.parent / "shared" / "cases" / "cases.jsonl"
REACHED = {case.like for case in cases() if case.like}
_SPEAKER = re.compile(r"(?:quotes?\b[^.:;]*? by|statement by|stated by|Speaker|given to) ([A-Z]\w+(?: [A-Z]\w+)?)")


OPEN = {"C05": pytest.mark.xfail(strict=True, reason="a banner and a colon before the report are taken for a label")}


def _shared() -> list[Any]:
    if not SHARED.exists():
        return []
    rows = [json.loads(line) for line in SHARED.read_text("utf-8").splitlines()]
    return [
        pytest.param(row["input"], row["article_date"], names, id=row["id"], marks=OPEN.get(row["id"], ()))
        for row in rows
        if row["id"] in REACHED and (names := _speakers(row))
    ]


def _speakers(row: dict[str, str]) -> list[str]:
    return [name for name in _SPEAKER.findall(row["expect"]) if name in row["input"]]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not beside this checkout")
@pytest.mark.parametrize(("text", "day", "speakers"), list(_shared()))
def test_whoever_a_shared_case_calls_a_speaker_is_one(text: str, day: str, speakers: list[str], tmp_path: Path) -> None:
    view = View(_record(text, day, tmp_path))
    found = [statement.speaker for statement in view.record.statements]
    missing = [name for name in speakers if not any(view.is_called(one, name) for one in found)]
    assert missing == [], "\n".join(map(view.describe, view.record.statements))


def _record(text: str, day: str, folder: Path) -> Record:
    if text.startswith("<"):
        path, content = folder / "page.html", text
    else:
        path, content = folder / "text.txt", f"date {day} {text}"
    path.write_text(content, "utf-8")
    return read(path)


def _input(id_: str) -> tuple[str, str]:
    rows = (json.loads(line) for line in SHARED.read_text("utf-8").splitlines())
    return next((row["input"], row["article_date"]) for row in rows if row["id"] == id_)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not beside this checkout")
@pytest.mark.parametrize(
    ("case", "parties"),
    [
        ("N01", {"USA": {"United States", "Washington", "U.S.", "US"}}),
        ("P01", {"GEO": {"Georgia", "Tbilisi"}, "US-GA": {"Georgia"}}),
    ],
)
def test_the_parties_of_a_shared_case_are_told_apart(case: str, parties: dict[str, set[str]], tmp_path: Path) -> None:
    record = _record(*_input(case), tmp_path)
    names = {
        entity.registry_id: {mention.span.of(record.article.text) for mention in entity.mentions}
        for entity in record.entities
    }

    assert {id_: names.get(id_) for id_ in parties} == parties


@pytest.mark.skipif(not SHARED.exists(), reason="the shared cases are not beside this checkout")
@pytest.mark.parametrize("case", ["S01", "S05", "S07", "V03", "X05"])
def test_no_office_of_a_shared_case_is_doubted(case: str, tmp_path: Path) -> None:
    offices = [office for entity in _record(*_input(case), tmp_path).entities for office in entity.offices]

    assert offices
    assert [office for office in offices if office.doubt] == []
