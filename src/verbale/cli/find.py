"""`verbale find`: entries by words, party, kind, days, place, outlet and issue."""

from enum import StrEnum
from typing import Annotated

import typer

from verbale.cli.asking import Asked, FirstDay, LastDay, Output, PartyName, Where
from verbale.cli.showing import Form, FormOption, Shown, show
from verbale.dossier.answers import Query
from verbale.dossier.dossier import Dossier
from verbale.views.pages.dossiers import found_lines
from verbale.views.terminal.dossiers import found_blocks
from verbale.views.told import REPORTS, report_rows


class Sort(StrEnum):
    """The kinds of entries."""

    ENTITY = "entity"
    STATEMENT = "statement"
    EVENT = "event"
    ROUND = "round"
    DOCUMENT = "document"
    PROVISION = "provision"
    MOVE = "move"
    FORECAST = "forecast"
    POSITION = "position"


def find_command(
    dossier: Where,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS", help="In any order; '\"a phrase\"' within double quotation marks stands as it is."
        ),
    ] = None,
    party: PartyName = None,
    kind: Annotated[Sort | None, typer.Option("--kind", help="Only entries of this kind.")] = None,
    first: FirstDay = None,
    last: LastDay = None,
    place: Annotated[str | None, typer.Option("--place", metavar="NAME", help="Only what happened there.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Only what this outlet tells.")] = None,
    issue: Annotated[str | None, typer.Option("--issue", metavar="WORDS", help="Only what is of this issue.")] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="NUMBER", min=1, help="Not more than so many.")] = 50,
    form: FormOption = Form.TEXT,
    output: Output = None,
) -> None:
    """Find entries: by words, party, kind, days, place, outlet, issue. All that is asked for has to be met."""
    asked = Asked(party, first, last)
    query = Query(
        words=" ".join(words or ()),
        kind=kind.value if kind else None,
        first_day=asked.first_day,
        last_day=asked.last_day,
        place=place,
        outlet=outlet,
        issue=issue,
        limit=limit,
    )
    with Dossier.open(dossier, create=False) as opened:
        number = asked.party_in(opened)
        found = opened.find(query.model_copy(update={"party": str(number)} if number is not None else {}))
    answer = Shown(
        blocks=lambda: found_blocks(found_lines(found), limited=len(found) >= limit),
        values=found,
        columns=REPORTS,
        rows=lambda: report_rows(found),
    )
    show(answer, form, output)
