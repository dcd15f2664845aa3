"""What stands on a page beside its article: told by tags and by the words in `class`, `id` and `role`."""

import re
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
    r"(?:.*[-_])?(?:by-?line|authors?|byl|writers?|contributors?)(?:[-_]+(?:names?|line|block|wrapper|info|text)|s)?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:.*[-_]{1,2})?(?:date(?:time)?|pubdate|published|timestamp|dateline|datum|posted-?on|updated|modified|last-?modified)(?:[-_](?:published|posted|time|line|text))?"
    r"|(?:date|publish|pubdate|posted)[-_].*|(?:.*[-_])?(?:meta|article-?info|by-?line|post-?info)",
    re.IGNORECASE,
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Day of the visit, not of the page.
_TODAY = re.compile(
    r"(?:.*[-_])?(?:today|current|now|clock|weather|mast-?head|top-?bar|edition|copyright|ticker)(?:[-_]?(?:date|time).*|[-_].*)?",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"(?:.*[-_])?(?:pay-?wall|reg-?wall|subscri\w*|meter(?:ed)?|gate|piano)(?:[-_].*)?", re.IGNORECASE
)
_PATTERNS = {"around": _WORDS, "paywall": _PAYWALL, "byline": _BYLINE, "day": _DAY, "today": _TODAY}
_LONGEST_TOKEN = 60
_NEVER = frozenset(("html", "body", "article", "main"))


def furniture_of(tree: Element) -> set[Element]:
    """Navigation, captions, pulled quotations, scripts, appeals to subscribe, and all that lies in them."""
    half = sum(map(len, tree.itertext())) / 2
    found: set[Element] = set()
    for one in tree.iter():
        if one.getparent() in found or (one.tag not in _NEVER and _is_furniture(one, half)):
            found.add(one)
    return found


def prune(tree: Element) -> None:
    """Takes the furniture out of the tree."""
    furniture = furniture_of(tree)
    for one in furniture:
        around = one.getparent()
        if around is not None and around not in furniture:
            one.drop_tree()


def paywalls_of(tree: Element) -> list[Element]:
    """What the page calls its paywall and shows; a page that was free has it hidden."""
    called = [one for one in tree.iter() if "paywall" in _kinds(one)]
    return [one for one in called if not any(map(_is_hidden, (one, *one.iterancestors())))]


def is_byline(element: Element) -> bool:
    """Whether the element's own attributes call it a byline or an author."""
    return "byline" in _kinds(element) or "author" in (element.get("rel"), element.get("itemprop"))


def is_day(element: Element) -> bool:
    """Whether the element's own attributes say that it holds a day."""
    return "day" in _kinds(element) or element.get("itemprop") == "datePublished"


def is_of_today(element: Element) -> bool:
    """Whether the element, or one around it, speaks of the day of the visit."""
    return any("today" in _kinds(one) for one in (element, *element.iterancestors()))


def _is_furniture(element: Element, half: float) -> bool:
    if element.tag in _TAGS or _is_hidden(element):
        return True
    # A wrapper of most of the page may be called "menu-open related-on" and still be the page.
    return "around" in _kinds(element) and sum(map(len, element.itertext())) <= half


def _is_hidden(element: Element) -> bool:
    hidden = element.get("hidden", "-") != "-" or element.get("aria-hidden") == "true"
    return hidden or bool(_HIDING.search(element.get("style") or ""))


def _kinds(element: Element) -> frozenset[str]:
    """What class, id, role and their like say of the element."""
    names = " ".join(filter(None, map(element.get, _NAMING)))
    return _kinds_named(names) if names else _NONE


_NAMING = ("class", "id", "role", "data-component", "data-testid")
_NONE: frozenset[str] = frozenset()


# A page has few different names on thousands of elements.
@lru_cache(8_192)
def _kinds_named(names: str) -> frozenset[str]:
    tokens = [token for token in names.split() if len(token) <= _LONGEST_TOKEN]
    return frozenset(kind for kind, words in _PATTERNS.items() if any(map(words.fullmatch, tokens)))
