"""The minutes of the examples, as Verbale writes them, beside those that a person wrote."""

from pathlib import Path

import pytest
import yaml

from tests.cases.checks import View, faults, verdicts
from tests.cases.labels import Answer, Label
from tests.cases.letters import Offsets
from verbale import Record, read

EXAMPLES = Path(__file__).parent.parent / "examples"

# Of the statements in examples/expected: the share that is found with all that is written there of it; and of
# those that Verbale finds, the share that is written there. Raised when the reading improves, never lowered.
RECALL = {"geneva-agency": 0.9, "vienna-broadsheet": 0.85, "moscow-translated": 0.7}
# Which of the least certain statements the encoder proposes depends on the processor: one of Moscow's fourteen.
PRECISION = {"geneva-agency": 0.9, "vienna-broadsheet": 0.8, "moscow-translated": 0.85}


class Minutes(Label):
    """An example's minutes by hand."""

    article: str
    expect: Answer
    allowed: tuple[str, ...] = ()
    """Contents that a reading may or may not keep as statements."""


def _minutes(name: str) -> Minutes:
    path = EXAMPLES / "expected" / f"{name}.yaml"
    return Minutes.model_validate(yaml.safe_load(path.read_text("utf-8")))


def _record(name: str) -> Record:
    return read(EXAMPLES / _minutes(name).article)


@pytest.mark.parametrize(("name", "floor"), RECALL.items())
def test_the_minutes_hold_their_share_of_what_was_said(name: str, floor: float) -> None:
    expected = _minutes(name).expect.statements
    missing = [fault for found in verdicts(expected, View(_record(name))) for fault in found[:1]]
    assert 1 - len(missing) / len(expected) >= floor, "\n".join(missing)


@pytest.mark.parametrize(("name", "floor"), PRECISION.items())
def test_the_minutes_hold_little_that_was_not_said(name: str, floor: float) -> None:
    view, minutes = View(_record(name)), _minutes(name)
    right = [place for words in _contents(minutes) for place in view.letters.places_of_pieces(words)]
    wrong = [one for one in view.record.statements if not _alike(view.letters.inside(one.content), right)]
    message = "\n".join(map(view.describe, wrong))
    assert 1 - len(wrong) / len(view.record.statements) >= floor, message


@pytest.mark.parametrize("name", RECALL)
def test_dates_and_bylines_of_the_examples_are_known_and_nobody_there_speaks(name: str) -> None:
    apart_from_statements = _minutes(name).expect.model_copy(update={"statements": ()})
    assert faults(apart_from_statements, _record(name)) == []


def test_every_article_has_its_minutes_and_every_line_of_them_its_words() -> None:
    articles = {path.name for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".html")}
    assert {_minutes(path.stem).article for path in (EXAMPLES / "expected").iterdir()} == articles


def _contents(minutes: Minutes) -> list[tuple[str, ...]]:
    stated = [one.content for one in minutes.expect.statements]
    return [(words,) if isinstance(words, str) else words for words in (*stated, *minutes.allowed)]


def _alike(content: Offsets, right: list[Offsets]) -> bool:
    return any(2 * len(content & place) >= len(content | place) for place in right)
