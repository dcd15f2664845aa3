"""Where the parties stand: a row an issue, a column a party."""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.views.pages.dossiers.positions import IssueAcross, PartyPositions, SameIssue


@dataclass(frozen=True, slots=True)
class Row:
    """One issue."""

    issue: str
    """The fullest of the parties' wordings."""
    cells: tuple[IssueAcross | None, ...]
    """A cell a party; nothing where no article tells its stand."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The positions of all parties."""

    parties: tuple[str, ...]
    rows: tuple[Row, ...]


def positions_matrix(positions: Sequence[PartyPositions], same_issue: SameIssue) -> Matrix:
    """The issues on which most parties have a stand first; of equals in the order in which they come up."""
    rows: list[dict[int, IssueAcross]] = []
    for column, party in enumerate(positions):
        for issue in party.issues:
            row = next((one for one in rows if column not in one and _is_of(issue, one, same_issue)), None)
            if row is None:
                rows.append({column: issue})
            else:
                row[column] = issue
    rows.sort(key=lambda one: -len(one))
    columns = range(len(positions))
    return Matrix(
        parties=tuple(one.party for one in positions),
        rows=tuple(
            Row(max((one.issue for one in row.values()), key=len), tuple(row.get(column) for column in columns))
            for row in rows
        ),
    )


def _is_of(issue: IssueAcross, row: dict[int, IssueAcross], same_issue: SameIssue) -> bool:
    return any(same_issue(issue.issue, one.issue) for one in row.values())
