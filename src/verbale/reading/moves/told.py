"""A move before it is an entry: where it is told, whose it is, and its words."""

from dataclasses import dataclass

from verbale.reading.page import Token
from verbale.record import MoveKind, Statement
from verbale.spans import Span


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a move."""

    kind: MoveKind
    at: Token
    """The word that makes it."""
    actor: tuple[str, ...]
    """Entity ids."""
    content: tuple[Span, ...]
    sure: float
    """0-1, by the way in which it is told."""
    top: Token | None = None
    """The content's main word, where the parse shows one."""
    addressee: tuple[str, ...] = ()
    statement: Statement | None = None
    condition: tuple[Span, ...] = ()
    own: bool = False
    """Whether the content's own words make it ("we will not sign"), and not a verb of speech ("refused")."""
