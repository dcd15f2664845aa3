"""From scores to spans and attributions."""

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from verbale.encoding.decode import (
    Emissions,
    Linked,
    Tagged,
    Weights,
    best_tags,
    decode_attributions,
    decode_times,
    shared_out,
    softmax,
    tagged_spans,
)
from verbale.encoding.labels import ROLE_TAGS, TIME_TAGS, Tagset
from verbale.encoding.links import (
    CONTENT,
    CUE_OF_CONTENT,
    CUE_OF_SOURCE,
    DISTANCES,
    LINK_SIZE,
    RANKS,
    SIDES,
    SOURCE,
    LinkWeights,
)

Floats = NDArray[np.float32]

TAGS = Tagset(("a", "b"))
SURE = 20.0
NEAREST_LEFT, NEAREST_RIGHT = RANKS // 2 - 1, RANKS // 2 + 1
NAMES = {"_": "O", "s": "source", "q": "cue", "c": "content"}
"""Units as letters: a source, a cue (`q`) and a content; a capital begins a span, a small letter goes on."""


def flat(*, rank: int | None = None) -> Weights:
    """Weights that prefer nothing, or the span of that rank."""
    ranks = np.zeros((2, RANKS), np.float32)
    if rank is not None:
        ranks[:, rank] = SURE
    return Weights(
        np.zeros((len(ROLE_TAGS),) * 2, np.float32),
        np.zeros((len(TIME_TAGS),) * 2, np.float32),
        LinkWeights(np.zeros((2, DISTANCES), np.float32), ranks),
    )


def emissions(letters: str, *, says: Sequence[tuple[int, int]] = (), by: Sequence[tuple[int, int]] = ()) -> Emissions:
    """Certain tags for the letters, links from contents to cues (`says`) and from cues to sources (`by`)."""
    roles = np.zeros((len(letters), len(ROLE_TAGS)), np.float32)
    for unit, letter in enumerate(letters):
        roles[unit, tag_of(letter)] = SURE
    links = np.zeros((len(letters), SIDES, LINK_SIZE), np.float32)
    for number, (chooser, chosen) in enumerate(says):
        links[chooser, CONTENT, number] = links[chosen, CUE_OF_CONTENT, number] = SURE
    for number, (chooser, chosen) in enumerate(by):
        links[chooser, CUE_OF_SOURCE, number] = links[chosen, SOURCE, number] = SURE
    times = np.zeros((len(letters), len(TIME_TAGS)), np.float32)
    return Emissions(roles, times, links, np.zeros(len(letters), np.float32), np.zeros((len(letters), 1), np.float32))


def tag_of(letter: str) -> int:
    if letter == "_":
        return 0
    kind = NAMES[letter.lower()]
    return ROLE_TAGS.begin(kind) if letter.isupper() else ROLE_TAGS.inside(kind)


def places(linked: Sequence[Linked]) -> list[tuple[list[int], int, list[int]]]:
    """The first units of each attribution's source, cue and contents."""
    return [
        ([span.first for span in one.source], one.cue.first, [span.first for span in one.content]) for one in linked
    ]


def worth(tags: Sequence[int], scores: Floats, steps: Floats) -> float:
    """The score of a sequence of tags, minus infinity for one that the tags' grammar forbids."""
    pairs = list(pairwise(tags))
    if not TAGS.may_start[tags[0]] or not all(TAGS.allowed[pair] for pair in pairs):
        return -np.inf
    return float(sum(scores[unit, tag] for unit, tag in enumerate(tags)) + sum(steps[pair] for pair in pairs))


