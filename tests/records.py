"""Records written by hand for tests: entries are given by their words, and the builder finds the offsets."""

from verbale.article import Article
from verbale.record import Entity, Event, Mention, Record, Statement
from verbale.spans import Span

TALKS = (
    "The two delegations agreed to keep the line where it is until Friday. "
    "This was announced on Thursday by the mediator, Anneli Korpela.\n\n"
    "“Nobody has left the room,” she told Radio Helvetia."
)


def span(text: str, words: str) -> Span:
    """Where the words first stand in the text; they have to."""
    start = text.index(words)
    return Span(start, start + len(words))


def spans(text: str, *pieces: str) -> tuple[Span, ...]:
    """Where each of the pieces first stands in the text."""
    return tuple(span(text, words) for words in pieces)


def person(text: str, name: str, id_: str = "e1", **fields: object) -> Entity:
    """An entity, a person unless `kind` says otherwise, mentioned where its name first stands."""
    start, end = span(text, name)
    mention = Mention(start=start, end=end, form="name")
    given = {"kind": "person", "mentions": (mention,), "confidence": 0.9, **fields}
    return Entity.model_validate({"id": id_, "name": name, "evidence": (Span(start, end),), **given})


def statement(text: str, *content: str, **fields: object) -> Statement:
    """A statement with these pieces of content, which are its evidence too unless that is given."""
    found = spans(text, *content)
    given = {"id": "s1", "form": "direct", "confidence": 0.9, "speaker_status": "unknown", **fields}
    return Statement.model_validate(
        {"evidence": found, "content": found, "source": (), "cue": (), **given},
    )


def event(text: str, anchor: str, **fields: object) -> Event:
    """An event with this anchor, which is its evidence too unless that is given."""
    at = span(text, anchor)
    given = {"id": "v1", "type": "CONSULT", "actors": (), "status": "happened", "confidence": 0.9, **fields}
    return Event.model_validate({"anchor": at, "evidence": (at,), **given})


def talks() -> Record:
    """A record with two entities and two statements, the first announced in the sentence after it."""
    first, second = TALKS.split("\n\n")
    announced = statement(
        TALKS,
        "The two delegations agreed to keep the line where it is until Friday",
        form="indirect",
        source=spans(TALKS, "the mediator, Anneli Korpela"),
        cue=spans(TALKS, "This was announced"),
        evidence=spans(TALKS, *(one.strip() for one in (first[: first.index(".") + 1], first[first.index("This") :]))),
        speaker="e1",
        speaker_status="named",
    )
    told = statement(
        TALKS,
        "“Nobody has left the room,”",
        id="s2",
        source=spans(TALKS, "she"),
        cue=spans(TALKS, "told"),
        evidence=spans(TALKS, second),
        speaker="e1",
        speaker_status="named",
        venue="e2",
        date="2026-03-05",
    )
    entities = (person(TALKS, "Anneli Korpela"), person(TALKS, "Radio Helvetia", "e2", kind="outlet"))
    return Record(article=Article(text=TALKS), entities=entities, statements=(announced, told))
