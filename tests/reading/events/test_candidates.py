"""Which words tell an event, and who acts to whom: every construction in a sentence of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.reading.events.readings import told_in
from verbale.reading.page import Syntax
from verbale.registry.registry import Registry

SENTENCES = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text("utf-8"))


def sentences(*, none: bool) -> Iterator[object]:
    for group in SENTENCES.values():
        for row in group:
            if bool(row.get("none")) == none:
                open_ = [pytest.mark.xfail(reason=row["open"], strict=True)] if "open" in row else []
                yield pytest.param(row, id=row["text"], marks=open_)


@pytest.mark.parametrize("row", list(sentences(none=False)))
def test_a_sentence_tells_its_event_and_no_other(row: dict[str, Any], syntax: Syntax, registry: Registry) -> None:
    found = told_in(row["text"], syntax, registry)
    right = [told for told in found if told.fits(row["text"])]
    assert right, found
    event = right[0].event
    assert (event.type, event.status) == (row["type"], row.get("status", event.status))
    assert "mode" not in row or event.mode == row["mode"]
    assert row.get("also") or len(found) == 1


@pytest.mark.parametrize("row", list(sentences(none=True)))
def test_a_sentence_without_event_tells_none_that_happened(
    row: dict[str, Any], syntax: Syntax, registry: Registry
) -> None:
    found = told_in(row["text"], syntax, registry)
    assert not [told for told in found if told.event.status in ("happened", "ongoing")]
