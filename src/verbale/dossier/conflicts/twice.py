"""Conflicts that are told twice: a meeting is an event and a round, and the same sentences tell of both."""

from collections.abc import Iterable, Sequence

from verbale.dossier.answers import Conflict, Report
from verbale.dossier.conflicts.setting import place_of
from verbale.record import Entry


def told_once(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """The conflicts in their order, without those of events that a round has too."""
    every = tuple(conflicts)
    rounds = [one for one in every if one.of == "round"]
    return tuple(one for one in every if one.of != "event" or not _is_among(one, rounds))


def _is_among(event: Conflict, rounds: Sequence[Conflict]) -> bool:
    return any(one.kind == event.kind and _is_same(event, one) for one in rounds)


def _is_same(event: Conflict, of_round: Conflict) -> bool:
    """Whether one side is of the same sentence, and the other says the same, be it in another article."""
    ways = ((of_round.left, of_round.right), (of_round.right, of_round.left))
    return any(
        (_one_sentence(event.left, left) and _says_same(event.right, right))
        or (_one_sentence(event.right, right) and _says_same(event.left, left))
        for left, right in ways
    )


def _one_sentence(one: Report[Entry], other: Report[Entry]) -> bool:
    return one.ref.article == other.ref.article and bool(set(one.proof) & set(other.proof))


def _says_same(one: Report[Entry], other: Report[Entry]) -> bool:
    """The same days and the same place, where both tell them."""
    here, there = place_of(one), place_of(other)
    places = not (here and there) or here.name.casefold() == there.name.casefold()
    days = (one.first_day, one.last_day), (other.first_day, other.last_day)
    return places and (days[0] == days[1] or None in (*days[0], *days[1]))
