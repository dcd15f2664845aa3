"""What is quoted where."""

import pytest

from tests.pages import bare_page
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.quotes import find_quotes
from verbale.spans import Span

TEXT = "“A ‘b’ c,” he said. “D.” And “e"


@pytest.fixture
def quoted() -> Quoted:
    return Quoted.of(find_quotes(bare_page(TEXT)))


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.mark.parametrize(
    ("words", "scope"), [("b", "b"), ("c", "A ‘b’ c,"), ("he said", None), ("D", "D."), ("e", None)]
)
def test_a_word_s_scope_is_the_innermost_closed_quotation_around_it(
    words: str, scope: str | None, quoted: Quoted
) -> None:
    place = Span(len(TEXT) - 1, len(TEXT)) if words == "e" else at(words)
    found = quoted.scope(place)
    assert (found.of(TEXT) if found else None) == scope


def test_outer_quotations_are_those_that_stand_in_none(quoted: Quoted) -> None:
    assert [one.span.of(TEXT) for one in quoted.outer] == ["“A ‘b’ c,”", "“D.”", "“e"]


def test_touching_gives_inner_ones_too(quoted: Quoted) -> None:
    assert [one.span.of(TEXT) for one in quoted.touching(at("b"))] == ["“A ‘b’ c,”", "‘b’"]
    assert quoted.touching(at("he said")) == ()


def test_of_quotations_that_end_together_the_outer_is_named() -> None:
    text = "“She said ‘no’”"
    quoted = Quoted.of(find_quotes(bare_page(text)))
    assert quoted.ending[len(text)].span == Span(0, len(text))
