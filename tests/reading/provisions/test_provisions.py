"""Provisions: who must, must not, may or will do what, by which paper or speaker."""

import pytest

from tests.talks import Reader, Talks


def told(talks: Talks) -> list[tuple[list[str], str, str]]:
    """Bearer, force and action of each provision."""
    return [(talks.names(one.bearer), one.force, one.action.text) for one in talks.provisions]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The draft treaty says that NATO must renounce any military activity in Ukraine.",
            [(["NATO"], "must_not", "any military activity in Ukraine")],
        ),
        (
            "The draft treaty between Ukraine and Poland says that both sides shall refrain from exercises.",
            [(["Ukraine", "Poland"], "must_not", "exercises")],
        ),
        (
            "The treaty obliges Finland to open the port and prohibits Sweden from building bases.",
            [(["Finland"], "must", "open the port"), (["Sweden"], "must_not", "building bases")],
        ),
        (
            "Under the draft agreement, Norway would withdraw its troops from the valley and Sweden would be barred "
            "from stationing missiles there.",
            [
                (["Norway"], "will", "withdraw its troops from the valley"),
                (["Sweden"], "must_not", "stationing missiles there"),
            ],
        ),
        (
            "The peace plan calls for Ethiopia to release all prisoners and for Eritrea to lift the blockade.",
            [(["Ethiopia"], "must", "release all prisoners"), (["Eritrea"], "must", "lift the blockade")],
        ),
        (
            "Under the treaty, Turkey undertakes not to send ships to Cyprus.",
            [(["Turkey"], "must_not", "send ships to Cyprus")],
        ),
        (
            "The text of the treaty stipulates that missiles may not be deployed in Belarus.",
            [([], "must_not", "missiles deployed in Belarus")],
        ),
        ("The ceasefire agreement bans heavy weapons.", [([], "must_not", "heavy weapons")]),
        (
            "The ceasefire agreement provides for the exchange of all prisoners.",
            [([], "will", "the exchange of all prisoners")],
        ),
        (
            "Article 5 of the treaty says that Chile shall keep the border open.",
            [(["Chile"], "must", "keep the border open")],
        ),
        (
            "Under the treaty, Serbia is entitled to inspect the bases.",
            [(["Serbia"], "may", "inspect the bases")],
        ),
        (
            "Egypt will not be allowed to close the canal under the treaty.",
            [(["Egypt"], "must_not", "close the canal under the treaty")],
        ),
        (
            "Under the treaty, Brazil would have to pay for the dam.",
            [(["Brazil"], "must", "pay for the dam")],
        ),
        (
            "Under the treaty, Peru shall adopt and implement a ban and destroy its mines.",
            [(["Peru"], "must", "adopt and implement a ban"), (["Peru"], "must", "destroy its mines")],
        ),
        (
            "The draft treaty demands that Finland give up military activity in Estonia.",
            [(["Finland"], "must_not", "military activity in Estonia")],
        ),
        ("The draft treaty requires that Spain leave the islands.", [(["Spain"], "must", "leave the islands")]),
        ("The treaty under which Sudan will release prisoners was signed.", [(["Sudan"], "will", "release prisoners")]),
    ],
)
def test_a_paper_lays_down_who_is_to_do_what(
    text: str, wanted: list[tuple[list[str], str, str]], reader: Reader
) -> None:
    talks = reader.read(text)
    assert told(talks) == wanted
    assert {one.document for one in talks.provisions} == {"d1"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The draft treaty says that NATO must renounce any military activity in Ukraine.", "must renounce"),
        ("The draft treaty says that Russia and NATO must pledge not to create threats.", "must pledge not to"),
        ("Under the treaty, Norway would be barred from stationing missiles.", "would be barred from"),
        ("Under the treaty, Norway shall not deploy troops.", "shall not"),
    ],
)
def test_the_words_of_the_force_stay_as_they_stand(text: str, words: str, reader: Reader) -> None:
    assert [one.words.text for one in reader.read(text).provisions] == [words]


def test_what_the_sentences_behind_go_on_listing_is_the_paper_s_too(reader: Reader) -> None:
    talks = reader.read(
        "Under the draft treaty, Norway must leave the valley. In return, Sweden would open the port. "
        "Also, both sides must pledge not to build bases.\n\nSpain must win on Sunday."
    )
    assert [(one.force, one.document) for one in talks.provisions] == [
        ("must", "d1"),
        ("will", "d1"),
        ("must_not", "d1"),
    ]


