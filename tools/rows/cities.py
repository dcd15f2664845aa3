"""Cities of GeoNames under the names that the English press has for them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tools.rows.sheets import Sheets, facts
from verbale.registry import City

# GeoNames' other names are of all languages; those of towns of this size come up in English texts.
_LARGE = 300_000
_OTHER = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-ÿ'’-]{3,}(?: [A-ZÀ-Þ][a-zß-ÿ'’-]+)*")


def cities(sheets: Sheets) -> Iterator[City]:
    """A row a name; a town of several names has several."""
    rows = sheets.rows("registry/cities")
    given, known = Counter(row["name"] for row in rows), facts("cities")
    others = Counter(name for row in rows for name in _others(row))
    largest = _largest(rows)
    for row in rows:
        names = {row["name"], _plain(row["name"]), *_straight(row["name"])}
        names |= {name for name in _others(row) if others[name] == 1 and name not in given}
        if largest[row["name"]] == row["geonameid"]:
            names |= set(known["spellings"].get(row["name"], ()))
        yield from (_city(sheets, row, name) for name in sorted(names))
    for name, country, latitude, longitude, population in known["places"]:
        yield City(
            f"place:{_plain(name).lower().replace(' ', '-')}", name, country, "", population, latitude, longitude
        )


def _largest(rows: list[dict[str, Any]]) -> dict[str, int]:
    """The number of the largest town of each name."""
    ordered = sorted(rows, key=lambda row: (row["pop"], row["geonameid"]))
    return {row["name"]: row["geonameid"] for row in ordered}


def _others(row: dict[str, Any]) -> list[str]:
    return [name for name in row["alt"] if row["pop"] >= _LARGE and _OTHER.fullmatch(name)]


def _plain(name: str) -> str:
    """Without accents."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _straight(name: str) -> set[str]:
    return {name.replace("’", "'"), name.replace("’", "")} if "’" in name else set()


def _city(sheets: Sheets, row: dict[str, Any], name: str) -> City:
    region = row["admin1"] if row["cc"] == "US" else ""
    country, population = sheets.alpha3.get(row["cc"]), row["pop"]
    place = round(row["lat"], 2), round(row["lon"], 2)
    return City(f"geonames:{row['geonameid']}", name, country, region, population, *place)
