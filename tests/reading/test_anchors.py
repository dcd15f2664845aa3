"""The day of publication from the text, and from when its times count."""

from datetime import date

import pytest

from tests.timed import laid_out
from verbale.article import Article
from verbale.lexicon.time import TimeWords, load_time
from verbale.reading.anchors import published_from_text
from verbale.reading.page import Syntax, lay_out
from verbale.reading.scores import Scores
from verbale.reading.times import find_times
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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("GENEVA, Jan. 14 - The session is on Monday.", ["2022-01-14", "2022-01-17"]),
        ("GENEVA, Jan. 14 (Agency) - They met yesterday.", ["2022-01-14", "2022-01-13"]),
        ("GENEVA, Nov. 14 - They met yesterday.", ["2021-11-14", "2022-01-18"]),
    ],
)
def test_the_text_counts_from_its_dateline_of_the_last_week(text: str, values: list[str], syntax: Syntax) -> None:
    assert [time.value for time in laid_out(text, syntax)[1]] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On January 17 the paper ran it.\nThe envoy spoke.\nOn the same day she left.", ["2022-01-17", "2022-01-17"]),
        ("They met from Friday through Monday.", ["2022-01-14", "2022-01-17"]),
        ("Sales rose in the third quarter. They had been lower a year earlier.", ["2021-Q3", "2020-Q3"]),
        ("They met at noon on Friday.", ["2022-01-14T12:00", "2022-01-14"]),
    ],
)
def test_the_story_goes_on_from_what_it_named(text: str, values: list[str], syntax: Syntax) -> None:
    assert [time.value for time in laid_out(text, syntax)[1]] == values


def test_each_time_has_its_sentence_as_evidence_and_its_id(syntax: Syntax) -> None:
    _, times = laid_out("They met on Monday. They left on Tuesday.", syntax)

    assert [(time.id, time.evidence) for time in times] == [("t1", (Span(0, 19),)), ("t2", (Span(20, 41),))]
