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
        ("Egypt offered to host the talks.", ("Egypt", "for", "talks")),
        ("Egypt rejected the draft.", ("Egypt", "against", "draft")),
        ("Egypt refused to sign the map.", ("Egypt", "against", "map")),
        (
            "“We will not sign the map,” Egypt's foreign minister, Karim Essa, said.",
            ("Egypt", "against", "map"),
        ),
        ("Egypt offered to leave the port if Sudan paid.", ("Egypt", "conditional", "port")),
        (
            "“We will not sign the map unless they leave,” Egypt's foreign minister, Karim Essa, said.",
            ("Egypt", "conditional", "map"),
        ),
        ("Egypt demanded that Sudan lift the embargo.", ("Egypt", "against", "embargo")),
        ("Egypt refused to lift the embargo.", ("Egypt", "for", "embargo")),
        ("Egypt urged Sudan not to close the port.", ("Egypt", "for", "port")),
        ("Egypt urged Sudan to return to the talks.", ("Egypt", "for", "talks")),
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


@pytest.mark.parametrize(
    "text",
    ["“We will not sign unless they leave,” Egypt's foreign minister, Karim Essa, said.", "Egypt refused to free him."],
)
def test_what_is_about_no_thing_takes_no_stand(text: str, syntax: Syntax) -> None:
    assert read_by_rules(text, syntax).positions() == ()


def test_figures_that_differ_are_issues_that_differ(syntax: Syntax) -> None:
    text = "Egypt demanded 58 per cent of the catch. Sudan rejected 31 per cent of the haul."
    assert len({one.issue for one in read_by_rules(text, syntax).positions()}) == 2


def test_that_demand_is_what_the_other_party_wanted(syntax: Syntax) -> None:
    text = "Egypt offered a pause. Sudan demanded a new map of the port. Egypt rejected that demand."
    found = [(*read_by_rules(text, syntax).names((one.party,)), one.stand, one.issue) for one in
             read_by_rules(text, syntax).positions()]  # fmt: skip
    assert ("Egypt", "against", "new map of the port") in found
    assert ("Egypt", "against", "pause") not in found


def test_threats_and_dropped_demands_take_no_stand(syntax: Syntax) -> None:
    assert (
        read_by_rules("Egypt threatened to close the canal. Egypt dropped its demand for a toll.", syntax).positions()
        == ()
    )
