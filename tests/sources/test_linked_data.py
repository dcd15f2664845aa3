import json
from datetime import date

import pytest

from verbale.sources.linked_data import LinkedData, linked_data

ARTICLE = {"@type": "NewsArticle", "headline": "Envoy walks out", "datePublished": "2022-03-09"}


@pytest.mark.parametrize(
    "whole",
    [
        ARTICLE,
        [{"@type": "WebSite"}, ARTICLE],
        {"@graph": [{"@type": "Organization"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Thing", "ReportageNewsArticle"]},
        {**ARTICLE, "headline": ["Envoy walks out"]},
    ],
)
def test_the_article_is_found_wherever_it_lies(whole: object) -> None:
    found = linked_data([json.dumps(whole)])

    assert (found.facts.title, found.facts.published) == ("Envoy walks out", date(2022, 3, 9))


def test_of_several_articles_the_one_with_the_pages_headline_is_meant() -> None:
    other = {"@type": "NewsArticle", "headline": "Floods", "datePublished": "2019-05-03"}

    assert linked_data([json.dumps([other, ARTICLE])], "Envoy walks out").facts.published == date(2022, 3, 9)
    assert linked_data([json.dumps([other, ARTICLE])]).facts.published == date(2019, 5, 3)


def test_articles_in_a_list_of_others_are_not_looked_into() -> None:
    listed = {"@type": "ItemList", "itemListElement": [ARTICLE]}

    assert linked_data([json.dumps(listed)]) == LinkedData()


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "null",
        "7",
        '"x"',
        "[" * 100_000,
        '{"@type": 7}',
        '{"@type": "NewsArticle", "author": 7, "publisher": [[]]}',
    ],
)
def test_a_broken_script_tells_nothing(script: str) -> None:
    assert linked_data([script]) == LinkedData()


def test_it_says_what_is_behind_a_paywall_and_what_is_live() -> None:
    found = linked_data([json.dumps({"@type": "LiveBlogPosting", "isAccessibleForFree": False})])

    assert (found.is_free, found.is_live) == (False, True)
