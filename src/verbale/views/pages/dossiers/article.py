"""An article as it stands, its entries marked in the text and listed beside it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verbale.dossier.answers import Kind, Report, Source
from verbale.record import (
    Document,
    Entity,
    Entry,
    Event,
    Forecast,
    Move,
    Position,
    Provision,
    Record,
    Round,
    Statement,
    Time,
)
from verbale.spans import Span
from verbale.views.pages.dossiers.articles import ArticleLine, article_lines
from verbale.views.pages.dossiers.citing import Citation, cite, number_words
from verbale.views.pages.dossiers.lines import Line, line_of
from verbale.views.pages.dossiers.names import Names
from verbale.views.pages.words import day_words, one_line, when

TOLD: Mapping[Kind, str] = {
    "statement": "Statements",
    "event": "Events",
    "round": "Rounds",
    "move": "Moves",
    "position": "Positions",
    "document": "Papers",
    "provision": "Provisions",
    "forecast": "Forecasts",
}
"""The kinds of entries that are listed beside the text, under these words."""


@dataclass(frozen=True, slots=True)
class Reference:
    """That an entry begins here: its number in the text."""

    id: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of which all is marked alike."""

    text: str
    roles: tuple[str, ...]
    """What it is: content, cue, source, event, paper, move, provision, forecast, party, person, place, date."""
    entries: tuple[str, ...]
    """The ids of the entries whose words they are."""
    begins: tuple[Reference, ...] = ()
    """The entries whose proof begins with it."""
    party: int | None = None
    """The number of whom it names."""
    title: str | None = None
    """What is known of it: the day that a date means, the name that a word stands for."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One entry of the list beside the text."""

    id: str
    kind: Kind
    line: Line
    elsewhere: str | None
    """In how many other articles it is told."""


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of a kind."""

    words: str
    lines: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class Who:
    """Whom the article names."""

    number: int
    name: str
    as_named: tuple[str, ...]
    """The names that the article has for it."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What the version before had and this one has no more."""

    line: Line


