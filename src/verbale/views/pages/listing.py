"""A list of a page that may be long: what is shown of it, and how much is not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Line = TypeVar("Line")

MOST = 12
"""Of a sort, on a page that isn't asked for in full: with their proof they fill two or three screens."""


@dataclass(frozen=True, slots=True)
class Listed(Generic[Line]):
    """The first lines of a list."""

    lines: tuple[Line, ...] = ()
    left_out: int = 0
    """How many lines follow that are not shown."""


def listed(lines: Iterable[Line], *, full: bool, most: int = MOST) -> Listed[Line]:
    """All of the lines, or as many as a page shows at once. One line is never left out by itself."""
    every = tuple(lines)
    if full or len(every) <= most + 1:
        return Listed(every)
    return Listed(every[:most], len(every) - most)
