"""The made-up articles, and what is measured on a few of them."""

import pytest

from benchmarks import store
from benchmarks.crowd import crowd


def test_made_up_records_stand_in_their_texts() -> None:
    for record in crowd(40):
        text = record.article.text
        assert len(record.events) == len(record.moves) == 1
        for entity in record.entities:
            assert [text[one.start : one.end] for one in entity.mentions] == [entity.name]
        for statement in record.statements:
            assert all(statement.evidence[0].contains(piece) for piece in (*statement.content, *statement.cue))
        (move,) = record.moves
        assert [span.of(text) for span in move.content.spans] == [move.content.text]


def test_they_are_the_same_every_time_and_all_different() -> None:
    once, again = list(crowd(40)), list(crowd(40))
    assert once == again
    assert len({one.article.fingerprint for one in once}) == 40
    assert len({one.article.text for one in once}) < 40, "none is a copy"


def test_a_few_give_a_row_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "FEW", 6)
    monkeypatch.setattr(store, "MANY", 12)

    measured = store.measure_store()

    (table,) = measured.tables
    assert [row.name for row in table.rows] == ["6 articles", "12 articles"]
    assert all(cell is not None and cell > 0 for row in table.rows for cell in row.cells)
    assert measured.figures["store"].ceilings["adding, % of the first"] > 0
