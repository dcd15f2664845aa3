"""Whether an article is about a negotiation, by how many of its words are of one.

Everyday news offers, promises and demands all the time; what isn't about a negotiation has no moves of one.
"""

from collections.abc import Set

from verbale.reading.page import Page

_SHORT = 80
"""Words below which a text can't tell; set by hand."""
_SEVERAL = 3
"""Such words at least where a text is short; set by hand."""
_APART = 70
"""One such word in so many: of 40 election articles of PolNeAR 4 have more, of 17 articles on negotiations all."""


def is_about(page: Page, words: Set[str]) -> bool:
    """Whether the page has enough of the words (lower case), or is too short to tell."""
    said = _said(page)
    return len(said) < _SHORT or is_clearly_about(page, words)


def is_clearly_about(page: Page, words: Set[str]) -> bool:
    """Whether the page has enough of the words, and several of them however short it is."""
    said = _said(page)
    found = sum(word in words for word in said)
    return found >= _SEVERAL and _APART * found >= len(said)


def _said(page: Page) -> list[str]:
    return [token.lower for token in page.tokens if token.text[0].isalnum()]
