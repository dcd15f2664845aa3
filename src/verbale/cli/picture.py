"""`verbale picture`: the timeline, the positions or who speaks about whom, as SVG or PNG."""

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.asking import Asked, FirstDay, LastDay, PartyName, Where
from verbale.cli.output import opened_bytes
from verbale.dossier.answers import Query
from verbale.dossier.changes import same_issue
from verbale.dossier.dossier import Dossier
from verbale.errors import OptionError
from verbale.views.pictures import PictureKind, Pictures, to_png, to_svg


def picture_command(
    dossier: Where,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="Write to this file: its name ends in .svg or .png.")
    ],
    kind: Annotated[
        PictureKind, typer.Option("--kind", "-k", help="What happened, where the parties stand, or who speaks of whom.")
    ] = "timeline",
    party: PartyName = None,
    first: FirstDay = None,
    last: LastDay = None,
) -> None:
    """Draw what happened, where the parties stand, or who speaks about whom.

    The same dossier gives the same file, byte for byte. Needs the extra `pictures`.
    """
    form = output.suffix.lower()
    if form not in (".svg", ".png"):
        raise OptionError("a picture is SVG or PNG", where=f"--output {output}", remedy="end its name in .svg or .png")
    asked = Asked(party, first, last)
    with Dossier.open(dossier, create=False) as opened:
        number = asked.party_in(opened)
        query = Query(
            party=str(number) if number is not None else None, first_day=asked.first_day, last_day=asked.last_day
        )
        drawn = Pictures(opened, same_issue).of(kind, query, of=party or "")
    made = to_svg(drawn).encode() if form == ".svg" else to_png(drawn)
    with opened_bytes(output) as out:
        out.write(made)
