"""The one place where an `Article` is made: from a text and its facts, with the language and the warnings."""

import re
from collections.abc import Iterable

from verbale.article import Article, Notice
from verbale.sources.cleaning import without_surrogates
from verbale.sources.facts import Facts, Origin
from verbale.sources.language import language_of
from verbale.sources.notices import notices_of


def make_article(text: str, facts: Facts, origin: Origin, notices: Iterable[Notice] = ()) -> Article:
    """An article of exactly this text; only halves of surrogate pairs, which no file holds, become U+FFFD."""
    whole = without_surrogates(text)
    article = Article(
        id=_whole(facts.id),
        text=whole,
        title=_whole(facts.title),
        outlet=_whole(facts.outlet),
        authors=tuple(without_surrogates(name) for name in facts.authors),
        published=origin.published or facts.published,
        published_from="given" if origin.published else "metadata" if facts.published else "unknown",
        modified=facts.modified,
        url=_whole(facts.url or origin.url),
        language=language_of(whole),
    )
    if whole != text:
        article = article.with_notice(_HALVES)
    for notice in (*notices, *notices_of(article)):
        article = article.with_notice(notice)
    return article


def as_far_as_whole(article: Article, notice: Notice) -> Article:
    """The article up to its last whole sentence, with the notice: half a sentence can say the opposite of the whole."""
    whole = _WHOLE_SENTENCES.match(article.text)
    return article.model_copy(update={"text": whole[0] if whole else ""}).with_notice(notice)


_WHOLE_SENTENCES = re.compile(r".*[.!?][\"”’')»]*(?=\s|$)", re.DOTALL)
_HALVES = Notice(code="replaced_characters", message="halves of surrogate pairs stand as \ufffd")


def _whole(value: str | None) -> str | None:
    return without_surrogates(value) or None if value else None
