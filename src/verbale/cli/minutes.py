"""`verbale minutes`: what all the articles of a dossier together report."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from verbale.cli.asking import Asked, FirstDay, LastDay, Output, PartyName, Where, concerns
from verbale.cli.output import opened
from verbale.cli.showing import show_blocks
from verbale.dossier.dossier import Dossier
from verbale.views.json import to_object
from verbale.views.pages.dossiers import Answers, dossier_minutes
from verbale.views.terminal.dossiers import minutes_blocks


class Form(StrEnum):
    """How the minutes are written."""

    TEXT = "text"
    JSON = "json"


def minutes_command(
    dossier: Where,
    party: PartyName = None,
    first: FirstDay = None,
    last: LastDay = None,
    full: Annotated[bool, typer.Option("--full", help="With all entries, however many there are of a sort.")] = False,
    form: Annotated[
        Form, typer.Option("--format", "-f", help="For people, or the dossier's own values as JSON.")
    ] = Form.TEXT,
    output: Output = None,
) -> None:
    """Show the minutes of a dossier: parties, rounds, papers, moves, forecasts,
    what is open, and where the articles conflict; each entry once."""  # noqa: D205, D209 as `verbale` has its own
    with Dossier.open(dossier, create=False) as opened_dossier:
        answers = answers_of(opened_dossier, name_of(dossier), Asked(party, first, last))
    if form is Form.TEXT:
        show_blocks(minutes_blocks(dossier_minutes(answers, full=full)), output)
        return
    lists = {
        name: value for name in Answers.__dataclass_fields__ if name != "name" for value in [getattr(answers, name)]
    }
    with opened(output, for_machines=True) as out:
        out.write(to_object(lists) + "\n")


def answers_of(dossier: Dossier, name: str, asked: Asked) -> Answers:
    """What the minutes are made of. Raises `OptionError` for a party that isn't there, or a day that is none."""
    party, first_day, last_day = asked.party_in(dossier), asked.first_day, asked.last_day
    conflicts = dossier.conflicts()
    disputed = (
        one for one in conflicts if any(concerns(side, party, first_day, last_day) for side in (one.left, one.right))
    )
    return Answers(
        name=name,
        articles=dossier.articles(),
        parties=dossier.parties(),
        entities=dossier.reports("entity"),
        rounds=dossier.threads("round", party=party, first_day=first_day, last_day=last_day),
        documents=dossier.threads("document", party=party, first_day=first_day, last_day=last_day),
        provisions=dossier.reports("provision", party=party, first_day=first_day, last_day=last_day),
        moves=dossier.reports("move", party=party, first_day=first_day, last_day=last_day),
        forecasts=dossier.reports("forecast", party=party, first_day=first_day, last_day=last_day),
        conflicts=tuple(disputed),
    )


def name_of(where: str) -> str:
    """The dossier's name: its file's, or its database's without the server and the password."""
    if where.startswith("postgresql"):
        return urlsplit(where).path.strip("/") or "dossier"
    return Path(where).stem
