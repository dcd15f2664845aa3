"""textacy's direct quotations: the one peer for statements that can be installed, put in our terms."""

from collections.abc import Callable, Iterable
from importlib.util import find_spec
from typing import Any

import spacy
from spacy.tokens import Doc, Token

from benchmarks.agreement import Parts
from verbale.article import Article
from verbale.errors import ToolsError
from verbale.reading.tools import PIPELINE
from verbale.spans import Span, joined

Finder = Callable[[Article], tuple[Parts, ...] | None]
"""The statements of an article, or None where textacy raises an error instead of answering."""


def load_textacy() -> Finder:
    """textacy behind the spaCy pipeline that Verbale uses. Raises `ToolsError` where it isn't installed."""
    if not find_spec("textacy"):
        raise ToolsError("textacy isn't installed", where="benchmarks", remedy="make bench")
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415 only make bench installs it

    syntax = spacy.load(PIPELINE)
    return lambda article: quotations(syntax(article.text), direct_quotations)


def quotations(doc: Doc, find: Callable[[Doc], Iterable[Any]]) -> tuple[Parts, ...] | None:
    """The quotations of a parsed text as statements.

    textacy refuses a whole article, by a `ValueError`, when its quotation marks are odd in number. Of a speaker it
    gives the main words; the annotators marked whole phrases, so it is given the phrase (loose F1 on PolNeAR's
    development articles 17.1 instead of 14.1).
    """
    try:
        return tuple(Parts(_spans(_phrase(one.speaker)), _spans(one.cue), _spans(one.content)) for one in find(doc))
    except ValueError:
        return None


def _phrase(words: Iterable[Token]) -> list[Token]:
    return sorted({below for word in words for below in word.subtree}, key=lambda token: token.i)


def _spans(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Neighbouring words as one span, each with the blank after it."""
    return joined(Span(token.idx, token.idx + len(token.text_with_ws)) for token in tokens)
