"""The copy that the parser gets, and the way back to the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.reading.plain import PIECE, find_paragraphs, plain_pieces


def plain(text: str) -> str:
    return "|".join(piece.text for piece in plain_pieces(text, find_paragraphs(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("him.“The end,”he said", "him. “ The end, ” he said"),
        ("It hurt, ”Varga said", "It hurt, “ Varga said"),
        ("“It hurt, ”Varga said", "“ It hurt, ” Varga said"),
        ('"So," he said. "No."', "“ So, ” he said. “ No. ”"),
        ("«So», he said", "“ So ” , he said"),
        ("``So,'' he said", "“ So, ” he said"),
        ("'Here,' he can't say", "‘Here,' he can't say"),
        ("Nego\u00adtiators\u200b left", "Negotiators left"),
        ("\u200fAl-Mansur\u200f said", "Al-Mansur said"),
        ("two  spaces\tand\u00a0more", "two spaces and more"),
        ("arrival.” -Senior negotiator", "arrival. ” - Senior negotiator"),
        ("A.\n\nB.", "A.|B."),
        ("A.\n\u200b\nB.", "A.|B."),
        ("", ""),
    ],
)
def test_the_parser_gets_marks_apart_and_nothing_invisible(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_every_place_of_the_copy_leads_back_to_the_article() -> None:
    text = "Nego\u00adtiators said: ``No.''"
    piece = next(plain_pieces(text, find_paragraphs(text)))
    start = piece.text.index("Negotiators")
    assert piece.place(start, start + len("Negotiators")).of(text) == "Nego\u00adtiators"
    assert piece.place(piece.text.index("“"), piece.text.index("“") + 1).of(text) == "``"


def test_a_mark_that_stays_open_opens_nothing_in_the_next_paragraph() -> None:
    assert plain('"One.\n\n"Two."') == "“ One.|“ Two. ”"


@given(st.text(alphabet="ab .\n\"“”'’`\u00ad\u200b-—«» ", max_size=120))
def test_of_any_text_the_copy_s_places_rise_and_its_letters_are_the_article_s(text: str) -> None:
    for piece in plain_pieces(text, find_paragraphs(text)):
        assert list(piece.origin) == sorted(piece.origin)
        assert all(start < end <= len(text) for start, end in zip(piece.origin, piece.ends, strict=True) if end > start)
        letters = [(at, letter) for at, letter in enumerate(piece.text) if letter.isalpha()]
        assert all(text[piece.origin[at]] == letter for at, letter in letters)


def test_a_paragraph_longer_than_a_piece_is_cut_at_a_space_or_else_anywhere() -> None:
    assert all(
        not piece.text.startswith("ord") for piece in plain_pieces("word " * 9000, find_paragraphs("word " * 9000))
    )
    endless = "a" * (2 * PIECE + 1)
    assert [len(piece.text) for piece in plain_pieces(endless, find_paragraphs(endless))] == [PIECE, PIECE, 1]


WRAPPED = (
    "The pilots' guild said on Thursday that it would guide no\n"
    "tanker through the narrows until the beacons were lit, and\n"
    "the harbour office answered that it had no lamps.\n"
    "\n"
    "Nobody knew who should pay for them, since the treaty has\n"
    "no word on lamps."
)


def test_lines_broken_by_hand_are_one_paragraph() -> None:
    assert [span.of(WRAPPED).split()[0] for span in find_paragraphs(WRAPPED)] == ["The", "Nobody"]


@pytest.mark.parametrize(
    "text",
    [
        "14:05 GMT Envoy calls talks 'constructive'\nLena Hoxha said so.\n09:30 GMT Floods hit the north\nShe left.",
        "A headline\nThe first paragraph is long enough to show that lines are paragraphs here.\nThe second one.",
        "• one point\n• another point\n• a third point",
    ],
)
def test_other_lines_are_paragraphs_of_their_own(text: str) -> None:
    assert len(find_paragraphs(text)) == len(text.splitlines())


def test_empty_lines_and_white_space_are_no_paragraphs() -> None:
    assert find_paragraphs(" \n\n\t\n") == ()
