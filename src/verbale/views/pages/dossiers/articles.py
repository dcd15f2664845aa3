"""The articles of a dossier, as a list."""

from collections.abc import Iterable
from dataclasses import dataclass

from verbale.dossier.answers import Source
from verbale.views.pages.dossiers.citing import Citation, cite
from verbale.views.pages.words import one_line


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article."""

    article: Citation
    title: str | None
    note: str | None
    """Whose copy or version it is."""


def article_lines(sources: Iterable[Source]) -> tuple[ArticleLine, ...]:
    """The articles in the order in which they were added."""
    return tuple(
        ArticleLine(cite(one), one_line(one.title) if one.title and one.outlet else None, _note(one)) for one in sources
    )


def _note(source: Source) -> str | None:
    notes = (
        f"a later version of {source.version_of}" if source.version_of not in (None, source.article) else None,
        f"replaced by {source.replaced_by}" if source.replaced_by is not None else None,
        f"a copy of {source.witness}" if source.version_of is None and source.witness != source.article else None,
    )
    return ", ".join(note for note in notes if note) or None
