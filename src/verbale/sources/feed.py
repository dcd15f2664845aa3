"""RSS and Atom by feedparser: an entry with its text is an article."""

from dataclasses import replace
from io import BytesIO
from typing import Protocol

from verbale.article import Article, Notice
from verbale.sources.cleaning import clean_line
from verbale.sources.credits import names_in
from verbale.sources.days import stamped_day
from verbale.sources.documents import fenced
from verbale.sources.facts import Facts, Findings, Origin
from verbale.sources.html import html_article

_SUMMARY = Notice(code="cut_short", message="the feed has only a summary of this article")
_MOST = 10_000


class _Entry(Protocol):
    """A part of feedparser's result: a dictionary of texts, lists and such parts."""

    def get(self, key: str, default: object = None) -> object: ...


def read_feed(data: bytes, origin: Origin) -> Findings:
    """The entries of a feed, in order."""
    return fenced(lambda: _read(data, origin), origin, "feed")


def _read(data: bytes, origin: Origin) -> Findings:
    import feedparser  # noqa: PLC0415 -- slow to load, and only feeds need it

    # A stream, since feedparser would open a file of the name that the bytes spell.
    feed = feedparser.parse(BytesIO(data), resolve_relative_uris=False)
    outlet = _told(feed.feed, "title")
    if not feed.entries:
        yield origin.failure("feed", "the feed has no entry", "is it the feed's own address?")
    for number, entry in enumerate(feed.entries[:_MOST], start=1):
        yield _article(entry, outlet, origin.within(f"entry {number}"))


def _article(entry: _Entry, outlet: str | None, origin: Origin) -> Article:
    facts = Facts(
        id=_told(entry, "id"),
        title=_told(entry, "title"),
        outlet=_told(entry.get("source"), "title") or outlet,
        authors=_authors(entry),
        published=stamped_day(_told(entry, "published") or ""),
        modified=stamped_day(_told(entry, "updated") or ""),
        url=_told(entry, "link"),
    )
    whole = "\n".join(_value(one) for one in _parts(entry, "content"))
    summary = _told(entry, "summary") or ""
    notices = (_SUMMARY,) if summary and not whole else ()
    return html_article(whole or summary, facts, replace(origin, url=facts.url), notices)


def _authors(entry: _Entry) -> tuple[str, ...]:
    named = [_told(one, "name") or "" for one in _parts(entry, "authors")] or [_told(entry, "author") or ""]
    return tuple(dict.fromkeys(name for one in named for name in names_in(one)))


def _parts(entry: _Entry, key: str) -> list[_Entry]:
    found = entry.get(key)
    return [one for one in found if hasattr(one, "get")] if isinstance(found, list) else []


def _value(part: _Entry) -> str:
    value = part.get("value")
    return value if isinstance(value, str) else ""


def _told(part: object, key: str) -> str | None:
    # dict's own get: feedparser's gives the day of publication for a missing day of modification
    value = dict.get(part, key) if isinstance(part, dict) else None
    return (value if key == "summary" else clean_line(value)) or None if isinstance(value, str) else None
