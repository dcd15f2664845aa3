"""Whom the words around an event mean: states for their delegations, members for groups, nobody twice."""

import pytest

from tests.reading.events.readings import Told, told_in
from verbale.reading.page import Syntax
from verbale.registry.registry import Registry


def names(told: Told) -> tuple[list[str], list[str]]:
    """The first name of each actor and of each recipient."""
    return [min(one) for one in told.actors], [min(one) for one in told.recipients]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("The Serbian delegation visited Kosovo.", ["Serbian"], ["Kosovo"]),
        ("The Serbian and Croatian delegations met in Zagreb.", ["Serbian", "Croatian"], []),
        ("A delegation of Serbia and Croatia signed the treaty.", ["Serbia", "Croatia"], []),
        ("Officials from Serbia accused Kosovo of lying.", ["Serbia"], ["Kosovo"]),
        ("Serbia's foreign minister, Ada Berg, accused Kosovo of lying.", ["Ada Berg"], ["Kosovo"]),
        ("Serbia condemned the decision of Kosovo.", ["Serbia"], ["Kosovo"]),
        ("Serbia rejected Kosovo's plan.", ["Serbia"], ["Kosovo"]),
        ("Serbia condemned the Kosovar plan.", ["Serbia"], ["Kosovar"]),
    ],
)
def test_a_phrase_means_its_state_its_person_or_whose_thing_it_is(
    text: str, actors: list[str], recipients: list[str], syntax: Syntax, registry: Registry
) -> None:
    assert names(told_in(text, syntax, registry)[0]) == (actors, recipients)


def test_a_group_means_its_members_where_the_text_tells_them(syntax: Syntax, registry: Registry) -> None:
    text = "Serbia and Kosovo met in Brussels. Both sides signed a treaty."
    signing = told_in(text, syntax, registry)[-1]
    assert (signing.anchor, names(signing)) == ("signed", (["Serbia", "Kosovo"], []))


def test_a_group_without_known_members_is_a_party_itself(syntax: Syntax, registry: Registry) -> None:
    assert names(told_in("The rebels shelled Serbia.", syntax, registry)[0]) == (["rebels"], ["Serbia"])


def test_who_acts_is_not_who_suffers_it_though_both_are_said(syntax: Syntax, registry: Registry) -> None:
    told = told_in("Serbia and Kosovo accused each other of lying.", syntax, registry)[0]
    assert names(told) == (["Serbia", "Kosovo"], [])


@pytest.mark.parametrize(
    "text", ["Serbia and Kosovo imposed tariffs on each other.", "Serbia and Kosovo began joint exercises on Monday."]
)
def test_of_two_who_do_it_to_each_other_the_first_acts_where_there_must_be_a_recipient(
    text: str, syntax: Syntax, registry: Registry
) -> None:
    assert names(told_in(text, syntax, registry)[0]) == (["Serbia"], ["Kosovo"])


def test_each_party_stands_once_though_the_text_names_it_twice(syntax: Syntax, registry: Registry) -> None:
    told = told_in("Serbia, with Serbian troops and Croatia, invaded Kosovo.", syntax, registry)[0]
    assert len(told.event.actors) == len(set(told.event.actors))
    assert not set(told.event.actors) & set(told.event.recipients)


@pytest.mark.parametrize(
    "text",
    ["Aid was sent.", "Somebody agreed to a plan.", "The strike on the depot was loud.", "Estonia sent weapons."],
)
def test_without_a_known_party_or_the_recipient_that_it_needs_there_is_no_event(
    text: str, syntax: Syntax, registry: Registry
) -> None:
    assert told_in(text, syntax, registry) == []


@pytest.mark.parametrize(
    ("text", "swapped"),
    [
        ("Serbia attacked Kosovo.", "Serbia was attacked by Kosovo."),
        ("Serbia's attack on Kosovo went on.", "The attack on Serbia by Kosovo went on."),
        ("Serbia urged Kosovo to open the border.", "Serbia was urged by Kosovo to open the border."),
    ],
)
def test_passive_voice_swaps_who_acts_and_to_whom(text: str, swapped: str, syntax: Syntax, registry: Registry) -> None:
    assert names(told_in(text, syntax, registry)[0]) == (["Serbia"], ["Kosovo"])
    assert names(told_in(swapped, syntax, registry)[0]) == (["Kosovo"], ["Serbia"])
