"""`verbale conflicts`: what the articles tell differently."""

from verbale.cli.asking import Asked, FirstDay, LastDay, Most, Output, PartyName, Where, concerns
from verbale.cli.showing import Form, FormOption, Shown, show
from verbale.dossier.dossier import Dossier
from verbale.views.pages.dossiers import Names, conflict_lines
from verbale.views.terminal.dossiers import conflicts_blocks
from verbale.views.told import CONFLICTS, conflict_rows


def conflicts_command(
    dossier: Where,
    party: PartyName = None,
    first: FirstDay = None,
    last: LastDay = None,
    limit: Most = None,
    form: FormOption = Form.TEXT,
    output: Output = None,
) -> None:
    """Show where two articles can't both be right, with both sentences."""
    asked = Asked(party, first, last)
    with Dossier.open(dossier, create=False) as opened:
        part = (asked.party_in(opened), asked.first_day, asked.last_day)
        found = [one for one in opened.conflicts() if concerns(one.left, *part) or concerns(one.right, *part)][:limit]
        names = Names.of(opened.parties())
    answer = Shown(
        blocks=lambda: conflicts_blocks(tuple(conflict_lines(found, names))),
        values=found,
        columns=CONFLICTS,
        rows=lambda: conflict_rows(found),
    )
    show(answer, form, output)
