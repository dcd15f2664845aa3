"""What stands on a page beside its article: told by tags and by the words in `class`, `id` and `role`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from verbale.sources.tree import Element

_TAGS = frozenset(
    "script style noscript template iframe svg object embed button select textarea input audio video"
    " canvas dialog nav footer aside figcaption menu head".split()
)
# Words of class, id and role: whole tokens or their beginnings and ends ("pullquote", "related-posts").
_CAPTION = (
    r"(?:.*[-_])?(?:fig|wp-|photo-|image-|media-)?(?:caption|cutline)(?:s|[-_].*)?"
    r"|.*(?:photo|image|picture)[-_]?credits?"
)
_PULL_QUOTE = r"(?:.*[-_])?pull[-_]{0,2}(?:ed[-_])?quot(?:e|ation)s?(?:[-_].*)?|quote[-_]pull|callout(?:[-_]quote)?|pq"
_AROUND = (
    r"(?:site|page|main)?[-_]?nav(?:igation|bar)?(?:[-_].*)?|menu(?:[-_].*)?|bread-?crumbs?(?:[-_].*)?|(?:site|page)[-_]?(?:header|footer)"
    r"|foot(?:er)?(?:[-_].*)?|side-?bar(?:[-_].*)?|complementary|contentinfo|banner"
)
_APPENDED = (
    r"related(?:[-_].*)?|.*[-_]related|recommend(?:ed|ations?)?(?:[-_].*)?|more[-_](?:stories|news|on|from)(?:[-_].*)?|read-?(?:more|next|also)"
    r"|most-?(?:read|popular|viewed)(?:[-_].*)?|trending(?:[-_].*)?|comments?(?:[-_](?:list|section|area|wrapper))?|disqus(?:[-_].*)?"
    r"|teasers?(?:[-_].*)?|author[-_]?(?:bio|box|card|info)|tags?[-_]?(?:list|cloud|links)?|topics[-_]list"
)
_APPEAL = (
    r"(?:social|share|sharing)(?:[-_].*)?|newsletters?(?:[-_].*)?|sign-?up(?:[-_].*)?|subscri(?:be|ption)(?:[-_].*)?|promo(?:tion)?(?:[-_].*)?"
    r"|cookies?(?:[-_].*)?|consent(?:[-_].*)?|gdpr(?:[-_].*)?|ad|ads|advert\w*(?:[-_].*)?|sponsored(?:[-_].*)?|donate(?:[-_].*)?"
    r"|print-?only|no-?print|sr-only|visually-?hidden|screen-?reader(?:[-_].*)?|skip-?link|modal|popup"
)
_WORDS = re.compile("|".join((_CAPTION, _PULL_QUOTE, _AROUND, _APPENDED, _APPEAL)), re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:.*[-_])?(?:by-?line|authors?|byl|writers?|contributors?)(?:[-_]+names?|s|[-_]+line)?", re.IGNORECASE
)
_DAY = re.compile(
    r"(?:.*[-_]{1,2})?(?:date(?:time)?|pubdate|published|timestamp|dateline|datum|posted-?on|updated|modified|last-?modified)(?:[-_](?:published|posted|time|line|text))?"
    r"|(?:date|publish|pubdate|posted)[-_].*|(?:.*[-_])?(?:meta|article-?info|by-?line|post-?info)",
    re.IGNORECASE,
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Day of the visit, not of the page.
_TODAY = re.compile(
    r".*(?:today|current|now|clock|weather|mast-?head|top-?bar|edition|copyright|ticker).*", re.IGNORECASE
)
_LONGEST_TOKEN = 60
_NEVER = frozenset(("html", "body", "article", "main"))


def prune(tree: Element) -> None:
    """Takes navigation, captions, pulled quotations, scripts and appeals to subscribe out of the tree."""
    half = sum(map(len, tree.itertext())) / 2
    for one in [element for element in tree.iter() if element.tag not in _NEVER and _is_furniture(element, half)]:
        if one.getparent() is not None:
            one.drop_tree()


def is_byline(element: Element) -> bool:
    """Whether the element's own attributes call it a byline or an author."""
    return any(map(_is_byline, _tokens(element))) or "author" in (element.get("rel"), element.get("itemprop"))


def is_day(element: Element) -> bool:
    """Whether the element's own attributes say that it holds a day."""
    return element.get("itemprop") == "datePublished" or any(map(_is_day, _tokens(element)))


def is_aside(element: Element) -> bool:
    """Whether the element, or one around it, is beside the article or speaks of the day of the visit."""
    return any(
        one.tag in _TAGS
        or (one.tag not in _NEVER and any(_is_around(token) or _is_today(token) for token in _tokens(one)))
        for one in (element, *element.iterancestors())
    )


def _is_furniture(element: Element, half: float) -> bool:
    if element.tag in _TAGS or _is_hidden(element):
        return True
    # A wrapper of most of the page may be called "comments-open related-on" and still be the page.
    return any(map(_is_around, _tokens(element))) and sum(map(len, element.itertext())) <= half


def _is_hidden(element: Element) -> bool:
    hidden = element.get("hidden", "-") != "-" or element.get("aria-hidden") == "true"
    return hidden or bool(_HIDING.search(element.get("style") or ""))


def _tokens(element: Element) -> Iterator[str]:
    for key in ("class", "id", "role"):
        yield from (token for token in (element.get(key) or "").split() if len(token) <= _LONGEST_TOKEN)


# A page has few different tokens on thousands of elements.
@lru_cache(4096)
def _is_around(token: str) -> bool:
    return bool(_WORDS.fullmatch(token))


@lru_cache(4096)
def _is_byline(token: str) -> bool:
    return bool(_BYLINE.fullmatch(token))


@lru_cache(4096)
def _is_day(token: str) -> bool:
    return bool(_DAY.fullmatch(token))


@lru_cache(4096)
def _is_today(token: str) -> bool:
    return bool(_TODAY.fullmatch(token))
