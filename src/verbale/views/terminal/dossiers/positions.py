"""The positions on a terminal: a party, its issues, and how it came to where it stands."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from verbale.views.pages.dossiers import IssueAcross, PartyPositions
from verbale.views.terminal.blocks import NAME, TITLE, Block, blank, visible
from verbale.views.terminal.dossiers.lines import DETAIL, ENTRY, nothing, quietly, told_blocks


def positions_blocks(parties: Sequence[PartyPositions]) -> Iterator[Block]:
    """All parties, with the stands of each; the latest first."""
    for party in parties:
        yield Block(Text(visible(party.party), TITLE))
        for issue in party.issues:
            yield from _issue(issue)
        yield blank()
    count = sum(len(party.issues) for party in parties)
    yield nothing("1 position" if count == 1 else f"{count} positions" if count else "No position found.")


def _issue(issue: IssueAcross) -> Iterator[Block]:
    now, *before = reversed(issue.history)
    text = Text.assemble((visible(now.stand), NAME), f": {visible(issue.issue)}")
    quietly(text, f"since {now.since}" if now.since else None)
    yield Block(text, ENTRY, DETAIL)
    yield from told_blocks(now.told, DETAIL)
    for stand in before:
        earlier = Text(f"before that {visible(stand.stand)}")
        quietly(earlier, f"since {stand.since}" if stand.since else None)
        yield Block(earlier, DETAIL, DETAIL)
        yield from told_blocks(stand.told, DETAIL)
