"""The example dossier: every copy, conflict, change, version, block and trap of `planted.yaml`, and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

import pytest
import yaml
from pydantic import BaseModel

import verbale
from verbale.dossier.answers import Change, Conflict, Kind, Report, Source, Thread
from verbale.dossier.dossier import Dossier
from verbale.record import Entry, Record

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "examples" / "dossier").glob("*.html"))


class Row(BaseModel):
    """One planted thing: the sentence of each article that tells it."""

    articles: tuple[str, ...]
    kind: str
    what: str
    sentences: tuple[str, ...]
    becomes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.what


class Planted(BaseModel):
    """The list of what is planted."""

    copies: tuple[Row, ...]
    conflicts: tuple[Row, ...]
    changes: tuple[Row, ...]
    versions: tuple[Row, ...]
    background: tuple[Row, ...]
    traps: tuple[Row, ...]


PLANTED = Planted.model_validate(yaml.safe_load((Path(__file__).parent / "planted.yaml").read_text("utf-8")))
EVERY = tuple(row for _, rows in PLANTED for row in cast("tuple[Row, ...]", rows))


@dataclass
class Example:
    """The example dossier, and which article of it is which file."""

    dossier: Dossier
    records: dict[str, Record]
    numbers: dict[str, int]

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        return self.dossier.conflicts()

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return self.dossier.changes()

    @cached_property
    def threads(self) -> dict[tuple[Kind, int], Thread[Entry]]:
        """All threads that may have a conflict."""
        kinds: tuple[Kind, ...] = ("entity", "statement", "event", "round", "document")
        return {(kind, one.number): one for kind in kinds for one in self.dossier.threads(kind)}

    def source(self, name: str) -> Source:
        return next(one for one in self.dossier.articles() if one.article == self.numbers[name])

    def tells(self, report: Report[Entry], name: str, sentence: str) -> bool:
        """Whether the report is of the article and proved by the sentence, be it without its dateline."""
        return report.ref.article == self.numbers[name] and any(
            one in sentence or sentence in one for one in report.proof
        )

    def thread(self, name: str, sentence: str) -> Thread[Entry]:
        """The first event that the sentence tells, with all its reports."""
        return next(
            thread
            for (kind, _), thread in self.threads.items()
            if kind == "event" and any(self.tells(report, name, sentence) for report in thread.reports)
        )


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    """All articles read and added in the order of their days, once."""
    records = {path.stem: verbale.read(path) for path in ARTICLES}
    with Dossier.open(tmp_path_factory.mktemp("planted") / "talks.dossier") as dossier:
        numbers = {name: dossier.add(record).article for name, record in records.items()}
        yield Example(dossier, records, numbers)


@pytest.mark.parametrize("row", EVERY, ids=str)
def test_every_planted_sentence_stands_in_its_article(row: Row, example: Example) -> None:
    assert len(row.articles) == len(row.sentences)
    for name, sentence in zip(row.articles, row.sentences, strict=True):
        assert sentence in example.records[name].article.text


@pytest.mark.parametrize("row", PLANTED.copies, ids=str)
def test_a_copy_is_no_witness_of_its_own(row: Row, example: Example) -> None:
    original, copy = row.articles
    assert example.source(copy).witness == example.numbers[original]


def test_no_other_article_is_a_copy(example: Example) -> None:
    copies = {row.articles[1] for row in PLANTED.copies}
    others = [example.source(name) for name in example.numbers if name not in copies]
    assert [one.article for one in others if one.witness != one.article] == []


def is_planted(row: Row, conflict: Conflict, example: Example) -> bool:
    """Whether the conflict is the row's: it cites one of its sentences, and the other tells of the same thing.

    Of several articles that say the same against the mistaken one the first may be cited.
    """
    told = list(zip(row.articles, row.sentences, strict=True))
    thread = example.threads[conflict.of, conflict.thread]
    both = all(any(example.tells(report, *one) for report in thread.reports) for one in told)
    cited = any(example.tells(side, *one) for side in (conflict.left, conflict.right) for one in told)
    return conflict.kind == row.kind and cited and both


@pytest.mark.parametrize("row", PLANTED.conflicts, ids=str)
def test_a_planted_conflict_is_found_once(row: Row, example: Example) -> None:
    found = [one for one in example.conflicts if is_planted(row, one, example)]
    assert len(found) == 1, [one.what for one in found]


def test_no_other_conflict_is_claimed(example: Example) -> None:
    planted = PLANTED.conflicts
    others = [one for one in example.conflicts if not any(is_planted(row, one, example) for row in planted)]
    assert [(one.kind, one.what) for one in others] == []


def test_a_misquotation_is_shown_word_by_word(example: Example) -> None:
    (conflict,) = (one for one in example.conflicts if one.kind == "wording")
    differing = [(one.where, one.words.strip(".,")) for one in conflict.difference if one.where != "both"]
    assert differing == [("left", "difficult"), ("right", "impossible")]


def steps(row: Row) -> Iterator[tuple[str, tuple[str, str], tuple[str, str]]]:
    """Each change of the row: its kind, and the article and sentence before and after it."""
    told = list(zip(row.articles, row.sentences, strict=True))
    yield from zip(row.becomes, told, told[1:], strict=False)


CHANGES = [(step, row) for row in PLANTED.changes for step in steps(row)]


@pytest.mark.parametrize(("step", "row"), CHANGES, ids=lambda one: one.what if isinstance(one, Row) else one[0])
def test_a_planted_change_is_found_with_both_its_sentences(
    step: tuple[str, tuple[str, str], tuple[str, str]], row: Row, example: Example
) -> None:
    kind, before, after = step
    assert len(row.becomes) == len(row.articles) - 1
    found = [
        one.what
        for one in example.changes
        if one.kind == kind and example.tells(one.earlier, *before) and example.tells(one.later, *after)
    ]
    assert len(found) == 1


def test_no_other_change_is_claimed(example: Example) -> None:
    assert len(example.changes) == len(CHANGES)


@pytest.mark.parametrize("row", PLANTED.versions, ids=str)
def test_a_later_version_tells_what_no_longer_stands(row: Row, example: Example) -> None:
    first, second = (example.source(name) for name in row.articles)
    gone = example.dossier.gone(second.article)
    assert [one.article for one in example.dossier.versions(second.article)] == [first.article, second.article]
    assert (first.replaced_by, second.version_of) == (second.article, first.article)
    assert gone != ()
    assert all(example.tells(one, row.articles[0], row.sentences[0]) for one in gone)


def block(example: Example, row: Row) -> tuple[str, ...]:
    """The paragraphs that all of the row's articles have, from the one with its sentence on."""
    texts = [example.records[name].article.text.split("\n") for name in row.articles]
    shared = [one for one in texts[0] if one.strip() and all(one in text for text in texts[1:])]
    start = next(at for at, one in enumerate(shared) if row.sentences[0] in one)
    return tuple(shared[start:])


