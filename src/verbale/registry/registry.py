"""The registry as a value: rows by id, and what a name may mean."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from verbale.errors import ToolsError

Use = Literal["name", "demonym", "seat"]

FILES = ("states.jsonl", "regions.jsonl", "organisations.jsonl")


@dataclass(frozen=True, slots=True)
class Known:
    """A state, a part of one, or an organisation, under all its names."""

    id: str
    """ISO 3166-1 alpha-3 for a state, otherwise an acronym or a code of our own."""
    kind: Literal["state", "place", "organisation"]
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    """Adjectives and nouns for its people: "Russian", "Russians"."""
    seats: tuple[str, ...]
    """Places that may stand for it: "Moscow", "the Kremlin" (without the article)."""
    heads: tuple[str, ...]
    """Head nouns of descriptions that may mean it: "the alliance"."""
    cities: tuple[str, ...]
    """Places inside it that tell it from another of its name."""
    country: str | None
    """ISO 3166-1 alpha-3."""
    source: tuple[str, ...]
    """Where the row's facts come from."""


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that a name may mean, and how: "Moscow" is a seat of Russia."""

    known: Known
    use: Use


@dataclass(frozen=True, slots=True)
class Registry:
    """All rows. Look-ups heed case, since "US" and "us" differ, but take "MOSCOW" for "Moscow"."""

    rows: Mapping[str, Known]
    names: Mapping[str, tuple[Match, ...]]
    longest: Mapping[str, int]
    """For the first word of each name, the characters of the longest name that begins with it."""

    def look_up(self, name: str) -> tuple[Match, ...]:
        """What the name may mean, names before demonyms before seats; nothing where it is not known."""
        found = self.names.get(name, ())
        if found or len(name) < 4 or not name.isupper():
            return found
        return self.names.get(name.title(), ())

    def __getitem__(self, id_: str) -> Known:
        return self.rows[id_]


def load_registry() -> Registry:
    """The registry that the package ships. Raises `ToolsError` where a row doesn't have its shape."""
    return make_registry(row for name in FILES for row in _rows(name))


def make_registry(rows: Iterable[Known]) -> Registry:
    """A registry of these rows."""
    by_id = {row.id: row for row in rows}
    names: dict[str, list[Match]] = {}
    for row in by_id.values():
        for name, use in _names(row):
            names.setdefault(name, []).append(Match(row, use))
    order = ("name", "demonym", "seat")
    sorted_names = {
        name: tuple(sorted(matches, key=lambda match: order.index(match.use))) for name, matches in names.items()
    }
    return Registry(by_id, sorted_names, _longest(names))


def _names(row: Known) -> Iterator[tuple[str, Use]]:
    uses: tuple[tuple[Use, tuple[str, ...]], ...] = (
        ("name", (row.name, *row.aliases)),
        ("demonym", row.demonyms),
        ("seat", row.seats),
    )
    for use, group in uses:
        for name in dict.fromkeys(group):
            yield name, use


def _longest(names: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in names:
        first = name.split()[0]
        longest[first] = max(longest.get(first, 0), len(name))
    return longest


def _rows(name: str) -> Iterator[Known]:
    text = files("verbale.registry").joinpath(name).read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        try:
            row = json.loads(line)
            lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list)}
            yield Known(**{**row, **lists})
        except (ValueError, TypeError) as error:
            raise ToolsError(
                f"row {number} is not a registry row: {error}", where=name, remedy="run tools/build_registry.py"
            ) from error
