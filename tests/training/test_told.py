"""Marked sentences, and the rows of the PLV set."""

import json
from collections import Counter
from pathlib import Path

import pytest

from training.told import OWN, parsed, read_own, read_plv
from verbale.encoding.event_types import LABELS
from verbale.spans import Span


def test_a_marked_sentence_loses_its_marks_and_its_mode() -> None:
    told = parsed("{actor: Norland} {event: visited} {recipient: Sudria} on Friday. | visit", "CONSULT")

    assert told.text == "Norland visited Sudria on Friday."
    assert (told.actors, told.recipients, told.anchor) == ((Span(0, 7),), (Span(16, 22),), Span(8, 15))
    assert told.labels == ("CONSULT",)


def test_a_mark_may_stand_in_another() -> None:
    told = parsed("{actor: Envoys of {recipient: Sudria}} {event: spoke}.", "NONE")

    assert [span.of(told.text) for span in (*told.actors, *told.recipients)] == ["Envoys of Sudria", "Sudria"]


@pytest.mark.parametrize("line", ["{actor: Norland} left.", "{actor: Norland {event: left}."])
def test_a_mark_that_lacks_or_does_not_close_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="a mark lacks"):
        parsed(line, "NONE")


def test_a_type_that_plover_has_not_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("DANCE: []\n", "utf-8")

    with pytest.raises(ValueError, match="DANCE"):
        read_own(tmp_path / "own.yaml")


def test_what_the_plv_set_calls_yield_may_be_either(tmp_path: Path) -> None:
    row = {"text": "A freed B.", "source": [[0, 1]], "recipient": [[8, 9]], "event_type": "YIELD", "quad": "1"}
    (tmp_path / "train.jsonl").write_text(json.dumps(row) + "\n", "utf-8")

    (told,) = read_plv(tmp_path / "train.jsonl")

    assert told.labels == ("CONCEDE", "RETREAT")
    assert (told.actors, told.recipients, told.anchor) == ((Span(0, 1),), (Span(8, 9),), None)


def test_our_own_sentences_hold_every_type_and_none() -> None:
    counts = Counter(told.labels[0] for told in read_own(OWN))

    assert set(counts) == set(LABELS)
    assert min(counts.values()) >= 50


def test_our_own_sentences_are_marked_within_their_text() -> None:
    for told in read_own(OWN):
        spans = [*told.actors, *told.recipients, *([told.anchor] if told.anchor else [])]
        assert all(span.of(told.text).strip() == span.of(told.text) != "" for span in spans), told.text
