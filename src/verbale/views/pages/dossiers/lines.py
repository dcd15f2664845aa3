"""One line for what several articles report: the words of the earliest, the day and place that most of them give."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from verbale.dossier.answers import Report
from verbale.record import (
    Document,
    Entity,
    Entry,
    Event,
    Force,
    Forecast,
    Move,
    Passage,
    Position,
    Provision,
    Round,
    Statement,
)
from verbale.timex import place
from verbale.views.pages.dossiers.citing import Told, earliest, told_by
from verbale.views.pages.dossiers.names import Names
from verbale.views.pages.words import EDGES, doubt, one_line, when


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a dossier, in words."""

    day: date | None
    """The first of the days on which it is dated; for order, not to be shown."""
    date: str | None
    """The day, week, month or year; nothing where that isn't told."""
    who: str
    """Whose it is, or who took part; nothing where that isn't told."""
    what: str
    """What sort of thing it is: a demand, a round, …"""
    words: str
    """Its own words; nothing where `what` says it all."""
    details: tuple[str, ...]
    """Place, status, condition, to whom, …"""
    told: Told
    disputed: tuple[str, ...] = ()
    """What the articles tell differently of it: date, place, …"""
    doubt: str | None = None
    """How likely it is right, where it is not even likely."""


@dataclass(frozen=True, slots=True)
class _Parts:
    who: tuple[str, ...]
    what: str
    words: str
    details: tuple[str | None, ...] = ()


def line_of(reports: Sequence[Report[Entry]], names: Names, disputed: Sequence[str] = ()) -> Line:
    """The line of what these are reports of, at least one."""
    first = earliest(reports)
    parts = _parts(reports, first, names)
    dated = _most_told(reports, lambda one: getattr(one.entry, "date", None))
    return Line(
        day=min((one.first_day for one in reports if one.first_day), default=None),
        date=when(dated) if dated and place(dated) else None,
        who=", ".join(parts.who),
        what=parts.what,
        words=one_line(parts.words).strip(EDGES),
        details=tuple(one_line(part) for part in parts.details if part),
        told=told_by(reports),
        disputed=tuple(dict.fromkeys(disputed)),
        doubt=doubt(max(one.entry.confidence for one in reports)),
    )


Value = TypeVar("Value")


def _most_told(reports: Sequence[Report[Entry]], value: Callable[[Report[Entry]], Value | None]) -> Value | None:
    """The value that most witnesses give; of several the one that was given first."""
    said: dict[tuple[int, Value], None] = {}
    for report in sorted(reports, key=lambda one: (one.source.published or date.max, one.ref)):
        given = value(report)
        if given is not None:
            said[report.source.witness, given] = None
    counted = Counter(given for _, given in said)
    return max(counted, key=lambda given: counted[given], default=None)


def _parts(reports: Sequence[Report[Entry]], first: Report[Entry], names: Names) -> _Parts:
    """What is shown of the entry, by its kind."""
    entry = first.entry
    match entry:
        case Round():
            return _round(reports, names)
        case Event():
            return _event(reports, first, entry, names)
        case Statement():
            return _statement(first, entry, names)
        case Document():
            return _document(reports, first, entry, names)
        case Provision():
            return _provision(first, entry, names)
        case Move():
            return _move(first, entry, names)
        case Forecast():
            return _forecast(first, entry, names)
        case Position():
            return _Parts(names.sides(first, (entry.party,)), entry.stand, entry.issue)
        case Entity():
            offices = "; ".join(dict.fromkeys(one.title for one in entry.offices))
            return _Parts((entry.name,), entry.kind, offices)
        case _:
            return _Parts((), type(entry).__name__.lower(), first.words)


def _round(reports: Sequence[Report[Entry]], names: Names) -> _Parts:
    rounds = [(one, one.entry) for one in reports if isinstance(one.entry, Round)]
    number = _most_told(reports, lambda one: getattr(one.entry, "number", None))
    told = _most_told(reports, lambda one: getattr(one.entry, "format", None)) or "round"
    parties = max((names.sides(report, entry.parties) for report, entry in rounds), key=len)
    outcome = next((entry.outcome.text for _, entry in rounds if entry.outcome), None)
    where = _most_told(reports, lambda one: names.name(one, getattr(one.entry, "place", None)))
    details = (where, _status(reports), f"outcome: {outcome}" if outcome else None)
    return _Parts(parties, f"{told} no. {number}" if number else told, "", details)


