"""What a page's markup tells of its article: title, outlet, authors, days.

Metadata written for machines goes before what stands on the page, and the page before its address. A caption,
a script, a footer, the masthead's "today" and a copyright year are no days of publication.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from verbale.sources.cleaning import clean_line
from verbale.sources.credits import names_in
from verbale.sources.days import day_in_address, is_day_line, stamped_day, written_days
from verbale.sources.facts import Facts
from verbale.sources.furniture import furniture_of, is_byline, is_day, is_of_today
from verbale.sources.linked_data import LinkedData, linked_data
from verbale.sources.tree import Element

# Names of meta elements, the most trusted first.
_PUBLISHED = (
    "article:published_time article:published datepublished og:published_time og:article:published_time"
    " article.published parsely-pub-date cxenseparse:recs:publishtime sailthru.date rbpubdate bt:pubdate"
    " citation_publication_date citation_date originalpublicationdate pubdate publishdate publish-date publish_date"
    " publication_date publicationdate published_time date.published dc.date.issued dc.date.published dcterms.issued"
    " dcterms.created dc.created dc.date dcterms.date date"
).split()
_MODIFIED = (
    "article:modified_time article:modified datemodified og:updated_time og:modified_time dcterms.modified"
    " dc.date.modified bt:moddate last-modified lastmod revision_date"
).split()
_AUTHORS = (
    "article:author author authors parsely-author byl sailthru.author citation_author dc.creator dcterms.creator"
    " dc:creator"
).split()
_TITLES = "og:title twitter:title headline parsely-title sailthru.title dc.title".split()
_OUTLETS = "og:site_name application-name dc.publisher dcterms.publisher citation_journal_title publisher".split()
_PARTS = re.compile(r"\s+(?:[|–—·•»/]|-|::)\s+")
_CHANGED = re.compile(r"updat|modif", re.IGNORECASE)
_LONGEST_LABEL = 200
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
    facts = Facts(title=title or None, outlet=metas.get("og:site_name"), url=_canonical(elements, metas))
    for other in (data.facts, _in_metas(metas, region), _shown(shown, headline, region), _in_title(elements, title)):
        facts = facts.or_else(other)
    facts = facts.or_else(Facts(url=url))
    return facts.or_else(Facts(published=day_in_address(facts.url or ""))), data


def _region(language: str) -> str:
    """The country of a language tag: US of en-US, none of en or zh-Hant."""
    last = language.rpartition("-")[2] if "-" in language else ""
    return last if len(last) == 2 else ""


def drop_labels(tree: Element) -> None:
    """Takes bylines and days that stand by themselves out of the tree: they are facts, and no text."""
    labels = [one for one in tree.iter() if one.tag == "time" or is_byline(one) or is_day(one)]
    for one in labels:
        text = _text(one)
        alone = is_day_line(text) and not _in_prose(one)
        named = is_byline(one) and len(text) <= _LONGEST_LABEL and not _in_prose(one)
        if one.getparent() is not None and (alone or named):
            one.drop_tree()


def _metas(elements: Sequence[Element]) -> dict[str, str]:
    """The page's meta values under their names, lower case; of several the first."""
    found: dict[str, str] = {}
    for one in elements:
        name = one.get("property") or one.get("name") or one.get("itemprop")
        if one.tag == "meta" and name and one.get("content"):
            found.setdefault(name.strip().lower(), clean_line(one.get("content")))
    return found


def _in_metas(metas: dict[str, str], region: str) -> Facts:
    authors = (name for key in _AUTHORS for name in names_in(metas.get(key, "")))
    return Facts(
        title=next((metas[key] for key in _TITLES if metas.get(key)), None),
        outlet=next((metas[key] for key in _OUTLETS if metas.get(key) and "://" not in metas[key]), None),
        authors=tuple(dict.fromkeys(authors)),
        published=_first_day(metas, _PUBLISHED, region),
        modified=_first_day(metas, _MODIFIED, region),
    )


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
    return Facts(title=_PARTS.split(title)[0] or None)


def _canonical(elements: Sequence[Element], metas: dict[str, str]) -> str | None:
    links = [one.get("href") or "" for one in elements if one.tag == "link" and one.get("rel") == "canonical"]
    return next((one for one in (*links, metas.get("og:url", "")) if one.startswith(("http://", "https://"))), None)


def _shown(elements: Sequence[Element], headline: Element | None, region: str) -> Facts:
    """Authors and days that stand on the page itself: between headline and text, or in the same article."""
    labels = list(_labels(elements, headline))
    authors = (name for one in labels if is_byline(one) for name in _names(one))
    days = [told for one in labels if is_day(one) or not is_byline(one) for told in _days(one, region)]
    return Facts(
        authors=tuple(dict.fromkeys(authors)),
        published=next((day for day, changed in days if not changed), None),
        modified=next((day for day, changed in days if changed), None),
    )


def _labels(elements: Sequence[Element], headline: Element | None) -> Iterator[Element]:
    """Elements that are called bylines or days, or are days and nothing else, where they belong to the article."""
    home = _article_around(headline) if headline is not None else None
    below, in_text = headline is None, False
    for one in elements:
        below = below or one is headline
        if not in_text and _begins_text(one):
            in_text, home = True, home if home is not None else _article_around(one)
        marked = is_day(one) or is_byline(one)
        if marked or (not in_text and _is_bare_day(one, has_headline=headline is not None)):
            here = home is not None and _article_around(one) is home
            if (here or (below and not in_text)) and not is_of_today(one) and len(_text(one)) <= _LONGEST_LABEL:
                yield one


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
