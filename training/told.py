"""Sentences with a type of event between marked parties: the PLV set, and our own in `sentences.yaml`."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from verbale.encoding.event_types import LABELS
from verbale.spans import Span

OWN = Path(__file__).with_name("sentences.yaml")

YIELD = ("CONCEDE", "RETREAT")
"""What the PLV set calls YIELD is either."""

_OPEN = re.compile(r"\{(actor|recipient|event): ")


@dataclass(frozen=True)
class Told:
    """A sentence, who does it to whom, the word that tells it where it is marked, and of which types it may be."""

    text: str
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    anchor: Span | None
    labels: tuple[str, ...]


def read_plv(path: Path) -> tuple[Told, ...]:
    """The rows of the PLV set, in order."""
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return tuple(
        Told(
            row["text"],
            tuple(Span(*place) for place in row["source"]),
            tuple(Span(*place) for place in row["recipient"]),
            None,
            YIELD if row["event_type"] == "YIELD" else (row["event_type"],),
        )
        for row in rows
    )


def read_own(path: Path = OWN) -> tuple[Told, ...]:
    """Our own sentences, in order. Raises `ValueError` for a type that isn't PLOVER's or a mark that doesn't close."""
    types = yaml.safe_load(path.read_text("utf-8"))
    if not set(types) <= set(LABELS):
        raise ValueError(f"{path}: no types of PLOVER: {sorted(set(types) - set(LABELS))}")
    return tuple(parsed(line, type_) for type_, lines in types.items() for line in lines)


def parsed(line: str, label: str) -> Told:
    """A marked sentence: "{actor: Norland} {event: agreed} to help {recipient: Sudria}. | mode"."""
    line = line.partition(" | ")[0]
    text, spans = "", dict[str, list[Span]]()
    opened: list[tuple[str, int]] = []
    for piece in _pieces(line):
        mark = _OPEN.fullmatch(piece)
        if mark:
            opened.append((mark[1], len(text)))
        elif piece == "}" and opened:
            role, start = opened.pop()
            spans.setdefault(role, []).append(Span(start, len(text)))
        else:
            text += piece
    if opened or not spans.get("event"):
        raise ValueError(f"a mark lacks or doesn't close: {line}")
    return Told(text, tuple(spans.get("actor", ())), tuple(spans.get("recipient", ())), spans["event"][0], (label,))


def _pieces(line: str) -> Iterator[str]:
    """The line cut at its marks."""
    yield from (piece for piece in re.split(r"(\{(?:actor|recipient|event): |\})", line) if piece)
