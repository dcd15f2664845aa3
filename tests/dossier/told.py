"""Short articles of our own, read and put into a dossier, for tests from end to end."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import verbale
from verbale.dossier.dossier import Dossier

OUTLETS = ("Harbour Wire", "Prairie Tribune", "Evening Mail")


def dossier_of(path: Path, told: Iterable[tuple[str, str]]) -> Dossier:
    """A dossier of articles, each given by its day and its text, of an outlet each."""
    dossier = Dossier.open(path / "told.dossier")
    for outlet, (published, text) in zip(OUTLETS, told, strict=False):
        article = verbale.article_from_text(text).dated(date.fromisoformat(published), "given")
        dossier.add(verbale.read(article.model_copy(update={"outlet": outlet})))
    return dossier
