"""What a page's JSON-LD says of its article (schema.org: NewsArticle and its kin)."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verbale.sources.cleaning import clean_line
from verbale.sources.credits import names_in
from verbale.sources.days import iso_day, stamped_day
from verbale.sources.facts import NOTHING, Facts

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

_ARTICLES = ("article", "posting", "report", "reportage")
# Where an article may lie in other objects; lists of related articles are not looked into.
_CONTAINERS = ("@graph", "mainEntity", "mainEntityOfPage")
_LONGEST = 2_000_000
_MOST = 1_000


@dataclass(frozen=True)
class LinkedData:
    """The article as its metadata describe it."""

    facts: Facts = NOTHING
    body: str = ""
    """The text, where the metadata hold it."""
    is_free: bool = True
    """False where only subscribers see the whole."""
    is_live: bool = False
    """A live blog."""


def linked_data(scripts: Iterable[str], headline: str = "") -> LinkedData:
    """The page's article: of several the one that has the page's headline, or else the first."""
    objects = [one for script in scripts for one in _objects(script)]
    articles = [one for one in objects if _kind(one).endswith(_ARTICLES)]
    found = next((one for one in articles if headline and _text(one.get("headline")) == headline), None)
    chosen = found or (articles[0] if articles else None)
    return _described(chosen, objects) if chosen is not None else LinkedData()


def _described(article: dict[str, Json], objects: list[dict[str, Json]]) -> LinkedData:
    published, modified = _text(article.get("datePublished")), _text(article.get("dateModified"))
    facts = Facts(
        title=_text(article.get("headline")) or _text(article.get("name")) or None,
        outlet=_name(article.get("publisher"), objects) or None,
        authors=tuple(dict.fromkeys(name for one in _listed(article.get("author")) for name in _persons(one, objects))),
        published=iso_day(published) or stamped_day(published),
        modified=iso_day(modified) or stamped_day(modified),
        url=_address(article.get("url")) or _address(article.get("mainEntityOfPage")),
    )
    body = article.get("articleBody")
    return LinkedData(
        facts,
        body if isinstance(body, str) else "",
        is_free=str(article.get("isAccessibleForFree", True)).lower() != "false",
        is_live="liveblog" in _kind(article),
    )


def _objects(script: str) -> Iterator[dict[str, Json]]:
    """The objects of a script at its top and in the containers, in order; none of a broken script."""
    try:
        waiting: list[Json] = [json.loads(script.strip().rstrip(";"), strict=False)] if len(script) <= _LONGEST else []
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, dict):
            yield one
            waiting[:0] = [one[key] for key in _CONTAINERS if key in one]
        elif isinstance(one, list):
            waiting[:0] = one[:_MOST]


def _kind(value: dict[str, Json]) -> str:
    kinds = [one for one in _listed(value.get("@type")) if isinstance(one, str)]
    return next((one.lower() for one in kinds if one.lower().endswith(_ARTICLES)), kinds[0].lower() if kinds else "")


def _persons(author: Json, objects: list[dict[str, Json]]) -> tuple[str, ...]:
    """The names of an author; none of an organisation."""
    if isinstance(author, dict) and "organization" in _kind(author):
        return ()
    return names_in(_name(author, objects))


def _name(value: Json, objects: list[dict[str, Json]]) -> str:
    """The name of a person or an organisation, given as text, object, list or reference (`@id`)."""
    first = next(iter(_listed(value)), None)
    if isinstance(first, dict) and "name" not in first and "@id" in first:
        first = next((one for one in objects if one.get("@id") == first["@id"] and "name" in one), None)
    found = _text(first.get("name") if isinstance(first, dict) else first)
    return "" if found.startswith(("http:", "https:")) else found


def _address(value: Json) -> str | None:
    found = value.get("@id") if isinstance(value, dict) else value
    return found if isinstance(found, str) and found.startswith(("http://", "https://")) else None


def _text(value: Json) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return clean_line(first) if isinstance(first, str) else ""


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [] if value is None else [value]
