"""A text as word pieces, and the windows over them."""

from itertools import accumulate, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wordpieces import word_pieces
from verbale.encoding.windows import OVERLAP, SIZE, Pieces, cut, windows

TOKENIZER = word_pieces("said", "talks", "stop", "##ped")


@given(st.integers(0, 5000))
def test_every_piece_is_answered_for_by_exactly_one_window(pieces: int) -> None:
    answered = [piece for window in windows(pieces) for piece in range(window.first, window.last)]

    assert answered == list(range(pieces))


@given(st.integers(SIZE + 1, 5000))
def test_a_long_text_has_whole_windows_inside_it(pieces: int) -> None:
    cuts = windows(pieces)

    assert {window.end - window.start for window in cuts} == {SIZE}
    assert (cuts[0].start, cuts[-1].end) == (0, pieces)
    assert all(window.start <= window.first < window.last <= window.end for window in cuts)


@given(st.integers(0, 800), st.integers(2, 60), st.data())
def test_a_piece_is_shown_with_half_the_overlap_around_it(pieces: int, size: int, data: st.DataObject) -> None:
    overlap = data.draw(st.integers(0, size - 1), "overlap")
    for window in windows(pieces, size=size, overlap=overlap):
        assert window.start == 0 or window.first - window.start >= overlap // 2
        assert window.end == pieces or window.end - window.last >= overlap // 2


def test_half_the_overlap_is_the_context_that_is_promised() -> None:
    assert OVERLAP // 2 == 32


@pytest.mark.parametrize("pieces", [1, 2, SIZE - 1, SIZE])
def test_a_short_text_is_one_window_of_its_own_length(pieces: int) -> None:
    assert windows(pieces) == ((0, pieces, 0, pieces),)


def test_no_pieces_are_no_windows() -> None:
    assert windows(0) == ()


def test_a_long_text_takes_no_more_windows_than_it_needs() -> None:
    step = SIZE - OVERLAP

    assert [len(windows(SIZE + more)) for more in (1, step, step + 1, 2 * step)] == [2, 2, 3, 3]


@given(st.lists(st.integers(1, 40), max_size=30), st.integers(8, 30))
def test_paragraphs_stay_whole_unless_one_is_longer_than_a_window(lengths: list[int], size: int) -> None:
    starts = [0, *accumulate(lengths)]
    paragraphs = list(pairwise(starts))
    cuts = windows(starts[-1], starts[1:-1], size=size, overlap=4)

    assert [piece for cut in cuts for piece in range(cut.first, cut.last)] == list(range(starts[-1]))
    assert all(cut.end - cut.start <= size for cut in cuts)
    for start, end in paragraphs:
        if end - start <= size:
            assert sum(cut.start <= start and end <= cut.end for cut in cuts) == 1


@pytest.mark.parametrize(
    ("text", "firsts"),
    [
        ("said.\ntalks stop", ["talks"]),
        ("talks said\n\nstop said\r\n\r\ntalks", ["stop", "talks"]),
        ("talks said\nstop said", []),
        ("“talks.”\n“stop.”\n", ["“"]),
        ("\n\ntalks", []),
        ("", []),
    ],
)
def test_a_paragraph_ends_with_an_empty_line_or_behind_a_full_stop(text: str, firsts: list[str]) -> None:
    pieces = cut(text, TOKENIZER)

    assert [text[slice(*pieces.spans[first])] for first in pieces.paragraphs] == firsts


def words_of(text: str) -> list[str]:
    return [text[start:end] for start, end in cut(text, TOKENIZER).unit_spans().tolist()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Talks stopped.", ["Talks", "stopped", "."]),
        ("“Talks,” he said", ["“", "Talks", ",", "”", "he", "said"]),
        ("😀 said 🇺🇦", ["😀", "said", "🇺🇦"]),
        ("caf\u00e9 said", ["caf\u00e9", "said"]),
        ("cafe\u0301 said", ["cafe\u0301", "said"]),
        ("said❤\ufe0f", ["said❤\ufe0f"]),
        ("can't—said", ["can", "'", "t", "—", "said"]),
        ("so\u00adft\u200bly", ["so\u00adft\u200bly"]),
        ("tag ##ped", ["tag", "#", "#", "ped"]),
        ("said\n\nsaid", ["said", "said"]),
    ],
)
def test_units_are_words_and_marks_in_code_points(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_pieces_of_a_word_follow_one_another_in_the_text() -> None:
    pieces = cut("😀 Stopped", TOKENIZER)

    assert [TOKENIZER.id_to_token(number) for number in pieces.ids.tolist()] == ["[UNK]", "stop", "##ped"]
    assert pieces.spans.tolist() == [[0, 1], [2, 6], [6, 9]]
    assert pieces.units.tolist() == [0, 1]


def test_a_word_too_long_to_be_cut_is_one_unknown_piece() -> None:
    assert cut("a" * 101, TOKENIZER).ids.tolist() == [TOKENIZER.token_to_id("[UNK]")]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b\u200d", "\u0301"])
def test_a_text_without_a_word_has_no_pieces_and_no_units(text: str) -> None:
    pieces = cut(text, TOKENIZER)

    assert len(pieces) == 0
    assert pieces.spans.shape == pieces.unit_spans().shape == (0, 2)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_units_stand_in_the_text_one_after_another(text: str) -> None:
    pieces = cut(text, TOKENIZER)
    spans = pieces.unit_spans().tolist()

    assert all(start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_unit_reaches_from_its_first_piece_to_its_last() -> None:
    spans = np.array([[0, 4], [4, 7], [8, 9], [9, 12]], dtype=np.int32)
    pieces = Pieces(np.arange(4), spans, np.array([0, 2], dtype=np.int32))

    assert pieces.unit_spans().tolist() == [[0, 7], [8, 12]]
