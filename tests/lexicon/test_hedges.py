"""The words of likelihood: every group's example is read right."""

import re

import pytest

from tests.reading.told import read_by_rules
from verbale.lexicon.hedges import HedgeGroup, HedgeNouns, load_hedges
from verbale.reading.page import Syntax

HEDGES = load_hedges()
MARKS = re.compile(r"[{}]")
GROUPS: list[HedgeGroup | HedgeNouns] = [*HEDGES.verbs, *HEDGES.adjectives, *HEDGES.adverbs, *HEDGES.nouns]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.example)
def test_a_group_s_example_says_how_likely_its_claim_is(group: HedgeGroup | HedgeNouns, syntax: Syntax) -> None:
    claim = " ".join(re.findall(r"{(.*?)}", group.example))
    likelihood = group.negated if isinstance(group, HedgeGroup) and group.only_negated else group.likelihood
    found = [
        (one.likelihood, one.claim.text) for one in read_by_rules(MARKS.sub("", group.example), syntax).forecasts()
    ]
    assert any(one == likelihood and words.endswith(claim) for one, words in found), found


def test_a_word_is_found_with_its_group() -> None:
    found = HEDGES.group("adjectives", "doubtful")
    assert found is not None
    assert found.likelihood == "doubtful"
    assert HEDGES.group("verbs", "dance") is None
    assert HEDGES.noun("chair") is None
