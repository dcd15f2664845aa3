from collections import Counter

import pytest

from verbale.sources.columns import Run, in_reading_order, lines_of, paragraphs

LEFT = ["The envoy of Norland left the talks", "on Tuesday, and the mediator said", "that he would try again later."]
RIGHT = ["Delegates of both sides are expected", "back in Odrana on Thursday, said a", "spokeswoman for the ministry."]


def run(left: float, top: float, text: str, size: float = 10) -> Run:
    return Run(left, top - size, left + 5 * len(text), top, text)


def down(left: float, top: float, texts: list[str], step: float = 12) -> list[Run]:
    return [run(left, top - number * step, text) for number, text in enumerate(texts)]


def test_words_of_a_line_are_joined_and_columns_are_not() -> None:
    words = [run(60, 700, "The"), run(78, 700, "envoy"), run(103, 700, "'s"), run(320, 700, "Delegates")]

    assert [line.text for line in lines_of(reversed(words))] == ["The envoy's", "Delegates"]


def test_two_columns_are_read_one_after_the_other_whatever_was_drawn_first() -> None:
    mixed = [one for pair in zip(down(60, 700, LEFT), down(320, 700, RIGHT), strict=True) for one in pair]

    assert [one.text for one in in_reading_order(mixed)] == LEFT + RIGHT


def test_a_headline_over_two_columns_comes_first_and_a_footnote_under_them_last() -> None:
    headline = Run(60, 740, 520, 760, "Envoy walks out of the talks on the river border")
    note = Run(60, 600, 520, 610, "This report is based on what the delegations told the press on Tuesday evening.")
    lines = [note, *down(320, 700, RIGHT), headline, *down(60, 700, LEFT)]

    assert [one.text for one in in_reading_order(lines)] == [headline.text, *LEFT, *RIGHT, note.text]


def test_three_columns_are_read_from_left_to_right() -> None:
    third = ["The gauge at Odrana is", "open, and so is the", "number of the boats."]
    lines = down(440, 700, third) + down(60, 700, LEFT) + down(240, 700, RIGHT[:3])

    assert [one.text for one in in_reading_order(lines)] == LEFT + RIGHT + third


def test_one_column_stays_one() -> None:
    lines = down(60, 700, [*LEFT, *RIGHT])

    assert [one.text for one in in_reading_order(lines)] == LEFT + RIGHT


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the media-", "tor stayed"], "the mediator stayed"),
        (["the media\u00ad", "tor stayed"], "the mediator stayed"),
        (["a long-", "term plan"], "a long-term plan"),
        (["the Anglo-", "Norland pact"], "the Anglo-Norland pact"),
        (["in 2021-", "22"], "in 2021- 22"),
        (["the cease-", "fire, a ceasefire"], "the ceasefire, a ceasefire"),
        (["the cease-", "fire, a cease-fire"], "the cease-fire, a cease-fire"),
        (["both sides -", "so they said"], "both sides - so they said"),
    ],
)
def test_hyphens_of_line_breaks_are_undone_and_those_of_words_are_kept(lines: list[str], joined: str) -> None:
    assert paragraphs([down(60, 700, lines)]) == [joined]


def test_a_paragraph_begins_after_a_gap_an_indent_or_a_short_last_line() -> None:
    gap = down(60, 700, LEFT) + down(60, 640, RIGHT)
    indent = [
        *down(60, 700, ["A first line that goes to the margin", *LEFT[:2]]),
        run(75, 664, RIGHT[0]),
        *down(60, 652, RIGHT[1:]),
    ]
    short = [*down(60, 700, [*LEFT[:2], "again."]), *down(60, 664, RIGHT)]

    assert [len(paragraphs([page])) for page in (gap, indent, short)] == [2, 2, 2]


def test_a_paragraph_runs_on_in_the_next_column_and_on_the_next_page() -> None:
    open_end = [
        "The envoy of Norland left the talks",
        "on Tuesday, and the mediator said",
        "that he would try again with the",
    ]
    rest = ["delegates of both sides, who are", "expected back in Odrana on Thursday,", "said a spokeswoman."]

    assert len(paragraphs([down(60, 700, open_end) + down(320, 700, rest)])) == 1
    assert len(paragraphs([down(60, 700, open_end), down(60, 700, rest)])) == 1
    assert len(paragraphs([down(60, 700, LEFT), down(60, 700, RIGHT)])) == 2


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages = [
        [
            run(60, 800, f"The Courier {number}"),
            *down(60, 700, [f"{word} envoy left the talks."]),
            run(290, 40, f"- {number} -"),
        ]
        for number, word in enumerate(["One", "Another", "No"], start=1)
    ]

    assert paragraphs(pages) == [
        "One envoy left the talks.",
        "Another envoy left the talks.",
        "No envoy left the talks.",
    ]


def test_a_line_that_comes_once_is_text_even_at_the_edge() -> None:
    assert Counter(paragraphs([[run(60, 800, "The only line of this page.")]])) == {"The only line of this page.": 1}
