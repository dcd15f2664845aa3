"""The lists that rows are made of: our own facts in tools/registry, and the shared ones."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

OWN = "Verbale, tools/registry"
CLDR = "Unicode CLDR, English territory names, by babel (Unicode License v3)"
FACTS = Path(__file__).parent.parent / "registry"


@dataclass(frozen=True)
class Sheets:
    """The folder of the shared lists."""

    folder: Path

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of a list such as `registry/states`."""
        text = (self.folder / f"{name}.jsonl").read_text("utf-8")
        return [json.loads(line) for line in text.splitlines()]

    @cached_property
    def alpha3(self) -> dict[str, str]:
        """ISO 3166-1 alpha-3 of each alpha-2."""
        return {row["cc"]: row["iso3"] for row in self.rows("registry/states") if row["iso3"]}


def facts(name: str) -> Any:
    """Our own facts: what the file of that name in tools/registry holds."""
    return yaml.safe_load((FACTS / f"{name}.yaml").read_text("utf-8"))


def distinct(words: Iterable[str]) -> tuple[str, ...]:
    """The words, each once."""
    return tuple(dict.fromkeys(words))


def bare(names: Iterable[str]) -> Iterator[str]:
    """The names, and each that begins with an article without it too: the text's article is no part of a name."""
    for name in names:
        yield name
        if name.lower().startswith("the "):
            yield name[4:]


def with_plurals(demonyms: Iterable[str]) -> Iterator[str]:
    """The demonyms with their regular plurals; "Chinese" and "French" have none."""
    for demonym in demonyms:
        yield demonym
        if not demonym.endswith(("ese", "ish", "ch", "ss", "sh", "x", "z")):
            yield f"{demonym}s"


def curly(names: Iterable[str]) -> Iterator[str]:
    """The names with both forms of the apostrophe."""
    for name in names:
        yield name
        if "'" in name:
            yield name.replace("'", "’")
