"""Pages marked up as kinds of outlets do it, each with what a careful reader would copy out of it.

The persons and the texts are invented; the markup follows the habits of a kind of site, and no page is a copy.
"""

from datetime import date
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from tests.sources.found import HERE, codes, the_article
from verbale.article import Article
from verbale.sources.html import read_html

FOLDER = Path(__file__).parent / "outlets"
OUTLETS = sorted(path.stem for path in FOLDER.glob("*.yaml"))
EXPECTED_CODES = {"cut_short", "several_entries", "no_date", "not_english", "empty"}


class Expected(BaseModel):
    """What a page holds: all of its paragraphs (`text`), or some (`contains`) and nothing of `without`."""

    model_config = ConfigDict(extra="forbid")

    title: str
    outlet: str | None
    authors: tuple[str, ...]
    published: date
    modified: date | None
    url: str | None
    encoding: str = "utf-8"
    codes: frozenset[str] = frozenset()
    text: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def expected(name: str) -> Expected:
    return Expected.model_validate(yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8")))


def read(name: str) -> Article:
    page = (FOLDER / f"{name}.html").read_text("utf-8").encode(expected(name).encoding)
    return the_article(read_html(page, HERE))


def test_there_are_pages_of_many_kinds() -> None:
    assert len(OUTLETS) >= 15
    assert sorted(path.stem for path in FOLDER.glob("*.html")) == OUTLETS


@pytest.mark.parametrize("name", OUTLETS)
def test_the_facts_of_a_page_are_found(name: str) -> None:
    article, right = read(name), expected(name)

    assert article.title == right.title
    assert article.outlet == right.outlet
    assert article.authors == right.authors
    assert (article.published, article.published_from) == (right.published, "metadata")
    assert article.modified == right.modified
    assert article.url == right.url
    assert codes(article) & EXPECTED_CODES == right.codes


@pytest.mark.parametrize("name", [name for name in OUTLETS if expected(name).text])
def test_the_text_of_a_page_is_its_articles_and_nothing_else(name: str) -> None:
    assert read(name).text.split("\n\n") == list(expected(name).text)


@pytest.mark.parametrize("name", [name for name in OUTLETS if expected(name).contains])
def test_nothing_of_the_article_is_lost_and_nothing_around_it_comes_in(name: str) -> None:
    text = read(name).text

    assert [one for one in expected(name).contains if one not in text] == []
    assert [one for one in expected(name).without if one in text] == []
    assert sorted(expected(name).contains, key=text.index) == list(expected(name).contains)
