"""What a page's markup tells of its article: title, outlet, authors, days.

Metadata written for machines goes before what stands on the page, and the page before its address. A caption,
a script, a footer, the masthead's "today" and a copyright year are no days of publication.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from verbale.sources.cleaning import clean_line
from verbale.sources.credits import byline, names_in
from verbale.sources.days import day_in_address, is_day_line, stamped_day, written_days
from verbale.sources.facts import Facts
from verbale.sources.furniture import furniture_of, is_byline, is_day, is_of_today
from verbale.sources.linked_data import LinkedData, linked_data
from verbale.sources.notices import is_entrys_time
from verbale.sources.tree import Element
from verbale.sources.words import words

_PARTS = re.compile(r"\s+(?:[|–—·•»/]|-|::)\s+")
_CHANGED = re.compile(r"updat|modif", re.IGNORECASE)
_LONGEST_LABEL = 200
_LONGEST_TIME = 60
# What stands around a headline: section, byline, days, a line or two.
_LONGEST_HEADER = 600
_DOMAIN = re.compile(r"(?:https?://\S+|(?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
_ENOUGH = 5_000
# The first paragraph this long is where the article's text begins; labels and standfirsts are shorter.
_PARAGRAPH = 80


def facts_of(tree: Element, url: str | None) -> tuple[Facts, LinkedData]:
    """The page's facts, and what its JSON-LD says beyond them."""
    elements = list(tree.iter())
    furniture = furniture_of(tree)
    shown = [one for one in elements if one not in furniture]
    metas = _metas(elements)
    headline = _headline(shown, metas.get("og:site_name", ""))
    title = clean_line(_text(headline)) if headline is not None else ""
    data = linked_data((one.text or "" for one in elements if "ld+json" in (one.get("type") or "")), title)
    region = _region(tree.get("lang") or tree.get("xml:lang") or "")
    facts = Facts(title=title or None, outlet=_named(metas.get("og:site_name")), url=_canonical(elements, metas))
    on_page = _shown(shown, headline, region), _published_by(elements), _in_title(elements, title)
    for other in (data.facts, _in_metas(metas, region), *on_page):
        facts = facts.or_else(other)
    facts = facts.or_else(Facts(url=url))
    return facts.or_else(Facts(published=day_in_address(facts.url or ""))), data


def _region(language: str) -> str:
    """The country of a language tag: US of en-US, none of en or zh-Hant."""
    last = language.rpartition("-")[2] if "-" in language else ""
    return last if len(last) == 2 else ""


def drop_labels(tree: Element, *, is_live: bool = False) -> None:
    """Takes bylines and days that stand by themselves out of the tree: they are facts, and no text.

    The times over the entries of a live blog stay: they tell when each was written.
    """
    labels = [one for one in tree.iter() if one.tag == "time" or is_byline(one) or is_day(one)]
    kept = _times_of_entries(labels) if is_live else []
    for one in labels:
        if one.getparent() is not None and one not in kept and _is_label(one):
            one.drop_tree()


def _is_label(element: Element) -> bool:
    """Whether a byline, a day or a time says nothing else and stands in no sentence."""
    text = _text(element)
    if _in_prose(element):
        return False
    alone = is_day_line(text) or (element.tag == "time" and len(text) <= _LONGEST_TIME)
    return alone or (is_byline(element) and len(text) <= _LONGEST_LABEL)


def _times_of_entries(labels: Sequence[Element]) -> list[Element]:
    """Labels with a time of day that come more than once in the same form, as those of entries do."""
    clocks = [one for one in labels if is_entrys_time(_text(one))]
    forms = Counter((one.tag, one.get("class")) for one in clocks)
    return [one for one in clocks if forms[one.tag, one.get("class")] > 1]


def _metas(elements: Sequence[Element]) -> dict[str, str]:
    """The page's meta values under their names, lower case; of several the first."""
    found: dict[str, str] = {}
    for one in elements:
        name = one.get("property") or one.get("name") or one.get("itemprop")
        if one.tag == "meta" and name and one.get("content"):
            found.setdefault(name.strip().lower(), clean_line(one.get("content")))
    return found


def _in_metas(metas: dict[str, str], region: str) -> Facts:
    names = words().metas
    authors = (name for key in names.authors for name in names_in(metas.get(key, "")))
    return Facts(
        title=next((metas[key] for key in names.titles if metas.get(key)), None),
        outlet=next((outlet for key in names.outlets if (outlet := _named(metas.get(key)))), None),
        authors=tuple(dict.fromkeys(authors)),
        published=_first_day(metas, names.published, region),
        modified=_first_day(metas, names.modified, region),
    )


def _named(value: str | None) -> str | None:
    """The name of an outlet; none where it is only an address ("rw.example")."""
    return value if value and not _DOMAIN.fullmatch(value) else None


def _published_by(elements: Sequence[Element]) -> Facts:
    """The outlet in microdata: an item `publisher` with its `name`."""
    item = next((one for one in elements if one.get("itemprop") == "publisher"), None)
    named = [one for one in item.iter() if one.get("itemprop") == "name"] if item is not None else []
    return Facts(outlet=_named(clean_line(named[0].get("content") or _text(named[0]))) if named else None)


