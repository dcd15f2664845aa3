"""Sentences whose event stands in brackets: "The ministers [met] in Oslo."."""

from verbale.article import Article
from verbale.reading.page import Page, Syntax, Token, lay_out
from verbale.spans import Span


def bracketed(sentence: str, syntax: Syntax) -> tuple[Page, Token]:
    """The page of the sentence without its brackets, and the word that they enclose."""
    start, end = sentence.index("["), sentence.index("]") - 1
    page = lay_out(Article(text=sentence.replace("[", "").replace("]", "")), syntax)
    anchor = page.top(Span(start, end))
    assert anchor is not None
    return page, anchor
