"""What was found, on a terminal."""

from collections.abc import Iterator, Sequence

from verbale.views.pages.dossiers import Line
from verbale.views.terminal.blocks import Block, blank
from verbale.views.terminal.dossiers.lines import line_blocks, nothing


def found_blocks(lines: Sequence[Line], *, limited: bool = False) -> Iterator[Block]:
    """A line an entry, and how many were found; `limited`: there may be more."""
    for number, line in enumerate(lines):
        if number:
            yield blank()
        yield from line_blocks(line)
    if lines:
        yield blank()
    count = "1 entry" if len(lines) == 1 else f"{len(lines)} entries"
    yield nothing(f"{count}; --limit shows more" if limited else f"{count}" if lines else "Nothing found.")
