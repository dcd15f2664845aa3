"""What each party wants of each issue, on short sentences of our own, by the rules alone."""

import pytest

from tests.reading.told import read_by_rules
from verbale.reading.page import Syntax

Row = tuple[str, str, str]
"""A party by its name, its stand and the issue."""


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Egypt demanded a ceasefire in the port.", ("Egypt", "for", "ceasefire in the port")),
        ("Egypt offered to host the talks.", ("Egypt", "for", "host the talks")),
        ("Egypt rejected the draft.", ("Egypt", "against", "draft")),
        ("Egypt refused to sign the map.", ("Egypt", "against", "sign the map")),
        (
            "“We will not sign the map,” Egypt's foreign minister, Karim Essa, said.",
            ("Egypt", "against", "sign the map"),
        ),
        ("Egypt offered to leave the port if Sudan paid.", ("Egypt", "conditional", "leave the port")),
        (
            "“We will not sign unless they leave,” Egypt's foreign minister, Karim Essa, said.",
            ("Egypt", "conditional", "sign"),
        ),
        ("Hungary opposes the oil embargo.", ("Hungary", "against", "the oil embargo")),
        ("Hungary backs the oil embargo.", ("Hungary", "for", "the oil embargo")),
    ],
)
def test_a_position_follows_from_a_move_or_a_verb(text: str, row: Row, syntax: Syntax) -> None:
    read = read_by_rules(text, syntax)
    assert [(*read.names((one.party,)), one.stand, one.issue) for one in read.positions()] == [row]


def test_one_issue_in_other_words_is_one_by_its_fullest_wording(syntax: Syntax) -> None:
    read = read_by_rules(
        "Egypt demanded a ceasefire in the port of Aden. Sudan rejected the ceasefire in the port.", syntax
    )
    assert [(*read.names((one.party,)), one.stand, one.issue) for one in read.positions()] == [
        ("Egypt", "for", "ceasefire in the port of Aden"),
        ("Sudan", "against", "ceasefire in the port of Aden"),
    ]


def test_who_says_the_same_twice_has_one_position_since_the_first_day(syntax: Syntax) -> None:
    text = "On Monday Egypt rejected the embargo. On Tuesday Egypt rejected the embargo again."
    (position,) = read_by_rules(text, syntax).positions()
    assert (position.moves, position.date) == (("m1", "m2"), "2022-03-07")


def test_who_changes_sides_has_two_positions(syntax: Syntax) -> None:
    text = "On Monday Egypt rejected the proposal of the envoy. On Tuesday Egypt accepted the proposal of the envoy."
    positions = read_by_rules(text, syntax).positions()
    assert [(one.id, one.stand, one.date) for one in positions] == [
        ("o1", "against", "2022-03-07"),
        ("o2", "for", "2022-03-08"),
    ]


def test_threats_and_dropped_demands_take_no_stand(syntax: Syntax) -> None:
    assert (
        read_by_rules("Egypt threatened to close the canal. Egypt dropped its demand for a toll.", syntax).positions()
        == ()
    )
