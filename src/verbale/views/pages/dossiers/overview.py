"""What a dossier is about, at a glance: the parties of most articles, the rounds, and the latest of the rest."""

from dataclasses import dataclass
from datetime import date

from verbale.dossier.answers import Conflict, Extent, Party, Report, Thread
from verbale.record import Entry
from verbale.views.pages.dossiers.axis import Axis, axis_of
from verbale.views.pages.dossiers.differing import ConflictLine, conflict_lines
from verbale.views.pages.dossiers.gathering import current, day_of, gathered
from verbale.views.pages.dossiers.lines import Line, line_of
from verbale.views.pages.dossiers.minutes import extent_words, whose
from verbale.views.pages.dossiers.names import Names
from verbale.views.pages.dossiers.openness import OpenLine, open_lines
from verbale.views.pages.dossiers.papers import disputed_of
from verbale.views.pages.dossiers.parties import PartyAcross, is_party, party_across
from verbale.views.pages.listing import Listed, listed

SHOWN = 10
"""Lines of a sort."""


@dataclass(frozen=True, slots=True)
class Latest:
    """What an overview is made of: the dossier's latest entries, as many as a page needs."""

    name: str
    extent: Extent
    parties: tuple[Party, ...]
    """Those of most articles, the first first."""
    named: tuple[Party, ...]
    """Those whom the entries name."""
    rounds: tuple[Thread[Entry], ...] = ()
    moves: tuple[Report[Entry], ...] = ()
    """The latest first."""
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page."""

    name: str
    summary: str
    """How many articles of how many outlets, from when to when, and how many are independent."""
    parties: tuple[PartyAcross, ...]
    rounds: tuple[Line, ...]
    """By day, the last day last."""
    axis: Axis
    moves: tuple[Line, ...]
    """The latest first."""
    open_points: Listed[OpenLine]
    conflicts: Listed[ConflictLine]


def overview_page(latest: Latest) -> Overview:
    """The overview of what the dossier gave."""
    names = Names.of(latest.named)
    disputed = disputed_of(latest.conflicts)
    rounds = sorted(latest.rounds, key=lambda one: min(day_of(report) or date.max for report in one.reports))
    lines = tuple(line_of(one.reports, names, disputed.get(one.number, ())) for one in rounds)
    moves = gathered(current(latest.moves), lambda one: whose(one, names))
    parties = [party_across(one) for one in latest.parties if is_party(one)]
    return Overview(
        name=latest.name,
        summary=extent_words(latest.extent),
        parties=tuple(parties[:SHOWN]),
        rounds=lines,
        axis=axis_of(lines),
        moves=tuple(line_of(some, names) for some in reversed(moves[-SHOWN:])),
        open_points=listed(open_lines(moves, rounds, latest.extent.last_day, names), full=False, most=SHOWN),
        conflicts=listed(conflict_lines(latest.conflicts, names), full=False, most=SHOWN),
    )
