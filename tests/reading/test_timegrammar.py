"""The grammar of time over plain strings."""

import string
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.lexicon.time import TimeWords, load_time
from verbale.reading.drafts import Direction, Point, Shift, TimePhrase
from verbale.reading.reckoning import Reference, reckon
from verbale.reading.timegrammar import read_phrases
from verbale.spans import Span

WORDS = load_time()
MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CARDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()


def only(text: str, words: TimeWords = WORDS) -> TimePhrase:
    (phrase,) = read_phrases(text, words)
    return phrase


def nth(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


THIRTY_WAYS = [
    "{day} {month} {year}",
    "{month} {day}, {year}",
    "{month} {day} {year}",
    "{day} {short} {year}",
    "{short} {day}, {year}",
    "{nth} {month} {year}",
    "{month} {nth}, {year}",
    "the {nth} of {month} {year}",
    "the {nth} of {month}, {year}",
    "{nth} of {month} {year}",
    "{weekday}, {day} {month} {year}",
    "{weekday} {day} {month} {year}",
    "{weekday}, {month} {day}, {year}",
    "{weekday}, {short} {day}, {year}",
    "{weekday} {month} {day}, {year}",
    "{weekday} the {nth} of {month} {year}",
    "{weekday}, the {nth} of {month}, {year}",
    "{abbreviated}. {short} {day}, {year}",
    "{abbreviated}, {day} {month} {year}",
    "{iso}",
    "{month} {cardinal}, {year}",
    "the {cardinal} of {month} {year}",
    "{day} {MONTH} {year}",
    "{MONTH} {day}, {year}",
    "{day:02} {month} {year}",
    "{month} {day:02}, {year}",
    "{day} of {month} {year}",
    "{month} the {nth}, {year}",
    "{weekday}, {month} the {nth}, {year}",
    "{iso}T00:00:00Z",
]


@settings(max_examples=25, deadline=None)
@given(st.dates(date(1200, 1, 1), date(2199, 12, 31)))
@pytest.mark.parametrize("way", THIRTY_WAYS)
def test_any_day_of_a_thousand_years_comes_back_however_it_is_written(way: str, day: date) -> None:
    written = way.format(
        day=day.day,
        nth=nth(day.day),
        cardinal=CARDINALS[day.day - 1],
        month=MONTHS[day.month - 1],
        MONTH=MONTHS[day.month - 1].upper(),
        short=SHORT[day.month - 1],
        year=day.year,
        weekday=WEEKDAYS[day.weekday()],
        abbreviated=WEEKDAYS[day.weekday()][:3],
        iso=day.isoformat(),
    )

    phrase = only(f"They met on {written}, it said.")

    assert phrase.span.of(f"They met on {written}, it said.") == written
    assert phrase.point is not None
    assert reckon(phrase.point, Reference(date(2022, 1, 18)))[0][:10] == day.isoformat()


VOCABULARY = sorted({word for words in WORDS.lists.words.values() for word in words})
SCRAPS = st.sampled_from(
    [*VOCABULARY, *"0 1 10 31 32 99 1990 2022 1,990 3.5 's - – , . / : ( ) of the in a an".split()]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(SCRAPS, max_size=12), st.sampled_from([" ", "", "-", "\n"]), st.booleans())
def test_no_jumble_of_time_words_crashes_the_grammar(scraps: list[str], glue: str, capital: bool) -> None:
    text = glue.join(scrap.title() if capital else scrap for scrap in scraps)

    spans = [phrase.span for phrase in read_phrases(text, WORDS)]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(SCRAPS, max_size=12),
    st.dates(),
    st.sampled_from(["past", "since", "future", ""]),
    st.sampled_from(["", "2021-12-31", "2022-W03", "1989-Q3", "2014", "199", "0001-01-01", "9999-12-31"]),
)
def test_no_jumble_of_time_words_crashes_the_reckoning_whenever_it_was_written(
    scraps: list[str], published: date, direction: Direction, narrated: str
) -> None:
    text = " ".join(scrap.title() for scrap in scraps)
    compared = narrated if "Q" in narrated else ""

    for phrase in read_phrases(text, WORDS):
        for point in (phrase.point, *phrase.otherwise):
            if point is not None:
                for day in (published, None):
                    assert all(reckon(point, Reference(day, direction, narrated, compared)))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters() | st.sampled_from(string.digits + "’'-–/:.,"), max_size=60))
def test_no_text_crashes_the_grammar(text: str) -> None:
    for phrase in read_phrases(text, WORDS):
        assert phrase.span.of(text).strip()
        assert phrase.value or phrase.point


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("two weeks ago", Point(Shift(-2, "week", measured=True))),
        ("a fortnight ago", Point(Shift(-2, "week", measured=True))),
        ("half a century ago", Point(Shift(-50, "year", measured=True))),
        ("a year and a half ago", Point(Shift(-18, "month", measured=True))),
        ("two days earlier", Point(Shift(-2, "day", "narrative", measured=True))),
        ("the same day", Point(Shift(0, "day", "narrative"))),
        ("the next day", Point(Shift(1, "day", "narrative"))),
        ("next week", Point(Shift(1, "week"))),
        ("June last year", Point(Shift(-1, "year"), month=6)),
        ("Monday last week", Point(Shift(-1, "week"), weekday=1)),
        ("last Friday", Point(which=-1, weekday=5)),
        ("tonight", Point(Shift(0, "day"), hour="TNI")),
        ("9 p.m. Friday", Point(weekday=5, hour="T21:00")),
        ("12 a.m. Friday", Point(weekday=5, hour="T00:00")),
        ("8 at night", Point(hour="T20:00")),
        ("fiscal 2023", Point(year=2023, own_year="fiscal")),
        ("the week of March 6", Point(month=3, day=6, part="W")),
    ],
)
def test_words_mean_a_place_in_the_calendar(text: str, point: Point | None) -> None:
    assert read_phrases(text, WORDS)[0].point == point


def test_an_ambiguous_date_has_both_readings() -> None:
    phrase = only("04/03/2022")

    assert phrase.point == Point(year=2022, month=3, day=4)
    assert phrase.otherwise == (Point(year=2022, month=4, day=3),)
    assert only("18/01/2022").otherwise == ()


def test_a_range_is_two_expressions() -> None:
    first, last = read_phrases("January 10–13, 2022", WORDS)

    assert (first.span, last.span) == (Span(0, 10), Span(11, 19))
    assert (first.point, last.point) == (Point(year=2022, month=1, day=10), Point(year=2022, month=1, day=13))


def test_only_the_part_of_the_text_is_read_that_is_asked_for() -> None:
    assert [phrase.span for phrase in read_phrases("Friday or Monday", WORDS, within=Span(10, 16))] == [Span(10, 16)]
