"""A live blog is split into its timed entries, and nothing else is."""

import pytest

from verbale.article import Article, Notice
from verbale.sources.live import entries_of
from verbale.sources.open import article_from_text

TOLD = "The delegations of Norland and Sudria came down the stairs and said that they had agreed on nothing."


def page(*paragraphs: str, **known: str) -> Article:
    article = article_from_text("\n\n".join(paragraphs), outlet="Daybook", url="https://daybook.example/live")
    return article.model_copy(update=known)


def test_each_entry_is_an_article_with_its_time_as_its_id_and_the_outlet_of_the_page() -> None:
    entries = entries_of(page("We follow the day.", f"09:40 {TOLD}", f"11.15 a.m. GMT {TOLD}"))

    assert [(one.id, one.outlet, one.url) for one in entries] == [
        (None, "Daybook", "https://daybook.example/live"),
        ("09:40", "Daybook", "https://daybook.example/live"),
        ("11.15 a.m. GMT", "Daybook", "https://daybook.example/live"),
    ]
    assert [one.text for one in entries] == ["We follow the day.", f"09:40 {TOLD}", f"11.15 a.m. GMT {TOLD}"]


def test_an_entry_keeps_all_paragraphs_below_its_time() -> None:
    _, second = entries_of(page("09:40", TOLD, "11:15", TOLD, "No date was set."))

    assert second.text == f"11:15\n\n{TOLD}\n\nNo date was set."


def test_the_id_of_the_page_goes_before_the_time_and_two_of_one_time_are_numbered() -> None:
    entries = entries_of(page(f"09:40 {TOLD}", f"09:40 {TOLD} So they said.", id="live-7"))

    assert [one.id for one in entries] == ["live-7, 09:40", "live-7, 09:40 (2)"]


def test_an_entry_is_no_live_blog_and_keeps_the_other_warnings() -> None:
    blog = page(f"09:40 {TOLD}", f"11:15 {TOLD}")

    assert {one.code for one in blog.warnings} == {"several_entries", "no_date"}
    assert [[warning.code for warning in one.warnings] for one in entries_of(blog)] == [["no_date"], ["no_date"]]


def test_entries_with_the_same_words_are_different_articles_only_where_their_words_differ() -> None:
    first, second = entries_of(page(f"09:40 {TOLD}", f"11:15 {TOLD}"))

    assert first.fingerprint != second.fingerprint


@pytest.mark.parametrize(
    "article",
    [
        page(TOLD),
        page(f"10:00 {TOLD}", TOLD),
        page("10:00 Arrival of the delegations", "11:00 Photographs in the garden", TOLD),
        page(TOLD).with_notice(Notice(code="several_entries", message="the page says so")),
    ],
    ids=["an article", "a single time", "a programme", "a page that says so and has no times"],
)
def test_what_has_no_entries_stays_one_article(article: Article) -> None:
    assert entries_of(article) == (article,)
