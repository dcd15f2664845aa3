from datetime import date

from verbale.article import Article, lacks
from verbale.reading.assemble import assemble

DAY, ANOTHER = date(2022, 3, 9), date(2022, 3, 10)


def test_an_article_without_a_day_is_warned_of_once() -> None:
    opened = Article(text="No.")
    for notice in lacks(opened):
        opened = opened.with_notice(notice)

    assert [one.code for one in assemble(opened).article.warnings] == ["no_date"]
    assert assemble(Article(text="No.")).article.warnings == opened.warnings


def test_the_day_that_the_text_tells_is_the_articles_where_it_has_none() -> None:
    told = assemble(Article(text="No."), published=DAY).article

    assert (told.published, told.published_from, told.warnings) == (DAY, "text", ())


def test_the_articles_own_day_goes_before_the_texts() -> None:
    article = Article(text="No.", published=ANOTHER, published_from="metadata")

    assert assemble(article, published=DAY).article == article


def test_an_article_that_was_not_read_says_why() -> None:
    warnings = assemble(Article(text="Nein.", language="de", published=DAY)).article.warnings

    assert [one.code for one in warnings] == ["not_english"]
