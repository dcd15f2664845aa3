"""Rounds: the meetings of the negotiation, counted, planned or called off, and how they ended."""

import pytest

from tests.talks import Reader, Talks

Row = tuple[int | None, list[str], str | None, str | None, str]


def told(talks: Talks) -> list[Row]:
    """Number, parties, place, day and status of each round."""
    return [
        (
            one.number,
            talks.names(one.parties),
            talks.names([one.place])[0] if one.place else None,
            one.date,
            one.status,
        )
        for one in talks.rounds
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The second round of talks between Ethiopia and Egypt ended in Cairo on Friday without agreement. "
            "The third round is due in Asmara next Wednesday.",
            [
                (2, ["Ethiopia", "Egypt"], "Cairo", "2022-01-14", "happened"),
                (3, ["Ethiopia", "Egypt"], "Asmara", "2022-01-19", "planned"),
            ],
        ),
        (
            "The first two rounds of the negotiations between Greece and Turkey were held in Athens. "
            "A follow-up meeting on 4 February was called off.",
            [
                (1, ["Greece", "Turkey"], "Athens", None, "happened"),
                (2, ["Greece", "Turkey"], "Athens", None, "happened"),
                (None, ["Greece", "Turkey"], None, "2022-02-04", "cancelled"),
            ],
        ),
        (
            "Iran and the United States will hold a fifth round of indirect negotiations in Vienna on 27 January.",
            [(5, ["Iran", "United States"], "Vienna", "2022-01-27", "planned")],
        ),
        (
            "Peace talks between Sudan and Chad resumed in Juba on 14 January. It was the seventh round of the talks.",
            [(7, ["Sudan", "Chad"], "Juba", "2022-01-14", "happened")],
        ),
        (
            "Brazil and Paraguay negotiated in Lima on 11 January. The talks collapsed after two hours.",
            [(None, ["Brazil", "Paraguay"], "Lima", "2022-01-11", "happened")],
        ),
        (
            "Negotiators of Chad and Niger held a video call on Monday about the truce.",
            [(None, ["Chad", "Niger"], None, "2022-01-17", "happened")],
        ),
        ("The mediator doubts it. Is there to be a fourth round of talks?", [(4, [], None, None, "possible")]),
    ],
)
def test_a_round_is_told_with_its_number_parties_place_day_and_status(
    text: str, wanted: list[Row], reader: Reader
) -> None:
    assert told(reader.read(text)) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Talks resume in Madrid on 4 February.", (None, "Madrid", "2022-02-04", "planned")),
        (
            "A third cycle, pencilled in for 4 February in Madrid, was put off.",
            (3, "Madrid", "2022-02-04", "cancelled"),
        ),
        ("The third session is to be held in Madrid on 4 February.", (3, "Madrid", "2022-02-04", "planned")),
        ("The talks collapsed in Madrid on Monday.", (None, "Madrid", "2022-01-17", "happened")),
        ("A further meeting is set for 4 February in Madrid.", (None, "Madrid", "2022-02-04", "planned")),
        ("The two sides meet again in Madrid on 4 February.", (None, "Madrid", "2022-02-04", "planned")),
    ],
)
def test_in_an_article_about_a_negotiation_a_meeting_with_its_place_or_day_is_a_round(
    sentence: str, wanted: tuple[int | None, str, str, str], reader: Reader
) -> None:
    talks = reader.read(f"The negotiators praised the mediator. The dispute over the treaty is old.\n\n{sentence}")
    assert [(number, place, day, status) for number, _, place, day, status in told(talks)] == [wanted]


@pytest.mark.parametrize(
    "sentence",
    [
        "The cabinet meeting in Madrid on Monday was short.",
        "The minister gave a press conference in Madrid on Monday.",
        "The two sides resumed negotiations in 2015.",
        "Spain suspended the talks on Monday.",
    ],
)
def test_there_too_a_body_s_own_meeting_and_the_talks_as_a_whole_are_none(sentence: str, reader: Reader) -> None:
    talks = reader.read(f"The negotiators praised the mediator. The dispute over the treaty is old.\n\n{sentence}")
    assert talks.rounds == ()


def test_a_sentence_that_counts_the_stages_numbers_the_meetings_behind_it(reader: Reader) -> None:
    talks = reader.read(
        "Talks between Armenia and Azerbaijan took place in three stages. On January 3, delegations of both states met "
        "in Tbilisi. On January 5, consultations were held in Moscow, and on January 8 the negotiations ended in "
        "Brussels without agreement."
    )
    assert [(one.number, one.date) for one in talks.rounds] == [(1, "2022-01-03"), (2, "2022-01-05"), (3, "2022-01-08")]


def test_a_meeting_told_again_is_one_round(reader: Reader) -> None:
    talks = reader.read(
        "On January 10, a meeting of the Russian and US delegations took place in Geneva. The negotiators ate.\n\n"
        "After the meeting of the Russian and US delegations in Geneva, the negotiations were called a success."
    )
    assert [one.date for one in talks.rounds] == ["2022-01-10"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The second round of the talks in Oslo ended without agreement.", "ended without agreement"),
        (
            "The second round of the talks in Oslo did not bring the expected result.",
            "did not bring the expected result",
        ),
        ("The fifth session of the negotiations in Oslo brought no breakthrough.", "brought no breakthrough"),
        ("The second round of the talks in Oslo was constructive.", "was constructive"),
        ("The second round of the talks ended in Oslo on Friday.", None),
        ("The second round of the talks took place in Oslo. It may bring a result.", None),
    ],
)
def test_how_a_round_ended_stands_in_the_article_s_words(text: str, outcome: str | None, reader: Reader) -> None:
    (found,) = reader.read(text).rounds
    assert (found.outcome.text if found.outcome else None) == outcome


@pytest.mark.parametrize(
    "text",
    [
        "France beat Spain in the second round. The third round of the election is on Sunday.",
        "The president met the mayor in Lyon on Monday and attended a session of the city council.",
        "The two firms held a meeting in Oslo on Monday.",
        "The negotiations go on.",
        "Five rounds of talks have been held.",
    ],
)
def test_not_every_meeting_is_a_round(text: str, reader: Reader) -> None:
    assert reader.read(text).rounds == ()
