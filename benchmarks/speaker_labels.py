"""Who speaks, in small articles of our own whose every speaker is known: `labels/speakers.yaml`.

Answers are counted apart, since naming nobody costs a look at the article, and naming the wrong man costs a
correction in tomorrow's paper:

right    the expected speaker; where the article names nobody, no name
silent   null, or no more than "the expert", where the article tells who it is
wrong    another name, or a name where the article gives none
missing  no statement holds the words
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict

from benchmarks.agreement import Parts, Spoken
from tests.cases.checks import View
from tests.cases.letters import Letters, Offsets, words_of
from verbale.article import Article
from verbale.record import Record, SpeakerStatus, Statement
from verbale.spans import Span

LABELS = Path(__file__).parent / "labels" / "speakers.yaml"
"""Whose answers were looked at while rules were mended."""
KEPT = LABELS.with_name("speakers_kept.yaml")
"""Of whose answers nothing was looked at but how many are right."""
HALF = 0.5
"""Of the expected words' letters that a content must hold, as in the loose measure of statements."""

Words = str | tuple[str, ...]
Verdict = Literal["right", "silent", "wrong", "missing"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

PRONOUNS = frozenset("he she it they we i you who this that".split())


class Said(BaseModel):
    """One statement and its speaker."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    content: Words
    """Words of the article that the statement's content holds, in one piece or several."""
    speaker: Words | None
    """A name of the speaker's, of several any will do; null where the article names nobody."""
    status: SpeakerStatus | tuple[SpeakerStatus, ...] = "named"
    """Of several any will do."""


class Told(BaseModel):
    """A small article with its statements."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    manner: str
    published: date
    text: str
    statements: tuple[Said, ...]

    @property
    def article(self) -> Article:
        """What is read."""
        return Article(id=self.id, text=self.text, published=self.published, published_from="given")


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement as a tool found it, and what it knows of the speaker."""

    spoken: Spoken
    knows: Literal["nothing", "a description", "a name"]
    is_called: Callable[[str], bool]
    """Whether the speaker goes by such a name."""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One label, what a tool made of it, and whether the status is one of those that will do."""

    said: Said
    verdict: Verdict
    status_right: bool


def read_labels(path: Path = LABELS) -> tuple[Told, ...]:
    """The labelled articles, in order."""
    return tuple(Told.model_validate(row) for row in yaml.safe_load(path.read_text("utf-8")))


def answers_of_record(record: Record) -> list[Answer]:
    """What a record knows of its speakers."""
    view = View(record)
    return [_answer(one, view) for one in record.statements]


def answers_of_parts(text: str, found: Iterable[Parts]) -> list[Answer]:
    """What a tool knows that gives the speaker as words of the text and asks no further whose they are.

    It is met halfway: a part of the expected name will do.
    """
    return [_answer_in_words(" ".join(span.of(text) for span in one.source), one) for one in found]


def answers_by_nearest_name(record: Record, names: Sequence[Span]) -> list[Answer]:
    """The same statements, each by the name in its source, or else by the last name before its source or content."""
    return [_answer_in_words(_nearest(one, names).of(record.article.text), one) for one in record.statements]


def _nearest(statement: Statement, names: Sequence[Span]) -> Span:
    inside = [name for name in names for part in statement.source if part.contains(name)]
    start = min(part.start for part in statement.source or statement.content)
    before = [name for name in names if name.end <= start]
    return (inside or before[-1:] or [Span(0, 0)])[0]


def judge(told: Told, answers: Sequence[Answer]) -> list[Judged]:
    """Each label of an article beside the answer that holds its words best."""
    letters = Letters(told.text)
    places = zip(_places(told, letters), told.statements, strict=True)
    found = [(_holding(where, answers, letters), said) for where, said in places]
    return [Judged(said, verdict(said, answer), _status_right(said, answer)) for answer, said in found]


def verdict(said: Said, answer: Answer | None) -> Verdict:
    """Whether the answer names whom the label names."""
    if answer is None:
        return "missing"
    if said.speaker is None:
        return "wrong" if answer.knows == "a name" else "right"
    if any(map(answer.is_called, _several(said.speaker))):
        return "right"
    return "wrong" if answer.knows == "a name" else "silent"


def shares(judged: Sequence[Judged]) -> dict[str, float]:
    """Of each verdict, and of right statuses, points of all labels, 0-100."""
    counts = Counter[str](one.verdict for one in judged)
    counts["status"] = sum(one.status_right for one in judged)
    return {name: 100 * counts[name] / max(1, len(judged)) for name in (*VERDICTS, "status")}


def _answer(statement: Statement, view: View) -> Answer:
    entity = view.entities.get(statement.speaker or "")
    is_called = partial(view.is_called, statement.speaker)
    if entity is None:
        return Answer(statement, "nothing", is_called, statement.speaker_status)
    named = any(mention.form == "name" for mention in entity.mentions)
    return Answer(statement, "a name" if named else "a description", is_called, statement.speaker_status)


def _answer_in_words(source: str, found: Spoken) -> Answer:
    words = words_of(source)
    named = any(word[0].isupper() for word in source.split()) and not set(words) <= PRONOUNS
    return Answer(found, "a name" if named else "nothing", lambda name: bool(set(words) & set(words_of(name))))


def _places(told: Told, letters: Letters) -> Iterator[list[Offsets]]:
    """Where each label's words may stand: after the label before, since labels are in the order of the text."""
    after = -1
    for said in told.statements:
        places = [one for one in letters.places_of_pieces(_several(said.content)) if min(one) > after]
        yield places
        after = max(places[0])


def _holding(places: Sequence[Offsets], answers: Iterable[Answer], letters: Letters) -> Answer | None:
    contents = [(letters.inside(answer.spoken.content), answer) for answer in answers]
    alike = [
        (len(place & content) / len(place | content), answer)
        for place in places
        for content, answer in contents
        if len(place & content) >= HALF * len(place)
    ]
    return max(alike, key=lambda pair: pair[0], default=(0, None))[1]


def _status_right(said: Said, answer: Answer | None) -> bool:
    return answer is not None and answer.status in _several(said.status)


def _several(value: Words) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
