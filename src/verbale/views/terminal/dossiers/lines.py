"""A line of a dossier on a terminal: what, beneath it the proof, and who tells it."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from verbale.views.pages import Passage
from verbale.views.pages.dossiers import Citation, Line, Told
from verbale.views.terminal.blocks import NAME, QUIET, WARNING, Block, proof_blocks, visible

ENTRY = Text(" " * 2)
DETAIL = Text(" " * 5)
WRAPPED = Text(" " * 7)


def line_blocks(line: Line, *, dated: bool = True, named: bool = True, margin: Text = ENTRY) -> Iterator[Block]:
    """One line with its proof; without its day or its party where a heading tells it."""
    parts = [line.date] if dated and line.date else []
    parts += [line.who] if named and line.who else []
    text = _first_apart([*parts, what_and_words(line)])
    quietly(text, *line.details)
    if line.disputed:
        text.append(f" · told differently: {', '.join(visible(one) for one in line.disputed)}", WARNING)
    if line.doubt:
        text.append(f" · {line.doubt}", WARNING)
    deeper = Text(f"{margin.plain}   ")
    yield Block(text, margin, deeper)
    yield from told_blocks(line.told, deeper)


def what_and_words(line: Line) -> str:
    """Such as "demand: a written answer"; "consult “met”"; "council no. 2"."""
    if not line.words:
        return line.what
    return f"{line.what}{' ' if line.words.startswith('“') else ': '}{line.words}"


def told_blocks(told: Told, margin: Text) -> Iterator[Block]:
    """The proof behind a bar, and beneath it who tells it."""
    yield from cited_blocks(told.first, told.proof, margin, "" if told.count == "one article" else told.count)
    if told.corrected:
        yield Block(Text("a person has corrected it", WARNING), margin, margin)


def cited_blocks(article: Citation, proof: Iterable[Passage], margin: Text, count: str = "") -> Iterator[Block]:
    """The sentences behind a bar, and beneath them the article."""
    yield from proof_blocks(proof, margin)
    source = Text(f"— {visible(citation(article))}", QUIET)
    quietly(source, count)
    yield Block(source, Text.assemble(margin, ("│ ", QUIET)), Text.assemble(margin, ("│   ", QUIET)))


def citation(article: Citation) -> str:
    """The outlet and the day: "Harbour Wire, 10 January 2022 [4]"."""
    return f"{article.who}, {article.date or 'no date known'} [{article.article}]"


def quietly(text: Text, *parts: str | None) -> None:
    """Adds the parts that there are, less conspicuous."""
    text.append("".join(f" · {visible(part)}" for part in parts if part), QUIET)


def more(left_out: int, margin: Text = ENTRY) -> Iterator[Block]:
    """That there is more than is shown."""
    if left_out:
        yield Block(Text(f"… and {left_out} more (--full shows them)", QUIET), margin, margin)


def nothing(words: str) -> Block:
    """That there is nothing to show."""
    return Block(Text(words, QUIET))


def _first_apart(parts: list[str]) -> Text:
    text = Text.assemble((visible(parts[0]), NAME if len(parts) > 1 else ""))
    text.append("".join(f" · {visible(part)}" for part in parts[1:]))
    return text
