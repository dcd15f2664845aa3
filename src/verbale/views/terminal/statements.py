"""The statements on a terminal: who, how, what, and beneath it the proof."""

from collections.abc import Iterator

from rich.text import Text

from verbale.views.pages import SpeakerLine, StatementLine
from verbale.views.terminal.blocks import NAME, QUIET, WARNING, Block, proof_blocks, visible


def statement_blocks(statement: StatementLine, *, indent: int) -> Iterator[Block]:
    """One statement; `indent`: where its words begin, behind its number."""
    margin = Text(" " * indent)
    number = Text(f"{statement.number:>{indent - 2}}  ", QUIET)
    yield Block(_who_and_how(statement), number, margin)
    yield Block(Text(visible(statement.words)), margin, margin)
    yield from proof_blocks(statement.proof, margin)


def _who_and_how(statement: StatementLine) -> Text:
    line = _speaker(statement.speaker)
    line.append("".join(f" · {visible(word)}" for word in _how(statement)), QUIET)
    if statement.doubtful:
        line.append(f" · {statement.confidence}", WARNING)
    return line


def _speaker(speaker: SpeakerLine) -> Text:
    line = Text.assemble((visible(speaker.name), NAME if speaker.found else ""))
    if speaker.office:
        line.append(f", {visible(speaker.office)}")
    if speaker.note:
        line.append(f" ({visible(speaker.note)})", QUIET)
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
