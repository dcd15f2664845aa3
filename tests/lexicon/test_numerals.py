"""Numbers in words."""

import pytest

from verbale.lexicon.numerals import Numbers, load_numbers, read_numeral


@pytest.fixture(scope="module")
def numbers() -> Numbers:
    return load_numbers()


@pytest.mark.parametrize(
    ("words", "value", "pieces", "written"),
    [
        ("seven days", 7, 1, "words"),
        ("twenty two", 22, 2, "words"),
        ("twenty - two years", 22, 3, "words"),
        ("third round", 3, 1, "nth words"),
        ("twenty - first century", 21, 3, "nth words"),
        ("hundred days", 100, 1, "words"),
        ("two hundred and five men", 205, 4, "words"),
        ("three thousand two hundred", 3200, 4, "words"),
        ("two million and a half", 2000000, 2, "words"),
        ("nineteen ninety - seven", 1997, 4, "year words"),
        ("twenty ten", 2010, 2, "year words"),
        ("two thousand", 2000, 2, "words"),
        ("forty and more", 40, 1, "words"),
    ],
)
def test_a_number_in_words_is_read(words: str, value: int, pieces: int, written: str, numbers: Numbers) -> None:
    found = read_numeral(words.split(), numbers)

    assert found is not None
    assert (found.value, found.pieces, found.written) == (value, pieces, written)


@pytest.mark.parametrize("words", ["envoy", "", "and two"])
def test_what_begins_otherwise_is_no_number(words: str, numbers: Numbers) -> None:
    assert read_numeral(words.split(), numbers) is None
