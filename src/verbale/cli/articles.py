"""`verbale articles`: what a dossier holds."""

from verbale.cli.asking import Output, Where
from verbale.cli.showing import Form, FormOption, Shown, show
from verbale.dossier.dossier import Dossier
from verbale.views.pages.dossiers import article_lines, summary_of
from verbale.views.terminal.dossiers import articles_blocks
from verbale.views.told import ARTICLES, article_rows


def articles_command(dossier: Where, form: FormOption = Form.TEXT, output: Output = None) -> None:
    """List the articles of a dossier, with their numbers, copies and versions."""
    with Dossier.open(dossier, create=False) as opened:
        found = opened.articles()
    answer = Shown(
        blocks=lambda: articles_blocks(article_lines(found), summary_of(found)),
        values=found,
        columns=ARTICLES,
        rows=lambda: article_rows(found),
    )
    show(answer, form, output)
