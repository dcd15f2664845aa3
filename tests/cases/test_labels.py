"""The labelled cases are sound in themselves, whatever the reading makes of them."""

from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import yaml
from ftfy import fix_encoding

from tests.cases.labels import Case, cases, open_cases
from tests.cases.letters import Letters

SHARED_KINDS = (
    *("Q01", "Q03", "Q05", "Q07", "Q09", "Q11", "A01", "A03", "A05", "S01", "S03", "S05", "S07"),
    *("M01", "M03", "E01", "E03", "E05", "E07", "C01", "C03", "C05", "N01", "P01"),
)


def test_there_are_well_over_a_hundred_cases_with_ids_of_their_own() -> None:
    ids = Counter(case.id for case in cases())
    assert len(ids) >= 110
    assert not [one for one, times in ids.items() if times > 1]


def test_every_manner_of_writing_has_several_cases() -> None:
    manners = Counter(case.manner for case in cases())
    assert min(manners.values()) >= 4, manners


@pytest.mark.parametrize("shared", SHARED_KINDS)
def test_every_kind_of_shared_case_that_is_reached_has_a_case_of_ours(shared: str) -> None:
    assert [case.id for case in cases() if case.like == shared]


def test_the_open_list_names_cases_that_are_there_and_says_why() -> None:
    known = {case.id for case in cases()}
    assert set(open_cases()) <= known
    assert all(len(reason.split()) > 3 for reason in open_cases().values())


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_all_words_that_a_case_expects_stand_in_its_text(case: Case) -> None:
    letters = Letters(_as_shown(case.text) if case.file else case.text)
    assert not [words for words in _expected_words(case) if not any(letters.places(words))]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_a_statement_points_only_at_statements_of_its_case(case: Case) -> None:
    number = len(case.expect.statements)
    assert all(one.within is None or one.within < number for one in case.expect.statements)


def test_the_speakers_of_the_benchmark_say_words_that_stand_in_their_articles() -> None:
    path = Path(__file__).parent.parent.parent / "benchmarks" / "labels" / "speakers.yaml"
    articles = yaml.safe_load(path.read_text("utf-8"))
    assert sum(len(article["statements"]) for article in articles) >= 60
    for article in articles:
        letters = Letters(article["text"])
        for one in article["statements"]:
            pieces = [one["content"]] if isinstance(one["content"], str) else one["content"]
            assert any(letters.places_of_pieces(pieces)), (article["id"], pieces)


def _as_shown(text: str) -> str:
    """A damaged page's text as a reader should see it."""
    return unescape(unescape(fix_encoding(text)))


def _expected_words(case: Case) -> Iterator[str]:
    for wanted in case.expect.statements:
        yield from (wanted.content,) if isinstance(wanted.content, str) else wanted.content
        yield from (words for words in (wanted.source, wanted.cue) if words)
    yield from (*case.expect.absent, *case.expect.outside, *case.expect.unsaid)
