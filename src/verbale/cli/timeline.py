"""`verbale timeline`: events and rounds by day."""

from verbale.cli.asking import Asked, FirstDay, LastDay, Most, Output, PartyName, Where
from verbale.cli.showing import Form, FormOption, Shown, show
from verbale.dossier.dossier import MOST, Dossier
from verbale.views.pages.dossiers import timeline_page
from verbale.views.terminal.dossiers import timeline_blocks
from verbale.views.told import REPORTS, report_rows


def timeline_command(
    dossier: Where,
    party: PartyName = None,
    first: FirstDay = None,
    last: LastDay = None,
    limit: Most = MOST,
    form: FormOption = Form.TEXT,
    output: Output = None,
) -> None:
    """Show what happened, day by day: events and rounds, each with who tells it."""
    asked = Asked(party, first, last)
    with Dossier.open(dossier, create=False) as opened:
        number = asked.party_in(opened)
        threads = opened.timeline(party=number, first_day=asked.first_day, last_day=asked.last_day, limit=limit)
    reports = [report for thread in threads for report in thread.reports]
    answer = Shown(
        blocks=lambda: timeline_blocks(timeline_page(threads, limit=limit)),
        values=threads,
        columns=REPORTS,
        rows=lambda: report_rows(reports),
    )
    show(answer, form, output)
