"""The pages of a dossier on a terminal, by Rich; a file a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult

from verbale.views.terminal.blocks import WIDEST, Block
from verbale.views.terminal.dossiers.articles import articles_blocks
from verbale.views.terminal.dossiers.differing import changes_blocks, conflicts_blocks
from verbale.views.terminal.dossiers.finding import found_blocks
from verbale.views.terminal.dossiers.minutes import minutes_blocks
from verbale.views.terminal.dossiers.positions import positions_blocks
from verbale.views.terminal.dossiers.timeline import timeline_blocks

__all__ = [
    "Blocks",
    "articles_blocks",
    "changes_blocks",
    "conflicts_blocks",
    "found_blocks",
    "minutes_blocks",
    "positions_blocks",
    "timeline_blocks",
]


@dataclass(frozen=True, slots=True)
class Blocks:
    """The paragraphs of a page, to be handed to Rich's `Console.print`."""

    blocks: Iterable[Block]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The page in lines, no wider than the console and never too wide to read."""
        width = min(options.max_width, WIDEST)
        for block in self.blocks:
            yield from block.render(console, width)
