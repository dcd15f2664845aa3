"""Tags of spans, and which may follow which."""

import pytest

from verbale.encoding.labels import ROLE_TAGS, ROLES, TIME_TAGS, TIME_TYPES, Tagset

TAGS = Tagset(("a", "b"))
NAMES = ("O", "B-a", "I-a", "B-b", "I-b")
FOLLOWERS = {
    "O": {"O", "B-a", "B-b"},
    "B-a": {"O", "B-a", "I-a", "B-b"},
    "I-a": {"O", "B-a", "I-a", "B-b"},
    "B-b": {"O", "B-a", "B-b", "I-b"},
    "I-b": {"O", "B-a", "B-b", "I-b"},
}


@pytest.mark.parametrize("tag", NAMES)
def test_a_span_goes_on_only_in_a_span_of_its_kind(tag: str) -> None:
    allowed = TAGS.allowed[NAMES.index(tag)]

    assert {name for name, may in zip(NAMES, allowed, strict=True) if may} == FOLLOWERS[tag]


def test_a_text_starts_with_anything_but_the_inside_of_a_span() -> None:
    assert TAGS.may_start.tolist() == [True, True, False, True, False]


def test_a_kind_has_a_tag_to_begin_with_and_the_next_to_go_on() -> None:
    assert [(TAGS.begin(kind), TAGS.inside(kind)) for kind in TAGS.kinds] == [(1, 2), (3, 4)]


@pytest.mark.parametrize(("tagset", "kinds"), [(ROLE_TAGS, ROLES), (TIME_TAGS, TIME_TYPES)])
def test_the_heads_have_outside_and_two_tags_a_kind(tagset: Tagset, kinds: tuple[str, ...]) -> None:
    assert tagset.kinds == kinds
    assert len(tagset) == tagset.inside(kinds[-1]) + 1 == 2 * len(kinds) + 1
