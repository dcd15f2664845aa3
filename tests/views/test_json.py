"""Records as JSON: the same bytes each time, one line where a line is meant, and readable again."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records import talks
from verbale.article import Article
from verbale.record import Record
from verbale.views.json import to_array, to_json, to_line


def record_of(text: str) -> Record:
    return Record(article=Article(text=text))


def test_a_record_that_was_written_can_be_read_again() -> None:
    assert Record.model_validate_json(to_json(talks())) == talks()
    assert Record.model_validate_json(to_line(talks())) == talks()


def test_json_says_what_the_record_says() -> None:
    assert json.loads(to_json(talks())) == talks().model_dump(mode="json")


def test_equal_records_give_equal_bytes() -> None:
    assert to_line(talks()) == to_line(Record.model_validate_json(to_line(talks())))


def test_a_span_stands_on_one_line_of_indented_json() -> None:
    assert '"content": [\n        [0, 68]\n      ]' in to_json(talks())


def test_what_looks_like_a_span_in_a_text_stays_as_it_is() -> None:
    text = "[\n 1,\n 2\n]"

    assert json.loads(to_json(record_of(text)))["article"]["text"] == text


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_any_text_comes_back_and_its_line_is_one_line(text: str) -> None:
    line = to_line(record_of(text))

    assert line.splitlines() == [line]
    assert Record.model_validate_json(line).article.text == text


@pytest.mark.parametrize("write", [to_json, to_line])
def test_half_a_surrogate_pair_is_written_by_its_number(write: Callable[[Record], str]) -> None:
    written = write(record_of("a\ud800b"))

    assert written.encode("utf-8")
    assert json.loads(written)["article"]["text"] == "a\ud800b"


def test_letters_of_other_scripts_are_written_as_they_are() -> None:
    assert "Горі — “ź”" in to_line(record_of("Горі — “ź”"))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_an_array_holds_the_records_in_order(count: int) -> None:
    records = [record_of(str(number)) for number in range(count)]

    assert json.loads(to_array(records)) == [record.model_dump(mode="json") for record in records]
