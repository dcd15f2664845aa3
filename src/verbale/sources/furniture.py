"""What stands on a page beside its article: told by tags and by the words in `class`, `id` and `role`."""

import re
from functools import lru_cache

from verbale.sources.notices import asks_to_pay
from verbale.sources.tree import Element
from verbale.sources.words import pattern

_TAGS = frozenset(
    "script style noscript template iframe svg object embed button select textarea input audio video"
    " canvas dialog nav footer aside figcaption menu head".split()
)
_KINDS = {
    "around": "{captions}|{pulled_quotations}|{around_the_page}|{appended}|{appeals}",
    "standfirst": "{standfirsts}",
    "paywall": "{paywalls}",
    "byline": "{bylines}",
    "day": "{days}",
    "today": "{todays}",
    "label": "{labels}",
    "live": "{live_blogs}",
}
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# A fact under its label ("Location: Vienna") is a line; more is a paragraph that somebody gave a label.
_LONGEST_FACT = 200
# A wall begins with its appeal; an article about newspapers may come to it later.
_APPEAL_WITHIN = 200
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


def is_standfirst(element: Element) -> bool:
    """Whether the element's own attributes call it the lines that sum the article up."""
    return "standfirst" in _kinds(element)


def is_live_blog(tree: Element) -> bool:
    """Whether an element of the page calls itself a live blog."""
    return any("live" in _kinds(one) for one in tree.iter())


def is_of_today(element: Element) -> bool:
    """Whether the element, or one around it, speaks of the day of the visit."""
    return any("today" in _kinds(one) for one in (element, *element.iterancestors()))


def _is_furniture(element: Element, half: float) -> bool:
    if element.tag in _TAGS or _is_hidden(element):
        return True
    kinds = _kinds(element)
    if "paywall" in kinds and asks_to_pay("".join(element.itertext()).lstrip()[:_APPEAL_WITHIN]):
        return True
    if any("label" in _kinds(one) for one in element) and _length(element) <= _LONGEST_FACT:
        return True
    # A wrapper of most of the page may be called "menu-open related-on" and still be the page.
    return "around" in kinds and "standfirst" not in kinds and _length(element) <= half


def _length(element: Element) -> int:
    return sum(map(len, element.itertext()))


def _is_hidden(element: Element) -> bool:
    hidden = element.get("hidden", "-") != "-" or element.get("aria-hidden") == "true"
    return hidden or bool(_HIDING.search(element.get("style") or ""))


def _kinds(element: Element) -> frozenset[str]:
    """What class, id, role and their like say of the element."""
    names = " ".join(filter(None, map(element.get, _NAMING)))
    return _kinds_named(names) if names else _NONE


_NAMING = ("class", "id", "role", "itemprop", "data-component", "data-testid", "data-gu-name")
_NONE: frozenset[str] = frozenset()


# A page has few different names on thousands of elements.
@lru_cache(8_192)
def _kinds_named(names: str) -> frozenset[str]:
    tokens = [token for token in names.split() if len(token) <= _LONGEST_TOKEN]
    return frozenset(kind for kind, form in _KINDS.items() if any(map(pattern(form).fullmatch, tokens)))
