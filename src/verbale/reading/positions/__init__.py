"""What each party wants of each issue: for, against, or under a condition.

A position follows from moves and from verbs of being for or against. A party that says the same again keeps its
position; one that says another thing of the same issue takes a second.
"""

from collections.abc import Sequence

from verbale.lexicon.moves import MoveWords
from verbale.reading.matter import is_about
from verbale.reading.named import Named
from verbale.reading.page import Page
from verbale.reading.positions.issues import issues_of, with_issue, wording
from verbale.reading.positions.stands import Stand, by_moves, by_verbs
from verbale.reading.telling import Telling
from verbale.record import Move, Position, Statement
from verbale.spans import Span


def find_positions(
    page: Page, named: Named, statements: Sequence[Statement], moves: Sequence[Move], words: MoveWords
) -> tuple[Position, ...]:
    """The parties' positions, with ids `o1`, `o2`, … in the order of the text."""
    telling = Telling(page, named.referents, statements, named.times)
    stands = list(by_moves(telling, moves, words))
    if is_about(page, words.matter.words):
        stands += [one for one in by_verbs(telling, words) if not any(_is_told(one, other) for other in stands)]
    stands = with_issue(page, sorted(stands, key=lambda one: one.start))
    numbers = issues_of(page, stands)
    names = [
        wording(page, [one for one, at in zip(stands, numbers, strict=True) if at == n]) for n in sorted(set(numbers))
    ]
    taken = _taken(stands, numbers)
    return tuple(_entry(number, one, names[issue]) for number, (issue, one) in enumerate(taken, 1))


def _is_told(one: Stand, other: Stand) -> bool:
    """Whether a move tells it already."""
    return one.party == other.party and any(a.overlaps(b) for a in one.issue for b in other.issue)


def _taken(stands: Sequence[Stand], numbers: Sequence[int]) -> list[tuple[int, list[Stand]]]:
    """The stands joined: a party's, on one issue and of one side, until it takes another side."""
    out: list[tuple[int, list[Stand]]] = []
    latest: dict[tuple[str, int], list[Stand]] = {}
    for stand, issue in zip(stands, numbers, strict=True):
        before = latest.get((stand.party, issue))
        if before is not None and before[0].side == stand.side:
            before.append(stand)
            continue
        latest[stand.party, issue] = [stand]
        out.append((issue, latest[stand.party, issue]))
    return out


def _entry(number: int, stands: Sequence[Stand], issue: str) -> Position:
    evidence: dict[Span, None] = dict.fromkeys(span for one in stands for span in one.evidence)
    dates = [one.date for one in stands if one.date is not None]
    return Position(
        id=f"o{number}",
        evidence=tuple(sorted(evidence)),
        confidence=round(max(one.sure for one in stands), 3),
        party=stands[0].party,
        issue=issue,
        stand=stands[0].side,
        date=min(dates, default=None),
        moves=tuple(dict.fromkeys(one.move for one in stands if one.move is not None)),
    )
