"""Reads every labelled case and holds the record against its answer.

A case listed in `open.yaml` must fail: when it passes, its line goes, so the list can only shrink honestly.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases.checks import faults
from tests.cases.labels import Case, cases, open_cases
from verbale import Article, Record, read


def _parameters() -> Iterator[object]:
    for case in cases():
        reason = open_cases().get(case.id)
        marks = [pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)] if reason else []
        yield pytest.param(case, id=case.id, marks=marks)


@pytest.mark.parametrize("case", _parameters())
def test_the_record_holds_what_the_case_expects(case: Case, tmp_path: Path) -> None:
    found = faults(case.expect, record_of(case, tmp_path))
    assert not found, "\n" + "\n".join(found)


def record_of(case: Case, folder: Path) -> Record:
    """The reading of a case: of its text, or of a file with that text."""
    if case.file is None:
        given = "given" if case.published else "unknown"
        return read(Article(text=case.text, published=case.published, published_from=given))
    path = folder / case.file
    path.write_text(case.text, "utf-8")
    return read(path, published=case.published)
