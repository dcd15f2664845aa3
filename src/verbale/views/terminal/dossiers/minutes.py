"""The minutes of a dossier on a terminal. A section that has nothing to show has no heading either."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.text import Text

from verbale.views.pages.dossiers import DossierMinutes, MovesAcross, OpenLine, PaperAcross, PartyAcross
from verbale.views.pages.listing import Listed
from verbale.views.terminal.blocks import NAME, QUIET, TITLE, Block, blank, visible
from verbale.views.terminal.dossiers.differing import conflict_blocks
from verbale.views.terminal.dossiers.lines import DETAIL, ENTRY, WRAPPED, line_blocks, more, quietly, what_and_words

Entry = TypeVar("Entry")


def minutes_blocks(page: DossierMinutes) -> Iterator[Block]:
    """The whole page."""
    yield Block(Text(visible(page.name), TITLE))
    yield Block(Text(visible(page.summary), QUIET))
    yield from _section("Parties", page.parties, _party)
    yield from _section("Rounds", page.rounds, line_blocks)
    yield from _section("Documents and provisions", page.documents, _paper)
    yield from _section("Moves", page.moves, _moves)
    yield from _section("Forecasts", page.forecasts, line_blocks)
    yield from _section("Open points", page.open_points, _open)
    yield from _section("Conflicts", page.conflicts, conflict_blocks)


def _section(title: str, listed: Listed[Entry], blocks: Callable[[Entry], Iterable[Block]]) -> Iterator[Block]:
    if not listed.lines:
        return
    yield blank()
    yield Block(Text(title, TITLE))
    for entry in listed.lines:
        yield from blocks(entry)
    yield from more(listed.left_out)


def _party(party: PartyAcross) -> Iterator[Block]:
    text = Text.assemble((visible(party.name), NAME) if party.name else "for whom isn't told")
    if party.also:
        text.append(f" ({visible(', '.join(party.also))})", QUIET)
    quietly(text, party.count)
    yield Block(text, ENTRY, DETAIL)
    for person in party.people:
        line = Text(visible(", ".join((person.name, *person.offices))))
        quietly(line, person.count)
        yield Block(line, DETAIL, WRAPPED)


def _paper(paper: PaperAcross) -> Iterator[Block]:
    if paper.paper:
        yield from line_blocks(paper.paper)
    else:
        yield Block(Text("in no paper"), ENTRY, DETAIL)
    for provision in paper.provisions.lines:
        yield from line_blocks(provision, dated=False, margin=DETAIL)
    yield from more(paper.provisions.left_out, DETAIL)


def _moves(moves: MovesAcross) -> Iterator[Block]:
    yield Block(Text(visible(moves.party or "not told who"), NAME), ENTRY, DETAIL)
    for move in moves.moves.lines:
        yield from line_blocks(move, named=False, margin=DETAIL)
    yield from more(moves.moves.left_out, DETAIL)


_OPEN = {"unanswered": "No answer told", "ahead": "Ahead"}


def _open(point: OpenLine) -> Iterator[Block]:
    line = point.line
    text = Text.assemble(
        (f"{_OPEN[point.sort]}: ", QUIET), visible(line.who or "not told who"), f" · {visible(what_and_words(line))}"
    )
    first = line.told.first
    quietly(text, line.date, *line.details, f"{first.who}, {first.date or 'no date known'} [{first.article}]")
    yield Block(text, ENTRY, DETAIL)
