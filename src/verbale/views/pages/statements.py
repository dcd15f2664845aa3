"""Who said what: each statement with its speaker, in words, and the sentences that prove it."""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.record import Entity, Record, Statement
from verbale.views.pages.proof import Parts, Passage, passages
from verbale.views.pages.words import EDGES, LIKELY, Cast, likelihood, one_line, when, words_of


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


def statement_numbers(record: Record) -> dict[str, int]:
    """The number of each statement by its id."""
    return {statement.id: number for number, statement in enumerate(record.statements, start=1)}


def statement_lines(record: Record, cast: Cast) -> Iterator[StatementLine]:
    """All of the record's statements, in the order of the text."""
    text, numbers = record.article.text, statement_numbers(record)
    for statement in record.statements:
        yield StatementLine(
            number=numbers[statement.id],
            id=statement.id,
            speaker=_speaker_line(statement, cast, text),
            form=statement.form,
            kind=statement.kind,
            denied=statement.denied,
            date=when(statement.date),
            addressee=cast.name(statement.addressee),
            venue=_venue(statement, cast),
            within=numbers.get(statement.within) if statement.within else None,
            words=words_of(statement.content, text),
            proof=passages(statement.evidence, _parts(statement), text),
            confidence=likelihood(statement.confidence),
            doubtful=statement.confidence < LIKELY,
        )


_NOTES = {"role": "known by role only", "anonymous": "not named", "unknown": "not known who"}
_NOBODY = "Not known who"


def _speaker_line(statement: Statement, cast: Cast, text: str) -> SpeakerLine:
    entity = cast.entities.get(statement.speaker or "")
    note = _NOTES.get(statement.speaker_status)
    if entity:
        return SpeakerLine(one_line(entity.name), _office(entity, cast), note, found=True)
    words = words_of(statement.source, text).strip(EDGES) or _NOBODY
    candidates = cast.names(statement.candidates)
    if candidates:
        note = f"either {' or '.join(candidates)}"
    return SpeakerLine(words, None, note if words != _NOBODY or candidates else None, found=False)


def _office(entity: Entity, cast: Cast) -> str | None:
    """The first office that the article gives, or whom the entity stands for."""
    if entity.offices:
        return cast.office(entity.offices[0])
    stands_for = cast.name(entity.represents)
    return f"for {stands_for}" if stands_for else None


def _venue(statement: Statement, cast: Cast) -> str | None:
    """The outlet or occasion, unless it is the addressee ("told the Post")."""
    venue, addressee = cast.name(statement.venue), cast.name(statement.addressee)
    if venue and addressee and _bare(venue) == _bare(addressee):
        return None
    return venue


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _parts(statement: Statement) -> Parts:
    # Source and cue last: within a content that they interrupt they are what the eye looks for.
    return {"content": statement.content, "source": statement.source, "cue": statement.cue}
