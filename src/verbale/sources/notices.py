"""What a user should know of an article's text: it is empty, cut short, in another language, a live blog."""

import re
from collections.abc import Iterator

from verbale.article import Article, Notice, lacks
from verbale.sources.words import pattern

# A stub's last lines invite to pay; further up the same words may be news about newspapers.
_LAST = 400
_BREAKS_OFF = re.compile(
    r"(?:\[(?:…|\.{3})\]|(?<=\w)\s?(?:…|\.{3}))\s*(?:(?:read|see) more\W*|continue reading\W*)?$",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"^\W{0,3}(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:GMT|UTC|BST|IST|MSK|[CEMPW][DES]?T|CEST))?(?=\W|$)",
    re.IGNORECASE | re.MULTILINE,
)
_AROUND = " \t\n*•·–—-[(>#"  # what a list or a quotation puts before a time
# "2:40 p.m. ET, Monday, January 10, 2022" and hardly more: a longer line is an entry that begins with its time.
_LONGEST_TIME = 60
# Two times of day at the beginnings of lines: one line is a dateline or a line about trains, two are entries.
_ENTRIES = 2


def notices_of(article: Article) -> Iterator[Notice]:
    """The warnings that the article's own fields give rise to."""
    yield from lacks(article)
    if article.outlet is None:
        yield Notice(code="no_outlet", message="the outlet isn't known")
    if is_cut_short(article.text):
        yield Notice(code="cut_short", message="the text breaks off or asks to subscribe: it isn't the whole article")
    if has_several_entries(article.text):
        yield Notice(
            code="several_entries",
            message="several entries with times of their own stand on this page (a live blog)",
        )


def is_cut_short(text: str) -> bool:
    """Whether the end of the text asks to pay for the rest, or breaks off in an ellipsis."""
    end = text[-_LAST:]
    return asks_to_pay(end) or bool(pattern("{says_for_subscribers}").search(end) or _BREAKS_OFF.search(end))


def asks_to_pay(text: str) -> bool:
    """Whether the text asks to subscribe or to sign in for the rest."""
    return bool(pattern("{asks_to_pay}").search(text))


def is_entrys_time(line: str) -> bool:
    """Whether a line is the time over an entry of a live blog ("14.05 GMT"), perhaps with its day."""
    return len(line) <= _LONGEST_TIME and bool(_ENTRY.match(line))


def has_several_entries(text: str) -> bool:
    """Whether lines begin with times of day, as the entries of a live blog do."""
    return len(entry_starts(text)) >= _ENTRIES


def entry_starts(text: str) -> list[tuple[int, str]]:
    """Where the lines that begin with a time of day begin, and that time as it stands."""
    return [(match.start(), " ".join(match[0].strip(_AROUND).split())) for match in _ENTRY.finditer(text)]
