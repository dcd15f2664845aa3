"""Corrections as examples: what is written can be read back, and says what changed."""

import json
from datetime import UTC, datetime
from pathlib import Path

from tests.cli.conftest import Run
from tests.dossier.stores.articles import BODY, report
from verbale.dossier.answers import Correction
from verbale.dossier.dossier import Dossier
from verbale.record import Statement
from verbale.spans import Span

NOON = datetime(2022, 1, 20, 12, tzinfo=UTC)


def correction(**given: str) -> Correction:
    fields = {"fingerprint": report().article.fingerprint, "kind": "statement", "entry": "s1", "by": "ada", "at": NOON,
              "words": "The map is not for sale", "action": "change", **given}  # fmt: skip
    return Correction.model_validate(fields)


def made(tmp_path: Path, *corrections: Correction) -> str:
    where = str(tmp_path / "talks.verbale")
    with Dossier.open(where) as dossier:
        dossier.add(report())
        for one in corrections:
            dossier.correct(one)
    return where


def test_a_change_is_told_with_the_entry_before_and_after(run: Run, tmp_path: Path) -> None:
    where = made(tmp_path, correction(field="speaker", value='"e1"', why="he said it"))
    [line] = run("export", where, "--format", "corrections").out.splitlines()
    told = json.loads(line)
    before, after = Statement.model_validate(told["before"]), Statement.model_validate(told["after"])

    assert (before.speaker, after.speaker) == ("e2", "e1")
    assert told["text"] == BODY
    assert "The map is not for sale" in Span(*told["spans"][0]).of(told["text"])
    [one] = told["corrections"]
    assert (one["by"], one["why"], one["at"]) == ("ada", "he said it", "2022-01-20T12:00:00Z")


def test_what_was_accepted_is_the_same_and_what_was_rejected_is_none(run: Run, tmp_path: Path) -> None:
    where = made(
        tmp_path,
        correction(action="accept"),
        correction(action="reject", kind="event", entry="v1", words=_words(tmp_path, "event")),
    )
    accepted, rejected = (json.loads(line) for line in run("export", where).out.splitlines())

    assert accepted["before"] == accepted["after"]
    assert rejected["before"]
    assert rejected["after"] is None


def test_what_was_taken_back_is_left_out(run: Run, tmp_path: Path) -> None:
    where = made(tmp_path, correction(action="reject"))
    with Dossier.open(where) as dossier:
        dossier.withdraw_correction(1)

    assert run("export", where).out == ""


def _words(tmp_path: Path, kind: str) -> str:
    with Dossier.open(tmp_path / "other.verbale") as dossier:
        dossier.add(report())
        return dossier.reports(kind)[0].words  # type: ignore[arg-type]
