"""A forecast before it is an entry: what is claimed, how likely it is said to be, and where."""

from dataclasses import dataclass

from verbale.reading.page import Token
from verbale.record import Likelihood, Statement
from verbale.spans import Span


@dataclass(frozen=True, slots=True)
class Hedged:
    """One claim with its hedge."""

    likelihood: Likelihood
    at: Token
    """The hedge."""
    top: Token
    """The claim's main word."""
    claim: tuple[Span, ...]
    sure: float
    """0-1, by the way in which it is told."""
    statement: Statement | None = None
    by: tuple[str, ...] | None = None
    """Entity ids of whose forecast it is; None where the statement's speaker is to be asked."""
    outcomes: tuple[tuple[Span, ...], ...] = ()
