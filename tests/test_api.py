"""The door for Python, with the rooms behind it replaced: what is read, what is raised, what is a failure."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from verbale import api
from verbale.article import Article, Notice
from verbale.errors import Failure, OptionError, SourceError, ToolsError
from verbale.reading.tools import Tools
from verbale.record import Record

LOST = Failure("lost.txt", "open", "no such file", "look for it")
SHELF: dict[str, list[Article | Failure]] = {
    "one.txt": [Article(text="one")],
    "two.jsonl": [Article(text="two", id="2"), Article(text="three", id="3")],
    "broken.jsonl": [Article(text="a fault of ours", id="4"), Article(text="a fault of the text"), LOST],
    "lost.txt": [LOST],
    "empty": [],
}


class Library:
    """Stands for the rooms: opens what is on the shelf, reads it to a bare record, loads no model."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.loaded = 0

    def open(self, source: str | Path, *, published: date | None = None) -> Iterator[Article | Failure]:
        for outcome in SHELF[str(source)]:
            self.opened.append(str(source))
            given = {"published": published, "published_from": "given"} if published else {}
            yield outcome.model_copy(update=given) if isinstance(outcome, Article) else outcome

    def load(self) -> None:
        self.loaded += 1

    def read(self, article: Article, _tools: object) -> Record:
        if article.text == "a fault of ours":
            raise KeyError("x")
        if article.text == "a fault of the text":
            raise SourceError("too long", remedy="cut it")
        return Record(article=article)


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Library:
    library = Library()
    monkeypatch.setattr(api, "open_source", library.open)
    monkeypatch.setattr(api, "read_article", library.read)
    monkeypatch.setattr(Tools, "load", library.load)
    monkeypatch.setattr(api, "_tools", library.load)
    return library


@pytest.mark.parametrize("source", ["one.txt", Path("one.txt"), Article(text="one")])
@pytest.mark.usefixtures("library")
def test_a_source_with_one_article_gives_its_record(source: str | Path | Article) -> None:
    assert api.read(source) == Record(article=Article(text="one"))


@pytest.mark.parametrize("source", ["one.txt", Article(text="one")])
@pytest.mark.usefixtures("library")
def test_a_day_that_is_given_reaches_the_article(source: str | Article) -> None:
    article = api.read(source, published=date(2022, 1, 18)).article

    assert (article.published, article.published_from) == (date(2022, 1, 18), "given")


@pytest.mark.usefixtures("library")
def test_an_article_with_a_given_day_is_not_warned_of_as_undated() -> None:
    undated = Article(text="one").with_notice(Notice(code="no_date", message="none is known"))

    assert api.read(undated, published=date(2022, 1, 18)).article.warnings == ()


@pytest.mark.usefixtures("library")
def test_an_article_keeps_its_own_day_where_none_is_given() -> None:
    article = Article(text="one", published=date(2022, 1, 18), published_from="metadata")

    assert api.read(article).article == article


@pytest.mark.usefixtures("library")
def test_a_source_that_cannot_be_read_is_raised_with_its_remedy() -> None:
    with pytest.raises(SourceError, match=r"^lost\.txt: no such file \(look for it\)$"):
        api.read("lost.txt")


@pytest.mark.usefixtures("library")
def test_a_source_without_an_article_is_raised() -> None:
    with pytest.raises(SourceError, match=r"^empty: there is no article in it"):
        api.read("empty")


@pytest.mark.usefixtures("library")
def test_a_source_with_several_articles_says_what_to_use_instead() -> None:
    with pytest.raises(OptionError, match=r"two\.jsonl: it holds several articles \(use verbale\.read_all\)"):
        api.read("two.jsonl")


@pytest.mark.usefixtures("library")
def test_a_fault_of_ours_in_a_lone_article_is_not_hidden() -> None:
    with pytest.raises(KeyError):
        api.read(Article(text="a fault of ours"))


def test_a_text_is_not_taken_for_a_path(library: Library) -> None:
    with pytest.raises(SourceError, match=r"He said no\. …: this is a text, .*article_from_text"):
        api.read("\nHe said no.\nShe said yes.")
    assert library.opened == []


@pytest.mark.usefixtures("library")
def test_many_sources_give_records_and_failures_in_their_order() -> None:
    outcomes = list(api.read_all(["two.jsonl", Path("lost.txt"), Article(text="last")]))

    assert [outcome if isinstance(outcome, Failure) else outcome.article.text for outcome in outcomes] == [
        "two",
        "three",
        LOST,
        "last",
    ]


@pytest.mark.usefixtures("library")
def test_a_fault_in_one_article_is_a_failure_that_names_it_and_the_rest_goes_on() -> None:
    outcomes = list(api.read_all(["broken.jsonl", "one.txt"]))

    assert outcomes == [
        Failure(
            "broken.jsonl, 4",
            "reading",
            "Verbale failed on it: KeyError: 'x'",
            "please report it with the article",
        ),
        Failure("broken.jsonl, article 2", "reading", "too long", "cut it"),
        LOST,
        Record(article=Article(text="one")),
    ]


def test_sources_are_opened_only_as_records_are_asked_for(library: Library) -> None:
    outcomes = api.read_all(["two.jsonl", "one.txt"])
    assert library.opened == []

    next(outcomes)
    assert library.opened == ["two.jsonl"]


def test_nothing_is_loaded_until_there_is_something_to_read(library: Library) -> None:
    list(api.read_all(["lost.txt", "empty"]))
    assert library.loaded == 0

    list(api.read_all(["lost.txt", "one.txt"]))
    assert library.loaded == 1


def test_missing_tools_are_raised_and_not_counted_as_a_fault_of_each_article(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> Tools:
        raise ToolsError("there is no encoder")

    monkeypatch.setattr(api, "_tools", fail)

    with pytest.raises(ToolsError, match="there is no encoder"):
        list(api.read_all(["one.txt"]))
    assert library.opened == ["one.txt"]


def test_tools_are_loaded_once_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library()
    monkeypatch.setattr(Tools, "load", library.load)
    api._tools.cache_clear()

    api._tools()
    api._tools()

    assert library.loaded == 1
    api._tools.cache_clear()
