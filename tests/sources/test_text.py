from datetime import date
from textwrap import fill

import pytest

from tests.sources.found import HERE, codes, the_article
from verbale.sources.facts import Facts, Origin
from verbale.sources.text import read_text, unwrapped

BODY = "The envoy of Norland left the talks on the river border on Tuesday, and the mediator said he would try again."


def test_a_text_is_kept_but_for_its_head() -> None:
    article = the_article(read_text(f" date 2022-01-18 {BODY}\n\n“No,” he said.".encode(), HERE))

    assert article.text == f"{BODY}\n\n“No,” he said."
    assert (article.published, article.published_from) == (date(2022, 1, 18), "metadata")
    assert article.language == "en"
    assert codes(article) == {"no_outlet"}


def test_the_day_that_the_person_gives_goes_before_the_texts() -> None:
    article = the_article(read_text(f"date 2022-01-18 {BODY}".encode(), Origin("a", published=date(2022, 1, 19))))

    assert (article.published, article.published_from) == (date(2022, 1, 19), "given")
    assert article.text == BODY


def test_what_is_known_already_goes_before_what_the_lines_tell() -> None:
    article = the_article(read_text(f"By Abigail Byrne\n\n{BODY}".encode(), HERE, Facts(authors=("Ada Lund",))))

    assert article.authors == ("Ada Lund", "Abigail Byrne")


def test_an_empty_file_is_an_article_with_a_warning() -> None:
    article = the_article(read_text(b" \n\n ", HERE))

    assert (article.text, article.language) == ("", "und")
    assert {"empty", "no_date"} <= codes(article)


def test_another_language_is_a_warning() -> None:
    french = "L'émissaire a quitté les pourparlers mardi, et le médiateur a dit qu'il essaierait de nouveau jeudi."
    article = the_article(read_text(french.encode("windows-1252"), HERE))

    assert (article.text, article.language) == (french, "fr")
    assert "not_english" in codes(article)


def test_repaired_mojibake_is_a_warning() -> None:
    article = the_article(read_text("â€œWe donâ€™t,â€\x9d Lena Hoxha said.".encode(), HERE))

    assert article.text == "“We don’t,” Lena Hoxha said."
    assert "repaired_encoding" in codes(article)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_paragraphs_broken_at_a_width_are_made_whole(width: int) -> None:
    paragraphs = [f"{BODY} {BODY}", f"Then {BODY} {BODY}"]
    broken = "\n\n".join(fill(one, width) for one in paragraphs)

    assert unwrapped(broken) == "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n{BODY}\n{BODY}",
        "14:05 GMT Envoy calls talks 'constructive'\nLena Hoxha said the tone had improved.\n09:30 GMT Floods",
        "Roses are red,\nviolets are blue,\nthe treaty is dead,\nand the truce is, too.",
        "- the number of boats, which is open\n- the gauge at the town of Odrana on the river\n- who pays for it",
    ],
)
def test_lines_that_are_meant_stay(text: str) -> None:
    assert unwrapped(text) == text
