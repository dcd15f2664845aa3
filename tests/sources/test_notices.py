from datetime import date

import pytest

from verbale.article import Article
from verbale.sources.notices import has_several_entries, is_cut_short, notices_of

LEAD = "The envoy of Norland left the talks on Tuesday, and the mediator said that he would try again on Thursday."


@pytest.mark.parametrize(
    "end",
    [
        "Subscribe to continue reading.",
        "Sign in or create a free account to read the full article",
        "To continue reading, become a member.",
        "This article is for subscribers only.",
        "This story is available to our paying subscribers.",
        "Already a subscriber? Log in",
        "He added that… [+2345 chars]",
        "He added that the […]",
        "He added that the ...",
        "He added that the … Read more",
    ],
)
def test_a_stub_is_told_by_its_end(end: str) -> None:
    assert is_cut_short(f"{LEAD}\n\n{end}")


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        "",
        "Readers had to subscribe to continue reading the paper, she said. " + f"{LEAD} " * 5,
        "“We will not… well, we might,” he said.",
        "The sides signed a pact to continue talks.",
    ],
)
def test_a_whole_text_is_not_cut_short(text: str) -> None:
    assert not is_cut_short(text)


@pytest.mark.parametrize(
    "text",
    [
        "14:05 GMT Envoy calls talks 'constructive'\nLena Hoxha said so.\n09:30 GMT Floods hit the north.",
        "2:05pm\n\nThe envoy left.\n\n11.30 am\n\nThe envoy came.",
        "14:05 – The envoy left.\n\n13:40 – The envoy came.",
    ],
)
def test_lines_that_begin_with_times_are_entries(text: str) -> None:
    assert has_several_entries(text)


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        "14:05 was the hour at which he left.",
        "At 14:05 he left.\nAt 15:10 he came.",
        "1.2 million\n3.4 million",
    ],
)
def test_other_times_are_none(text: str) -> None:
    assert not has_several_entries(text)


def test_a_complete_article_has_no_notices() -> None:
    article = Article(text=LEAD, outlet="The Courier", published=date(2022, 3, 9), language="en")

    assert list(notices_of(article)) == []


def test_every_lack_has_its_code() -> None:
    nothing, french = Article(text=" "), Article(text="Rien.", language="fr")

    assert [one.code for one in notices_of(nothing)] == ["empty", "no_date", "no_outlet"]
    assert [one.code for one in notices_of(french)] == ["not_english", "no_date", "no_outlet"]
