"""The words of events: every group's example is read as it is marked."""

from collections.abc import Iterator

import pytest

from tests.marked import marked
from tests.reading.events.readings import EVENTS, told_in
from verbale.lexicon.events import EventGroup
from verbale.reading.page import Syntax
from verbale.registry.registry import Registry, load_registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The registry that the package ships."""
    return load_registry()


def groups() -> Iterator[object]:
    for kind, some in (("verb", EVENTS.verbs), ("noun", EVENTS.nouns)):
        for group in some:
            yield pytest.param(group, id=f"{kind} {group.name}")


@pytest.mark.parametrize("group", list(groups()))
def test_a_group_s_example_is_read_as_it_is_marked(group: EventGroup, syntax: Syntax, registry: Registry) -> None:
    found = told_in(group.example, syntax, registry)
    right = [told for told in found if told.fits(group.example)]
    assert right, (str(marked(group.example)), found)
    assert right[0].event.type in {*group.types, *group.becomes.values(), *EVENTS.planned.values()}


@pytest.mark.parametrize("group", list(groups()))
def test_a_group_is_one_of_its_words_and_names_its_types(group: EventGroup) -> None:
    assert group.words
    assert group.types or group.becomes
    assert sum(group.types.values()) <= 1


def test_no_verb_has_two_uses_that_nothing_tells_apart() -> None:
    doubles = [
        (word, one.name, other.name)
        for word in sorted({word for group in EVENTS.verbs for word in group.words})
        for number, one in enumerate(EVENTS.verb(word))
        for other in EVENTS.verb(word)[number + 1 :]
        if not one.objects and not one.beside
    ]
    assert doubles == []
