"""The measure, on statements made by hand, and beside the shared scorer where that stands beside the checkout."""

import importlib.util
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks.agreement import Comparison, Counts, Parts, agreement, compare, total
from benchmarks.corpus import STATEMENTS, Labelled, data_folder, read_labelled
from tests.benchmarks.parts import marked
from verbale.spans import Span

SCORER = Path(__file__).parent.parent.parent.parent / "shared" / "scorers" / "score_statements.py"
DEVELOPMENT = data_folder() / STATEMENTS

GOLD = "[s The old envoy] [c said] [t that no ship would sail before dawn]."


def comparison(gold: str, found: str) -> Comparison:
    text, labelled = marked(gold)
    plain, answered = marked(found)
    assert plain == text
    return compare(text, labelled, answered)


@pytest.mark.parametrize(
    ("found", "loose", "exact"),
    [
        (GOLD, 1, 1),
        ("[s The old envoy] [c said] [t that no ship would sail before dawn.]", 1, 1),  # a mark at the edge is nothing
        ("[s The old envoy] said [t that no ship would sail before dawn].", 1, 1),  # nor is the cue
        ("The [s old envoy] [c said] that [t no ship would sail before dawn].", 1, 0),
        ("The old [s envoy] [c said] [t that no ship would sail before dawn].", 0, 0),  # a third of the source
        ("[s The old envoy] [c said] that no ship would sail [t before dawn].", 0, 0),
        ("The old envoy [c said] [t that no ship would sail before dawn].", 0, 0),
        ("[s The old envoy] [c said] that no ship would sail before dawn.", 0, 0),
    ],
)
def test_a_statement_is_right_by_half_of_its_content_and_source_or_by_all_of_their_words(
    found: str, loose: int, exact: int
) -> None:
    counts = comparison(GOLD, found).counts()
    assert (counts["loose"].right, counts["exact"].right) == (loose, exact)


def test_statements_without_a_source_are_right_when_neither_has_one() -> None:
    text = "It [c was said] [t that rain would come]."
    assert comparison(text, text).counts()["loose"] == Counts(1, 1, 1)


def test_two_answers_are_not_right_by_one_label_and_the_best_overlap_goes_first() -> None:
    text, gold = marked("[s Ada] [c said] [t that it would rain all day].")
    short, whole = Parts(gold[0].source, (), (Span(14, 32),)), gold[0]
    pairs = compare(text, gold, [short, whole]).loose_pairs()
    assert pairs == ((1, 0),)


def test_tokens_count_once_a_role_and_fragments_by_their_first_and_last_word() -> None:
    counts = comparison(
        "[s Ada] [c said], “[t rain] and [t snow in May]”.",
        "[s Ada] said, “[t rain] and snow [t in May]”.",
    ).counts()
    assert counts["token content"] == Counts(3, 3, 4)
    assert counts["span content"] == Counts(1, 2, 2)
    assert counts["token cue"] == Counts(0, 0, 1)


def test_figures_are_points_and_nothing_found_is_nought() -> None:
    counts = total([Counts(1, 2, 4), Counts(2, 2, 4)])
    assert (counts.precision, counts.recall, counts.f1) == (75.0, 37.5, 50.0)
    assert total([]).f1 == 0.0


@pytest.mark.skipif(not (SCORER.exists() and DEVELOPMENT.exists()), reason="the scorer is not beside this checkout")
def test_every_figure_is_the_shared_scorers() -> None:
    labelled = read_labelled(DEVELOPMENT)[:10]
    answers = [list(_faulty(one)) for one in labelled]
    ours = agreement(compare(one.article.text, one.gold, found) for one, found in zip(labelled, answers, strict=True))
    theirs = _scorer().score(
        [{"id": one.article.id, "text": one.article.text, "attributions": _rows(one.gold)} for one in labelled],
        [{"id": one.article.id, "statements": _rows(found)} for one, found in zip(labelled, answers, strict=True)],
    )
    assert (theirs.pop("gold"), theirs.pop("system")) == (ours["loose"].wanted, ours["loose"].found)
    assert {name: _rounded(counts) for name, counts in ours.items()} == theirs
    assert 0 < ours["exact"].right < ours["loose"].right < ours["loose"].found


def _faulty(labelled: Labelled) -> Iterator[Parts]:
    """The annotators' statements with faults of every sort: some gone, some moved, some cut, one twice."""
    for place, one in enumerate(labelled.gold):
        moved = tuple(Span(start + 7, end + 7) for start, end in one.source)
        longer = tuple(Span(start, end + 40) for start, end in one.content)
        yield from (
            [one],
            [],
            [Parts(moved, one.cue, one.content)],
            [Parts(one.source, (), longer)],
            [Parts((), one.cue, one.content[:1]), one],
            [Parts(one.source, one.cue, tuple(Span(start, (start + end) // 2 + 4) for start, end in one.content))],
        )[place % 6]


def _rows(statements: Sequence[Parts]) -> list[dict[str, Any]]:
    return [{"source": one.source, "cue": one.cue, "content": one.content} for one in statements]


def _rounded(counts: Counts) -> dict[str, float]:
    return {"p": round(counts.precision, 1), "r": round(counts.recall, 1), "f1": round(counts.f1, 1)}


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("shared_scorer", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
