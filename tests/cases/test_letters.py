"""Words are compared by letters and digits, and found only as whole words."""

import pytest

from tests.cases.letters import Letters, holds


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("“No,” he said. No!", "no", [{1, 2}, {15, 16}]),
        ("He knows nothing of it", "no", []),
        ("now , ”Ivanova concluded", "Now Ivanova", [{0, 1, 2, 7, 8, 9, 10, 11, 12, 13}]),
        ("a 😀 b", "a b", [{0, 4}]),
    ],
)
def test_words_are_found_wherever_they_stand_as_whole_words(text: str, words: str, places: list[set[int]]) -> None:
    assert [set(place) for place in Letters(text).places(words)] == places


def test_pieces_are_found_one_after_the_other() -> None:
    text = Letters("We sign, she said, tomorrow. We sign.")
    assert [len(place) for place in text.places_of_pieces(("we sign", "tomorrow"))] == [14]


@pytest.mark.parametrize(
    ("longer", "shorter", "whether"),
    [
        ("Envoy Ana Pires", "the envoy", True),
        ("Ana Pires", "Pires", True),
        ("Anapires", "Pires", False),
        ("Pires, Ana", "Ana Pires", False),
    ],
)
def test_a_name_holds_its_words_as_a_run(longer: str, shorter: str, whether: bool) -> None:
    assert holds(longer, shorter) is whether
