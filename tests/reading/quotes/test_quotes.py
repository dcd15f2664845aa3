"""Quotation marks of every style, whole and broken, without a parser."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pages import bare_page
from verbale.reading.drafts import Quotation
from verbale.reading.quotes import find_quotes


def quotes(text: str) -> tuple[Quotation, ...]:
    return find_quotes(bare_page(text))


def words(text: str) -> list[str]:
    """The quoted words; parts of one quotation joined by a stroke, inner ones behind a sign for their level."""
    return [
        ">" * one.level + " | ".join(part.of(text) for part in one.parts) + "".join(f" #{flag}" for flag in one.flags)
        for one in quotes(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We left,” she said.",
        '"We left," she said.',
        "‘We left,’ she said.",
        "'We left,' she said.",
        "``We left,'' she said.",
        "''We left,'' she said.",
        "«We left,» she said.",
        "« We left, » she said.",
        "»We left,« she said. »So.«",
        "„We left,“ she said.",
        "„We left,” she said.",
        '„We left," she said.',
        "‚We left,‘ she said.",
        "‹We left,› she said.",
        "「We left,」 she said.",
        "『We left,』 she said.",
        "〝We left,〞 she said.",
        "”We left,” she said.",
        "“We left,“ she said.",
        '“We left," she said.',
        '«We left," she said.',
        "“We left, ”she said.",
        '"We left, "she said.',
        "“ We left , ” she said.",
        "Then she rose.“We left,”she said.",
        'Then she rose."We left,"she said.',
        "\u202b“\u200fWe left,”\u202c she said.",
    ],
)
def test_every_style_quotes_the_same_words(text: str) -> None:
    first = quotes(text)[0]
    assert first.parts[0].of(text).strip("\u200f ,") == "We left"
    assert first.level == 0
    assert first.flags == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“A,” he said. “B.”", ["A,", "B."]),
        ("\"They said, 'We can't go', and left,\" he said.", ["They said, 'We can't go', and left,", ">We can't go"]),
        ("‘When they say “never”, wait,’ he said.", ["When they say “never”, wait,", ">never"]),
        ("“He said “no” and left,” she said.", ["He said “no” and left,", ">no"]),
        ('"He said "no" and left," she said.', ['He said "no" and left,', ">no"]),
        ("«Er sagte «nein» und ging», sagte sie.", ["Er sagte «nein» und ging", ">nein"]),
        ("''Call it 'old school,''' he said.", ["Call it 'old school,'", ">old school,"]),
    ],
)
def test_quotations_stand_beside_and_inside_each_other(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We have a text. “They have until Friday.”", ["We have a text. #unclosed", "They have until Friday."]),
        ('"We have a text. "They have until Friday."', ["We have a text. #unclosed", "They have until Friday."]),
        ("“A,” he said. “They have until Friday.\nNext.", ["A,", "They have until Friday. #unclosed"]),
        ("We will win,” he said.", ["We will win, #unopened"]),
        ("She came. We will win,” he said.", ["We will win, #unopened"]),
        ("It hurt him, ”Varga concluded.", ["It hurt him, #unopened"]),
        ("The label ” stands alone.", []),
        ("A lone “ here\nand then “this” one.", ["here #unclosed", "this"]),
    ],
)
def test_a_missing_mark_costs_one_quotation_a_flag_and_the_rest_nothing(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One.\n\n“Two.\n\n“Three,” he said.", ["One. | Two. | Three,"]),
        ('"One.\n\n"Two.\n\n"Three," he said.', ["One. | Two. | Three,"]),
        ("«One.\n«Two», he said.", ["One. | Two"]),
        ("“One.\n\nTwo.\n\nThree,” he said.", ["One. | Two. | Three,"]),
        ("“One.\n\nHe left. “Two,” he said.", ["One. #unclosed", "Two,"]),
        ("“One.”\n\n“Two.”", ["One.", "Two."]),
        ("“One ‘two.\n\n“Three.”", ["One ‘two. | Three."]),
    ],
)
def test_a_quotation_runs_over_paragraphs_that_open_it_again(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The '90s were the workers' decade; they can't forget 'em.",
        "The ’90s were the workers’ decade; rock ’n’ roll.",
        "Norland 's envoys do n't want the lords ' seats .",
        'He is 5\'10" tall, sits at a 72" table and eats 12" pizzas.',
        "» Talks resume Monday\n» Floods hit the north",
        "› more\n› less",
        "— First point of the list.\n— Second point of the list.",
        "O'Hara's mother-in-law's 'phone",
        "",
        "   \n\n ",
    ],
)
def test_apostrophes_measures_and_bullets_quote_nothing(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He sat at a 72" table. "It wobbles," he said.', ["It wobbles,"]),
        ('"The 12" pipe is here," he said.', ['The 12" pipe is here,']),
        ("‘We back the workers’ demands,’ he said.", ["We back the workers’ demands,"]),
        ("'We're goin' home,' he said.", ["We're goin' home,"]),
        ("It is 'constructive' after the workers' vote.", ["constructive"]),
        ("«Not one soldier», he said.\n» Talks resume", ["Not one soldier"]),
        ("The boys' 'road map' and the '90s 'non-paper'.", ["road map", "non-paper"]),
    ],
)
def test_they_stay_what_they_are_beside_and_inside_quotations(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_dashes_quote_where_a_second_dash_sets_the_speaker_apart() -> None:
    text = "The governor came.\n— It opens at noon, — said the governor. — Not before.\n— And the scanners?"
    assert words(text) == ["It opens at noon, #dash", "Not before. #dash", "And the scanners? #dash"]


def test_a_quotation_s_span_has_its_marks_and_its_parts_have_none() -> None:
    text = "He said: ``No.''"
    only = quotes(text)[0]
    assert only.span.of(text) == "``No.''"
    assert [part.of(text) for part in only.parts] == ["No."]


def test_the_outer_come_before_the_inner_in_the_order_of_the_text() -> None:
    spans = [one.span for one in quotes("“A ‘b’ c,” he said. “D.”")]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))


MARKS = st.text(alphabet="ab. ,!\n\"“”„'’‘«»‹›`—- 5s「」", max_size=80)


@given(MARKS)
def test_of_any_marks_quotations_lie_inside_the_text_and_never_cross(text: str) -> None:
    found = quotes(text)
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert all(one.span.contains(part) for part in one.parts)
    for one in found:
        for two in found:
            assert not one.span.overlaps(two.span) or one.span.contains(two.span) or two.span.contains(one.span)


@pytest.mark.parametrize("unit", ["“", '"a ', "' ", "‘“", "“a\n", "«", "'a\" ", "“ ”"])
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def seconds(times: int) -> float:
        page = bare_page(unit * times)
        start = process_time()
        find_quotes(page)
        return process_time() - start

    long, short = (min(seconds(times) for _ in range(3)) for times in (8000, 500))
    assert long < 80 * short, "sixteen times the text should take some sixteen times as long"
