"""What parties demand, offer, threaten and refuse, on short sentences of our own, by the rules alone."""

import pytest

from tests.reading.told import PUBLISHED, read_by_rules
from verbale.reading.page import Syntax

Case = tuple[str, str, tuple[str, ...], str, str | None]
"""A text; one of its moves: kind, actors by name, words of its content and of its condition."""

BY_VERBS: list[Case] = [
    ("Egypt demanded the release of all prisoners.", "demand", ("Egypt",), "the release of all prisoners", None),
    ("Egypt demanded a reply within a week.", "demand", ("Egypt",), "a reply within a week", None),
    ("Egypt demanded a reply on Monday.", "demand", ("Egypt",), "a reply", None),
    ("Sudan agreed to answer, on condition that Egypt pay.", "condition", ("Sudan",), "to answer", "that Egypt pay"),
    ("Sudan refused to answer the draft in writing.", "refusal", ("Sudan",), "to answer the draft in writing", None),
    ("Egypt demanded that Sudan release the crew.", "demand", ("Egypt",), "Sudan release the crew", None),
    ("Egypt called for a ceasefire in the port.", "demand", ("Egypt",), "a ceasefire in the port", None),
    ("Egypt called on both sides to stop firing.", "demand", ("Egypt",), "to stop firing", None),
    ("Egypt urged Sudan to reopen the border.", "demand", ("Egypt",), "Sudan to reopen the border", None),
    ("Egypt insisted that Sudan stop filling the dam.", "demand", ("Egypt",), "Sudan stop filling the dam", None),
    ("Egypt wants Sudan to open its archives.", "demand", ("Egypt",), "Sudan to open its archives", None),
    ("Sudan was urged by Egypt to reopen the border.", "demand", ("Egypt",), "to reopen the border", None),
    ("Kenya offered to host the next round.", "offer", ("Kenya",), "to host the next round", None),
    ("Kenya proposed a swap of prisoners.", "offer", ("Kenya",), "a swap of prisoners", None),
    ("Kenya offered a truce of ten days.", "offer", ("Kenya",), "a truce of ten days", None),
    ("Kenya invited both sides to meet in Nairobi.", "offer", ("Kenya",), "to meet in Nairobi", None),
    (
        "Kenya offered to lift the tariff if Uganda did the same.",
        "offer",
        ("Kenya",),
        "to lift the tariff",
        "if Uganda",
    ),
    ("Peru pledged to open the corridor.", "commitment", ("Peru",), "to open the corridor", None),
    ("Peru promised that it would pay the fee.", "commitment", ("Peru",), "it would pay the fee", None),
    ("Peru agreed to open the corridor.", "commitment", ("Peru",), "to open the corridor", None),
    ("Peru promised to open the corridor if Chile paid.", "offer", ("Peru",), "to open the corridor", "if Chile paid"),
    ("Turkey refused to release the list.", "refusal", ("Turkey",), "to release the list", None),
    ("Turkey rejected the draft on Monday.", "refusal", ("Turkey",), "the draft", None),
    ("The draft was rejected by Turkey.", "refusal", ("Turkey",), "The draft", None),
    ("Turkey ruled out a ceasefire.", "refusal", ("Turkey",), "a ceasefire", None),
    ("Turkey dismissed the proposal.", "refusal", ("Turkey",), "the proposal", None),
    ("Turkey threatened to close the strait.", "threat", ("Turkey",), "to close the strait", None),
    ("Turkey threatened to close the strait if the fee rose.", "threat", ("Turkey",), "close", "if the fee rose"),
    ("Turkey vowed to retaliate against Greece.", "threat", ("Turkey",), "to retaliate against Greece", None),
    ("Russia warned that it would respond if missiles were deployed.", "threat", ("Russia",), "respond", "if missiles"),
    ("Russia warned that prices would rise.", "warning", ("Russia",), "prices would rise", None),
    ("Russia dropped its demand for a buffer zone.", "concession", ("Russia",), "its demand for a buffer zone", None),
    ("Russia compromised on the fees.", "concession", ("Russia",), "the fees", None),
    ("India and Nepal agreed on a map.", "agreement", ("India", "Nepal"), "a map", None),
    ("India and Nepal signed a truce.", "agreement", ("India", "Nepal"), "a truce", None),
    ("India accepted the proposal of the mediator.", "agreement", ("India",), "the proposal", None),
    ("India reserved the right to respond.", "threat", ("India",), "the right to respond", None),
]

