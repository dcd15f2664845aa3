"""The sections before the statements: parties, rounds, documents, moves, forecasts, events and open points.

A section that has nothing to show has no heading either. Entries with the same proof share it: it stands once,
beneath the last of them.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from rich.text import Text

from verbale.views.pages import (
    DocumentLine,
    EventLine,
    ForecastLine,
    MinutesPage,
    OpenPoint,
    Parties,
    PartyLine,
    PartyMoves,
    Passage,
    ProvisionLine,
    RoundLine,
)
from verbale.views.pages.moves import MoveLine
from verbale.views.terminal.blocks import NAME, QUIET, TITLE, WARNING, Block, blank, proof_blocks, visible

_ENTRY = Text(" " * 2)
_DETAIL = Text(" " * 5)
_WRAPPED = Text(" " * 7)


class _Entry(NamedTuple):
    """The lines of an entry, and what proves it."""

    blocks: tuple[Block, ...]
    proof: tuple[Passage, ...] = ()


def section_blocks(page: MinutesPage) -> Iterator[Block]:
    """All sections of the page that have something to show."""
    yield from _section("Parties", _parties(page.parties))
    yield from _section("Rounds", map(_round, page.rounds.lines), page.rounds.left_out)
    documents = chain.from_iterable(map(_document, page.documents.lines))
    yield from _section("Documents and provisions", documents, page.documents.left_out)
    moves = chain.from_iterable(map(_party_moves, page.moves.lines))
    yield from _section("Moves", moves, page.moves.left_out)
    yield from _section("Forecasts", map(_forecast, page.forecasts.lines), page.forecasts.left_out)
    yield from _section("Events", map(_event, page.events.lines), page.events.left_out)
    yield from _section("Open points", map(_open_point, page.open_points.lines), page.open_points.left_out)


def heading(title: str) -> tuple[Block, Block]:
    """What stands over a section."""
    return blank(), Block(Text(title, TITLE))


def _section(title: str, entries: Iterable[_Entry], left_out: int = 0) -> Iterator[Block]:
    every = tuple(entries)
    if not every:
        return
    yield from heading(title)
    for entry, following in zip(every, (*every[1:], _Entry(())), strict=True):
        yield from entry.blocks
        if entry.proof != following.proof:
            yield from proof_blocks(entry.proof, _DETAIL)
    if left_out:
        yield _more(left_out)


def _more(left_out: int, margin: Text = _ENTRY) -> Block:
    return Block(Text(f"… and {left_out} more (--full shows them)", QUIET), margin, margin)


def _parties(parties: Parties) -> Iterator[_Entry]:
    for party in parties.taking_part.lines:
        people = (Block(_party(one), _DETAIL, _WRAPPED) for one in party.people)
        yield _Entry((Block(_party(party, style=NAME), _ENTRY, _DETAIL), *people))
    if parties.taking_part.left_out:
        yield _Entry((_more(parties.taking_part.left_out),))
    if parties.also_named.lines:
        more = f" and {parties.also_named.left_out} more" if parties.also_named.left_out else ""
        names = f"{', '.join(parties.also_named.lines)}{more}"
        yield _Entry((Block(Text.assemble(("Also named: ", QUIET), visible(names)), _ENTRY, _DETAIL),))


def _party(party: PartyLine, *, style: str = "") -> Text:
    line = Text.assemble((visible(party.name), style))
    if party.also:
        line.append(f" ({visible(', '.join(party.also))})", QUIET)
    if party.offices:
        line.append(f", {visible('; '.join(party.offices))}")
    return line


def _round(one: RoundLine) -> _Entry:
    what = f"{one.format} no. {one.number}" if one.number else one.format
    line = _line(one.date or "date not told", what, one.place, ", ".join(one.parties), _status(one.status))
    blocks = [Block(_doubted(line, one.doubt), _ENTRY, _DETAIL)]
    if one.outcome:
        blocks.append(Block(Text(visible(f"outcome: {one.outcome}")), _DETAIL, _WRAPPED))
    return _Entry(tuple(blocks), one.proof)


def _document(one: DocumentLine) -> Iterator[_Entry]:
    if one.name:
        told = " ".join(part for part in (one.status, one.date) if part)
        named_already = all(party in one.name for party in one.parties)
        sides = None if named_already else f"between {', '.join(one.parties)}"
        authors = f"by {', '.join(one.authors)}" if one.authors else None
        line = _line(one.name, one.kind, told, authors, sides)
        yield _Entry((Block(_doubted(line, one.doubt), _ENTRY, _DETAIL),), one.proof)
    else:
        yield _Entry((Block(Text("in no paper"), _ENTRY, _DETAIL),))
    yield from map(_provision, one.provisions)


def _provision(one: ProvisionLine) -> _Entry:
    line = Text(visible(f"{', '.join(one.bearer) or 'not told who'} {one.force}: {one.action}"))
    regarding = f"regarding {', '.join(one.regarding)}" if one.regarding else None
    deadline = f"until {one.deadline}" if one.deadline else None
    words = None if one.words == one.force else f"“{one.words}”"
    _quietly(line, words, regarding, _condition(one.condition), deadline, _statement(one.statement))
    return _Entry((Block(_doubted(line, one.doubt), _DETAIL, _WRAPPED),), one.proof)


def _party_moves(one: PartyMoves) -> Iterator[_Entry]:
    line = Text.assemble((visible(", ".join(one.parties)) or "not told who", NAME))
    _quietly(line, "; ".join(f"{stand.stand}: {stand.issue}" for stand in one.stands))
    yield _Entry((Block(line, _ENTRY, _DETAIL),))
    yield from map(_move, one.moves.lines)
    if one.moves.left_out:
        yield _Entry((_more(one.moves.left_out, _DETAIL),))


def _move(one: MoveLine) -> _Entry:
    whom = f" to {', '.join(one.addressee)}" if one.addressee else ""
    line = Text(visible(f"{one.kind}{whom}: {one.content}"))
    by = f"by {', '.join(one.by)}" if one.by else None
    _quietly(line, _condition(one.condition), by, one.date, _statement(one.statement))
    return _Entry((Block(_doubted(line, one.doubt), _DETAIL, _WRAPPED),), one.proof)


def _forecast(one: ForecastLine) -> _Entry:
    line = Text.assemble((visible(one.by or "not told who"), NAME), f" · {one.likelihood}: {visible(one.claim)}")
    _quietly(line, f"by {one.horizon}" if one.horizon else None, _statement(one.statement))
    outcomes = (Block(Text(visible(outcome)), Text("     – "), _WRAPPED) for outcome in one.outcomes)
    return _Entry((Block(_doubted(line, one.doubt), _ENTRY, _DETAIL), *outcomes), one.proof)


def _event(one: EventLine) -> _Entry:
    who = " → ".join(side for side in (", ".join(one.actors), ", ".join(one.recipients)) if side)
    told = f"as told in {one.statement}" if one.statement else None
    line = _line(one.date or "date not told", f"{one.type} “{one.words}”", who, one.place, _status(one.status), told)
    return _Entry((Block(_doubted(line, one.doubt), _ENTRY, _DETAIL),), one.proof)


_OPEN = {
    "unanswered": "No answer told",
    "ahead": "Ahead",
    "office": "Office in doubt",
    "speaker": "Either of them speaks",
}


def _open_point(one: OpenPoint) -> _Entry:
    line = Text.assemble((f"{_OPEN[one.sort]}: ", QUIET), visible(one.words))
    _quietly(line, _statement(one.statement))
    return _Entry((Block(line, _ENTRY, _DETAIL),))


def _line(first: str, *others: str | None) -> Text:
    """The parts that there are, the first set apart."""
    line = Text.assemble((visible(first), NAME))
    line.append("".join(f" · {visible(part)}" for part in others if part))
    return line


def _quietly(line: Text, *parts: str | None) -> None:
    line.append("".join(f" · {visible(part)}" for part in parts if part), QUIET)


def _doubted(line: Text, doubt: str | None) -> Text:
    if doubt:
        line.append(f" · {doubt}", WARNING)
    return line


def _status(status: str) -> str | None:
    return None if status == "happened" else status


def _condition(words: str | None) -> str | None:
    return f"condition: {words}" if words else None


def _statement(number: int | None) -> str | None:
    return f"statement {number}" if number else None