def test_a_list_behind_a_colon_is_the_paper_s_that_the_colon_tells_of(reader: Reader) -> None:
    talks = reader.read(
        "The terms of the treaty include:\n\n- Norway will open the port.\n\n- Sweden will pay the costs.\n\n"
        "Spain will win on Sunday."
    )
    assert [(talks.names(one.bearer), one.document) for one in talks.provisions] == [
        (["Norway"], "d1"),
        (["Sweden"], "d1"),
    ]


@pytest.mark.parametrize(
    ("text", "regarding"),
    [
        (
            "The draft treaty says that NATO must renounce activity in Ukraine, Georgia and Central Asia.",
            ["Ukraine", "Georgia", "Central Asia"],
        ),
        ("Under the treaty, Turkey shall not send ships to Cyprus.", ["Cyprus"]),
        ("Under the treaty, Finland shall open the port.", []),
    ],
)
def test_each_place_and_party_of_the_action_is_named(text: str, regarding: list[str], reader: Reader) -> None:
    talks = reader.read(text)
    assert talks.names(talks.provisions[0].regarding) == regarding


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Under the treaty, Armenia must leave the valley if Azerbaijan opens the road.",
            "if Azerbaijan opens the road",
        ),
        ("Under the treaty, Greece shall not send ships unless Turkey agrees.", "unless Turkey agrees"),
        (
            "The treaty provides that fishermen of both states may enter the zone, provided that they register.",
            "provided that they register",
        ),
        ("Under the treaty, Finland shall open the port.", None),
    ],
)
def test_a_condition_stands_apart_from_the_action(text: str, condition: str | None, reader: Reader) -> None:
    (found,) = reader.read(text).provisions
    assert (found.condition.text if found.condition else None) == condition
    assert condition is None or condition not in found.action.text


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("The treaty obliges Finland to open the port within 30 days.", "P30D"),
        ("The peace plan calls for Ethiopia to release all prisoners by 1 March.", "2022-03-01"),
        ("The treaty obliges Finland to open the port on Friday.", None),
    ],
)
def test_a_deadline_is_a_time_until_which(text: str, deadline: str | None, reader: Reader) -> None:
    assert [one.deadline for one in reader.read(text).provisions] == [deadline]


@pytest.mark.parametrize(
    "text",
    [
        "“Russia must leave the islands before there can be a peace treaty,” said Japanese negotiator Kenji Aratani.",
        "“Any agreement must guarantee the safety of our border,” Polish negotiator Ewa Kolska said.",
        "Iran agreed to refrain from enriching uranium as part of the deal, the mediators said.",
    ],
)
def test_a_term_of_a_deal_is_its_speaker_s(text: str, reader: Reader) -> None:
    (found,) = reader.read(text).provisions
    assert found.document is None
    assert found.statement == "s1"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Spain tabled a draft treaty. Under it, France would open two ports, and Spain could keep the base.",
            [("will", ["France"]), ("may", ["Spain"])],
        ),
        (
            "They signed a two-page treaty. France shall open its ports; Spain is entitled to keep its base.",
            [("must", ["France"]), ("may", ["Spain"])],
        ),
        (
            "Spain tabled a draft treaty under which France would leave the bay and Spain would open two ports.",
            [("will", ["France"]), ("will", ["Spain"])],
        ),
        ("Under the treaty, flights near the border will be prohibited.", [("must_not", [])]),
    ],
)
def test_what_goes_on_to_tell_of_a_paper_lays_down_its_terms(
    text: str, wanted: list[tuple[str, list[str]]], reader: Reader
) -> None:
    talks = reader.read(f"The talks of the negotiators ended.\n\n{text}")
    assert [(one.force, talks.names(one.bearer)) for one in talks.provisions] == wanted
    assert {one.document for one in talks.provisions} == {talks.documents[0].id}


def test_what_a_speaker_says_must_be_done_is_a_term_in_an_article_about_a_negotiation(reader: Reader) -> None:
    talks = reader.read(
        "The talks of the negotiators go on. The mediator waits.\n\n"
        "“The other side must lift the blockade,” Spanish envoy Ana Ruiz said."
    )
    assert [(one.force, one.action.text) for one in talks.provisions] == [("must", "lift the blockade")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway must have been tired.",
        "It may rain. Denmark must play better on Sunday.",
        "“Russia must understand that there will be no deal,” the envoy said.",
        "“Spain must win,” the coach said.",
        "The two leaders agreed to stay in touch.",
        "The treaty will be signed on Monday.",
        "Under the treaty, Norway is not obliged to pay.",
        "The senator pledged to cut taxes.",
        "Under the draft treaty, conditions that can be seen as a threat are listed.",
    ],
)
def test_an_ordinary_must_lays_nothing_down(text: str, reader: Reader) -> None:
    assert reader.read(text).provisions == ()
