from datetime import date

import pytest

from verbale.article import Article, Notice, is_readable, lacks

DAY = date(2022, 3, 9)


def codes(article: Article) -> list[str]:
    return [one.code for one in article.warnings]


def test_of_two_warnings_with_the_same_code_the_first_stays() -> None:
    first, second = Notice(code="no_date", message="“soon” is no day"), Notice(code="no_date", message="none is known")

    assert Article(text="No.").with_notice(first).with_notice(second).warnings == (first,)


def test_a_day_that_becomes_known_takes_its_warning_away_and_no_other() -> None:
    undated = Article(text="No.", warnings=(Notice(code="no_outlet", message="x"), Notice(code="no_date", message="y")))
    article = undated.dated(DAY, "text")

    assert (article.published, article.published_from, codes(article)) == (DAY, "text", ["no_outlet"])


@pytest.mark.parametrize(
    ("article", "found"),
    [
        (Article(text="No.", published=DAY), []),
        (Article(text="No.", published=DAY, language="und"), []),
        (Article(text="Nein.", published=DAY, language="de"), ["not_english"]),
        (Article(text="No."), ["no_date"]),
        (Article(text=" \n"), ["empty", "no_date"]),
        (Article(text="", published=DAY, language="de"), ["empty"]),
    ],
)
def test_what_an_article_lacks_has_its_code(article: Article, found: list[str]) -> None:
    assert [one.code for one in lacks(article)] == found


@pytest.mark.parametrize(
    ("text", "language", "readable"),
    [("No.", "en", True), ("No.", "und", True), ("Nein.", "de", False), (" \n\t", "en", False)],
)
def test_english_text_is_readable(text: str, language: str, readable: bool) -> None:
    assert is_readable(Article(text=text, language=language)) is readable


def test_an_article_written_as_json_can_be_read_again() -> None:
    article = Article(text="No.", title="Talks", published=DAY, published_from="given")

    assert Article.model_validate_json(article.model_dump_json()) == article
