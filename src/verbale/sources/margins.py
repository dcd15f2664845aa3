"""The lines around an article's text that aren't part of it: day, byline, address, agency credits.

" date 2022-01-18 Russia won …"   →   published 2022-01-18, text "Russia won …"
"""

import re
from collections.abc import Sequence

from verbale.sources.credits import byline, names_in, without_tail
from verbale.sources.days import is_day_line, stamped_day, written_days
from verbale.sources.facts import Facts
from verbale.sources.words import words

_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z ]{1,30}?)\s*:\s*(?P<value>\S.*)")
_OF_TODAY = re.compile(r"(?:today(?:\s+is)?|it\s+is\s+now)\b[:,\s]*", re.IGNORECASE)
# "Editor: huaxia" names an account; a line with more words after its label may be text.
_ACCOUNT_WORDS = 3
_INLINE_DAY = re.compile(r"\s*date:?\s+(\d{4}-\d{2}-\d{2})[ \t]+(?=\S)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>]+")
_ENDS_A_SENTENCE = tuple(".!?…:;,”’\"'»)")
# A name and no headline: "Source: The Courier", not "Source: Talks stall over gauge".
_NAME = re.compile(r"(?:[^\W\d_a-z]\S*|of|the|de|la|for)(?: (?:[^\W\d_a-z]\S*|of|the|de|la|for|&|and)){0,4}")
# A headline is a line, not a paragraph: of PolNeAR's 924 all but one have at most 146 characters.
_LONGEST_TITLE = 150
# More metadata lines than a text can have keys; it bounds the loop.
_MOST_LINES = 12


def without_margins(text: str, authors: Sequence[str] = ()) -> tuple[Facts, str]:
    """What the first and last lines tell, and the text without them. `authors` are known already.

    A headline is recognised, but stays in the text: a line that only looks like one must not be lost.
    """
    day = _INLINE_DAY.match(text)
    inline = Facts(published=stamped_day(day[1])) if day else Facts()
    told, text = _without_head(text[day.end() :] if day and inline.published else text)
    text, names = without_tail(text, (*authors, *told.authors))
    facts = inline.or_else(told).signed_by(names)
    return facts.or_else(Facts(title=_title_over(text))), text.strip("\n")


def _without_head(text: str) -> tuple[Facts, str]:
    """The metadata lines at the top; one headline may stand above or among them."""
    facts, headline = Facts(), ""
    for _ in range(_MOST_LINES):
        line, rest = _first_line(text)
        told = _told_by(line)
        if told is None and not headline and _is_headline(line) and _told_by(_first_line(rest)[0]):
            headline, told = line, Facts(title=line.lstrip("# "))
        if told is None:
            break
        facts, text = facts.or_else(told), rest
    return facts, f"{headline}\n\n{text}" if headline else text


def _told_by(line: str) -> Facts | None:
    """What a line tells when it is metadata; None for a line of text."""
    if (labelled := _labelled(line)) is not None:
        return _labelled_fact(*labelled)
    today = _OF_TODAY.match(line)
    if today and is_day_line(line[today.end() :]):
        return Facts()  # the day of the visit
    address = _ADDRESS.match(line)
    if address:
        rest = line[address.end() :].strip()
        told = _told_by(rest) if rest else Facts()
        return told and Facts(url=address[0]).or_else(told)
    if is_day_line(line):
        return _days_told(line)
    day = next(written_days(line), None)  # "By Abigail Byrne, 9 March 2022"
    names = byline(line[: day.start] if day and is_day_line(line[day.start :]) else line)
    return Facts(authors=names, published=day.day if day else None) if names else None


def _labelled(line: str) -> tuple[str, str] | None:
    """Which fact a line's label announces, and what stands behind it; None for a line without such a label."""
    found = _LABELLED.fullmatch(line)
    label = " ".join(found["label"].lower().split()) if found else ""
    for field, labels in words().line_labels.items():
        if found and label in labels:
            return field, found["value"].strip()
    return None


def _labelled_fact(field: str, value: str) -> Facts | None:
    """The fact behind a label; None where the value isn't of its kind, since then the line is text."""
    day = stamped_day(value)
    match field:
        case "published" if day:
            return Facts(published=day)
        case "modified" if day:
            return Facts(modified=day)
        case "url" if _ADDRESS.fullmatch(value):
            return Facts(url=value)
        case "title":
            return Facts(title=value)
        case "outlet" if _NAME.fullmatch(value):
            return Facts(outlet=value)
        case "authors" | "editors" if names_in(value):
            return Facts(authors=names_in(value))
        case "editors" if len(value.split()) <= _ACCOUNT_WORDS:
            return Facts()
    return None


def _days_told(line: str) -> Facts | None:
    days = list(written_days(line))
    changed = next((one.day for one in days if one.changed), None)
    return Facts(published=next((one.day for one in days if not one.changed), None), modified=changed)


def _first_line(text: str) -> tuple[str, str]:
    line, _, rest = text.lstrip().partition("\n")
    return line.strip(), rest.lstrip("\n")


def _is_headline(line: str) -> bool:
    if len(line.split()) < 3 or len(line) > _LONGEST_TITLE or line.endswith(_ENDS_A_SENTENCE):
        return False
    if _labelled(line) is not None:
        return False
    return next(written_days(line), None) is None  # "The Courier, 9 March 2022" is a running head


def _title_over(text: str) -> str | None:
    """The first line, where it is a headline: short, unfinished, and with an empty line below it."""
    line, blank, rest = text.lstrip().partition("\n\n")
    if not blank or "\n" in line or not _is_headline(line.strip()) or not line.lstrip()[0].isalnum():
        return None
    first = rest.lstrip().partition("\n")[0].strip()
    return line.strip() if len(first) > len(line) and first.endswith(_ENDS_A_SENTENCE) else None