BY_NOUNS: list[Case] = [
    ("Nobody heard Egypt's demand that the monitors leave.", "demand", ("Egypt",), "the monitors leave", None),
    ("France rejected Egypt's demand that the monitors leave.", "demand", ("Egypt",), "the monitors leave", None),
    ("France rejected Egypt's demand that the monitors leave.", "refusal", ("France",), "Egypt's demand", None),
    ("Egypt made an offer to withdraw from the valley.", "offer", ("Egypt",), "to withdraw from the valley", None),
    ("Norway announced the EU's readiness to resume the talks.", "offer", ("EU",), "to resume the talks", None),
    ("Egypt announced its readiness to take measures if Sudan refuses.", "threat", ("Egypt",), "measures", "if Sudan"),
    ("Egypt's refusal to sign surprised the envoys.", "refusal", ("Egypt",), "to sign", None),
    ("Egypt's threat to close the canal was heard.", "threat", ("Egypt",), "to close the canal", None),
    ("Egypt's condition is that the monitors leave.", "condition", ("Egypt",), "the monitors leave", None),
]

SAYS = "Egypt's foreign minister, Karim Essa, said."
BY_OWN_WORDS: list[Case] = [
    (f"“We will not withdraw from it,” {SAYS}", "refusal", ("Karim Essa",), "withdraw from it", None),
    (f"“We cannot accept the map,” {SAYS}", "refusal", ("Karim Essa",), "accept the map", None),
    (f"“We are not going to sign it,” {SAYS}", "refusal", ("Karim Essa",), "sign it", None),
    (f"“We will not be bullied,” {SAYS}", "refusal", ("Karim Essa",), "bullied", None),
    (f"“We will not sign unless they leave,” {SAYS}", "condition", ("Karim Essa",), "sign", "unless they leave"),
    (f"“We will release the crew,” {SAYS}", "commitment", ("Karim Essa",), "release the crew", None),
    (
        f"“We will release the crew if they pay,” {SAYS}",
        "condition",
        ("Karim Essa",),
        "release the crew",
        "if they pay",
    ),
    (f"“We are ready to meet,” {SAYS}", "offer", ("Karim Essa",), "to meet", None),
    (f"“We are not prepared to sign,” {SAYS}", "refusal", ("Karim Essa",), "to sign", None),
    (f"“Sudan must leave the valley,” {SAYS}", "demand", ("Karim Essa",), "Sudan must leave the valley", None),
    (f"“They have to leave the valley,” {SAYS}", "demand", ("Karim Essa",), "to leave the valley", None),
    (f"“The crew must be released,” {SAYS}", "demand", ("Karim Essa",), "The crew must be released", None),
    (f"“We need security guarantees,” {SAYS}", "demand", ("Karim Essa",), "security guarantees", None),
    (f"“We must have guarantees,” {SAYS}", "demand", ("Karim Essa",), "guarantees", None),
    (f"“Open the gates,” {SAYS}", "demand", ("Karim Essa",), "Open the gates", None),
    (f"“The draft is unacceptable,” {SAYS}", "refusal", ("Karim Essa",), "The draft", None),
    (f"“We will suspend the talks if they cross,” {SAYS}", "threat", ("Karim Essa",), "suspend", "if they cross"),
    (f"“There can be no talks until they leave,” {SAYS}", "condition", ("Karim Essa",), "no talks", "until they leave"),
    (f"“A refusal will be met with force,” {SAYS}", "threat", ("Karim Essa",), "A refusal will be met", None),
    (
        "Egypt said it would close the canal if the fee rose.",
        "threat",
        ("Egypt",),
        "close the canal",
        "if the fee rose",
    ),
    ("Iran gave the inspectors until Sunday to leave.", "demand", ("Iran",), "to leave", None),
    ("Canada backed down on dairy quotas.", "concession", ("Canada",), "dairy quotas", None),
    ("Beijing vowed countermeasures if tariffs rose.", "threat", ("China",), "countermeasures", "if tariffs rose"),
    ("Ukraine wants security guarantees.", "demand", ("Ukraine",), "security guarantees", None),
    ("Iran is ready to discuss inspections.", "offer", ("Iran",), "to discuss inspections", None),
    ("Iran is unwilling to discuss inspections.", "refusal", ("Iran",), "to discuss inspections", None),
    ("Iran agreed to reopen in exchange for aid.", "offer", ("Iran",), "to reopen", "in exchange for aid"),
    (
        "Iran offered to talk, but the agenda must be changed.",
        "condition",
        ("Iran",),
        "the agenda must be changed",
        None,
    ),
    ("Iran said it would sign provided that Iraq left.", "condition", ("Iran",), "sign", "provided that Iraq left"),
    (
        f"“Should they refuse, we will close the strait,” {SAYS}",
        "threat",
        ("Karim Essa",),
        "close",
        "Should they refuse",
    ),
    ("Iran said it would lift the blockade if Iraq left.", "condition", ("Iran",), "lift the blockade", "if Iraq left"),
]

