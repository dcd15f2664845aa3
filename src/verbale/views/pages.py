"""What is shown: frozen page values made from a record, in which every id has become words.

A page says what a reader gets to see; `terminal` and its like decide how it looks. Nothing here needs
the record again, so the same page can be printed, served or tested by hand. Positions within a page
(`Mark`) count code points of the page's own strings.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from verbale.article import Article, PublishedFrom
from verbale.record import Entity, Office, Record, Statement
from verbale.spans import Span
from verbale.timex import place

MarkRole = Literal["content", "source", "cue"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a passage that plays a part in the statement."""

    start: int
    end: int
    role: MarkRole


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences of one paragraph that prove an entry, on one line."""

    text: str
    """Code point for code point the article's, but for white space, which is always a blank."""
    marks: tuple[Mark, ...]
    """In order, none overlapping another."""


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """Who said it, in words."""

    name: str
    """The speaker's name or description; the article's own words where nobody could be found behind them."""
    office: str | None
    """The title and whose it is, or whom the speaker stands for."""
    note: str | None
    """Why the name is less than a name: known by role only, not named, open between two, not known."""
    found: bool
    """Whether the reading found who it is; without that, the name is only what the sentence says ("he")."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement with the sentences that prove it."""

    number: int
    """Counts from 1, in the order of the text."""
    id: str
    """The statement's id in the record."""
    speaker: SpeakerLine
    form: str
    """direct, indirect or mixed."""
    kind: str
    """assertion, demand, offer, …"""
    denied: bool
    """The speaker says that the content is not so."""
    date: str | None
    """The day, month or year on which it was said."""
    addressee: str | None
    """To whom it was said."""
    venue: str | None
    """The outlet or occasion that it was said to or at."""
    within: int | None
    """The number of the statement that reports this one."""
    words: str
    """The content on one line; parts that don't touch are joined by an ellipsis."""
    proof: tuple[Passage, ...]
    """The sentences that prove it, in order."""
    confidence: str
    """How likely the statement is right, in words."""
    doubtful: bool
    """It is not even likely to be right, and a reader should be warned."""


@dataclass(frozen=True, slots=True)
class MinutesPage:
    """The minutes of one article."""

    title: str
    """The article's title, or its opening words."""
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    """The day of publication, such as `18 January 2022`."""
    published_from: str | None
    """How that day is known; nothing where it isn't."""
    url: str | None
    warnings: tuple[str, ...]
    """What a reader should know before trusting the page, a sentence each."""
    parties: tuple[str, ...]
    """The states, organisations and groups that the article names, the most mentioned first."""
    statements: tuple[StatementLine, ...]


def minutes_page(record: Record) -> MinutesPage:
    """The minutes of the record's article."""
    article = record.article
    return MinutesPage(
        title=_title(article),
        outlet=article.outlet,
        authors=article.authors,
        published=_day(article.published) if article.published else None,
        published_from=_KNOWN_FROM[article.published_from] if article.published else None,
        url=article.url,
        warnings=tuple(warning.message for warning in article.warnings),
        parties=tuple(_parties(record.entities)),
        statements=tuple(_statement_lines(record)),
    )


_KNOWN_FROM: Mapping[PublishedFrom, str | None] = {
    "given": "given",
    "metadata": "as the page says",
    "text": "worked out from the text",
    "unknown": None,
}

# A line of a terminal, about; a title longer than that is a paragraph.
_TITLE_LENGTH = 72
_EDGES = " ,;:–—-"  # what a cut leaves hanging


def _title(article: Article) -> str:
    """The title, or the article's opening words, cut between words."""
    if article.title and article.title.strip():
        return _one_line(article.title)
    opening = " ".join(article.text.split(maxsplit=_TITLE_LENGTH)[:_TITLE_LENGTH])
    if len(opening) <= _TITLE_LENGTH:
        return opening or "An article without text"
    whole_words = opening[: _TITLE_LENGTH + 1].rpartition(" ")[0] or opening[:_TITLE_LENGTH]
    return whole_words.rstrip(_EDGES) + " …"


def _parties(entities: Iterable[Entity]) -> Iterator[str]:
    parties = [
        entity
        for entity in entities
        if entity.kind in ("state", "organisation", "group")
        and any(mention.form == "name" for mention in entity.mentions)
    ]
    for entity in sorted(parties, key=lambda entity: -len(entity.mentions)):
        yield _one_line(entity.name)


def _statement_lines(record: Record) -> Iterator[StatementLine]:
    text = record.article.text
    entities = {entity.id: entity for entity in record.entities}
    numbers = {statement.id: number for number, statement in enumerate(record.statements, start=1)}
    for statement in record.statements:
        yield StatementLine(
            number=numbers[statement.id],
            id=statement.id,
            speaker=_speaker_line(statement, entities, text),
            form=statement.form,
            kind=statement.kind,
            denied=statement.denied,
            date=_when(statement.date) if statement.date else None,
            addressee=_name(statement.addressee, entities),
            venue=_venue(statement, entities),
            within=numbers.get(statement.within) if statement.within else None,
            words=_words(statement.content, text),
            proof=tuple(_passages(statement, text)),
            confidence=_likelihood(statement.confidence),
            doubtful=statement.confidence < _LIKELY,
        )


