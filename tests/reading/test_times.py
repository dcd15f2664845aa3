"""Time expressions on a page: the table of `tests/cases/times.yaml`, and what needs a page of its own."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from verbale.article import Article
from verbale.lexicon.time import TimeWords, load_time
from verbale.reading.anchors import anchor
from verbale.reading.drafts import FoundTime
from verbale.reading.page import Page, Syntax, lay_out
from verbale.reading.scores import Scores
from verbale.reading.times import find_times
from verbale.record import Time
from verbale.spans import Span

TABLE = Path(__file__).parent.parent / "cases" / "times.yaml"
Row = tuple[str, str, str, str | None]


@pytest.fixture(scope="module")
def words() -> TimeWords:
    return load_time()


def read(
    text: str,
    published: date | None,
    syntax: Syntax,
    words: TimeWords,
    *,
    url: str | None = None,
    outlet: str | None = None,
) -> tuple[Time, ...]:
    page = lay_out(Article(text=text, published=published, url=url, outlet=outlet), syntax)
    return anchor(page, find_times(page, Scores(), words), published)


def cases() -> Iterator[tuple[date, str]]:
    for group in yaml.safe_load(TABLE.read_text("utf-8")):
        yield from ((group["published"], sentence) for sentence in group["sentences"])


def unmarked(sentence: str) -> tuple[str, list[Row]]:
    """The plain sentence and the expressions that it is marked with."""
    rows: list[Row] = []

    def plain(mark: re.Match[str]) -> str:
        words, value, *more = mark[1].split("|")
        rows.append((words, value, more[0] if more else "DATE", more[1] if len(more) > 1 else None))
        return words

    return re.sub(r"\[([^\]]*\|[^\]]*)\]", plain, sentence), rows


@pytest.mark.parametrize(("published", "sentence"), list(cases()))
def test_each_expression_of_the_table_is_found_with_its_value(
    published: date, sentence: str, syntax: Syntax, words: TimeWords
) -> None:
    text, rows = unmarked(sentence)

    assert [(time.text, time.value, time.type, time.mod) for time in read(text, published, syntax, words)] == rows


@pytest.mark.parametrize(
    ("about", "value", "otherwise"),
    [
        (("https://news.example.co.uk/a", None), "2022-03-04", ("2022-04-03",)),
        ((None, "The New York Courier"), "2022-04-03", ("2022-03-04",)),
        (("https://www.state.gov/b", None), "2022-04-03", ("2022-03-04",)),
        ((None, None), "2022-03-04", ("2022-04-03",)),
    ],
)
def test_the_outlet_decides_between_day_and_month(
    about: tuple[str | None, str | None], value: str, otherwise: tuple[str, ...], syntax: Syntax, words: TimeWords
) -> None:
    url, outlet = about
    (time,) = read("They met on 04/03/2022.", date(2022, 3, 9), syntax, words, url=url, outlet=outlet)

    assert (time.value, time.otherwise) == (value, otherwise)


def test_another_date_of_the_page_decides_between_day_and_month(syntax: Syntax, words: TimeWords) -> None:
    text = "They met on 04/03/2022 and will meet on 04/25/2022."

    assert [time.value for time in read(text, date(2022, 4, 9), syntax, words)] == ["2022-04-03", "2022-04-25"]


def test_the_nearer_day_decides_where_nothing_else_does(syntax: Syntax, words: TimeWords) -> None:
    assert read("They met on 04/03/2022.", date(2022, 4, 9), syntax, words)[0].value == "2022-04-03"


def test_next_friday_keeps_its_other_reading(syntax: Syntax, words: TimeWords) -> None:
    (time,) = read("The ministers will meet next Friday.", date(2022, 1, 18), syntax, words)

    assert (time.value, time.otherwise) == ("2022-01-21", ("2022-01-28",))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They signed on 3 November; it takes effect after 15 days.", "2022-11-18", "2022-11-18"),
        ("They will sign in two weeks.", "2022-11-14", "2022-11-20"),
        ("Over the past three weeks they met.", "2022-10-14", "2022-11-04"),
        ("In the next ten days they will meet.", "2022-11-04", "2022-11-14"),
        ("She said no on Tuesday, two days after accepting it.", "2022-10-30", "2022-10-30"),
    ],
)
def test_a_length_of_time_knows_when_it_ends(
    text: str, first: str, last: str, syntax: Syntax, words: TimeWords
) -> None:
    time = read(text, date(2022, 11, 4), syntax, words)[-1]

    assert time.type == "DURATION"
    assert (time.first_day, time.last_day) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_fiscal_year_has_no_days_and_an_academic_year_begins_in_september(syntax: Syntax, words: TimeWords) -> None:
    fiscal, academic = read(
        "The budget for fiscal 2023 and the 2022-23 academic year grew.", date(2022, 3, 9), syntax, words
    )

    assert (fiscal.value, fiscal.first_day) == ("2023", None)
    assert (academic.first_day, academic.last_day) == (date(2022, 9, 1), date(2023, 8, 31))


def page_and_scores(text: str, words_: str, confidence: float, syntax: Syntax) -> tuple[Page, Scores]:
    start = text.index(words_)
    found = FoundTime(Span(start, start + len(words_)), "DATE", confidence)
    return lay_out(Article(text=text, published=date(2022, 3, 9)), syntax), Scores(times=(found,))


def test_what_only_the_encoder_finds_counts_where_it_is_certain(syntax: Syntax, words: TimeWords) -> None:
    page, scores = page_and_scores("He had said so then, that is.", "then", 0.9, syntax)

    (phrase,) = find_times(page, scores, words)

    assert (phrase.span, phrase.type, phrase.value, phrase.confidence) == (Span(15, 19), "DATE", "XXXX", 0.9)


def test_what_only_the_encoder_finds_is_read_by_the_grammar_as_far_as_it_goes(syntax: Syntax, words: TimeWords) -> None:
    page, scores = page_and_scores("They met in the sun.", "the sun", 0.9, syntax)

    assert [phrase.span for phrase in find_times(page, scores, words)] == [Span(12, 19)]


def test_a_word_that_is_seldom_a_time_has_its_value_where_the_encoder_finds_it(
    syntax: Syntax, words: TimeWords
) -> None:
    page, scores = page_and_scores("The current talks will end soon.", "current", 0.9, syntax)

    assert [phrase.value for phrase in find_times(page, scores, words)] == ["PRESENT_REF"]
    assert find_times(page, Scores(), words) == ()


def test_what_the_encoder_is_not_certain_of_is_left(syntax: Syntax, words: TimeWords) -> None:
    page, scores = page_and_scores("He had said so then, that is.", "then", 0.5, syntax)

    assert find_times(page, scores, words) == ()


def test_where_both_find_it_the_rules_have_the_span(syntax: Syntax, words: TimeWords) -> None:
    page, scores = page_and_scores("They met in late March 2021.", "March 2021", 0.9, syntax)

    assert [phrase.span.of(page.text) for phrase in find_times(page, scores, words)] == ["late March 2021"]


def test_an_empty_page_has_no_times(syntax: Syntax, words: TimeWords) -> None:
    assert read("", None, syntax, words) == ()
