"""Plain text: lines that belong together joined, metadata lines told apart from the text."""

import re

from verbale.article import Article, Notice
from verbale.sources.articles import make_article
from verbale.sources.cleaning import clean
from verbale.sources.decoding import decode
from verbale.sources.facts import NOTHING, Facts, Findings, Origin
from verbale.sources.margins import without_margins

# Lines are hard-wrapped between these widths: shorter ones are verse or lists, longer ones paragraphs.
_NARROWEST, _WIDEST = 50, 100
# Where fewer line breaks could be a wrap, a few lines of like length may have come together by chance.
_FEWEST = 3
_SHARE = 0.8
_BREAK = re.compile(r"(?<=[^\n])\n(?=[^\n])")
_WORD = re.compile(r"\S*")


def read_text(data: bytes, origin: Origin, facts: Facts = NOTHING) -> Findings:
    """The one article of a plain text file."""
    text, notices = decode(data, origin.charset)
    yield plain_article(text, facts, origin, notices)


def plain_article(text: str, facts: Facts, origin: Origin, notices: tuple[Notice, ...] = ()) -> Article:
    """An article of a text as programs and people write it: cleaned, unwrapped, without the lines around it.

    `facts` are known already, from a mail's header say, and go before what the lines tell.
    """
    cleaned, repairs = clean(text)
    told, body = without_margins(unwrapped(cleaned))
    return make_article(body, facts.or_else(told).signed_by(told.authors), origin, (*notices, *repairs))


def unwrapped(text: str) -> str:
    """The text with paragraphs in one line each, where an editor has broken them at a fixed width.

    A break is a wrap when the next line's first word would not have fitted any more.
    """
    width = max((len(line) for line in text.split("\n")), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return text
    breaks = [_is_wrap(found, width) for found in _BREAK.finditer(text)]
    if sum(breaks) < max(_FEWEST, _SHARE * len(breaks)):
        return text
    return _BREAK.sub(lambda found: " " if _is_wrap(found, width) else "\n", text)


def _is_wrap(found: re.Match[str], width: int) -> bool:
    text = found.string
    line = found.start() - text.rfind("\n", 0, found.start()) - 1
    next_word = _WORD.match(text, found.end())
    return line + 1 + len(next_word[0] if next_word else "") > width
