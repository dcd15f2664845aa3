"""The words of moves: every group's example is read right."""

import re

import pytest

from tests.reading.told import read_by_rules
from verbale.lexicon.moves import MoveNouns, MoveVerbs, load_moves
from verbale.reading.page import Syntax

WORDS = load_moves()
MARKS = re.compile(r"[\[\]<>{}]")


@pytest.mark.parametrize(
    "group", [*WORDS.verbs, *WORDS.nouns], ids=lambda group: f"{type(group).__name__} {group.name}"
)
def test_a_group_s_example_makes_its_move(group: MoveVerbs | MoveNouns, syntax: Syntax) -> None:
    content = re.findall(r"{(.*?)}", group.example)[0].removeprefix("that ")
    found = [(one.kind, one.content.text) for one in read_by_rules(MARKS.sub("", group.example), syntax).moves()]
    assert (group.kind, content) in found


def test_no_word_stands_twice_in_a_group() -> None:
    assert [group.name for group in WORDS.verbs if len(set(group.words)) != len(group.words)] == []


def test_the_longest_opener_of_a_condition_is_tried_first() -> None:
    lengths = [len(opener) for opener in WORDS.conditions.openers("in")]
    assert lengths == sorted(lengths, reverse=True)


def test_a_word_is_found_in_all_its_groups_in_their_order() -> None:
    assert [group.name for group in WORDS.verb("refuse")] == ["refuse to answer", "refuse", "reject"]
    assert WORDS.verb("dance") == ()
    assert [group.kind for group in WORDS.noun("offer")] == ["offer"]
