"""Reads every labelled case and holds the record against its answer.

A case listed in `open.yaml` must fail: when it passes, its line goes, so the list can only shrink honestly.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases.checks import faults
from tests.cases.labels import Case, cases, open_cases
from tests.cases.reading import record_of


def _parameters() -> Iterator[object]:
    for case in cases():
        reason = open_cases().get(case.id)
        marks = [pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)] if reason else []
        yield pytest.param(case, id=case.id, marks=marks)


@pytest.mark.parametrize("case", list(_parameters()))
def test_the_record_holds_what_the_case_expects(case: Case, tmp_path: Path) -> None:
    found = faults(case.expect, record_of(case, tmp_path))
    assert not found, "\n" + "\n".join(found)
