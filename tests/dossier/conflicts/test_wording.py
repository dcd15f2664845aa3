"""Two reports of one quotation, word by word."""

import pytest

from verbale.dossier.conflicts.wording import misquoted, word_differences


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("“The talks are difficult.”", "'The talks are impossible'", ("difficult", "impossible")),
        ("We will not move an inch", "We will move an inch", ("not", "nothing")),
        ("We won't sign it", "We will not sign it", None),
        ("We will organise ten rounds", "we will organize 10 rounds", None),
        ("The door is open", "The door is open and stays open, whatever they say", None),
        ("stays open", "The door is open and stays open", None),
        ("It is a small gift", "It is the small gift", None),
        ("We came to listen … and we go home", "We came to listen and to be heard, and we go home", None),
        ("One drop wears the stone away", "We have fifty words for no", None),
        ("", "We have fifty words for no", None),
        ("Ten ships lie before the harbour", "Twelve ships lie before the harbour", ("Ten", "Twelve")),
    ],
)
def test_words_that_differ_inside_both(left: str, right: str, expected: tuple[str, str] | None) -> None:
    assert misquoted(left, right) == expected


def test_a_comparison_has_all_words_of_both() -> None:
    found = word_differences("“The door is open,”", "“The door was always open”")
    assert [(one.where, one.words) for one in found] == [
        ("both", "The door"),
        ("left", "is"),
        ("right", "was always"),
        ("both", "open,"),
    ]
