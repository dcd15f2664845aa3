"""How a command about a dossier writes its answer: for people, as JSON, or as a table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pydantic import BaseModel
from rich.console import Console

from verbale.cli.output import opened
from verbale.views.events import Column, Row
from verbale.views.json import to_array
from verbale.views.tables import write_csv
from verbale.views.terminal.blocks import Block
from verbale.views.terminal.dossiers import Blocks


class Form(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


FormOption = Annotated[
    Form, typer.Option("--format", "-f", help="For people; the dossier's own values as JSON; or a table.")
]


@dataclass(frozen=True)
class Shown:
    """An answer, in each form that it may be asked for in."""

    blocks: Callable[[], Iterable[Block]]
    values: Sequence[BaseModel]
    columns: Sequence[Column]
    rows: Callable[[], Iterable[Row]]


def show(answer: Shown, form: Form, output: Path | None) -> None:
    """Writes the answer to the file or to standard output. Raises `OptionError` where the file can't be written."""
    if form is Form.TEXT:
        show_blocks(answer.blocks(), output)
        return
    with opened(output, for_machines=True) as out:
        if form is Form.JSON:
            out.write(to_array(answer.values) + "\n")
        else:
            write_csv(answer.columns, [tuple(answer.rows())], out)


def show_blocks(blocks: Iterable[Block], output: Path | None) -> None:
    """Writes the paragraphs for people."""
    with opened(output, for_machines=False) as out:
        Console(file=out, markup=False, emoji=False, highlight=False).print(Blocks(blocks))
