import json
from datetime import date
from io import BytesIO

import pytest

from tests.sources.found import HERE, codes, the_article, the_failure
from verbale.article import Article
from verbale.errors import Failure
from verbale.sources.facts import Found, Origin
from verbale.sources.jsonl import read_jsonl

EVERY_FIELD = {
    "id": 7,
    "text": "The envoy left.",
    "title": "Envoy walks out",
    "outlet": "The Courier",
    "authors": ["Abigail Byrne", "Toby Kerr"],
    "published": "2022-01-18T10:00:00Z",
    "url": "https://news.example.org/a",
}


def rows(*lines: str) -> list[Found]:
    return list(read_jsonl(BytesIO("\n".join(lines).encode()), HERE))


def test_every_field_is_read() -> None:
    article = the_article(rows(json.dumps(EVERY_FIELD)))

    assert article.id == "7"
    assert (article.title, article.outlet) == ("Envoy walks out", "The Courier")
    assert article.authors == ("Abigail Byrne", "Toby Kerr")
    assert (article.published, article.published_from) == (date(2022, 1, 18), "given")
    assert article.url == "https://news.example.org/a"


@pytest.mark.parametrize(
    "text",
    [
        " date 2022-01-18 The envoy left.  \n\n\n\n“No,” ",
        "â€œWe donâ€™t,â€\x9d she said.",
        "\u200fAl-Mansur\u200f nego\u00adtiated\u00a0– \x00\x07\r\n&quot;yes&quot; (Editing by Toby Kerr)",
        "🕊️ Jose\u0301",
        "",
    ],
)
def test_the_text_is_kept_code_point_for_code_point(text: str) -> None:
    assert the_article(rows(json.dumps({"text": text}))).text == text
    assert the_article(rows(json.dumps({"text": text}, ensure_ascii=False))).text == text


def test_half_a_pair_of_surrogates_is_replaced_one_for_one_and_said() -> None:
    article = the_article(rows(r'{"text": "a\ud83db", "title": "\ud83d"}'))

    assert (article.text, article.title) == ("a\ufffdb", "\ufffd")
    assert "replaced_characters" in codes(article)
    article.model_dump_json()


@pytest.mark.parametrize(
    ("author", "authors"),
    [("Abigail Byrne and Toby Kerr", ("Abigail Byrne", "Toby Kerr")), ("Okafor", ("Okafor",)), ("", ())],
)
def test_authors_may_be_one_string(author: str, authors: tuple[str, ...]) -> None:
    assert the_article(rows(json.dumps({"text": "x", "author": author}))).authors == authors


@pytest.mark.parametrize("line", ["{", "[1]", "7", '{"title": "x"}', '{"text": 7}', '"text"', "[" * 100_000])
def test_a_bad_line_is_a_failure_with_its_number_and_the_rest_goes_on(line: str) -> None:
    before, failure, after = rows('{"text": "one"}', line, '{"text": "two"}')

    assert isinstance(before, Article)
    assert isinstance(after, Article)
    assert isinstance(failure, Failure)
    assert (failure.source, failure.stage) == ("here, line 2", "jsonl")


def test_a_line_that_is_not_utf_8_is_a_failure() -> None:
    failure = the_failure(read_jsonl(BytesIO(b'{"text": "caf\xe9"}'), HERE))

    assert "UTF-8" in failure.what


def test_empty_lines_count_but_give_nothing() -> None:
    _, failure = rows("\ufeff" + '{"text": "one"}', "", "x")

    assert isinstance(failure, Failure)
    assert failure.source == "here, line 3"


def test_no_line_at_all_is_a_failure() -> None:
    the_failure(rows(""))


@pytest.mark.parametrize("published", ["yesterday", "2022-13-45", "04/09/2021", 7])
def test_a_day_that_is_none_is_unknown_and_said(published: object) -> None:
    article = the_article(rows(json.dumps({"text": "x", "published": published})))

    assert (article.published, article.published_from) == (None, "unknown")
    assert [one.message for one in article.warnings if one.code == "no_date" and repr(str(published)) in one.message]


def test_the_day_that_the_person_gives_is_for_rows_without_one() -> None:
    origin = Origin("here", published=date(2022, 1, 19))
    lines = b'{"text": "a"}\n{"text": "b", "published": "2022-01-18"}'

    days = [one.published for one in read_jsonl(BytesIO(lines), origin) if isinstance(one, Article)]

    assert days == [date(2022, 1, 19), date(2022, 1, 18)]


@pytest.mark.parametrize("whole", [[EVERY_FIELD, {"text": "two"}], EVERY_FIELD])
def test_an_indented_json_file_is_read_as_its_objects(whole: object) -> None:
    found = rows(json.dumps(whole, indent=2))

    assert [one.text for one in found if isinstance(one, Article)] == ["The envoy left.", "two"][: len(found)]
    assert len(found) == (2 if isinstance(whole, list) else 1)
