"""The minutes on a terminal, by Rich: calm to read, the proof beneath each statement.

What comes from an article is data. It is never read as Rich markup, and characters that command a terminal
are shown as signs. Where there is no colour (a pipe, a file, `NO_COLOR`) the words alone say everything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

from verbale.views.pages import MarkRole, MinutesPage, Passage, SpeakerLine, StatementLine

# Typography's measure: beyond some ninety characters the eye loses the next line, so a wide terminal keeps a
# margin. Below the narrowest a line holds no more than a word.
_WIDEST = 96
_NARROWEST = 20

_TITLE = "bold"
_QUIET = "dim"
_NUMBER = "dim"
_SPEAKER = "bold"
_WARNING = "yellow"
_PROOF: dict[MarkRole, str] = {"content": "dim italic", "source": "not dim cyan", "cue": "not dim green"}


@dataclass(frozen=True, slots=True)
class Minutes:
    """A page of minutes, to be handed to Rich's `Console.print`."""

    page: MinutesPage

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The page in lines, no wider than the console and never too wide to read."""
        width = min(options.max_width, _WIDEST)
        for block in _blocks(self.page):
            yield from block.render(console, width)


class _Block(NamedTuple):
    """A paragraph of the page: what stands before its first line, before the others, and its text."""

    text: Text
    first: Text = Text()
    rest: Text = Text()

    def render(self, console: Console, width: int) -> Iterator[Text | Segment]:
        room = max(_NARROWEST, width - self.first.cell_len)
        lines = self.text.wrap(console, room, overflow="fold") or [Text()]
        for number, line in enumerate(lines):
            line.rstrip()
            whole = Text.assemble(self.rest if number else self.first, line)
            whole.rstrip()
            yield from whole.render(console, end="\n")


def divider(width: int, name: str = "", *, first: bool = False) -> Text:
    """What stands over the minutes of one of several articles on a console of that width: a rule with its name.

    The first has nothing above it.
    """
    room = min(width, _WIDEST)
    label = Text(f"── {visible(name)} " if name else "")
    label.truncate(room - 1, overflow="ellipsis")
    rule = "─" * (room - label.cell_len)
    return Text("" if first else "\n", _QUIET).append_text(label).append(f"{rule}\n")


def visible(text: str) -> str:
    """The text, code point for code point, with signs in place of what would command the terminal."""
    return text.translate(_SIGNS)


_SIGNS = {
    **{code: 0x2400 + code for code in range(0x20)},  # Unicode's pictures of the control characters
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys([0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD),  # turn the line about
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),  # halves of a pair, which no encoding can write
}


def _blocks(page: MinutesPage) -> Iterator[_Block]:
    yield from _heading(page)
    for statement in page.statements:
        yield _Block(Text())
        yield from _statement(statement, indent=len(str(len(page.statements))) + 4)
    yield _Block(Text())
    yield _Block(_closing(page))


def _heading(page: MinutesPage) -> Iterator[_Block]:
    yield _Block(Text(visible(page.title), _TITLE))
    origin = [page.outlet, ", ".join(page.authors), _published(page), page.url]
    yield _Block(Text(" · ".join(visible(part) for part in origin if part), _QUIET))
    if page.parties:
        yield _Block(Text.assemble(("Parties named: ", _QUIET), visible(", ".join(page.parties))))
    for warning in page.warnings:
        yield _Block(Text(visible(warning), _WARNING), Text("! ", _WARNING), Text("  "))


def _published(page: MinutesPage) -> str:
    return f"{page.published} ({page.published_from})" if page.published else "no date known"


def _statement(statement: StatementLine, *, indent: int) -> Iterator[_Block]:
    margin = Text(" " * indent)
    number = Text(f"{statement.number:>{indent - 2}}  ", _NUMBER)
    yield _Block(_who_and_how(statement), number, margin)
    yield _Block(Text(visible(statement.words)), margin, margin)
    bar = Text.assemble(margin, ("│ ", _QUIET))
    for passage in statement.proof:
        yield _Block(_proof(passage), bar, bar)


def _who_and_how(statement: StatementLine) -> Text:
    line = _speaker(statement.speaker)
    line.append("".join(f" · {visible(word)}" for word in _how(statement)), _QUIET)
    if statement.doubtful:
        line.append(f" · {statement.confidence}", _WARNING)
    return line


def _speaker(speaker: SpeakerLine) -> Text:
    line = Text.assemble((visible(speaker.name), _SPEAKER if speaker.found else ""))
    if speaker.office:
        line.append(f", {visible(speaker.office)}")
    if speaker.note:
        line.append(f" ({visible(speaker.note)})", _QUIET)
    return line


def _how(statement: StatementLine) -> Iterator[str]:
    yield statement.form
    if statement.kind != "assertion":
        yield statement.kind
    if statement.denied:
        yield "denies it"
    if statement.addressee:
        yield f"to {statement.addressee}"
    if statement.venue:
        yield statement.venue
    if statement.date:
        yield statement.date
    if statement.within:
        yield f"within {statement.within}"


def _proof(passage: Passage) -> Text:
    text = Text(visible(passage.text), _QUIET)
    for mark in passage.marks:
        text.stylize(_PROOF[mark.role], mark.start, mark.end)
    return text


def _closing(page: MinutesPage) -> Text:
    count = len(page.statements)
    if not count:
        return Text("No statement found.", _QUIET)
    return Text("1 statement" if count == 1 else f"{count} statements", _QUIET)
