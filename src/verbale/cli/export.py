"""`verbale export`: what people corrected in a dossier, as examples to learn from."""

from enum import StrEnum
from typing import Annotated

import typer

from verbale.cli.asking import Output, Where
from verbale.cli.output import opened
from verbale.dossier.dossier import Dossier


class Export(StrEnum):
    """What is exported."""

    CORRECTIONS = "corrections"


def export_command(
    dossier: Where,
    _form: Annotated[Export, typer.Option("--format", "-f", help="What to export.")] = Export.CORRECTIONS,
    output: Output = None,
) -> None:
    """Write what people corrected as JSON Lines, an entry a line.

    Each has the article's text, the entry as the machine had it and as people have it, its spans in the text, and who
    changed what, when and why. What was taken back is left out.
    """
    with Dossier.open(dossier, create=False) as kept:
        found = kept.examples()
    with opened(output, for_machines=True) as out:
        for one in found:
            out.write(one.model_dump_json() + "\n")
