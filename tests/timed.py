"""Texts with their times, by the rules alone, as if published on Wednesday, 19 January 2022."""

from datetime import date

from verbale.article import Article
from verbale.lexicon.time import load_time
from verbale.reading.anchors import anchor
from verbale.reading.page import Page, Syntax, lay_out
from verbale.reading.scores import Scores
from verbale.reading.times import find_times
from verbale.record import Time

PUBLISHED = date(2022, 1, 19)
WORDS = load_time()


def laid_out(text: str, syntax: Syntax) -> tuple[Page, tuple[Time, ...]]:
    """The page of the text and its times."""
    page = lay_out(Article(text=text, published=PUBLISHED), syntax)
    return page, anchor(page, find_times(page, Scores(), WORDS), PUBLISHED)
