import re

import pytest

from verbale.sources.words import Group, Words, pattern, words

GROUPS = {name: group for name in Words.model_fields if isinstance(group := getattr(words(), name), Group)}


@pytest.mark.parametrize("name", GROUPS)
def test_each_group_matches_its_example(name: str) -> None:
    group = GROUPS[name]

    assert re.search(group.any_of, group.example, re.IGNORECASE)


@pytest.mark.parametrize("name", GROUPS)
def test_no_entry_of_a_group_stands_twice_or_matches_nothing_at_all(name: str) -> None:
    entries = GROUPS[name].words

    assert len(set(entries)) == len(entries)
    assert [one for one in entries if re.fullmatch(one, "")] == []


def test_no_label_of_a_line_means_two_things() -> None:
    labels = [one for several in words().line_labels.values() for one in several]

    assert sorted(set(labels)) == sorted(labels)


def test_a_pattern_names_its_groups() -> None:
    assert pattern(r"{trades} of the {jobs}").fullmatch("Editor of the newsroom")
    assert pattern(r"a{2,3}").fullmatch("aaa")
