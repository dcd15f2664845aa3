"""What two reports share, beside what was joined."""

import pytest

from benchmarks.retold import _counted, _is_of
from tests.records import event, span, statement
from verbale.record import Entry

TEXT = "Ola Berg said that the river was too low and that nobody would open the lock. Norland rejected it."


@pytest.mark.parametrize(
    ("entry", "words", "wanted"),
    [
        (statement(TEXT, "that the river was too low and that nobody would open the lock"), "nobody would open", True),
        (statement(TEXT, "Ola Berg said"), "said that the river was too low", False),
        (statement(TEXT, "that the river was too low"), "the river was too low and that nobody would", True),
        (statement(TEXT, "that nobody would open the lock"), "nobody would open the lock", True),
        (event(TEXT, "rejected"), "Norland rejected it", True),
        (event(TEXT, "rejected"), "nobody would open the lock", False),
    ],
)
def test_entries_are_of_the_words_that_they_share(entry: Entry, words: str, wanted: bool) -> None:
    assert _is_of(entry, span(TEXT, words)) is wanted


def test_recall_counts_labels_and_precision_what_was_found() -> None:
    gold = [(frozenset({"s1", "s2"}), frozenset({"s1"})), (frozenset[str](), frozenset({"s3"}))]
    also = [(frozenset({"s4"}), frozenset({"s4"}))]

    counted = _counted(gold, [*gold, *also], [("s1", "s1"), ("s2", "s1"), ("s4", "s4"), ("s5", "s5")])

    assert (counted.gold, counted.found, counted.right) == (2, 2, 1)
