"""The day of publication from the text, and the time that governs a clause."""

from datetime import date

import pytest

from verbale.article import Article
from verbale.lexicon.time import TimeWords, load_time
from verbale.reading.anchors import anchor, governing_time, published_from_text
from verbale.reading.page import Page, Syntax, lay_out
from verbale.reading.scores import Scores
from verbale.reading.times import find_times
from verbale.record import Time
from verbale.spans import Span


@pytest.fixture(scope="module")
def words() -> TimeWords:
    return load_time()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published 18 January 2022\nThe talks ended.", "2022-01-18"),
        ("Updated on January 18, 2022\nThe talks ended.", "2022-01-18"),
        ("Tuesday, January 18, 2022\n\nThe talks ended.", "2022-01-18"),
        ("The talks ended\nBy Ana Ruiz, 18 January 2022\nIt was late.", "2022-01-18"),
        ("GENEVA, Jan. 8, 2022 - The border negotiators left.", "2022-01-08"),
        ("MOSCOW, January 7, 2022 (Agency) - The border negotiators left.", "2022-01-07"),
        ("This was announced on Tuesday, January 18, by Ana Ruiz. Talks began in 2021.", "2022-01-18"),
        ("This was announced on Tuesday, January 18, 2022, by Ana Ruiz.", "2022-01-18"),
        ("This was announced on Tuesday, January 18, by Ana Ruiz.", None),
        ("This was announced on Tuesday, January 18. Talks began in 2014.", None),
        ("This was announced on Tuesday. Talks began in 2021.", None),
        ("The treaty of 8 December 1987 was signed by both sides, who had met before that.", None),
        ("GENEVA, Jan. 8 - The border negotiators left.", None),
        ("", None),
    ],
)
def test_the_day_of_publication_is_read_only_where_the_text_tells_it(
    text: str, day: str | None, syntax: Syntax, words: TimeWords
) -> None:
    page = lay_out(Article(text=text), syntax)
    expected = date.fromisoformat(day) if day else None

    assert published_from_text(page, find_times(page, Scores(), words)) == expected


def laid_out(text: str, syntax: Syntax, words: TimeWords) -> tuple[Page, tuple[Time, ...]]:
    page = lay_out(Article(text=text, published=date(2022, 1, 19)), syntax)
    return page, anchor(page, find_times(page, Scores(), words), date(2022, 1, 19))


def span(text: str, words_: str) -> Span:
    start = text.index(words_)
    return Span(start, start + len(words_))


@pytest.mark.parametrize(
    ("text", "asked", "value"),
    [
        ("The envoy said on Monday that they would sign on Friday.", "said", "2022-01-17"),
        ("The envoy said on Monday that they would sign on Friday.", "sign", "2022-01-21"),
        (
            "On January 10 the delegations met in Geneva, and on January 12 they met in Brussels.",
            "met in G",
            "2022-01-10",
        ),
        (
            "On January 10 the delegations met in Geneva, and on January 12 they met in Brussels.",
            "met in B",
            "2022-01-12",
        ),
        ("On Monday the minister arrived and signed the text.", "signed", "2022-01-17"),
        ("Monday's meeting in Geneva ended early.", "meeting", "2022-01-17"),
        ("The minister left.", "left", None),
        ("The deputy said the vote had been held on Monday.", "said", None),
        (
            "On December 17, the ministry published the drafts. It says that both sides must leave.",
            "says",
            "2021-12-17",
        ),
        ("On December 17, the ministry published the drafts.\nThe envoy says that both must leave.", "says", None),
        ("On December 17, the ministry published the drafts. The sides will meet.", "meet", None),
        ("The secretary said no on Tuesday, two days after accepting the invitation.", "said", "2022-01-18"),
    ],
)
def test_a_clause_is_governed_by_its_own_time_or_the_stories(
    text: str, asked: str, value: str | None, syntax: Syntax, words: TimeWords
) -> None:
    page, times = laid_out(text, syntax, words)

    found = governing_time(page, times, span(text, asked))

    assert (found.value if found else None) == value


def test_a_time_in_the_content_never_governs_the_cue(syntax: Syntax, words: TimeWords) -> None:
    text = "“We met on Monday,” she said."
    page, times = laid_out(text, syntax, words)

    assert governing_time(page, times, span(text, "said"), apart_from=[span(text, "We met on Monday,")]) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("GENEVA, Jan. 14 - The session is on Monday.", ["2022-01-14", "2022-01-17"]),
        ("GENEVA, Jan. 14 (Agency) - They met yesterday.", ["2022-01-14", "2022-01-13"]),
        ("GENEVA, Nov. 14 - They met yesterday.", ["2021-11-14", "2022-01-18"]),
    ],
)
def test_the_text_counts_from_its_dateline_of_the_last_week(
    text: str, values: list[str], syntax: Syntax, words: TimeWords
) -> None:
    assert [time.value for time in laid_out(text, syntax, words)[1]] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On January 17 the paper ran it.\nThe envoy spoke.\nOn the same day she left.", ["2022-01-17", "2022-01-17"]),
        ("They met from Friday through Monday.", ["2022-01-14", "2022-01-17"]),
        ("Sales rose in the third quarter. They had been lower a year earlier.", ["2021-Q3", "2020-Q3"]),
        ("They met at noon on Friday.", ["2022-01-14T12:00", "2022-01-14"]),
    ],
)
def test_the_story_goes_on_from_what_it_named(text: str, values: list[str], syntax: Syntax, words: TimeWords) -> None:
    assert [time.value for time in laid_out(text, syntax, words)[1]] == values


def test_each_time_has_its_sentence_as_evidence_and_its_id(syntax: Syntax, words: TimeWords) -> None:
    _, times = laid_out("They met on Monday. They left on Tuesday.", syntax, words)

    assert [(time.id, time.evidence) for time in times] == [("t1", (Span(0, 19),)), ("t2", (Span(20, 41),))]
