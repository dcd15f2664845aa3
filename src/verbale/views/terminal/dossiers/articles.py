"""The articles of a dossier on a terminal: number, day, outlet, title."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from verbale.views.pages.dossiers import ArticleLine
from verbale.views.terminal.blocks import NAME, QUIET, Block, visible
from verbale.views.terminal.dossiers.lines import nothing, quietly


def articles_blocks(lines: Sequence[ArticleLine], summary: str) -> Iterator[Block]:
    """A line an article, and how many they are."""
    width = max((len(str(line.article.article)) for line in lines), default=1)
    for line in lines:
        number = Text(f"{line.article.article:>{width + 2}}  ", QUIET)
        text = Text.assemble((visible(line.article.who), NAME), f" · {visible(line.article.date or 'no date known')}")
        if line.title:
            text.append(f" · {visible(line.title)}")
        quietly(text, line.note)
        yield Block(text, number, Text(" " * (width + 4)))
    yield nothing(visible(summary))
