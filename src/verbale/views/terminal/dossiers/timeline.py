"""The timeline on a terminal: a heading a day."""

from collections.abc import Iterator

from rich.text import Text

from verbale.views.pages.dossiers import Timeline
from verbale.views.terminal.blocks import TITLE, Block, blank, visible
from verbale.views.terminal.dossiers.lines import line_blocks, nothing


def timeline_blocks(page: Timeline) -> Iterator[Block]:
    """All days, and how much they hold."""
    for day in page.days:
        yield Block(Text(visible(day.date or "Date not told"), TITLE))
        for line in day.lines:
            yield from line_blocks(line, dated=False)
        yield blank()
    count = sum(len(day.lines) for day in page.days)
    words = "1 entry" if count == 1 else f"{count} entries" if count else "Nothing is told of these days."
    yield nothing(f"{words}; --limit shows more" if page.limited else words)
