"""States and territories: CLDR's English names, our facts, and official names, capitals and codes of the lists."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from babel import Locale
from babel.core import get_global

from tools.rows.sheets import CLDR, OWN, Sheets, bare, curly, distinct, facts, with_plurals
from verbale.registry import Known

# The registry's code for Kosovo is the one that the press and the EU use; CLDR's has another last letter.
CLDR_CODES = {"XKX": "XKK"}
# CLDR writes some names for menus, not for sentences; the facts give the names of the press.
MENU_NAMES = ("&", " - ", "(", " SAR ", "Palestinian Territories")
# Of the lists' aliases, which are in many languages and centuries, only those of the form of an official English name.
_OFFICIAL = re.compile(
    r"(?:[A-Z][\w'’-]+ ){0,3}(?:Republic|Kingdom|State|Commonwealth|Federation|Principality|Sultanate|Union|Emirates?|"
    r"Grand Duchy)(?: of (?:the )?[A-Z][\w'’ -]+)?"
)
_GONE = re.compile(
    r"""Soviet|Socialist\ Republic\ of\ (?!Vietnam)|Empire|Mandat|Trust|Occupied|British|French|Colony|Province
    |People's\ Republic\ of\ (?!China|Bangladesh)""",
    re.VERBOSE,
)


def states(sheets: Sheets) -> Iterator[Known]:
    """A row a state or territory of ISO 3166-1."""
    english, codes = Locale("en").territories, get_global("territory_aliases")
    listed = {row["iso3"]: row for row in sheets.rows("registry/states") if row["iso3"]}
    known = facts("states")
    cldr = {code: english[codes[CLDR_CODES.get(code, code)][0]] for code in known}
    spoken = {code: _spoken([cldr[code], *row.get("also", [])]) for code, row in known.items()}
    taken = {name for names in spoken.values() for name in names}
    for code, row in known.items():
        yield _state(code, row, spoken[code], listed.get(code), taken)


def _spoken(names: list[str]) -> list[str]:
    return [name for name in names if not any(mark in name for mark in MENU_NAMES)] or names


def _state(code: str, row: dict[str, Any], spoken: list[str], listed: dict[str, Any] | None, taken: set[str]) -> Known:
    official = [name for name in _official(listed["aliases"]) if name not in taken] if listed else []
    capital = listed["capital"] if listed and not row.get("seats") else ""
    demonyms = row.get("demonyms") or (listed["demonyms"] if listed else [])
    return Known(
        id=code,
        kind="state",
        name=spoken[0],
        aliases=distinct(curly(bare([*spoken[1:], *official]))),
        demonyms=distinct(with_plurals(demonyms)),
        seats=distinct([*row.get("seats", []), *([capital] if capital else [])]),
        heads=tuple(row.get("heads", [])),
        cities=tuple(row.get("cities", [])),
        country=code,
        codes=(listed["cc"],) if listed else (),
        source=(CLDR, OWN, *(listed["source"] if listed else [])),
    )


def _official(aliases: Iterable[str]) -> Iterator[str]:
    return (
        name
        for name in aliases
        if name.isascii() and _OFFICIAL.fullmatch(name) and not _GONE.search(name) and " " in name
    )


def regions() -> Iterator[Known]:
    """A row a part of a state, or of the world."""
    for id_, row in facts("regions").items():
        yield Known(
            id=id_,
            kind="place",
            name=row["name"],
            aliases=distinct(curly(bare(row.get("also", [])))),
            demonyms=distinct(with_plurals(row.get("demonyms", []))),
            seats=tuple(row.get("seats", [])),
            cities=tuple(row.get("cities", [])),
            country=row["country"],
            source=(OWN,),
        )
