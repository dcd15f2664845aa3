"""The minutes on a terminal, by Rich: calm to read, the proof beneath each entry.

What comes from an article is data. It is never read as Rich markup, and characters that command a terminal
are shown as signs. Where there is no colour (a pipe, a file, `NO_COLOR`) the words alone say everything.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from verbale.views.pages import MinutesPage
from verbale.views.terminal.blocks import QUIET, TITLE, WARNING, WIDEST, Block, blank, visible
from verbale.views.terminal.sections import heading, section_blocks
from verbale.views.terminal.statements import statement_blocks

__all__ = ["Minutes", "divider", "visible"]


@dataclass(frozen=True, slots=True)
class Minutes:
    """A page of minutes, to be handed to Rich's `Console.print`."""

    page: MinutesPage

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The page in lines, no wider than the console and never too wide to read."""
        width = min(options.max_width, WIDEST)
        for block in _blocks(self.page):
            yield from block.render(console, width)


def divider(width: int, name: str = "", *, first: bool = False) -> Text:
    """What stands over the minutes of one of several articles on a console of that width: a rule with its name.

    The first has nothing above it.
    """
    room = min(width, WIDEST)
    label = Text(f"── {visible(name)} " if name else "")
    label.truncate(room - 1, overflow="ellipsis")
    rule = "─" * (room - label.cell_len)
    return Text("" if first else "\n", QUIET).append_text(label).append(f"{rule}\n")


def _blocks(page: MinutesPage) -> Iterator[Block]:
    yield from _origin(page)
    yield from section_blocks(page)
    if page.statements:
        yield from heading("Statements")
    for number, statement in enumerate(page.statements):
        if number:
            yield blank()
        yield from statement_blocks(statement, indent=len(str(len(page.statements))) + 4)
    yield blank()
    yield Block(_closing(page))


def _origin(page: MinutesPage) -> Iterator[Block]:
    yield Block(Text(visible(page.title), TITLE))
    origin = [page.outlet, ", ".join(page.authors), _published(page), page.url]
    yield Block(Text(" · ".join(visible(part) for part in origin if part), QUIET))
    for warning in page.warnings:
        yield Block(Text(visible(warning), WARNING), Text("! ", WARNING), Text("  "))


def _published(page: MinutesPage) -> str:
    return f"{page.published} ({page.published_from})" if page.published else "no date known"


def _closing(page: MinutesPage) -> Text:
    count = len(page.statements)
    if not count:
        return Text("No statement found.", QUIET)
    return Text("1 statement" if count == 1 else f"{count} statements", QUIET)
