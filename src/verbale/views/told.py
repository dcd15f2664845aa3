"""A dossier's answers as tables: a row a report, each with the sentence that proves it, its article and its days."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from verbale.dossier.answers import Change, Conflict, Party, Report, Source
from verbale.record import Entry
from verbale.views.events import Cell, Column, Row
from verbale.views.pages.dossiers import Names, line_of

_DAYS: Final = ("Day", "Last Day", "Published")
_WHOLE: Final = ("Thread", "Article", "Witness", "Version Of", "Replaced By")


def _columns(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, _kind(name)) for name in names)


def _kind(name: str) -> Literal["text", "whole", "number", "day"]:
    plain = name.removeprefix("Left ").removeprefix("Right ").removeprefix("Earlier ").removeprefix("Later ")
    if plain in _DAYS:
        return "day"
    return "number" if plain == "Confidence" else "whole" if plain in _WHOLE else "text"


_SOURCE = ("Article", "Outlet", "Published", "Title", "Address", "Witness")
_SIDE = ("Article", "Outlet", "Published", "Title", "Address", "Witness", "Entry", "Evidence", "Evidence Spans")


REPORTS: Final = _columns(
    "Kind", "Type", "Who", "Words", "Details", "Date", "Day", "Last Day", "Thread", *_SIDE, "Confidence"
)
"""The columns of entries: of what was found, of a timeline, of positions."""

CONFLICTS: Final = _columns(
    "Kind", "Of", "Thread", "What", *(f"Left {name}" for name in _SIDE), *(f"Right {name}" for name in _SIDE)
)
CHANGES: Final = _columns(
    "Kind", "Party", "Issue", "What", *(f"Earlier {name}" for name in _SIDE), *(f"Later {name}" for name in _SIDE)
)
ARTICLES: Final = _columns(*_SOURCE, "Version Of", "Replaced By")


def report_rows(reports: Iterable[Report[Entry]], parties: Iterable[Party] = ()) -> Iterator[Row]:
    """A row a report; without the parties under the names that its article has."""
    names = Names.of(parties)
    for report in reports:
        line = line_of((report,), names)
        kind = type(report.entry).__name__.lower()
        told = (kind, line.what, line.who, report.words, "; ".join(line.details) or None, line.date)
        days = (report.first_day, report.last_day, report.thread or None)
        yield (*told, *days, *_side(report), report.entry.confidence)


def conflict_rows(conflicts: Iterable[Conflict]) -> Iterator[Row]:
    """A row a conflict, with both its reports."""
    for one in conflicts:
        yield (one.kind, one.of, one.thread, one.what, *_side(one.left), *_side(one.right))


def change_rows(changes: Iterable[Change], parties: Iterable[Party]) -> Iterator[Row]:
    """A row a change, with both its reports."""
    names = {party.number: party.name for party in parties}
    for one in changes:
        party = names.get(one.party) if one.party is not None else None
        yield (one.kind, party, one.issue, one.what, *_side(one.earlier), *_side(one.later))


def article_rows(sources: Iterable[Source]) -> Iterator[Row]:
    """A row an article."""
    for one in sources:
        yield (*_source(one), one.version_of, one.replaced_by)


def _source(source: Source) -> tuple[Cell, ...]:
    return source.article, source.outlet, source.published, source.title, source.url, source.witness


def _side(report: Report[Entry]) -> tuple[Cell, ...]:
    spans = " ".join(f"{span.start}-{span.end}" for span in report.entry.evidence)
    return *_source(report.source), report.ref.entry, "\n".join(report.proof), spans
