"""What the articles tell differently, and what was otherwise before: both sentences side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verbale.dossier.answers import Change, Conflict, Difference, Report
from verbale.record import Entry
from verbale.views.pages.dossiers.citing import Citation, cite, proof_of
from verbale.views.pages.dossiers.lines import line_of
from verbale.views.pages.dossiers.names import Names
from verbale.views.pages.proof import Passage
from verbale.views.pages.words import one_line


@dataclass(frozen=True, slots=True)
class Side:
    """One of two articles, with the sentences in question."""

    article: Citation
    proof: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """Two articles that can't both be right."""

    kind: str
    """date, place, number, wording, …"""
    about: str
    """Of what: the round and its parties, the statement's speaker, the person."""
    what: str
    """The values against one another."""
    left: Side
    right: Side
    difference: tuple[Difference, ...]
    """Of a wording, word by word."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A position, demand or forecast that is otherwise than it was."""

    kind: str
    """position, repeated, softened, dropped, met, came true, …"""
    party: str | None
    issue: str
    what: str
    earlier: Side
    later: Side


def conflict_lines(conflicts: Iterable[Conflict], names: Names) -> Iterator[ConflictLine]:
    """The conflicts in the order in which they are given."""
    for one in conflicts:
        yield ConflictLine(
            one.kind, _about(one, names), _phrase(one.what), _side(one.left), _side(one.right), one.difference
        )


def change_lines(changes: Iterable[Change], names: Names) -> Iterator[ChangeLine]:
    """The changes in the order in which they are given."""
    for one in changes:
        party = names.parties.get(one.party) if one.party is not None else None
        name = one_line(party.name) if party else None
        yield ChangeLine(one.kind, name, one_line(one.issue), _phrase(one.what), _side(one.earlier), _side(one.later))


def _phrase(words: str) -> str:
    """A sentence as part of a line."""
    return one_line(words).removesuffix(".")


def _side(report: Report[Entry]) -> Side:
    return Side(cite(report.source, report.ref.entry), proof_of(report))


def _about(conflict: Conflict, names: Names) -> str:
    line = line_of((conflict.left,), names)
    match conflict.of:
        case "statement":
            return f"statement of {line.who}" if line.who else "statement"
        case "document":
            return line.words
        case "entity":
            return line.who
        case _:
            return " · ".join(part for part in (f"{line.what} {line.words}".strip(), line.who) if part)