JOINED: list[Case] = [
    ("Peru and Chile agreed to exchange lists.", "agreement", ("Peru", "Chile"), "to exchange lists", None),
    ("Peru offered to open its ports and pay the crew.", "offer", ("Peru",), "to open its ports", None),
    ("Peru offered to open its ports and pay the crew.", "offer", ("Peru",), "pay the crew", None),
    ("Peru offered on Thursday to pay the crew.", "offer", ("Peru",), "to pay the crew", None),
    ("Peru promised Chile a share of the catch.", "commitment", ("Peru",), "a share of the catch", None),
    ("Peru asked Chile for an apology.", "demand", ("Peru",), "an apology", None),
    ("Peru gave the government a week to withdraw its troops.", "demand", ("Peru",), "to withdraw its troops", None),
    ("Peru's demands include the release of the crew.", "demand", ("Peru",), "the release of the crew", None),
    ("Among Peru's demands is the release of the crew.", "demand", ("Peru",), "the release of the crew", None),
    ("Peru signalled that it could accept a commission.", "offer", ("Peru",), "it could accept a commission", None),
    ("Peru vowed that it would not sign the map.", "refusal", ("Peru",), "would not sign the map", None),
    ("Peru said it would never ship the ore abroad.", "refusal", ("Peru",), "would never ship the ore abroad", None),
    ("Peru no longer insists on an apology.", "concession", ("Peru",), "an apology", None),
    ("Peru threatened an embargo.", "threat", ("Peru",), "an embargo", None),
    (f"“If they refuse, we will set our own quota,” {SAYS}", "threat", ("Karim Essa",), "set our own quota", "If they"),
    ("Peru said it would sign only if Chile left.", "condition", ("Peru",), "it would sign", "only if Chile left"),
    ("Peru made a release a condition for talks.", "condition", ("Peru",), "talks", "a release"),
    ("Peru tied the trade deal to a release.", "condition", ("Peru",), "the trade deal", "a release"),
    ("Peru insists on an apology before any talks.", "condition", ("Peru",), "any talks", "an apology"),
    ("Peru said there would be no talks without an apology.", "condition", ("Peru",), "no talks", "without an apology"),
    (f"“There will be no pause,” {SAYS}", "refusal", ("Karim Essa",), "pause", None),
]
"""Several deeds, and what depends on another."""


@pytest.mark.parametrize(
    "case", [*BY_VERBS, *BY_NOUNS, *BY_OWN_WORDS, *JOINED], ids=lambda case: f"{case[1]}: {case[0]} {case[2]}"
)
def test_a_move_is_told_with_its_actor_content_and_condition(case: Case, syntax: Syntax) -> None:
    text, kind, actors, content, condition = case
    read = read_by_rules(text, syntax)
    found = [
        (one.kind, read.names(one.actor), one.content.text, one.if_.text if one.if_ else None) for one in read.moves()
    ]
    assert any(
        (one[0], one[1]) == (kind, actors)
        and content in one[2]
        and ((one[3] is None) if condition is None else condition in (one[3] or ""))
        for one in found
    ), found


