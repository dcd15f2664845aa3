"""Records as JSON, the same bytes for the same record, and the JSON Schema that they keep to."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from verbale.record import SCHEMA_VERSION, Record

SCHEMA_FILE: Final = f"record-{SCHEMA_VERSION}.json"
"""The schema's file in the package, under `verbale/schema/`."""


def to_json(record: Record) -> str:
    """The record as indented JSON, without a line break at its end."""
    return _safe(json.dumps(record.model_dump(mode="json"), ensure_ascii=False, indent=2))


def to_line(record: Record) -> str:
    """The record as one line of JSON Lines, without the line break.

    It holds no character at which some reader would break the line (`str.splitlines` does at U+2028).
    """
    return _safe(json.dumps(record.model_dump(mode="json"), ensure_ascii=False, separators=(",", ":")))


def to_array(records: Iterable[Record]) -> Iterator[str]:
    """The records as one indented JSON array, in pieces that are to be written one after the other."""
    before = "[\n"
    for record in records:
        yield before + to_json(record)
        before = ",\n"
    yield "[]" if before == "[\n" else "\n]"


def record_schema() -> str:
    """The JSON Schema (draft 2020-12) of a record as it is written, as indented JSON."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:verbale:record:{SCHEMA_VERSION}",
        **Record.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


# Line breaks to some readers, and halves of a surrogate pair, which UTF-8 cannot write; all only ever
# stand inside strings, where JSON lets any character be written by its number.
_UNSAFE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def _safe(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
