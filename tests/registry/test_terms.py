"""When somebody surely held an office, and when perhaps."""

from datetime import date

import pytest

from verbale.registry import Term, make_registry
from verbale.registry.likeness import key_of, may_be_one


def term(first: str, last: str, asof: str = "") -> Term:
    return Term("Ada Holm", "Q1", "KES", "president", "President", first, last, asof)


@pytest.mark.parametrize(
    ("first", "last", "asof", "day", "surely", "possibly"),
    [
        ("2010-01-01", "2014-12-31", "", "2012-06-01", True, True),
        ("2010-01-01", "2014-12-31", "", "2010-01-20", False, True),
        ("2010-01-01", "2014-12-31", "", "2015-01-20", False, True),
        ("2010-01-01", "2014-12-31", "", "2016-01-01", False, False),
        ("2010", "2014", "", "2010-08-01", False, True),
        ("2010", "2014", "", "2014-02-01", False, True),
        ("2010", "2014", "", "2012-02-01", True, True),
        ("2010-01-01", "", "2019-08", "2019-07-31", True, True),
        ("2010-01-01", "", "2019-08", "2021-01-01", False, True),
        ("2010-01-01", "", "", "2012-01-01", False, True),
        ("", "2014-12-31", "", "2012-01-01", False, True),
    ],
)
def test_a_term_is_sure_between_its_ends_and_until_its_source_was_made(
    first: str, last: str, asof: str, day: str, surely: bool, possibly: bool
) -> None:
    one = term(first, last, asof)

    assert (one.surely(date.fromisoformat(day)), one.possibly(date.fromisoformat(day))) == (surely, possibly)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (term("2010-01-01", "2014"), "from 2010-01-01 to 2014"),
        (term("2010", "", "2019-08"), "from 2010 on, and still in 2019-08"),
        (term("2010", ""), "from 2010 on"),
        (term("", "2014"), "until 2014"),
    ],
)
def test_a_term_says_when_it_was(one: Term, words: str) -> None:
    assert one.words == words


def test_terms_are_found_by_any_spelling_of_the_name_and_by_the_office() -> None:
    held = Term(
        "Sergej Łukomski", "Q2", "KES", "president", "President", "2010", "2014", "", ("Sergey Lukomsky",), ("s",)
    )
    registry = make_registry([], terms=[held])

    assert registry.held_by("Sergei Lukomskiy") == (held,)
    assert registry.held_by("Lukomski") == ()
    assert registry.holders("KES", "president") == (held,)
    assert registry.holders("KES", "") == ()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Mohammed bin Zayed", "Mohamed bin Zayed Al Nahyan"),
        ("Xi Jinping", "Jinping Xi"),
        ("Prayuth Chan-ocha", "Prayut Chan-o-cha"),
        ("Pedro Sánchez", "Pedro Sánchez Pérez-Castejón"),
        ("Lavrov", "Sergey Lavrov"),
        ("Alyaksandr Lukashenka", "Alexander Lukashenko"),
    ],
)
def test_spellings_of_one_name_may_be_one(name: str, other: str) -> None:
    assert may_be_one(name, other)
    assert may_be_one(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [("Angela Merkel", "Angela Eagle"), ("John Kerry", "John Major"), ("Igor Ivanov", "Sergey Lavrov")],
)
def test_a_given_name_alone_does_not_make_two_one(name: str, other: str) -> None:
    assert not may_be_one(name, other)


def test_a_single_word_is_no_key() -> None:
    assert (key_of("Lavrov"), key_of("van Houten"), bool(key_of("Jan van Houten"))) == ("", "", True)