@pytest.mark.parametrize(
    "text",
    [
        "Egypt did not demand the release of the crew.",
        "Egypt denied that it had offered to scrap the tariff.",
        "Would Egypt reject the offer?",
        "If Egypt rejects the draft, the talks will end.",
        "Egypt could reject the draft.",
        "Egypt left the room without rejecting the draft.",
        "Egypt declined to comment.",
        "Egypt rejected the accusation.",
        "“We did not agree to any inspections,” Egypt's foreign minister, Karim Essa, said.",
        "“It must have been the wind,” Egypt's foreign minister, Karim Essa, said.",
        "“We will not forget this day,” Egypt's foreign minister, Karim Essa, said.",
        "Egypt insisted that nothing had changed.",
        "“Egypt would close the canal if the fee rose,” the analyst Ada Holm said.",
        "Egypt agreed that the night had been long.",
        "The floods threatened the harvest.",
        "Snow fell on the hills.",
        "Egypt may offer to host the next round.",
        "Nobody in Egypt demanded a ceasefire.",
    ],
)
def test_what_is_denied_asked_merely_possible_or_of_another_kind_is_no_move(text: str, syntax: Syntax) -> None:
    assert [(one.kind, one.content.text) for one in read_by_rules(text, syntax).moves()] == []


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Egypt urged Sudan to reopen the border.", ("Sudan",)),
        ("Egypt demanded that Sudan release the crew.", ("Sudan",)),
        ("Egypt rejected Sudan's proposal.", ("Sudan",)),
        ("“Sudan must leave the valley,” Egypt's foreign minister, Karim Essa, said.", ("Sudan",)),
        ("Egypt called for a ceasefire.", ()),
    ],
)
def test_a_move_is_directed_to_whom_its_words_name(text: str, addressees: tuple[str, ...], syntax: Syntax) -> None:
    read = read_by_rules(text, syntax)
    assert read.names(read.moves()[0].addressee) == addressees


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Egypt rejected the draft on Monday.", "2022-03-07"),
        ("On Monday Egypt offered to host the talks.", "2022-03-07"),
        ("Egypt dropped its demand for a ceasefire on Sunday.", "2022-03-06"),
        ("Egypt demanded a ceasefire by Friday.", None),
        ("“We will not sign,” Egypt's foreign minister, Karim Essa, said on Tuesday.", "2022-03-08"),
    ],
)
def test_a_move_has_the_day_on_which_it_was_made(text: str, date: str | None, syntax: Syntax) -> None:
    move = read_by_rules(text, syntax).moves()[0]
    assert move.date == date


def test_a_move_announced_and_quoted_is_one_with_both_sentences(syntax: Syntax) -> None:
    text = (
        "Egypt demanded that Sudan withdraw its troops from the valley. “Sudan must withdraw its troops from the "
        "valley,” Egypt's foreign minister, Karim Essa, said."
    )
    (move,) = read_by_rules(text, syntax).moves()
    assert len(move.evidence) == 2
    assert move.kind == "demand"


def test_a_move_that_somebody_repeats_in_the_same_words_is_his_too(syntax: Syntax) -> None:
    text = "On Monday Egypt said it would not sign the map; Sudan used the same words on Tuesday."
    assert [(one.kind, one.statement) for one in read_by_rules(text, syntax).moves()] == [
        ("refusal", "s1"),
        ("refusal", "s2"),
    ]


def test_a_narrated_move_stands_in_no_statement_and_a_quoted_one_in_its_own(syntax: Syntax) -> None:
    text = "Egypt dropped its demand for a ceasefire. “We will not sign,” Egypt's foreign minister, Karim Essa, said."
    first, second = read_by_rules(text, syntax).moves()
    assert first.statement is None
    assert second.statement == "s1"


def test_everyday_news_makes_no_moves(syntax: Syntax) -> None:
    text = (
        "The baker promised to open at six. "
        + "She sold bread and cakes to the people of the street until noon. " * 9
        + "The police urged drivers to stay at home. The club offered tickets and refused to refund them."
    )
    assert read_by_rules(text, syntax).moves() == ()


def test_ids_follow_the_text_and_days_are_known(syntax: Syntax) -> None:
    text = "Egypt demanded a ceasefire. Sudan offered to withdraw. Kenya rejected the map."
    moves = read_by_rules(text, syntax).moves()
    assert [(one.id, one.kind) for one in moves] == [("m1", "demand"), ("m2", "offer"), ("m3", "refusal")]
    assert PUBLISHED.isoweekday() == 3