def _event(reports: Sequence[Report[Entry]], first: Report[Entry], event: Event, names: Names) -> _Parts:
    sides = (", ".join(names.names(first, some)) for some in (event.actors, event.recipients))
    what = f"{event.type.lower()}: {event.mode}" if event.mode else event.type.lower()
    where = _most_told(reports, lambda one: names.name(one, getattr(one.entry, "place", None)))
    return _Parts((" → ".join(side for side in sides if side),), what, f"“{first.words}”", (where, _status(reports)))


def _status(reports: Sequence[Report[Entry]]) -> str | None:
    """What is last told of it, where it didn't simply happen."""
    latest = max(reports, key=lambda one: (one.source.published or date.min, one.ref))
    status = getattr(latest.entry, "status", None)
    return None if status == "happened" or status is None else str(status)


def _statement(report: Report[Entry], statement: Statement, names: Names) -> _Parts:
    speaker = names.name(report, statement.speaker)
    side = names.sides(report, (statement.speaker,)) if statement.speaker else ()
    candidates = names.names(report, statement.candidates)
    if speaker is None and candidates:
        speaker = f"either {' or '.join(candidates)}"
    whom, venue = names.name(report, statement.addressee), names.name(report, statement.venue)
    what = "statement" if statement.kind == "assertion" else statement.kind
    details = (
        f"for {side[0]}" if side and side[0] != speaker else None,
        statement.form,
        "denies it" if statement.denied else None,
        f"to {whom}" if whom else None,
        venue if venue != whom else None,
    )
    return _Parts((speaker or "not known who",), what, report.words, details)


def _document(reports: Sequence[Report[Entry]], first: Report[Entry], paper: Document, names: Names) -> _Parts:
    authors, parties = names.names(first, paper.authors), names.names(first, paper.parties)
    status = _most_told(reports, lambda one: getattr(one.entry, "status", None))
    between = f"between {', '.join(parties)}" if parties and not all(one in paper.name for one in parties) else None
    return _Parts((), paper.kind, paper.name, (status, f"by {', '.join(authors)}" if authors else None, between))


_FORCES: Mapping[Force, str] = {"must": "must", "must_not": "must not", "may": "may", "will": "will"}


def _provision(report: Report[Entry], provision: Provision, names: Names) -> _Parts:
    bearers = names.names(report, provision.bearer)
    regarding = names.names(report, provision.regarding)
    deadline = when(provision.deadline)
    details = (
        f"regarding {', '.join(regarding)}" if regarding else None,
        f"until {deadline}" if deadline else None,
        _condition(provision.condition),
    )
    return _Parts(bearers or ("not told who",), _FORCES[provision.force], provision.action.text, details)


def _move(report: Report[Entry], move: Move, names: Names) -> _Parts:
    parties = names.sides(report, move.actor)
    by = [one for one in names.names(report, move.actor) if one not in parties]
    whom = names.names(report, move.addressee)
    details = (
        f"to {', '.join(whom)}" if whom else None,
        _condition(move.if_),
        f"by {', '.join(by)}" if by else None,
    )
    return _Parts(parties, move.kind, move.content.text, details)


def _forecast(report: Report[Entry], forecast: Forecast, names: Names) -> _Parts:
    by, horizon = names.name(report, forecast.by), when(forecast.horizon)
    outcomes = " / ".join(one_line(one.text) for one in forecast.outcomes)
    details = (f"by {horizon}" if horizon else None, f"either {outcomes}" if outcomes else None)
    return _Parts((by or "not told who",), forecast.likelihood, forecast.claim.text, details)


def _condition(condition: Passage | None) -> str | None:
    return f"condition: {one_line(condition.text)}" if condition else None