_NOTES = {"role": "known by role only", "anonymous": "not named", "unknown": "not known who"}
_NOBODY = "Not known who"


def _speaker_line(statement: Statement, entities: Mapping[str, Entity], text: str) -> SpeakerLine:
    entity = entities.get(statement.speaker or "")
    note = _NOTES.get(statement.speaker_status)
    if entity:
        return SpeakerLine(_one_line(entity.name), _office(entity, entities), note, found=True)
    words = _words(statement.source, text).strip(_EDGES) or _NOBODY
    candidates = [_one_line(entities[one].name) for one in statement.candidates if one in entities]
    if candidates:
        note = f"either {' or '.join(candidates)}"
    return SpeakerLine(words, None, note if words != _NOBODY or candidates else None, found=False)


def _office(entity: Entity, entities: Mapping[str, Entity]) -> str | None:
    """The first office that the article gives, or whom the entity stands for."""
    if entity.offices:
        return _office_words(entity.offices[0], entities)
    stands_for = _name(entity.represents, entities)
    return f"for {stands_for}" if stands_for else None


def _office_words(office: Office, entities: Mapping[str, Entity]) -> str:
    organisation = _name(office.organisation, entities)
    words = _one_line(office.title)
    if organisation and organisation.casefold() not in words.casefold():
        words = f"{words}, {organisation}"
    return f"{words} (doubtful: {_one_line(office.doubt.reason)})" if office.doubt else words


def _venue(statement: Statement, entities: Mapping[str, Entity]) -> str | None:
    """The outlet or occasion, unless it is the addressee ("told the Post")."""
    venue, addressee = _name(statement.venue, entities), _name(statement.addressee, entities)
    if venue and addressee and _bare(venue) == _bare(addressee):
        return None
    return venue


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _name(reference: str | None, entities: Mapping[str, Entity]) -> str | None:
    """The name of the entity with that id, or the words themselves where they are no id."""
    if reference is None:
        return None
    entity = entities.get(reference)
    return _one_line(entity.name if entity else reference)


def _words(spans: Iterable[Span], text: str) -> str:
    return " … ".join(_one_line(span.of(text)) for span in spans)


def _one_line(text: str) -> str:
    return " ".join(text.split())


_WHITE_SPACE = re.compile(r"\s")
_BLANKS = re.compile(r"[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")  # white space that breaks no line


def _passages(statement: Statement, text: str) -> Iterator[Passage]:
    for whole in _neighbours(statement.evidence, text):
        yield Passage(_WHITE_SPACE.sub(" ", whole.of(text)), tuple(_marks(statement, whole)))


def _neighbours(sentences: Iterable[Span], text: str) -> list[Span]:
    """The sentences in order, as one span where only blanks stand between them."""
    together: list[Span] = []
    for sentence in sorted(sentences):
        if together and _BLANKS.fullmatch(text[together[-1].end : sentence.start]):
            together[-1] = Span(together[-1].start, max(together[-1].end, sentence.end))
        else:
            together.append(sentence)
    return together


def _marks(statement: Statement, passage: Span) -> Iterator[Mark]:
    """The parts of the statement within the passage, counted from its beginning, none over another."""
    roles: list[MarkRole | None] = [None] * (passage.end - passage.start)
    # Source and cue last: within a content that they interrupt they are what the eye looks for.
    for role, spans in _parts(statement):
        for span in spans:
            for at in range(max(span.start, passage.start), min(span.end, passage.end)):
                roles[at - passage.start] = role
    start = 0
    for found, run in groupby(roles):
        end = start + len(list(run))
        if found is not None:
            yield Mark(start, end, found)
        start = end


def _parts(statement: Statement) -> Iterator[tuple[MarkRole, tuple[Span, ...]]]:
    yield "content", statement.content
    yield "source", statement.source
    yield "cue", statement.cue


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _when(value: str) -> str:
    """A TIMEX3 value as people write it, no more exact than it is; one that nobody says otherwise stays as it is."""
    at = place(value)
    if at is None:
        return value
    match at.precision:
        case "day" | "hour" | "minute":
            return _day(at.first)
        case "week":
            return f"the week of {_day(at.first)}"
        case "month":
            return f"{_MONTHS[at.first.month - 1]} {at.first.year}"
        case _:
            return value


# The seven steps of the analytic standards of the US intelligence community (ICD 203, 2015, D.6.e.2.a),
# whose bounds are meant for readers who decide on them; the two lowest are one here.
_LIKELY = 0.55
_STEPS = (
    (0.95, "almost certainly right"),
    (0.80, "very likely right"),
    (_LIKELY, "likely right"),
    (0.45, "as likely right as wrong"),
    (0.20, "more likely wrong than right"),
)


def _likelihood(confidence: float) -> str:
    return next((words for least, words in _STEPS if confidence >= least), "very likely wrong")
