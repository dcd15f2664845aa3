"""The minutes of a dossier: what all its articles together report, each entry once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.dossier.answers import Conflict, Extent, Party, Report, Source, Thread
from verbale.record import Entry, Move
from verbale.views.pages.dossiers.citing import number_words
from verbale.views.pages.dossiers.differing import ConflictLine, conflict_lines
from verbale.views.pages.dossiers.gathering import current, gathered
from verbale.views.pages.dossiers.lines import Line, line_of
from verbale.views.pages.dossiers.names import Names
from verbale.views.pages.dossiers.openness import OpenLine, open_lines
from verbale.views.pages.dossiers.papers import PaperAcross, disputed_of, papers_across
from verbale.views.pages.dossiers.parties import PartyAcross, parties_across
from verbale.views.pages.listing import Listed, listed
from verbale.views.pages.words import day_words


@dataclass(frozen=True, slots=True)
class Answers:
    """What the minutes are made of, as the dossier gives it."""

    name: str
    """What the dossier is called."""
    articles: tuple[Source, ...]
    parties: tuple[Party, ...]
    entities: tuple[Report[Entry], ...] = ()
    rounds: tuple[Thread[Entry], ...] = ()
    documents: tuple[Thread[Entry], ...] = ()
    provisions: tuple[Report[Entry], ...] = ()
    moves: tuple[Report[Entry], ...] = ()
    forecasts: tuple[Report[Entry], ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class MovesAcross:
    """The moves of one party, or of several together, by day."""

    party: str
    """Nothing where no article tells whose they are."""
    moves: Listed[Line]


@dataclass(frozen=True, slots=True)
class DossierMinutes:
    """The minutes of a dossier."""

    name: str
    summary: str
    """How many articles of how many outlets, from when to when, and how many are independent."""
    parties: Listed[PartyAcross]
    rounds: Listed[Line]
    documents: Listed[PaperAcross]
    moves: Listed[MovesAcross]
    forecasts: Listed[Line]
    open_points: Listed[OpenLine]
    conflicts: Listed[ConflictLine]


def dossier_minutes(answers: Answers, *, full: bool = False) -> DossierMinutes:
    """The minutes of what the dossier gave; `full`: with all entries, however many there are of a sort."""
    names = Names.of(answers.parties)
    disputed = disputed_of(answers.conflicts)
    moves = gathered(current(answers.moves), lambda one: whose(one, names))
    lines = tuple(line_of(thread.reports, names, disputed.get(thread.number, ())) for thread in answers.rounds)
    papers = papers_across(answers.documents, answers.provisions, names, disputed, full=full)
    forecasts = gathered(current(answers.forecasts), lambda one: one.parties.get(getattr(one.entry, "by", None) or ""))
    return DossierMinutes(
        name=answers.name,
        summary=summary_of(answers.articles),
        parties=listed(parties_across(answers.parties, answers.entities, _taking_part(answers, names)), full=full),
        rounds=listed(lines, full=full),
        documents=listed(papers, full=full),
        moves=listed(_by_party(moves, names, full=full), full=full),
        forecasts=listed((line_of(some, names) for some in forecasts), full=full),
        open_points=listed(open_lines(moves, answers.rounds, _last_day(answers.articles), names), full=full),
        conflicts=listed(conflict_lines(answers.conflicts, names), full=full),
    )


def summary_of(articles: Sequence[Source]) -> str:
    """Such as "14 articles of nine outlets, 17 December 2021 to 27 January 2022; eleven of them independent"."""
    days = sorted(one.published for one in articles if one.published)
    return extent_words(
        Extent(
            articles=len(articles),
            outlets=len({one.outlet for one in articles if one.outlet}),
            witnesses=len({one.witness for one in articles}),
            first_day=days[0] if days else None,
            last_day=days[-1] if days else None,
        )
    )


def extent_words(extent: Extent) -> str:
    """How much there is, in words."""
    count = "1 article" if extent.articles == 1 else f"{extent.articles:,} articles"
    outlets, first, last = extent.outlets, extent.first_day, extent.last_day
    parts = [f"{count} of {number_words(outlets)} outlet{'' if outlets == 1 else 's'}" if outlets else count]
    if first and last:
        parts.append(day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}")
    if extent.witnesses < extent.articles:
        return f"{', '.join(parts)}; {number_words(extent.witnesses)} of them independent"
    return ", ".join(parts)


def whose(report: Report[Entry], names: Names) -> object:
    """What moves have in common that may be one: their kind and their parties."""
    entry = report.entry
    if not isinstance(entry, Move):
        return None
    return entry.kind, names.numbers(report, entry.actor) or names.sides(report, entry.actor)


def _by_party(groups: Iterable[Sequence[Report[Entry]]], names: Names, *, full: bool) -> Iterator[MovesAcross]:
    """The parties with most moves first."""
    lines: dict[str, list[Line]] = defaultdict(list)
    for group in groups:
        line = line_of(group, names)
        lines[line.who].append(line)
    for party, some in sorted(lines.items(), key=lambda one: (not one[0], -len(one[1]))):
        yield MovesAcross(party, listed(some, full=full))


def _taking_part(answers: Answers, names: Names) -> frozenset[int]:
    """The numbers of those who meet, move, or have a paper between them."""
    found: set[int] = set()
    for thread in (*answers.rounds, *answers.documents):
        for report in thread.reports:
            found |= names.numbers(report, getattr(report.entry, "parties", ()))
    for report in answers.moves:
        if isinstance(report.entry, Move):
            found |= names.numbers(report, (*report.entry.actor, *report.entry.addressee))
    return frozenset(found)


def _last_day(articles: Iterable[Source]) -> date | None:
    return max((one.published for one in articles if one.published), default=None)
