"""What the minutes on a terminal are made of: paragraphs with a margin, in which no article can command anything."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Console
from rich.segment import Segment
from rich.text import Text

from verbale.views.pages import MarkRole, Passage

# Typography's measure: beyond some ninety characters the eye loses the next line, so a wide terminal keeps a
# margin. Below the narrowest a line holds no more than a word.
WIDEST = 96
_NARROWEST = 12

TITLE = "bold"
QUIET = "dim"
NAME = "bold"
WARNING = "yellow"
_PROOF: dict[MarkRole, str] = {"content": "dim italic", "source": "not dim cyan", "cue": "not dim green"}


class Block(NamedTuple):
    """A paragraph of the page: what stands before its first line, before the others, and its text."""

    text: Text
    first: Text = Text()
    rest: Text = Text()

    def render(self, console: Console, width: int) -> Iterator[Text | Segment]:
        """The lines, none wider than that."""
        room = max(_NARROWEST, width - max(self.first.cell_len, self.rest.cell_len))
        lines = self.text.wrap(console, room, overflow="fold") or [Text()]
        for number, line in enumerate(lines):
            line.rstrip()
            whole = Text.assemble(self.rest if number else self.first, line)
            whole.rstrip()
            yield from whole.render(console, end="\n")


def blank() -> Block:
    """An empty line."""
    return Block(Text())


def proof_blocks(proof: Iterable[Passage], margin: Text) -> Iterator[Block]:
    """The sentences behind a bar, with the parts that they prove set apart."""
    bar = Text.assemble(margin, ("│ ", QUIET))
    for passage in proof:
        text = Text(visible(passage.text), QUIET)
        for mark in passage.marks:
            text.stylize(_PROOF[mark.role], mark.start, mark.end)
        yield Block(text, bar, bar)


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
