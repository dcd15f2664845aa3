"""What each party demands, offers, threatens or agrees, what it wants, and what is expected, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verbale.record import Forecast, Move, Record
from verbale.views.pages.listing import Listed, listed
from verbale.views.pages.proof import Passage, passages
from verbale.views.pages.statements import statement_numbers
from verbale.views.pages.words import Cast, doubt, one_line, when


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One move of a party."""

    kind: str
    """demand, offer, condition, threat, …"""
    by: tuple[str, ...]
    """Who made it for the party; nobody where it is the party's own."""
    addressee: tuple[str, ...]
    content: str
    condition: str | None
    """What it hangs on: the words behind "if"."""
    date: str | None
    statement: int | None
    """The number of the statement in which it stands."""
    proof: tuple[Passage, ...]
    """Nothing where it stands in a statement: the proof is there."""
    doubt: str | None


@dataclass(frozen=True, slots=True)
class Stand:
    """What a party wants of an issue."""

    issue: str
    stand: str
    """for, against or conditional."""


@dataclass(frozen=True, slots=True)
class PartyMoves:
    """The moves of one party, or of several that make them together."""

    parties: tuple[str, ...]
    """Nobody where the article doesn't tell."""
    stands: tuple[Stand, ...]
    moves: Listed[MoveLine]


@dataclass(frozen=True, slots=True)
class ForecastLine:
    """What somebody expects."""

    by: str | None
    likelihood: str
    """certain, likely, possible, doubtful, unlikely or impossible."""
    claim: str
    outcomes: tuple[str, ...]
    """The alternatives."""
    horizon: str | None
    statement: int | None
    proof: tuple[Passage, ...]
    """Nothing where it stands in a statement: the proof is there."""
    doubt: str | None


def moves_by_party(record: Record, cast: Cast, *, full: bool) -> Iterator[PartyMoves]:
    """The parties in the order of their first move, each with its moves in the order of the text.

    What somebody does for a party is the party's. After them come those of whom only a position is known.
    """
    numbers, text = statement_numbers(record), record.article.text
    by_party: dict[tuple[str, ...], list[Move]] = {}
    stands: dict[tuple[str, ...], list[Stand]] = {}
    for move in record.moves:
        by_party.setdefault(_parties(move.actor, cast), []).append(move)
    for position in record.positions:
        by_party.setdefault(_parties((position.party,), cast), [])
        stands.setdefault(_parties((position.party,), cast), []).append(Stand(one_line(position.issue), position.stand))
    for parties, moves in by_party.items():
        lines = (_move_line(one, numbers.get(one.statement or ""), text, cast) for one in moves)
        yield PartyMoves(cast.names(parties), tuple(stands.get(parties, ())), listed(lines, full=full))


def forecast_lines(record: Record, cast: Cast) -> Iterator[ForecastLine]:
    """The forecasts in the order of the text."""
    numbers, text = statement_numbers(record), record.article.text
    return (_forecast_line(one, numbers.get(one.statement or ""), text, cast) for one in record.forecasts)


def _parties(actors: Iterable[str], cast: Cast) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cast.party(one) for one in actors))


def _move_line(move: Move, statement: int | None, text: str, cast: Cast) -> MoveLine:
    return MoveLine(
        kind=move.kind,
        by=cast.names(one for one in move.actor if cast.party(one) != one),
        addressee=cast.names(move.addressee),
        content=one_line(move.content.text),
        condition=one_line(move.if_.text) if move.if_ else None,
        date=when(move.date),
        statement=statement,
        proof=() if statement else passages(move.evidence, {"content": move.content.spans}, text),
        doubt=doubt(move.confidence),
    )


def _forecast_line(forecast: Forecast, statement: int | None, text: str, cast: Cast) -> ForecastLine:
    return ForecastLine(
        by=cast.name(forecast.by),
        likelihood=forecast.likelihood,
        claim=one_line(forecast.claim.text),
        outcomes=tuple(one_line(outcome.text) for outcome in forecast.outcomes),
        horizon=when(forecast.horizon),
        statement=statement,
        proof=() if statement else passages(forecast.evidence, {"content": forecast.claim.spans}, text),
        doubt=doubt(forecast.confidence),
    )