@given(st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_the_best_tags_are_the_best_of_all_sequences(units: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    scores = random.normal(size=(units, len(TAGS))).astype(np.float32)
    steps = random.normal(size=(len(TAGS), len(TAGS))).astype(np.float32)

    best = max(worth(tags, scores, steps) for tags in product(range(len(TAGS)), repeat=units))

    assert worth(best_tags(scores, steps, TAGS).tolist(), scores, steps) == pytest.approx(best, abs=1e-4)


def test_no_score_is_high_enough_for_a_forbidden_tag() -> None:
    scores = np.zeros((3, len(TAGS)), np.float32)
    scores[:, TAGS.inside("a")] = 1e6

    tags = best_tags(scores, np.zeros((5, 5), np.float32), TAGS)

    assert tags[0] != TAGS.inside("a")
    assert TAGS.allowed[tags[:-1], tags[1:]].all()


def test_a_late_unit_is_tagged_as_well_as_an_early_one() -> None:
    random = np.random.default_rng(0)
    scores = (10 + random.normal(scale=0.01, size=(50_000, 5))).astype(np.float32)
    scores[:, [TAGS.inside("a"), TAGS.inside("b")]] = -100

    tags = best_tags(scores, np.zeros((5, 5), np.float32), TAGS)

    assert np.array_equal(tags, scores.argmax(axis=1))


def test_no_units_have_no_tags() -> None:
    assert best_tags(np.zeros((0, 5), np.float32), np.zeros((5, 5), np.float32), TAGS).tolist() == []


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ([], []),
        ([0, 0], []),
        ([1], [("a", 0, 0)]),
        ([1, 2, 2], [("a", 0, 2)]),
        ([1, 1, 2], [("a", 0, 0), ("a", 1, 2)]),
        ([1, 2, 3, 4, 0, 3], [("a", 0, 1), ("b", 2, 3), ("b", 5, 5)]),
        ([0, 4, 4, 0], [("b", 1, 2)]),
    ],
    ids=["nothing", "all outside", "one", "long", "neighbours", "two kinds", "begun before the text"],
)
def test_tags_mark_spans(tags: list[int], spans: list[tuple[str, int, int]]) -> None:
    found = tagged_spans(np.zeros((len(tags), 5), np.float32), np.array(tags, np.int64), TAGS)

    assert [(span.kind, span.first, span.last) for span in found] == spans


def test_a_span_is_as_certain_as_its_units_are_on_average() -> None:
    scores = np.full((2, 5), -100, np.float32)
    scores[0, [0, 1]] = np.log([0.2, 0.8])
    scores[1, [0, 2]] = np.log([0.4, 0.6])

    (span,) = tagged_spans(scores, np.array([1, 2]), TAGS)

    assert span.certainty == pytest.approx(0.7)


def test_times_are_decoded_with_their_own_tags_and_steps() -> None:
    given_ = emissions("____")
    given_.times[1, TIME_TAGS.begin("SET")] = given_.times[2, TIME_TAGS.inside("SET")] = SURE
    weights = flat()

    assert [(span.kind, span.first, span.last) for span in decode_times(given_, weights)] == [("SET", 1, 2)]

    weights.time_steps[TIME_TAGS.begin("SET"), TIME_TAGS.inside("SET")] = -3 * SURE
    assert [(span.first, span.last) for span in decode_times(given_, weights)] == [(1, 1)]


@pytest.mark.parametrize(
    ("letters", "says", "by", "expected"),
    [
        ("SsQCcc", [(3, 2)], [(2, 0)], [([0], 2, [3])]),
        ("QCQ", [(1, 0)], [], [([], 0, [1])]),
        ("QCQ", [(1, 2)], [], [([], 2, [1])]),
        ("CQSC", [(0, 1), (3, 1)], [(1, 2)], [([2], 1, [0, 3])]),
        ("SQCSQC", [(2, 1), (5, 4)], [(1, 3), (4, 0)], [([3], 1, [2]), ([0], 4, [5])]),
        ("SQCQC", [(2, 1), (4, 3)], [(1, 0), (3, 0)], [([0], 1, [2]), ([0], 3, [4])]),
        ("SQCSQ", [(2, 1)], [(1, 0), (4, 3)], [([0], 1, [2])]),
        ("SQ_", [], [(1, 0)], []),
        ("S_C", [], [], []),
        ("____", [], [], []),
        ("", [], [], []),
    ],
    ids=[
        "all parts",
        "cue before",
        "cue after",
        "content on both sides of its cue",
        "crossed sources",
        "one source of two cues",
        "a cue without content makes nothing",
        "no content",
        "no cue",
        "no span",
        "no text",
    ],
)
def test_spans_are_joined_by_their_links(
    letters: str,
    says: list[tuple[int, int]],
    by: list[tuple[int, int]],
    expected: list[tuple[list[int], int, list[int]]],
) -> None:
    assert places(decode_attributions(emissions(letters, says=says, by=by), flat())) == expected


def test_a_cue_may_have_no_source() -> None:
    given_ = emissions("SQC", says=[(2, 1)])
    given_.sourceless[1] = SURE

    (linked,) = decode_attributions(given_, flat())

    assert linked.source == ()
    assert linked.source_chance == pytest.approx(1)


