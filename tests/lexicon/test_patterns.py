"""Patterns over words: the notation, and what the search finds."""

import pytest

from verbale.errors import ToolsError
from verbale.lexicon.atoms import Range, Vocabulary
from verbale.lexicon.numerals import load_numbers
from verbale.lexicon.patterns import Patterns
from verbale.spans import Span

VOCABULARY = Vocabulary(
    words={
        "MONTH": {"may": 5, "june": 6},
        "UNIT": {"day": "D", "second": "S"},
        "HOLIDAY": {"new year's day": "01-01"},
    },
    capital=frozenset({"MONTH"}),
    forms={"CLOCK": r"\d{1,2}:\d\d"},
    numbers={
        "DAY": Range(least=1, most=31, digits=frozenset({1, 2})),
        "NTH": Range(least=1, most=31, written=frozenset({"nth digits", "nth words"})),
        "NUMBER": Range(least=0, most=1000, written=frozenset({"digits", "words"})),
    },
)


def found(text: str, *patterns: str, within: Span | None = None) -> list[tuple[str, dict[str, object]]]:
    search = Patterns(patterns, VOCABULARY, load_numbers(), {"DATE": "MONTH DAY | DAY MONTH"})
    return [(one.span.of(text), dict(one.slots)) for one in search.find(text, within)]


@pytest.mark.parametrize(
    ("pattern", "text", "phrase", "slots"),
    [
        ("MONTH DAY", "on May 10 they met", "May 10", {"month": 5, "day": 10}),
        ("MONTH DAY:from", "on May 10 they met", "May 10", {"month": 5, "from": 10}),
        ("MONTH (DAY)?", "in May they met", "May", {"month": 5}),
        ("DATE", "on 3 June they met", "3 June", {"day": 3, "month": 6}),
        ("the NTH of MONTH", "on the 3rd of June", "the 3rd of June", {"nth": 3, "month": 6}),
        ("NTH UNIT", "the second second passed", "second second", {"nth": 2, "unit": "S"}),
        ("in [MONTH]", "in May they met", "May", {"month": 5}),
        ("NUMBER - UNIT", "a two-day talk", "two-day", {"number": 2, "unit": "D"}),
        ("CLOCK", "at 14:05 they met", "14:05", {"clock": "14:05"}),
        ("HOLIDAY", "On New Year’s Day they met", "New Year’s Day", {"holiday": "01-01"}),
        ("NUMBER UNIT", "twenty-two day trips", "twenty-two day", {"number": 22, "unit": "D"}),
        ("NUMBER UNIT", "2 1/2 day trips", "2 1/2 day", {"number": 2.5, "unit": "D"}),
    ],
)
def test_a_pattern_finds_its_phrase(pattern: str, text: str, phrase: str, slots: dict[str, object]) -> None:
    assert found(text, pattern) == [(phrase, slots)]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("MONTH", "they may meet"),
        ("in [MONTH]", "since May they met"),
        ("NUMBER UNIT !(trip)", "a two day trip"),
        ("!(a) [NUMBER UNIT]", "a two day trip"),
        ("MONTH DAY", "in May\n10 men left"),
        ("NUMBER - UNIT", "two - day"),
    ],
)
def test_a_pattern_leaves_what_does_not_fit(pattern: str, text: str) -> None:
    assert found(text, pattern) == []


def test_the_longest_phrase_wins_and_none_overlaps() -> None:
    assert [phrase for phrase, _ in found("10 May 20 June", "MONTH DAY", "DATE", "MONTH", "DAY")] == [
        "10 May",
        "20 June",
    ]


def test_the_search_keeps_within_its_span() -> None:
    assert [phrase for phrase, _ in found("May 10 and June 11", "MONTH", within=Span(7, 18))] == ["June"]


@pytest.mark.parametrize("pattern", ["YEAR", "MONTH (DAY", "MONTH **"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ToolsError, match="not a pattern"):
        found("", pattern)
