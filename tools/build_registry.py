"""Writes the registry's rows from CLDR's English names and the facts in tools/registry.

usage: python tools/build_registry.py
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.core import get_global

FACTS = Path(__file__).parent / "registry"
TARGET = Path(__file__).parent.parent / "src" / "verbale" / "registry"
OWN = "Verbale, tools/registry"
CLDR = "Unicode CLDR, English territory names, by babel (Unicode License v3)"
# The registry's code for Kosovo is the one that the press and the EU use; CLDR's has another last letter.
CLDR_CODES = {"XKX": "XKK"}
# CLDR writes some names for menus, not for sentences; the facts give the names of the press.
MENU_NAMES = ("&", " - ", "(", " SAR ", "Palestinian Territories")


def main() -> None:
    """Write the three files and say how many rows each has."""
    for name, rows in (("states", states()), ("regions", regions()), ("organisations", organisations())):
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (TARGET / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(lines)} rows")


def states() -> Iterator[dict[str, Any]]:
    """A row a state or territory of ISO 3166-1, under CLDR's English name and those of the facts."""
    english = Locale("en").territories
    codes = get_global("territory_aliases")
    for code, facts in _facts("states").items():
        names = [english[codes[CLDR_CODES.get(code, code)][0]], *facts.get("also", [])]
        spoken = [name for name in names if not any(mark in name for mark in MENU_NAMES)] or names
        yield _row(code, "state", spoken, facts, code, [CLDR, OWN])


def regions() -> Iterator[dict[str, Any]]:
    """A row a part of a state, or of the world."""
    for id_, facts in _facts("regions").items():
        yield _row(id_, "place", [facts["name"], *facts.get("also", [])], facts, facts["country"], [OWN])


def organisations() -> Iterator[dict[str, Any]]:
    """A row an international organisation, or an organ of one state."""
    for id_, facts in _facts("organisations").items():
        names = [facts["name"], *facts.get("also", [])]
        yield _row(id_, "organisation", names, facts, facts.get("country"), [OWN])


def _row(  # noqa: PLR0913 a row's six columns
    id_: str, kind: str, names: list[str], facts: dict[str, Any], country: str | None, source: list[str]
) -> dict[str, Any]:
    return {
        "id": id_,
        "kind": kind,
        "name": names[0],
        "aliases": _distinct(_bare(names[1:])),
        "demonyms": _distinct(_with_plurals(facts.get("demonyms", []))),
        "seats": _distinct(facts.get("seats", [])),
        "heads": facts.get("heads", []),
        "cities": facts.get("cities", []),
        "country": country,
        "source": source,
    }


def _bare(names: Iterable[str]) -> Iterator[str]:
    """The names, and each that begins with an article without it too: the text's article is no part of a name."""
    for name in names:
        yield name
        if name.lower().startswith("the "):
            yield name[4:]


def _with_plurals(demonyms: Iterable[str]) -> Iterator[str]:
    """The demonyms with their regular plurals; "Chinese" and "French" have none."""
    for demonym in demonyms:
        yield demonym
        if not demonym.endswith(("ese", "ish", "ch", "ss", "sh", "x", "z")):
            yield f"{demonym}s"


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _facts(name: str) -> dict[str, dict[str, Any]]:
    facts: dict[str, dict[str, Any]] = yaml.safe_load((FACTS / f"{name}.yaml").read_text("utf-8"))
    return facts


if __name__ == "__main__":
    main()
