"""Where sentences begin, decided on words alone."""

import pytest

from verbale.lexicon.abbreviations import load_abbreviations
from verbale.reading.sentences import Starts

STARTS = Starts(load_abbreviations(), frozenset({"said", "asked", "concluded"}))


def shown(text: str) -> str:
    """The words, parted by white space, with a stroke before each that begins a sentence and ? where it is open."""
    words = text.split()
    answers = STARTS.decide(words)
    signs = {True: "| ", False: "", None: "? "}
    return " ".join(signs[answer] + word for word, answer in zip(words, answers, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "| They left . | They came back .",
        "| Lt. Gen. J. K. Smith met Sen. Oberg in St. Anselm .",
        "| It began on Jan. 10 under No . 5 and Art. 3 .",
        "| He came from the U.S. | The talks began .",
        "| He came from the U.S. ? Officials said so .",
        "| She landed at 8 a.m. | They met .",
        "| “ Stop ! ” Varga said .",
        "| “ Is it ? ” he asked .",
        "| “ We won . ” | He said that it rained .",
        "| “ We won . ” Varga said .",
        "| “ It is over . | They left . ” | “ No . ”",
        "| It hurt him . ” serving the club .",
        "| It hurt him , ” Varga concluded .",
        "| Wait … ? He came .",
        "| They left ... and came .",
        "| Is it so ? ! | Yes .",
        "| It is dead . ” - Senior negotiator Paul Okafor",
        "| They met ( in Doha . ) | Then they left .",
        "| 1 . The line holds .",
        "| GENEVA , Jan. 8 - | The negotiators met .",
        "| PORT ELWIN - | “ We accept it , ” he said .",
        "| 14:05 GMT | Envoy calls talks constructive",
        "| • | The host has a draft",
    ],
)
def test_a_sentence_begins_where_a_reader_sees_it(text: str) -> None:
    words = text.replace("| ", "").replace(" ? He", " He").replace(" ? Officials", " Officials")
    assert shown(words) == text


def test_a_paragraph_s_first_word_begins_a_sentence_whatever_it_is() -> None:
    assert STARTS.decide(["and", "so", "on"]) == [True, False, False]


def test_no_words_begin_nothing() -> None:
    assert STARTS.decide([]) == []
