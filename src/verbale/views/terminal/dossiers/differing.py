"""Conflicts and changes on a terminal: both sentences, one beneath the other, and a wording word by word."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from verbale.dossier.answers import Difference
from verbale.views.pages.dossiers import ChangeLine, ConflictLine, Side
from verbale.views.terminal.blocks import NAME, QUIET, WARNING, Block, blank, visible
from verbale.views.terminal.dossiers.lines import DETAIL, ENTRY, cited_blocks, nothing, quietly


def conflicts_blocks(lines: Sequence[ConflictLine]) -> Iterator[Block]:
    """All conflicts, and how many they are."""
    for number, line in enumerate(lines):
        if number:
            yield blank()
        yield from conflict_blocks(line)
    if lines:
        yield blank()
    yield nothing("1 conflict" if len(lines) == 1 else f"{len(lines)} conflicts" if lines else "No conflict found.")


def conflict_blocks(line: ConflictLine) -> Iterator[Block]:
    """One conflict with both its articles."""
    text = Text.assemble((visible(line.kind), WARNING), " · ", (visible(line.what), NAME))
    quietly(text, line.about)
    yield Block(text, ENTRY, DETAIL)
    yield from _sides(line.left, line.right)
    if line.difference:
        yield Block(_difference(line.difference), DETAIL, DETAIL)


def changes_blocks(lines: Sequence[ChangeLine]) -> Iterator[Block]:
    """All changes, and how many they are."""
    for number, line in enumerate(lines):
        if number:
            yield blank()
        text = Text.assemble((visible(line.kind), NAME), f" · {visible(line.what)}")
        quietly(text, *(part for part in (line.party, line.issue) if part and part not in line.what))
        yield Block(text, ENTRY, DETAIL)
        yield from _sides(line.earlier, line.later)
    if lines:
        yield blank()
    yield nothing("1 change" if len(lines) == 1 else f"{len(lines)} changes" if lines else "No change found.")


def _sides(one: Side, other: Side) -> Iterator[Block]:
    yield from cited_blocks(one.article, one.proof, DETAIL)
    yield from cited_blocks(other.article, other.proof, DETAIL)


def _difference(stretches: Sequence[Difference]) -> Text:
    """The words that only the first has in [-…-], those that only the second has in {+…+}, as in a word diff."""
    text = Text.assemble(("word by word: ", QUIET))
    for number, one in enumerate(stretches):
        blank_before = " " if number else ""
        match one.where:
            case "left":
                text.append(f"{blank_before}[-{visible(one.words)}-]", "red")
            case "right":
                text.append(f"{blank_before}{{+{visible(one.words)}+}}", "green")
            case _:
                text.append(f"{blank_before}{visible(one.words)}")
    return text