def _first_day(metas: dict[str, str], keys: Sequence[str], region: str) -> date | None:
    days = (stamped_day(metas[key], region) for key in keys if key in metas)
    return next((day for day in days if day), None)


def _headline(elements: Sequence[Element], site: str) -> Element | None:
    """The page's one heading of the first rank; a site's name in large letters is none."""
    tops = [one for one in elements if one.tag == "h1"]
    tops = [one for one in tops if clean_line(_text(one)) not in ("", site)]
    within = [one for one in tops if _article_around(one) is not None]
    for several in (tops, within):
        if len(several) == 1:
            return several[0]
    return None


def _in_title(elements: Sequence[Element], headline: str) -> Facts:
    """`Envoy walks out | The Courier`: the outlet is told only where the rest is the headline."""
    title = next((clean_line(_text(one)) for one in elements if one.tag == "title"), "")
    rest = title.removeprefix(headline) if headline else ""
    if headline and rest != title:
        return Facts(outlet=_PARTS.split(rest)[-1] if _PARTS.match(rest) else None)
    first, *others = _PARTS.split(title)
    if len(others) == 1 and not headline and _stands_on_page(others[0], elements):
        return Facts(title=others[0], outlet=first)  # `The Courier - Envoy walks out`
    return Facts(title=first or None)


def _stands_on_page(words: str, elements: Sequence[Element]) -> bool:
    """Whether the page shows the words by themselves, as it does its headline."""
    return any(one.tag != "title" and " ".join((one.text or "").split()) == words for one in elements)


def _canonical(elements: Sequence[Element], metas: dict[str, str]) -> str | None:
    links = [one.get("href") or "" for one in elements if one.tag == "link" and one.get("rel") == "canonical"]
    return next((one for one in (*links, metas.get("og:url", "")) if one.startswith(("http://", "https://"))), None)


def _shown(elements: Sequence[Element], headline: Element | None, region: str) -> Facts:
    """Authors and days that stand on the page itself: between headline and text, or in the same article."""
    labels = list(_labels(elements, headline))
    authors = (name for one in labels for name in (_names(one) if is_byline(one) else byline(_text(one))))
    days = [told for one in labels if is_day(one) or not is_byline(one) for told in _days(one, region)]
    return Facts(
        authors=tuple(dict.fromkeys(authors)),
        published=next((day for day, changed in days if not changed), None),
        modified=next((day for day, changed in days if changed), None),
    )


def _labels(elements: Sequence[Element], headline: Element | None) -> Iterator[Element]:
    """Elements that are called bylines or days, or are days and nothing else, where they belong to the article."""
    home = _article_around(headline) if headline is not None else None
    header = _around_headline(headline) if headline is not None else frozenset()
    below, in_text = headline is None, False
    for one in elements:
        below = below or one is headline
        if not in_text and _begins_text(one):
            in_text, home = True, home if home is not None else _article_around(one)
        marked = is_day(one) or is_byline(one)
        if marked or (not in_text and _is_bare_day(one, has_headline=headline is not None)):
            here = one in header or (home is not None and _article_around(one) is home)
            if (here or (below and not in_text)) and not is_of_today(one) and len(_text(one)) <= _LONGEST_LABEL:
                yield one


def _around_headline(headline: Element) -> frozenset[Element]:
    """What lies with the headline in the largest part of the page that holds little else."""
    header = headline
    for around in headline.iterancestors():
        if around.tag in ("body", "html") or len(_text(around)) > _LONGEST_HEADER:
            break
        header = around
    return frozenset(header.iter())


def _is_bare_day(element: Element, *, has_headline: bool) -> bool:
    """A `time` outside sentences; under a headline any element that is a day and nothing else."""
    if element.tag == "time":
        return not _in_prose(element)
    return has_headline and element.tag in ("p", "div", "span", "small", "em", "li") and is_day_line(_text(element))


def _days(element: Element, region: str) -> Iterator[tuple[date, bool]]:
    """The days of a label, and whether each is the day of a change."""
    changed = bool(_CHANGED.search(f"{element.get('class')} {element.get('itemprop')}"))
    stamp = stamped_day(element.get("datetime") or element.get("content") or "", region)
    if stamp:
        around = element.getparent()
        before = (around.text or "")[-40:] if around is not None else ""
        yield stamp, changed or bool(_CHANGED.search(before))
        return
    for one in written_days(_text(element), region):
        yield one.day, changed or one.changed


def _names(element: Element) -> tuple[str, ...]:
    """The names of a byline: each in an element of its own, or one spread over several."""
    return max(names_in("\n".join(element.itertext())), names_in(_text(element)), key=len)


def _begins_text(element: Element) -> bool:
    return element.tag == "p" and len(_text(element)) >= _PARAGRAPH and not is_byline(element)


def _article_around(element: Element) -> Element | None:
    return next(iter(element.iterancestors("article", "main")), None)


def _in_prose(element: Element) -> bool:
    """Whether the element is part of a paragraph that says more than a day."""
    around = next(iter(element.iterancestors("p", "li", "blockquote", "h1", "h2", "h3")), None)
    return around is not None and not is_day_line(_text(around))


def _text(element: Element) -> str:
    """The element's words in one line; of a long one the beginning, since only short ones are labels."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece)
        if length > _ENOUGH:
            break
    return " ".join("".join(pieces).split())
