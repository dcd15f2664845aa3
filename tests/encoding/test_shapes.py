"""What the uncased pieces don't show: letter case, line breaks, the parse."""

import numpy as np
import pytest
from numpy.typing import NDArray

from verbale.encoding.shapes import (
    CASES,
    COLUMNS,
    HEADS,
    LINE_BREAKS,
    Inventory,
    Word,
    head_bucket,
    letter_case,
    shapes,
)

INVENTORY = Inventory(tags=("DT", "NN", "VBD"), relations=("ROOT", "det", "nsubj"))
TEXT = "The talks stalled"
WORDS = (
    Word(0, 3, "DT", "det", 1),
    Word(4, 9, "NN", "nsubj", 1),
    Word(10, 17, "VBD", "ROOT", 0),
)
THE, TALKS, STALLED = (1, 2, 7), (2, 3, 7), (3, 1, 6)
"""Tag, relation and head of each word in a shape matrix."""


def spans(*pairs: tuple[int, int]) -> NDArray[np.int32]:
    return np.array(pairs, dtype=np.int32).reshape(-1, 2)


def syntax(words: tuple[Word, ...], *pieces: tuple[int, int], text: str = TEXT) -> list[tuple[int, ...]]:
    """Tag, relation and head of each piece."""
    return [tuple(row) for row in shapes(text, spans(*pieces), words, INVENTORY)[:, 2:].tolist()]


@pytest.mark.parametrize(
    ("piece", "case"),
    [
        ("1962", 0),
        ("“", 0),
        ("😀", 0),
        ("talks", 1),
        ("été", 1),
        ("e\u0301", 1),
        ("Talks", 2),
        ("A", 2),
        ("Élan", 2),
        ("Al-", 2),
        ("NATO", 3),
        ("U.S", 3),
        ("G7A", 3),
        ("McCoy", 4),
        ("iPhone", 4),
    ],
)
def test_letter_case(piece: str, case: int) -> None:
    assert letter_case(piece) == case


@pytest.mark.parametrize(("between", "breaks"), [(" ", 0), ("\n", 1), ("\n\n", 2), (" \n \n \n", 2), ("", 0)])
def test_line_breaks_before_a_piece_count_to_two(between: str, breaks: int) -> None:
    text = f"Talks{between}stall"

    matrix = shapes(text, spans((0, 5), (5 + len(between), len(text))), (), INVENTORY)

    assert matrix[:, 1].tolist() == [0, breaks]


def test_line_breaks_before_the_first_word_count_too() -> None:
    assert shapes("\nTalks", spans((1, 6)), (), INVENTORY)[0, 1] == 1


@pytest.mark.parametrize(
    ("distance", "bucket"),
    [(0, 6), (1, 7), (2, 8), (3, 8), (4, 9), (7, 9), (8, 10), (15, 10), (16, 11), (900, 11)],
)
def test_a_head_is_as_far_to_the_left_as_to_the_right(distance: int, bucket: int) -> None:
    assert (head_bucket(distance), head_bucket(-distance)) == (bucket, 12 - bucket)
    assert 0 < 12 - bucket <= bucket < HEADS


def test_a_piece_has_the_parse_of_its_word() -> None:
    assert syntax(WORDS, (0, 3), (4, 9), (10, 17)) == [THE, TALKS, STALLED]


def test_every_piece_of_a_word_has_its_parse() -> None:
    assert syntax(WORDS, (4, 6), (6, 9), (10, 12)) == [TALKS, TALKS, STALLED]


def test_a_piece_over_two_words_has_the_parse_of_the_first() -> None:
    assert syntax(WORDS, (0, 9), (10, 17)) == [THE, STALLED]


def test_a_word_without_a_piece_is_passed_over() -> None:
    words = (Word(0, 3, "DT", "det", 1), Word(3, 4, "_SP", "dep", -1), *WORDS[1:])

    assert syntax(words, (0, 3), (4, 9)) == [THE, TALKS]


@pytest.mark.parametrize("words", [(), WORDS[:1], WORDS[2:]])
def test_a_piece_without_a_word_has_no_parse(words: tuple[Word, ...]) -> None:
    assert syntax(words, (4, 9)) == [(0, 0, 0)]


def test_unheard_of_tags_and_relations_are_zero_but_the_head_stays() -> None:
    assert syntax((Word(0, 3, "XX", "parataxis", -1),), (0, 3)) == [(0, 0, 5)]


def test_no_pieces_have_no_rows() -> None:
    assert shapes("", spans(), (), INVENTORY).shape == (0, len(COLUMNS))


def test_sizes_leave_room_for_what_is_not_known() -> None:
    assert INVENTORY.sizes() == (CASES, LINE_BREAKS, 4, 4, HEADS)
    assert len(INVENTORY.sizes()) == len(COLUMNS)