def test_whether_a_cue_has_a_source_is_read_at_its_first_unit() -> None:
    given_ = emissions("SQqC", says=[(3, 1)], by=[(1, 0)])
    given_.sourceless[[0, 2, 3]] = 1e6

    assert places(decode_attributions(given_, flat())) == [([0], 1, [3])]


@pytest.mark.parametrize(
    ("letters", "rank", "expected"),
    [
        ("SQCSQC", NEAREST_LEFT, [([0], 1, [2]), ([3], 4, [5])]),
        ("CQSCQS", NEAREST_RIGHT, [([2], 1, [0]), ([5], 4, [3])]),
    ],
)
def test_where_vectors_say_nothing_the_rank_decides(
    letters: str, rank: int, expected: list[tuple[list[int], int, list[int]]]
) -> None:
    assert places(decode_attributions(emissions(letters), flat(rank=rank))) == expected


@pytest.mark.parametrize(
    ("chances", "cues"),
    [
        ([[0.9, 0.1], [0.2, 0.8]], [0, 1]),
        ([[0.9, 0.1], [0.8, 0.2]], [0, 1]),
        ([[0.8, 0.2], [0.9, 0.1]], [1, 0]),
        ([[0.999, 0.001], [0.999, 0.001]], [0, 0]),
        ([[0.6, 0.4]], [0]),
        ([[0.5, 0.3, 0.2], [0.5, 0.2, 0.3], [0.8, 0.1, 0.1]], [1, 2, 0]),
        ([[0.5, 0.3, 0.2], [0.5, 0.3, 0.2]], [1, 0]),
        ([[1.0, 0.0], [1.0, 0.0]], [0, 0]),
    ],
    ids=[
        "each its own",
        "the doubtful one goes to the empty cue",
        "whichever is the doubtful one",
        "none where both are sure",
        "none from a cue that has one only",
        "one to each empty cue",
        "as long as there is one to spare",
        "certain of the other",
    ],
)
def test_an_empty_cue_takes_a_content_from_a_cue_that_has_several(chances: list[list[float]], cues: list[int]) -> None:
    assert shared_out(np.array(chances, np.float32)) == cues


def test_an_attribution_knows_how_sure_its_links_are() -> None:
    given_ = emissions("SQCQSC")
    given_.links[2, CONTENT, 0] = given_.links[1, CUE_OF_CONTENT, 0] = (8 * np.log(99)) ** 0.5
    given_.links[5, CONTENT, 1] = given_.links[1, CUE_OF_CONTENT, 1] = (8 * np.log(999)) ** 0.5
    given_.sourceless[1] = np.log(2)

    (linked,) = decode_attributions(given_, flat())

    assert [span.first for span in linked.content] == [2, 5]
    assert linked.cue_chance == pytest.approx(0.99)
    assert (linked.source, linked.source_chance) == ((), pytest.approx(2 / 4))


@given(st.integers(0, 30), st.integers(0, 2**32 - 1))
def test_every_content_has_one_cue_and_every_cue_one_source_or_none(units: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    given_ = Emissions(
        random.normal(size=(units, len(ROLE_TAGS))).astype(np.float32),
        random.normal(size=(units, len(TIME_TAGS))).astype(np.float32),
        random.normal(size=(units, SIDES, LINK_SIZE)).astype(np.float32),
        random.normal(size=units).astype(np.float32),
        np.zeros((units, 1), np.float32),
    )
    tags = best_tags(given_.roles, flat().role_steps, ROLE_TAGS)
    spans = tagged_spans(given_.roles, tags, ROLE_TAGS)

    linked = decode_attributions(given_, flat())

    contents = [content for one in linked for content in one.content]
    cues = [one.cue for one in linked]
    assert len(set(cues)) == len(cues)
    assert sorted(cues, key=first) == cues
    assert all(one.content and len(one.source) <= 1 for one in linked)
    if any(span.kind == "cue" for span in spans):
        assert sorted(contents, key=first) == [span for span in spans if span.kind == "content"]


def first(span: Tagged) -> int:
    return span.first


def test_softmax_keeps_large_scores_finite() -> None:
    chances = softmax(np.array([[1e4, 1e4 + np.log(3)], [-1e4, 0]], np.float32))

    assert chances == pytest.approx(np.array([[0.25, 0.75], [0, 1]]), abs=1e-3)
