"""A corpus's tokens as people write them, and what of them is labelled."""

from datetime import date

import pytest

from benchmarks.across import ONE_DAY, Thing, _gold, _pairs, lay_out, published

ROW = {
    "topic": "1",
    "doc": "1_1",
    "sents": [
        "Norland signs",
        "March 01 , 2008",
        "`` We ca n't wait , '' said Holm ( 52 ) .",
        "She 's glad .",
    ],
    "mentions": [
        {"type": "ACTION_OCCURRENCE", "sent": 0, "toks": [1], "chain": "ACT1"},
        {"type": "HUMAN_PART_PER", "sent": 2, "toks": [8], "chain": "cross_intra_PER7"},
        {"type": "HUMAN_PART_PER", "sent": 3, "toks": [0], "chain": "PER7"},
        {"type": "TIME_DATE", "sent": 1, "toks": [0, 1], "chain": "T1"},
        {"type": "HUMAN_PART_PER", "sent": 2, "toks": [1]},
    ],
}


def test_tokens_are_joined_as_people_write_them() -> None:
    article, places = lay_out(ROW)

    assert article.text == "Norland signs\nMarch 01, 2008\n“We can't wait,” said Holm (52). She's glad."
    assert [span.of(article.text) for span in places[2][:4]] == ["“", "We", "ca", "n't"]


def test_labelled_mentions_are_of_actions_and_of_people() -> None:
    article, places = lay_out(ROW)

    assert [(sort, span.of(article.text), chain) for sort, span, chain in _gold(ROW, places)] == [
        ("events", "signs", "ACT1"),
        ("entities", "Holm", "PER7"),
        ("entities", "She", "PER7"),
    ]


@pytest.mark.parametrize(("line", "day"), [("March 01 , 2008", date(2008, 3, 1)), ("She left .", ONE_DAY)])
def test_the_day_stands_under_the_headline_or_is_given(line: str, day: date) -> None:
    assert published({"sents": ["Norland signs", line]}) == day
    assert published({"sents": ["Norland signs"]}) == ONE_DAY


def test_the_baseline_goes_by_the_head_word() -> None:
    things = [Thing(1, 5, "A", "talk"), Thing(2, 5, "A", "meet"), Thing(2, 6, "B", "talk")]

    ours, base = _pairs(things, by_head=False), _pairs(things, by_head=True)

    assert (ours.gold, ours.found, ours.right) == (1, 1, 1)
    assert (base.found, base.right) == (1, 0)
