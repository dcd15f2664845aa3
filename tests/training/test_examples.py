"""Articles as arrays, and the windows cut from them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.articles import INVENTORY, PLAIN, TOKENIZER, dice, labelled, roles, times
from training.examples import (
    Example,
    Labelled,
    batch,
    batches,
    cut_windows,
    example,
    roughened,
    spans_of,
)
from verbale.encoding.labels import ROLE_TAGS, TIME_TAGS
from verbale.encoding.network import CLS, SEP

NAMES = ("O", *(f"{place}-{kind}" for kind in ROLE_TAGS.kinds for place in "BI"))


def arrays(one: Labelled) -> Example:
    return example(one, TOKENIZER, INVENTORY)


def tags_of(one: Labelled) -> list[tuple[str, str]]:
    """Each tagged unit with its tag."""
    found = arrays(one)
    words = [one.text[start:end] for start, end in found.pieces.unit_spans().tolist()]
    return [(word, NAMES[tag]) for word, tag in zip(words, found.tags.tolist(), strict=True) if tag]


def words_of(one: Labelled) -> list[str]:
    """The words of each span, in the order of the example."""
    found = arrays(one)
    units = found.pieces.unit_spans()
    return [one.text[units[first, 0] : units[last, 1]] for first, last in found.ends.tolist()]


def test_units_are_tagged_with_the_spans_they_stand_in() -> None:
    assert tags_of(roles()) == [
        ("The", "B-source"),
        ("envoy", "I-source"),
        ("said", "B-cue"),
        ("the", "B-content"),
        *((word, "I-content") for word in ("talks", "would", "go", "on")),
        ("“", "B-content"),
        *((word, "I-content") for word in ("Rain", "would", "stop", ",", "”")),
        ("she", "B-source"),
        ("added", "B-cue"),
    ]


def test_links_join_a_content_to_its_cue_and_a_cue_to_its_source() -> None:
    words = words_of(roles())
    pairs = {(words[a], words[b]) for a, b in arrays(roles()).links}

    assert pairs == {
        ("the talks would go on", "said"),
        ("said", "The envoy"),
        ("“Rain would stop,”", "added"),
        ("added", "she"),
    }


def test_times_have_the_tags_of_their_types() -> None:
    assert arrays(times()).tags.tolist() == [0, 0, TIME_TAGS.begin("DATE"), 0]


@pytest.mark.parametrize(
    ("words", "units"),
    [("talks would", (1, 2)), ("alks woul", (1, 2)), (" talks", (1, 1)), ("lk", (1, 1)), ("talks would ", (1, 2))],
)
def test_a_span_takes_the_units_that_it_touches(words: str, units: tuple[int, int]) -> None:
    assert arrays(labelled("the talks would stop", ("content", words))).ends.tolist() == [list(units)]


def test_a_span_without_a_unit_is_left_out_with_its_links() -> None:
    one = labelled("the  talks", ("cue", "the"), ("content", "  "), ("content", "talks"), links=((1, 0), (2, 0)))
    found = arrays(one)

    assert [found.kinds[place] for pair in found.links for place in pair] == ["content", "cue"]
    assert len(found.ends) == 2


def test_a_span_inside_another_keeps_its_tags_and_the_outer_one_begins_anew() -> None:
    one = labelled("the talks envoy would go", ("cue", "envoy"), ("content", "the talks envoy would go"))

    assert tags_of(one) == [
        ("the", "B-content"),
        ("talks", "I-content"),
        ("envoy", "B-cue"),
        ("would", "B-content"),
        ("go", "I-content"),
    ]


@given(st.lists(st.tuples(st.sampled_from(ROLE_TAGS.kinds), st.integers(0, 11), st.integers(1, 12)), max_size=6))
def test_the_tags_are_such_as_the_crf_allows(spans: list[tuple[str, int, int]]) -> None:
    text = "a b c d e f g h i j k l"
    places = tuple((kind, 2 * first, min(len(text), 2 * (first + units))) for kind, first, units in spans)

    tags = arrays(replace(labelled(text), spans=places)).tags

    assert ROLE_TAGS.may_start[tags[0]]
    assert ROLE_TAGS.allowed[tags[:-1], tags[1:]].all()


def long_article(lengths: list[int]) -> Example:
    """A word of so many letters, and so many pieces, each."""
    return arrays(labelled(" ".join("z" * length for length in lengths)))


LENGTHS = st.lists(st.integers(1, 9), max_size=60)


@given(LENGTHS, st.integers(9, 40), st.none() | st.integers(0, 1000))
def test_windows_cover_every_unit_once(lengths: list[int], size: int, seed: int | None) -> None:
    random = None if seed is None else dice(seed)
    cuts = list(cut_windows(long_article(lengths), random, size))

    assert [unit for window in cuts for unit in range(window.first, window.last)] == list(range(len(lengths)))
    assert all(sum(lengths[window.first : window.last]) <= size for window in cuts)


def test_a_unit_that_no_window_can_hold_is_left_out() -> None:
    cuts = list(cut_windows(long_article([2, 30, 3]), None, 8))

    assert [(window.first, window.last) for window in cuts] == [(0, 1), (2, 3)]


def test_a_passes_windows_begin_elsewhere_each_time() -> None:
    article = long_article([1] * 1000)

    assert len({next(cut_windows(article, dice(seed))).last for seed in range(5)}) > 1


def test_a_batch_is_padded_and_knows_where_each_unit_begins() -> None:
    short, long = (next(cut_windows(long_article(lengths), None)) for lengths in ([2], [1, 3]))
    found = batch((short, long))
    z, rest = TOKENIZER.token_to_id("z"), TOKENIZER.token_to_id("##z")

    assert found.ids.tolist() == [[CLS, z, rest, SEP, 0, 0], [CLS, z, z, rest, rest, SEP]]
    assert found.mask.tolist() == [[1, 1, 1, 1, 0, 0], [1] * 6]
    assert found.heads.tolist() == [[1, 0], [1, 2]]
    assert found.unit_mask.tolist() == [[1, 0], [1, 1]]
    assert found.shapes[0, :, 0].tolist() == [0, 1, 1, 0, 0, 0]


def test_a_batch_takes_units_from_the_middle_of_an_article() -> None:
    *_, last = cut_windows(arrays(roles()), None, 8)
    found = batch((last,))

    assert last.first > 0
    assert found.tags[0].tolist() == arrays(roles()).tags[last.first : last.last].tolist()
    assert found.ids[0, 1:-1].tolist() == TOKENIZER.encode("would stop,” she added.").ids[-len(found.ids[0]) + 2 :]


def test_spans_of_a_window_are_those_wholly_inside() -> None:
    whole = next(cut_windows(arrays(roles()), None))
    part = replace(whole, first=2, last=6)

    assert sorted(spans_of(whole).values()) == sorted(
        (kind, *ends) for kind, ends in zip(whole.example.kinds, whole.example.ends.tolist(), strict=True)
    )
    assert list(spans_of(part).values()) == [("cue", 0, 0)]


def test_batches_are_of_one_task_and_hold_every_window() -> None:
    examples = [arrays(one) for one in (roles(), times(), roles(), times(), times())]

    found = batches(examples, 2, dice(0))

    assert sorted((one.task, len(one.windows)) for one in found) == [("roles", 2), ("times", 1), ("times", 2)]
    assert all(window.example.task == one.task for one in found for window in one.windows)


def test_the_same_dice_give_the_same_batches() -> None:
    examples = [long_article([1] * length) for length in range(300, 320)]

    first, again, other = (
        [[(window.first, window.last) for window in one.windows] for one in batches(examples, 4, dice(seed))]
        for seed in (1, 1, 2)
    )

    assert first == again
    assert first != other


@given(st.text("“”\"‘' \nax.,", max_size=40), st.integers(0, 50))
def test_roughened_marks_keep_the_length_and_the_words(text: str, seed: int) -> None:
    spoiled = roughened(labelled(text), dice(seed)).text

    assert len(spoiled) == len(text)
    assert [letter for letter in spoiled if letter.isalnum()] == [letter for letter in text if letter.isalnum()]


@pytest.mark.parametrize("text", [PLAIN, "it’s the ‘talks’", ""])
def test_a_text_without_double_marks_stays_as_it_is(text: str) -> None:
    assert {roughened(labelled(text), dice(seed)).text for seed in range(20)} == {text}


def test_marks_are_spoiled_in_several_ways() -> None:
    spoiled = {roughened(labelled('“Rain,” he said. "Go on," she added.'), dice(seed)).text for seed in range(60)}

    assert "«Rain,» he said. «Go on,» she added." in spoiled
    assert '“Rain, ”he said. "Go on, "she added.' in spoiled
    assert any(text.count("“") + text.count("”") + text.count('"') == 3 for text in spoiled)


def test_everything_but_the_text_stays_with_the_annotators() -> None:
    spoiled = [roughened(roles(), dice(seed)) for seed in range(10)]

    assert any(one.text != roles().text for one in spoiled)
    assert all(replace(one, text=roles().text) == roles() for one in spoiled)


def test_an_article_without_a_word_has_no_window() -> None:
    empty = arrays(labelled(" \n"))

    assert list(cut_windows(empty, None)) == []
    assert empty.shapes.shape == (0, len(INVENTORY.sizes()))
    assert np.array_equal(empty.ends, np.zeros((0, 2)))
