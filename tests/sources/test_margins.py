from datetime import date

import pytest

from verbale.sources.facts import Facts
from verbale.sources.margins import without_margins

BODY = "The envoy left the talks on Tuesday, the mediator said. He will try again on Thursday."


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        (" date 2022-01-18 ", Facts(published=date(2022, 1, 18))),
        ("Date: 2022-01-18 ", Facts(published=date(2022, 1, 18))),
        ("Date: 18 January 2022\n", Facts(published=date(2022, 1, 18))),
        ("18 January 2022\n\n", Facts(published=date(2022, 1, 18))),
        (
            "Published: January 18, 2022 10:15 GMT\nUpdated: 19 January 2022\n\n",
            Facts(published=date(2022, 1, 18), modified=date(2022, 1, 19)),
        ),
        ("https://news.example.org/a\n", Facts(url="https://news.example.org/a")),
        (
            "https://news.example.org/a 18 January 2022\n",
            Facts(url="https://news.example.org/a", published=date(2022, 1, 18)),
        ),
        (
            "Title: Envoy walks out\nSource: The Courier\nAuthor: Abigail Byrne\nURL: https://news.example.org/a\n\n",
            Facts(
                title="Envoy walks out",
                outlet="The Courier",
                authors=("Abigail Byrne",),
                url="https://news.example.org/a",
            ),
        ),
        ("By Abigail Byrne in Geneva\n\n", Facts(authors=("Abigail Byrne",))),
    ],
)
def test_lines_of_metadata_are_facts_and_no_text(head: str, facts: Facts) -> None:
    assert without_margins(head + BODY) == (facts, BODY)


def test_the_last_lines_may_name_the_authors() -> None:
    assert without_margins(BODY + " (Editing by Toby Kerr)") == (Facts(authors=("Toby Kerr",)), BODY)


@pytest.mark.parametrize("head", ["Envoy walks out of talks\n\n", "Envoy walks out of talks\n"])
def test_a_headline_above_byline_and_day_is_the_title_and_stays(head: str) -> None:
    facts, text = without_margins(f"{head}By Abigail Byrne\n9 March 2022\n\n{BODY}")

    assert facts == Facts(title="Envoy walks out of talks", authors=("Abigail Byrne",), published=date(2022, 3, 9))
    assert text == f"Envoy walks out of talks\n\n{BODY}"


def test_a_headline_over_an_empty_line_is_the_title_and_stays() -> None:
    text = f"Envoy walks out of talks\n\n{BODY}"

    assert without_margins(text) == (Facts(title="Envoy walks out of talks"), text)


def test_a_headline_that_names_its_source_keeps_it() -> None:
    text = f"Newspaper: Minister used personal mail\n\n{BODY}"

    assert without_margins(text) == (Facts(title="Newspaper: Minister used personal mail"), text)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "",
        "The date 2022-01-18 was named by both sides.",
        "Source: Talks stall over gauge\n\n" + BODY,
        "Author: the treaty is dead\n\n" + BODY,
        "Date: to be announced\n\n" + BODY,
        "He left.\n\n" + BODY,
        "“We have no plan B”\n\n" + BODY,
        "A line that is not a headline\nsince a line follows it.",
        "Talks on a treaty\n\nTalks on a truce\n\nTalks on a border",
        "14:05 GMT Envoy calls talks 'constructive'\nLena Hoxha said the tone had improved.",
        "[2021-11-02] Ivo Brant rejected the text.\n[2022-04-20] Ivo Brant said the text had been acceptable.",
        "GENEVA, Jan. 8 - The negotiators have pushed their next session back to Monday, the host said.",
    ],
)
def test_text_stays_text(text: str) -> None:
    assert without_margins(text) == (Facts(), text)
