"""`verbale changes`: positions, demands and forecasts that are otherwise than they were."""

from verbale.cli.asking import Asked, FirstDay, LastDay, Most, Output, PartyName, Where, concerns
from verbale.cli.showing import Form, FormOption, Shown, show
from verbale.dossier.dossier import Dossier
from verbale.views.pages.dossiers import Names, change_lines
from verbale.views.terminal.dossiers import changes_blocks
from verbale.views.told import CHANGES, change_rows


def changes_command(
    dossier: Where,
    party: PartyName = None,
    first: FirstDay = None,
    last: LastDay = None,
    limit: Most = None,
    form: FormOption = Form.TEXT,
    output: Output = None,
) -> None:
    """Show what changed over time: positions, demands, forecasts that came true or not."""
    asked = Asked(party, first, last)
    with Dossier.open(dossier, create=False) as opened:
        number, days = asked.party_in(opened), (asked.first_day, asked.last_day)
        of_days = [one for one in opened.changes() if concerns(one.later, None, *days)]
        found = [one for one in of_days if number is None or one.party == number or concerns(one.later, number, *days)]
        parties = opened.parties()
    shown = found[:limit]
    answer = Shown(
        blocks=lambda: changes_blocks(tuple(change_lines(shown, Names.of(parties)))),
        values=shown,
        columns=CHANGES,
        rows=lambda: change_rows(shown, parties),
    )
    show(answer, form, output)
