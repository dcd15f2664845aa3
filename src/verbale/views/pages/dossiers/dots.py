"""What happened, for a picture: a dot an event or a round, with its day, its sort and how many tell it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.dossier.answers import Party, Thread
from verbale.record import Entry, Event, EventType
from verbale.views.pages.dossiers.citing import witness_count
from verbale.views.pages.dossiers.lines import line_of
from verbale.views.pages.dossiers.names import Names
from verbale.views.pages.dossiers.timeline import told_apart

MOST = 40
"""Dots of a picture."""
SORTS = ("round", "cooperation in words", "cooperation in deeds", "conflict in words", "conflict in deeds")


@dataclass(frozen=True, slots=True)
class Dot:
    """One event or round that has a day."""

    day: date
    sort: str
    """One of `SORTS`."""
    words: str
    """Who and what, and where."""
    witnesses: int
    """How many articles tell it that are not copies of one another."""
    happened: bool
    """Whether it is told to have taken place."""


@dataclass(frozen=True, slots=True)
class Dots:
    """The dots in the order of their days."""

    dots: tuple[Dot, ...]
    undated: int
    """How many events and rounds have no day, and so no dot."""
    left_out: int
    """How many have a day and no dot, since others are told by more."""


def dots_page(threads: Sequence[Thread[Entry]], parties: Iterable[Party], most: int = MOST) -> Dots:
    """The dots of a timeline; where there are more than so many, those that most tell."""
    names = Names.of(parties)
    apart = tuple(told_apart(threads))
    dots = [dot for one in apart if (dot := _dot(one, names))]
    kept = sorted(dots, key=lambda one: -one.witnesses)[:most]
    kept.sort(key=lambda one: (one.day, -one.witnesses, one.words))
    return Dots(tuple(kept), len(apart) - len(dots), len(dots) - len(kept))


def _dot(thread: Thread[Entry], names: Names) -> Dot | None:
    line = line_of(thread.reports, names)
    if line.day is None:
        return None
    happened = not {"planned", "possible", "cancelled", "denied"} & set(line.details)
    details = (one for one in line.details if not one.startswith("outcome:"))
    words = " · ".join(one for one in (line.who, line.what, *details) if one)
    return Dot(line.day, _sort(thread.reports[0].entry), words, witness_count(thread.reports), happened)


_QUADS: Mapping[str, tuple[EventType, ...]] = {
    "cooperation in words": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "cooperation in deeds": ("COOPERATE", "AID", "RETREAT"),
    "conflict in words": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "conflict in deeds": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def _sort(entry: Entry) -> str:
    """By PLOVER's quads; what is no event is a round."""
    return next((quad for quad, types in _QUADS.items() if isinstance(entry, Event) and entry.type in types), "round")