@dataclass(frozen=True, slots=True)
class Read:
    """What the page is made of."""

    source: Source
    record: Record
    reports: tuple[Report[Entry], ...]
    names: Names
    counts: Mapping[int, int]
    """How many articles tell what each thread is."""
    versions: tuple[Source, ...] = ()
    gone: tuple[Report[Entry], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """The article."""

    article: Citation
    title: str | None
    authors: str | None
    url: str | None
    notes: tuple[str, ...]
    """What a reader should know: how the day is known, whose copy it is, what was amiss when it was read."""
    paragraphs: tuple[tuple[Piece, ...], ...]
    groups: tuple[Group, ...]
    who: tuple[Who, ...]
    versions: tuple[ArticleLine, ...]
    """Where there is more than one."""
    gone: tuple[Gone, ...]


def article_page(read: Read) -> ArticlePage:
    """The article, its paragraphs as they were."""
    article = read.record.article
    pieces = _Pieces(read)
    return ArticlePage(
        article=cite(read.source),
        title=one_line(article.title) if article.title else None,
        authors=", ".join(one_line(one) for one in article.authors) or None,
        url=article.url,
        notes=tuple(_notes(read)),
        paragraphs=tuple(tuple(pieces.of(span)) for span in _paragraphs(article.text)),
        groups=tuple(_groups(read)),
        who=tuple(_who(read)),
        versions=article_lines(read.versions) if len(read.versions) > 1 else (),
        gone=tuple(Gone(line_of((one,), read.names)) for one in read.gone if not isinstance(one.entry, Entity)),
    )


_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


def _paragraphs(text: str) -> Iterator[Span]:
    """Between empty lines; where there are none, every line."""
    breaks = _BREAK if _BREAK.search(text.strip()) else re.compile(r"\n")
    start = 0
    for found in breaks.finditer(text):
        if text[start : found.start()].strip():
            yield Span(start, found.start())
        start = found.end()
    if text[start:].strip():
        yield Span(start, len(text))


def _notes(read: Read) -> Iterator[str]:
    article = read.record.article
    if article.published is None:
        yield "No day of publication is known."
    elif article.published_from == "text":
        yield "The day of publication is the one that the text itself tells."
    line = article_lines((read.source,))[0]
    if line.note:
        yield f"This is {line.note}." if line.note.startswith("a ") else f"{line.note.capitalize()}."
    for warning in article.warnings:
        yield f"{one_line(warning.message).removesuffix('.').capitalize()}."


def _groups(read: Read) -> Iterator[Group]:
    for kind, words in TOLD.items():
        some = [one for one in read.reports if _kind(one.entry) == kind]
        if some:
            yield Group(words, tuple(_beside(one, kind, read) for one in sorted(some, key=_start)))


def _start(report: Report[Entry]) -> tuple[int, str]:
    spans = tuple(span for _, some in _spans(report.entry) for span in some) or report.entry.evidence
    return min((span.start for span in spans), default=0), report.ref.entry


def _beside(report: Report[Entry], kind: Kind, read: Read) -> Beside:
    others = read.counts.get(report.thread, 1) - 1
    words = None if others < 1 else f"also in {number_words(others)} other article{'' if others == 1 else 's'}"
    return Beside(report.ref.entry, kind, line_of((report,), read.names), words)


def _who(read: Read) -> Iterator[Who]:
    for report in read.reports:
        entity = report.entry
        if isinstance(entity, Entity) and entity.kind in ("state", "organisation", "group", "person"):
            party = read.names.parties.get(report.thread)
            others = tuple(one_line(one) for one in dict.fromkeys((entity.name, *entity.aliases)))
            yield Who(report.thread, one_line(party.name if party else entity.name), others)


_Roles = Iterable[tuple[str, Sequence[Span]]]


def _spans(entry: Entry) -> _Roles:
    """The words that are marked for an entry, with what they are."""
    match entry:
        case Statement():
            return (("content", entry.content), ("cue", entry.cue), ("source", entry.source))
        case Event():
            return (("event", (entry.anchor,)),)
        case Round():
            return (("round", entry.outcome.spans if entry.outcome else ()),)
        case Document():
            return (("paper", [one.span for one in entry.mentions]),)
        case Provision():
            return (("provision", (*entry.words.spans, *entry.action.spans)),)
        case Move():
            return (("move", entry.content.spans),)
        case Forecast():
            return (("forecast", entry.claim.spans),)
        case Entity():
            role = entry.kind if entry.kind in ("person", "place") else "party"
            return ((role, [one.span for one in entry.mentions]),)
        case Time():
            return (("date", (Span(entry.start, entry.end),)),)
        case _:
            return ()


def _kind(entry: Entry) -> Kind | None:
    """The kind of what is listed beside the text."""
    for model, kind in _KINDS:
        if isinstance(entry, model):
            return kind
    return None


_KINDS: tuple[tuple[type[Entry], Kind], ...] = (
    (Statement, "statement"),
    (Event, "event"),
    (Round, "round"),
    (Move, "move"),
    (Position, "position"),
    (Document, "document"),
    (Provision, "provision"),
    (Forecast, "forecast"),
)


@dataclass(frozen=True, slots=True)
class _Marked:
    span: Span
    role: str
    entry: str
    party: int | None = None
    title: str | None = None


class _Pieces:
    """Cuts the text where a mark begins or ends."""

    def __init__(self, read: Read) -> None:
        self._text = read.record.article.text
        self._marks = sorted(_marks(read), key=lambda one: (one.span.start, -one.span.end))
        self._begins: dict[int, list[Reference]] = {}
        for report in sorted(read.reports, key=_start):
            kind = _kind(report.entry)
            if kind is not None:
                self._begins.setdefault(_start(report)[0], []).append(Reference(report.ref.entry, kind))

    def of(self, paragraph: Span) -> Iterator[Piece]:
        """The pieces of a paragraph, in order; together they are its text."""
        marks = [one for one in self._marks if one.span.start < paragraph.end and one.span.end > paragraph.start]
        cuts = {paragraph.start, paragraph.end}
        cuts |= {at for at in self._begins if paragraph.start <= at < paragraph.end}
        cuts |= {at for one in marks for at in (one.span.start, one.span.end) if paragraph.start < at < paragraph.end}
        ordered = sorted(cuts)
        for start, end in pairwise(ordered):
            over = [one for one in marks if one.span.start <= start and one.span.end >= end]
            named = [one for one in over if one.party is not None]
            # Of names within names the shortest says most.
            nearest = min(named, key=lambda one: one.span.end - one.span.start, default=None)
            yield Piece(
                text=self._text[start:end],
                roles=tuple(dict.fromkeys(one.role for one in over)),
                entries=tuple(dict.fromkeys(one.entry for one in over)),
                begins=tuple(self._begins.get(start, ())),
                party=nearest.party if nearest else None,
                title=next((one.title for one in reversed(over) if one.title), None),
            )


def _marks(read: Read) -> Iterator[_Marked]:
    for report in read.reports:
        entity = report.entry if isinstance(report.entry, Entity) else None
        party = read.names.parties.get(report.thread) if entity else None
        number = report.thread if entity and entity.kind in ("state", "organisation", "group", "person") else None
        for role, spans in _spans(report.entry):
            for span in spans:
                yield _Marked(span, role, report.ref.entry, number, one_line(party.name) if party else None)
    for time in read.record.times:
        yield _Marked(Span(time.start, time.end), "date", time.id, title=_day(time))


def _day(time: Time) -> str | None:
    if time.first_day and time.first_day == time.last_day:
        return day_words(time.first_day)
    if time.first_day and time.last_day:
        return f"{day_words(time.first_day)} to {day_words(time.last_day)}"
    return when(time.value)
