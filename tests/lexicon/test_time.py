"""The time lexicon keeps its own promises."""

import re

import pytest

from verbale.lexicon.loader import load
from verbale.lexicon.time import TimeList, TimeWords, load_time
from verbale.reading.timegrammar import read_phrases

LISTS = load("time.yaml", TimeList)


@pytest.fixture(scope="module")
def words() -> TimeWords:
    return load_time()


@pytest.mark.parametrize("number", range(len(LISTS.phrases)))
def test_the_example_of_a_group_holds_a_phrase_of_it(number: int, words: TimeWords) -> None:
    group = LISTS.phrases[number]
    found = words.patterns.find(group.example)

    assert group.meaning in [words.groups[one.pattern].meaning for one in found]
    assert read_phrases(group.example, words)


def test_no_pattern_stands_twice() -> None:
    patterns = [pattern for group in LISTS.phrases for pattern in group.patterns]

    assert len(patterns) == len(set(patterns))


def test_every_class_of_words_is_in_some_pattern() -> None:
    patterns = [*LISTS.parts.values(), *(pattern for group in LISTS.phrases for pattern in group.patterns)]
    used = {name for pattern in patterns for name in re.findall("[A-Z][A-Z_]*", pattern)}

    assert {*LISTS.words, *LISTS.numbers, *LISTS.parts} <= used
