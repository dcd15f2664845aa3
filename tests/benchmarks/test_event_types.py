"""Figures of the type of an event, from answers made by hand."""

import json

import pytest

from benchmarks.event_types import ANSWERS, QUADS, Answer, answers, confusions, figures_of, macro_f1
from verbale.encoding.event_types import DIRECTED


def said(*pairs: tuple[str, str]) -> list[Answer]:
    return [Answer(right, other, turned=True) for right, other in pairs]


def test_all_right_is_a_hundred_in_every_figure() -> None:
    assert figures_of(said(("AGREE", "AGREE"), ("ASSAULT", "ASSAULT"))) == (100, 100, 100, 100)


def test_a_type_of_the_same_quad_is_right_by_quad_alone() -> None:
    assert figures_of(said(("AGREE", "SUPPORT"), ("ASSAULT", "ASSAULT"))) == (50, 50, 100, 100)


def test_a_deed_taken_for_words_of_the_same_side_is_right_by_side_alone() -> None:
    accuracy, _, quad, side = figures_of(said(("AID", "AGREE"), ("ASSAULT", "ASSAULT")))

    assert (accuracy, quad, side) == (50, 50, 100)


def test_macro_f1_is_the_mean_over_what_is_right_at_least_once() -> None:
    # AID: 1 right of 2, 1 said: F1 2/3. AGREE: 1 of 1, 2 said: 2/3.
    assert macro_f1([("AID", "AID"), ("AID", "AGREE"), ("AGREE", "AGREE")]) == pytest.approx(2 / 3)


def test_a_confusion_stands_in_the_row_of_what_was_right() -> None:
    table = confusions(said(("AID", "AGREE"), ("AID", "AID")))
    row = next(row for row in table.rows if row.name == "AID")

    found = dict(zip(QUADS, row.cells, strict=True))
    assert (found["AGREE"], found["AID"], sum(row.cells)) == (1, 1, 2)


def test_a_type_that_keeps_half_its_chance_is_not_turned() -> None:
    rows = [{"event_type": "AID"}, {"event_type": "AID"}]
    kept = [{"said": "AID", "chance": 0.8, "swapped": 0.3}, {"said": "AID", "chance": 0.8, "swapped": 0.6}]

    assert [one.turned for one in answers(rows, kept)] == [True, False]


def test_answers_to_other_sentences_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        answers([{"event_type": "AID"}], [])


def test_the_kept_answers_are_of_types_that_the_set_has() -> None:
    kept = [json.loads(line) for line in ANSWERS.read_text("utf-8").splitlines()]
    assert {one["said"] for one in kept} <= set(QUADS)
    assert [one["row"] for one in kept] == list(range(len(kept)))
    assert set(QUADS) >= DIRECTED
