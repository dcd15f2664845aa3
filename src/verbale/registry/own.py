"""A person's own names: parties that the registry doesn't know, or names of those it does.

YAML is a list of rows, CSV a table with a head line; several words in one CSV field are parted by semicolons.

    - name: Kestria                       name,kind,also,demonyms,seats,country,id
      kind: state                         Kestria,state,Republic of Kestria;RK,Kestrian,Odrana,,
      also: [Republic of Kestria, RK]
      demonyms: [Kestrian]
      seats: [Odrana]

A row whose `id` is the registry's adds its names to that row: `{id: RUS, name: the Bear, kind: state}`.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from verbale.errors import OptionError
from verbale.registry.known import Known

_LISTS = ("also", "demonyms", "seats", "heads")
_SHOWN = 5
"""Faults told at once; the rest is counted."""


class Own(BaseModel):
    """One row of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    name: str = Field(min_length=1)
    kind: Literal["state", "place", "organisation", "group"]
    also: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    country: str | None = Field(default=None, pattern="^[A-Z]{3}$")
    id: str | None = None

    @field_validator(*_LISTS)
    @classmethod
    def _no_empty_word(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        if any(not word.strip() for word in words):
            raise ValueError("one of the words is empty")
        return tuple(word.strip() for word in words)


def read_own(path: Path) -> tuple[Known, ...]:
    """The rows of the file. Raises `OptionError` that tells all that is wrong with it, row by row."""
    rows = list(_rows(path))
    owns: list[Own] = []
    faults: list[str] = []
    for place, row in rows:
        try:
            owns.append(Own.model_validate(row))
        except ValidationError as error:
            faults.extend(f"{place}: {fault}" for fault in _faults(error))
    if faults or not rows:
        raise _refused(path, _listed(faults) if faults else "there is no row in it")
    return tuple(_known(one, path) for one in owns)


def _rows(path: Path) -> Iterator[tuple[str, object]]:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise _refused(path, f"it can't be read: {error}") from error
    match path.suffix.lower():
        case ".csv":
            yield from _csv_rows(path, text)
        case ".yaml" | ".yml":
            yield from _yaml_rows(path, text)
        case other:
            raise _refused(path, f"{other or 'a name without ending'} is neither .yaml nor .csv")


def _csv_rows(path: Path, text: str) -> Iterator[tuple[str, object]]:
    table = csv.DictReader(io.StringIO(text, newline=""), restkey="more fields than the head line")
    unknown = set(table.fieldnames or ()) - set(Own.model_fields)
    if unknown:
        raise _refused(path, f"no such column: {', '.join(sorted(unknown))}")
    for row in table:
        filled = {key: value for key, value in row.items() if value}
        yield (
            f"line {table.line_num}",
            {key: _split(value) if key in _LISTS else value for key, value in filled.items()},
        )


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split(";")]


def _yaml_rows(path: Path, text: str) -> Iterator[tuple[str, object]]:
    try:
        rows: Any = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise _refused(path, f"it is not YAML: {error}") from error
    if not isinstance(rows, list):
        raise _refused(path, "it is not a list of rows")
    yield from ((f"row {number}", row) for number, row in enumerate(rows, 1))


def _faults(error: ValidationError) -> Iterator[str]:
    for fault in error.errors(include_url=False):
        field = ".".join(str(part) for part in fault["loc"])
        yield f"{field}: {fault['msg']}" if field else fault["msg"]


def _listed(faults: list[str]) -> str:
    more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
    return "; ".join(faults[:_SHOWN]) + more


def _refused(path: Path, what: str) -> OptionError:
    return OptionError(what, where=str(path), remedy="the manual shows the form of a file of names")


def _known(own: Own, path: Path) -> Known:
    return Known(
        id=own.id or f"own:{_slug(own.name)}",
        kind=own.kind,
        name=own.name,
        aliases=_distinct(own.also, own.name),
        demonyms=own.demonyms,
        seats=own.seats,
        heads=own.heads,
        country=own.country,
        source=(path.name,),
    )


def _distinct(words: Iterable[str], name: str) -> tuple[str, ...]:
    return tuple(word for word in dict.fromkeys(words) if word != name)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).lower()
    return re.sub(r"\W+", "-", plain).strip("-") or "name"
