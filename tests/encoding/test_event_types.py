"""What the head for event types is shown of a sentence, and what is made of its answer."""

from collections.abc import Sequence
from typing import Any, get_args

import numpy as np
import pytest
from numpy.typing import NDArray

from verbale.encoding.event_types import (
    ACTOR,
    ANCHOR,
    LABELS,
    NOBODY,
    REACH,
    RECIPIENT,
    TypeHead,
    beside,
    marks,
    sentence_units,
    type_chances,
)
from verbale.encoding.event_words import WordWeights
from verbale.record import EventType
from verbale.spans import Span


def units_of(count: int, width: int = 2) -> NDArray[np.int32]:
    """Units of two code points each, without gaps."""
    starts = np.arange(count, dtype=np.int32) * width
    return np.stack([starts, starts + width], axis=1)


class Head:
    """A head that gives each label the score that it was made with, and keeps what it was asked."""

    def __init__(self, scores: Sequence[float]) -> None:
        self.scores = np.array([scores], dtype=np.float32)
        self.asked: dict[str, NDArray[Any]] = {}

    def run(self, outputs: Sequence[str], inputs: dict[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        self.asked = inputs
        return [self.scores for _ in outputs]


def test_the_head_knows_every_type_of_the_record_and_none() -> None:
    assert {*LABELS} == {*get_args(EventType), "NONE"}


def test_who_takes_part_goes_before_the_anchor() -> None:
    found = marks(units_of(6), Span(2, 6), [Span(0, 3)], [Span(8, 10)])

    assert found.tolist() == [ACTOR, ACTOR, ANCHOR, NOBODY, RECIPIENT, NOBODY]


def test_without_anchor_and_recipient_the_actor_alone_is_marked() -> None:
    assert marks(units_of(3), None, [Span(2, 4)], []).tolist() == [NOBODY, ACTOR, NOBODY]


def test_of_a_sentence_the_head_sees_its_units() -> None:
    assert sentence_units(units_of(10), Span(4, 9), None) == slice(2, 5)


def test_of_a_long_sentence_it_sees_those_around_the_anchor() -> None:
    seen = sentence_units(units_of(1000), Span(0, 2000), Span(1000, 1002))

    assert seen == slice(500 - REACH, 500 + REACH)


def test_of_a_place_without_units_it_sees_nothing() -> None:
    seen = sentence_units(units_of(3), Span(50, 60), None)

    assert seen.start == seen.stop


def silent() -> WordWeights:
    """A model of words that knows none."""
    types = len(LABELS) - 1
    return WordWeights({}, np.zeros(0, np.float32), np.zeros((0, types), np.float32), np.zeros(types, np.float32))


def test_chances_sum_to_one_less_what_speaks_for_none() -> None:
    scores = [0.0] * len(LABELS)
    scores[LABELS.index("REJECT")] = scores[LABELS.index("NONE")] = 10.0
    head = TypeHead(Head(scores), silent())

    chances = type_chances(np.zeros((4, 3), np.float32), np.zeros(4, np.int64), ["no"], head)

    assert set(chances) == set(LABELS) - {"NONE"}
    assert chances["REJECT"] == pytest.approx(0.5, abs=1e-3)
    assert sum(chances.values()) == pytest.approx(0.5, abs=1e-3)


def test_words_decide_where_the_head_does_not_and_leave_none_as_it_was() -> None:
    by_words = np.full(len(LABELS) - 1, 0.01)
    by_words[LABELS.index("AID")] = 1 - 0.01 * (len(LABELS) - 2)

    both = beside(np.full(len(LABELS), 1 / len(LABELS)), by_words)

    assert both.argmax() == LABELS.index("AID")
    assert both.sum() == pytest.approx(1 - 1 / len(LABELS))


def test_the_head_is_asked_for_one_sentence_at_a_time() -> None:
    head = Head([0.0] * len(LABELS))

    type_chances(np.zeros((4, 3), np.float32), np.array([0, 1, 3, 2]), [], TypeHead(head, silent()))

    assert head.asked["middle"].shape == (1, 4, 3)
    assert head.asked["marks"].tolist() == [[0, 1, 3, 2]]