def within(paragraphs: Iterable[str], report: Report[Entry]) -> bool:
    return any(all(one in paragraph for one in report.proof) for paragraph in paragraphs)


@pytest.mark.parametrize("row", PLANTED.background, ids=str)
def test_a_background_block_tells_no_new_event(row: Row, example: Example) -> None:
    paragraphs, first = block(example, row), example.numbers[row.articles[0]]
    assert len(paragraphs) == 2
    for thread in example.dossier.timeline(limit=None):
        repeated = [one for one in thread.reports if within(paragraphs, one) and one.ref.article != first]
        assert all(one.background is not None and one.background.article == first for one in repeated)
        assert any(one not in repeated for one in thread.reports)


@pytest.mark.parametrize("row", PLANTED.traps, ids=str)
def test_what_only_looks_like_a_conflict_is_none(row: Row, example: Example) -> None:
    told = list(zip(row.articles, row.sentences, strict=True))
    for conflict in example.conflicts:
        sides = [any(example.tells(one, *each) for each in told) for one in (conflict.left, conflict.right)]
        assert not all(sides)


@pytest.mark.parametrize("row", [one for one in PLANTED.traps if one.kind in ("time zones", "precision")], ids=str)
def test_dates_that_fit_are_of_one_event(row: Row, example: Example) -> None:
    (one, first), (other, second) = zip(row.articles, row.sentences, strict=True)
    assert example.thread(one, first).number == example.thread(other, second).number


@pytest.mark.parametrize("row", [one for one in PLANTED.traps if one.kind == "role"], ids=str)
def test_who_has_a_new_role_stays_one_person(row: Row, example: Example) -> None:
    persons = [one for one in example.dossier.parties() if "Judith Arkwright" in one.names]
    assert [one.articles for one in persons] == [len(row.articles)]


@pytest.mark.parametrize("row", [one for one in PLANTED.traps if one.kind == "live blog"], ids=str)
def test_an_entry_of_a_live_blog_is_of_its_hour(row: Row, example: Example) -> None:
    record = example.records[row.articles[0]]
    hours = {one.date[-5:] for one in record.statements if one.date and "T" in one.date}
    assert hours == {"11:15", "14:20", "17:05"}
    assert "several_entries" in [one.code for one in record.article.warnings]
