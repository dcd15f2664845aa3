"""Records and answers as JSON, the same bytes for the same value, and the JSON Schema that records keep to."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import BaseModel

from verbale.record import SCHEMA_VERSION, Record

SCHEMA_FILE: Final = f"record-{SCHEMA_VERSION}.json"
"""The schema's file in the package, under `verbale/schema/`."""


def to_json(record: Record) -> str:
    """The record as indented JSON, without a line break at its end."""
    return _indented(record.model_dump(mode="json"))


def to_line(record: Record) -> str:
    """The record as one line of JSON Lines, without the line break.

    It holds no character at which some reader would break the line (`str.splitlines` does at U+2028).
    """
    return one_line(record.model_dump(mode="json"))


def one_line(value: object) -> str:
    """A value as one line of JSON, without the line break and with none inside for any reader."""
    return _safe(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def to_array(values: Iterable[BaseModel]) -> str:
    """The records, or a dossier's answers, as one indented JSON array, without a line break at its end."""
    return _indented([one.model_dump(mode="json") for one in values])


def to_object(lists: Mapping[str, Iterable[BaseModel]]) -> str:
    """Lists of a dossier's answers as one indented JSON object, without a line break at its end."""
    return _indented({name: [one.model_dump(mode="json") for one in values] for name, values in lists.items()})


def record_schema() -> str:
    """The JSON Schema (draft 2020-12) of a record as it is written, as indented JSON."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:verbale:record:{SCHEMA_VERSION}",
        **Record.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


# A line break never stands within a JSON string, so this finds spans and nothing else.
_SPAN = re.compile(r"\[\s*\n\s*(\d+),\s*\n\s*(\d+)\s*\n\s*\]")

# Line breaks to some readers, and halves of a surrogate pair, which UTF-8 cannot write; all only ever
# stand inside strings, where JSON lets any character be written by its number.
_UNSAFE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def _indented(values: object) -> str:
    """With each span on one line, as people write it."""
    return _SPAN.sub(r"[\1, \2]", _safe(json.dumps(values, ensure_ascii=False, indent=2)))


def _safe(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
