"""What is otherwise than it was: positions, demands and forecasts over time.

    changes_of(positions, moves, forecasts, happenings)
    same_issue(left, right)         whether two wordings are of one issue

Each change has its two reports, of different days. Copies of one article, an agency's background block and earlier
versions of a page change nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from verbale.dossier.answers import Change, Report
from verbale.dossier.changes.demands import demand_changes
from verbale.dossier.changes.forecasts import forecast_changes
from verbale.dossier.changes.issues import same_issue
from verbale.dossier.changes.positions import position_changes
from verbale.record import Event, Forecast, Move, Position, Round

__all__ = ["changes_of", "same_issue"]


def changes_of(
    positions: Sequence[Report[Position]],
    moves: Sequence[Report[Move]],
    forecasts: Sequence[Report[Forecast]],
    happenings: Sequence[Report[Event] | Report[Round]],
) -> tuple[Change, ...]:
    """All changes in the reports of one dossier, given in any order: positions, then demands, then forecasts."""
    found = (
        *position_changes(positions),
        *demand_changes(moves, happenings),
        *forecast_changes(forecasts, happenings),
    )
    return tuple(_by_first_report(found).values())


def _by_first_report(changes: Iterable[Change]) -> Mapping[tuple[object, ...], Change]:
    """What several articles report at one time changes once: their first report is cited."""
    first: dict[tuple[object, ...], Change] = {}
    for change in changes:
        first.setdefault((change.kind, change.party, change.earlier.ref), change)
    return first
