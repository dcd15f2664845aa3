"""Pages written by hand, for stages that need no parse: paragraphs and sentences, and no tokens."""

import re

from verbale.article import Article
from verbale.reading.page import Page
from verbale.reading.plain import find_paragraphs
from verbale.spans import Span

_SENTENCE = re.compile(r"\S.*?(?:[.!?…][”\"'’»]*(?=\s|$)|$)", re.MULTILINE | re.DOTALL)


def bare_page(text: str) -> Page:
    """The text in paragraphs and, simply, in sentences; without tokens and names."""
    paragraphs = find_paragraphs(text)
    sentences = [Span(*match.span()) for match in _SENTENCE.finditer(text)]
    return Page(Article(text=text), paragraphs, tuple(sentences), (), ())
