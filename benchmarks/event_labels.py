"""Events of talks in sentences of our own, whose every event is known: `labels/events.yaml`.

An event is found where a tool's anchor overlaps the labelled one; each answers for one label only. Parties are
compared by their words, actors with actors and recipients with recipients, so that who did it to whom counts: they
are right where nobody is missing, nobody is too many and nobody stands on the other side.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from tests.cases.letters import Letters, holds, words_of
from verbale.article import Article
from verbale.record import Entity, EventType, Record, Status
from verbale.spans import Span

LABELS = Path(__file__).parent / "labels" / "events.yaml"
"""Of whose answers nothing is looked at but how many are right."""

Name = str


class Told(BaseModel):
    """One labelled event."""

    # A row that is kept apart is not to be read in a message of a fault.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    anchor: str
    """The words that tell it; where the text has them twice, either place will do."""
    type: EventType
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: Status


class Labelled(BaseModel):
    """A sentence or two with their events, which may be none."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    text: str
    published: date | None = None
    events: tuple[Told, ...]

    @property
    def article(self) -> Article:
        """What is read."""
        return Article(
            text=self.text, published=self.published, published_from="given" if self.published else "unknown"
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """An event as a tool found it. A party is all the names that it goes by."""

    anchor: Span
    type: str
    actors: tuple[tuple[Name, ...], ...]
    recipients: tuple[tuple[Name, ...], ...]
    status: str = ""
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A label and the answer for it, and what of it is right."""

    told: Told
    answer: Answer

    @property
    def type_right(self) -> bool:
        """Whether it is of the labelled type."""
        return self.answer.type == self.told.type

    @property
    def parties_right(self) -> bool:
        """Whether it is the labelled actors who did it to the labelled recipients."""
        return same_parties(self.told.actors, self.answer.actors) and same_parties(
            self.told.recipients, self.answer.recipients
        )

    @property
    def turned_about(self) -> bool:
        """Whether actors and recipients stand on each other's side."""
        turned = same_parties(self.told.actors, self.answer.recipients)
        return turned and same_parties(self.told.recipients, self.answer.actors) and not self.parties_right

    @property
    def status_right(self) -> bool:
        """Whether it happened, is planned, … as labelled."""
        return self.answer.status == self.told.status


@dataclass(frozen=True, slots=True)
class Judged:
    """One text: how many labels and answers it has, and which belong together."""

    labels: int
    answers: int
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and F1 in points, 0-100."""

    precision: float
    recall: float
    f1: float


def read_labels(path: Path = LABELS) -> tuple[Labelled, ...]:
    """The labelled texts, in order."""
    return tuple(Labelled.model_validate(row) for row in yaml.safe_load(path.read_text("utf-8")))


def answers_of_record(record: Record) -> list[Answer]:
    """The events of a record. A group goes by its members' names too."""
    return [
        Answer(
            one.anchor, one.type, names_of(record, one.actors), names_of(record, one.recipients), one.status, one.mode
        )
        for one in record.events
    ]


def names_of(record: Record, ids: Iterable[str]) -> tuple[tuple[Name, ...], ...]:
    """All names that each of these entities goes by in the article."""
    entities = {entity.id: entity for entity in record.entities}
    return tuple(tuple(_names(entities[one], entities, record.article.text)) for one in ids if one in entities)


def answers_between_names(
    verbs: Iterable[Span], names: Sequence[Span], sentences: Iterable[Span], text: str
) -> list[Answer]:
    """The floor: each verb with a name on either side in its sentence is a meeting that the one has with the other."""
    whole = tuple(sentences)
    return [answer for verb in verbs for answer in _between(verb, names, whole, text)]


def judge(labelled: Labelled, answers: Sequence[Answer]) -> Judged:
    """Which answer is for which label: the pairs with most right first."""
    letters = Letters(labelled.text)
    pairs = [
        (number, place, Match(told, answer))
        for number, told in enumerate(labelled.events)
        for place, answer in enumerate(answers)
        if any(where & letters.inside([answer.anchor]) for where in letters.places(told.anchor))
    ]
    pairs.sort(key=lambda pair: (-_points(pair[2]), pair[0], pair[1]))
    taken_labels, taken_answers, matches = set[int](), set[int](), list[Match]()
    for number, place, match in pairs:
        if number not in taken_labels and place not in taken_answers:
            taken_labels.add(number)
            taken_answers.add(place)
            matches.append(match)
    return Judged(len(labelled.events), len(answers), tuple(matches))


def agreement(judged: Sequence[Judged], right: Callable[[Match], bool]) -> Agreement:
    """Over all texts together, a match counting where it is right."""
    hits = sum(right(match) for one in judged for match in one.matches)
    labels, answers = sum(one.labels for one in judged), sum(one.answers for one in judged)
    f1 = 200 * hits / max(1, labels + answers)
    return Agreement(100 * hits / max(1, answers), 100 * hits / max(1, labels), f1)


def share(judged: Sequence[Judged], right: Callable[[Match], bool]) -> float:
    """Of the matches, points, 0-100."""
    matches = [match for one in judged for match in one.matches]
    return 100 * sum(map(right, matches)) / max(1, len(matches))


def silent(judged: Sequence[Judged]) -> float:
    """Of the texts without an event, in how many none is found: points, 0-100."""
    bare = [one for one in judged if not one.labels]
    return 100 * sum(not one.answers for one in bare) / max(1, len(bare))


def _points(match: Match) -> int:
    return 4 * match.type_right + 2 * match.parties_right + match.status_right


def same_parties(told: Sequence[str], found: Sequence[Sequence[Name]]) -> bool:
    """Whether each label has its party and each party its label."""
    called = [[any(_is(words, name) for name in names) for names in found] for words in told]
    return all(map(any, called)) and all(any(row[place] for row in called) for place in range(len(found)))


def _is(words: str, name: Name) -> bool:
    """Whether the name holds the label's words, or is their end: "Rou" is "Sabela Rou"."""
    wanted, given = words_of(words), words_of(name)
    return bool(given) and (holds(name, words) or wanted[-len(given) :] == given)


def _names(entity: Entity, entities: dict[str, Entity], text: str) -> Iterator[Name]:
    yield entity.name
    yield from entity.aliases
    yield from (mention.span.of(text) for mention in entity.mentions)
    for member in entity.members:
        if member in entities and member != entity.id:
            yield from _names(entities[member], {**entities, entity.id: entity}, text)


def _between(verb: Span, names: Sequence[Span], sentences: Sequence[Span], text: str) -> Iterator[Answer]:
    sentence = next((one for one in sentences if one.contains(verb)), verb)
    before = [name for name in names if sentence.start <= name.start and name.end <= verb.start]
    after = [name for name in names if verb.end <= name.start and name.end <= sentence.end]
    if before and after:
        yield Answer(verb, "CONSULT", ((before[-1].of(text),),), ((after[0].of(text),),), "happened")
