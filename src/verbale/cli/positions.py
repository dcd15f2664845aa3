"""`verbale positions`: what each party wants of each issue, and since when."""

from verbale.cli.asking import Asked, FirstDay, LastDay, Output, PartyName, Where
from verbale.cli.showing import Form, FormOption, Shown, show
from verbale.dossier.changes import same_issue
from verbale.dossier.dossier import Dossier
from verbale.views.pages.dossiers import positions_page
from verbale.views.terminal.dossiers import positions_blocks
from verbale.views.told import REPORTS, report_rows


def positions_command(
    dossier: Where,
    party: PartyName = None,
    first: FirstDay = None,
    last: LastDay = None,
    form: FormOption = Form.TEXT,
    output: Output = None,
) -> None:
    """Show what each party wants of each issue, and what it wanted before."""
    asked = Asked(party, first, last)
    with Dossier.open(dossier, create=False) as opened:
        number = asked.party_in(opened)
        found = opened.reports("position", party=number, first_day=asked.first_day, last_day=asked.last_day)
        parties = opened.parties()
    answer = Shown(
        blocks=lambda: positions_blocks(positions_page(found, parties, same_issue)),
        values=found,
        columns=REPORTS,
        rows=lambda: report_rows(found, parties),
    )
    show(answer, form, output)
