"""How a party's position on an issue changed: what it wanted of it then, and what of the same issue later."""

from collections.abc import Iterator, Mapping, Sequence

from verbale.dossier.answers import Change, Report
from verbale.dossier.changes.issues import same_issue
from verbale.dossier.changes.order import by_party, is_later
from verbale.dossier.telling import day, name, said_on
from verbale.record import Position, Side

_STANDS: Mapping[Side, str] = {"for": "for it", "against": "against it", "conditional": "for it under a condition"}


def position_changes(positions: Sequence[Report[Position]]) -> Iterator[Change]:
    """A change for every stand that differs from the party's last one on the issue, on an earlier day.

    Two stands of one day are no change: one of them may be misread, or the party speaks with two voices.
    """
    for party, reports in by_party(positions, lambda report: (report.entry.party,)).items():
        for at, later in enumerate(reports):
            earlier = _last_before(later, reports[:at])
            if earlier is not None and earlier.entry.stand != later.entry.stand:
                yield _change(party, earlier, later)


def _last_before(later: Report[Position], known: Sequence[Report[Position]]) -> Report[Position] | None:
    """The earliest report of the party's last stand on an earlier day; none where that day has two stands."""
    before = [one for one in known if same_issue(one.entry.issue, later.entry.issue) and is_later(later, one)]
    if not before:
        return None
    last = [one for one in before if said_on(one) == said_on(before[-1])]
    return last[0] if len({one.entry.stand for one in last}) == 1 else None


def _change(party: int, earlier: Report[Position], later: Report[Position]) -> Change:
    then, now = said_on(earlier), said_on(later)
    issue = min((earlier.entry.issue, later.entry.issue), key=len)
    who = name(earlier, earlier.entry.party)
    what = f"{who} on “{issue}”: {_STANDS[earlier.entry.stand]} on {day(then)}, " if then else ""
    what += f"{_STANDS[later.entry.stand]} on {day(now)}." if now else ""
    return Change(kind="position", party=party, issue=issue, what=what, earlier=earlier, later=later)
