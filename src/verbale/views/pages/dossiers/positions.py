"""What each party wants of each issue, and how it came to that."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.dossier.answers import Party, Report
from verbale.record import Entry, Position
from verbale.views.pages.dossiers.citing import Told, told_by
from verbale.views.pages.dossiers.gathering import current, day_of
from verbale.views.pages.dossiers.names import Names
from verbale.views.pages.words import day_words, one_line

SameIssue = Callable[[str, str], bool]
"""Whether two wordings are of one issue."""


@dataclass(frozen=True, slots=True)
class StandAcross:
    """A stand that a party took on a day, until it took another."""

    stand: str
    """for, against or conditional."""
    since: str | None
    """The day on which it is first told; of an entry without a date, the day of its article."""
    told: Told


@dataclass(frozen=True, slots=True)
class IssueAcross:
    """One party's stands on one issue."""

    issue: str
    history: tuple[StandAcross, ...]
    """The earliest first; the last is where the party stands now."""


@dataclass(frozen=True, slots=True)
class PartyPositions:
    """One party's positions."""

    party: str
    issues: tuple[IssueAcross, ...]


def positions_page(
    positions: Sequence[Report[Entry]], parties: Iterable[Party], same_issue: SameIssue
) -> tuple[PartyPositions, ...]:
    """The parties in the order of their first position, each with its issues in the order of theirs."""
    names = Names.of(parties)
    by_party: dict[str, list[Report[Entry]]] = {}
    for report in sorted(current(positions), key=lambda one: (day_of(one) or date.max, one.ref)):
        if isinstance(report.entry, Position):
            by_party.setdefault(", ".join(names.sides(report, (report.entry.party,))), []).append(report)
    return tuple(PartyPositions(party, tuple(_issues(some, same_issue))) for party, some in by_party.items())


def _issues(reports: Iterable[Report[Entry]], same_issue: SameIssue) -> Iterator[IssueAcross]:
    issues: list[list[Report[Entry]]] = []
    for report in reports:
        known = next((some for some in issues if any(same_issue(one.words, report.words) for one in some)), None)
        if known is None:
            issues.append([report])
        else:
            known.append(report)
    for some in issues:
        fullest = max((one_line(one.words) for one in some), key=len)
        yield IssueAcross(fullest, tuple(_history(some)))


def _history(reports: Sequence[Report[Entry]]) -> Iterator[StandAcross]:
    """Neighbouring reports of one stand are one; copies go with their witness, whatever was said in between."""
    first = {report.source.witness: report.source.article for report in reversed(reports)}
    stands: list[list[Report[Entry]]] = []
    for report in reports:
        copied = first[report.source.witness] != report.source.article
        known = next((some for some in stands if copied and _copies(report, some)), None)
        if known is not None:
            known.append(report)
        elif stands and _stand(stands[-1][0]) == _stand(report):
            stands[-1].append(report)
        else:
            stands.append([report])
    for some in stands:
        day = day_of(some[0])
        yield StandAcross(_stand(some[0]), day_words(day) if day else None, told_by(some))


def _copies(report: Report[Entry], stand: Sequence[Report[Entry]]) -> bool:
    return any(one.source.witness == report.source.witness and _stand(one) == _stand(report) for one in stand)


def _stand(report: Report[Entry]) -> str:
    return report.entry.stand if isinstance(report.entry, Position) else ""
