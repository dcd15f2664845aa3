"""How a demand fared after it was first made: repeated, softened, hardened, dropped, met."""

from collections.abc import Iterator, Sequence

from verbale.dossier.answers import Change, ChangeKind, Report
from verbale.dossier.changes.issues import same_issue, stems_of
from verbale.dossier.changes.order import by_party, has_own_day, in_order, is_later, sides
from verbale.dossier.telling import day, listed, name, said_on
from verbale.lexicon.changes import among, load_changes
from verbale.record import Event, EventType, Move, Round

MET = 0.75
"""The share of a demand's stems that the words of what happened must have for it to be the demanded thing."""

_WORDS_ONLY = frozenset[EventType]({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def demand_changes(
    moves: Sequence[Report[Move]], happenings: Sequence[Report[Event] | Report[Round]]
) -> Iterator[Change]:
    """What became of every demand. Each later report is held against the last one before it."""
    for party, reports in by_party(moves, lambda report: report.entry.actor).items():
        demands = [one for one in reports if one.entry.kind == "demand"]
        for at, later in enumerate(demands):
            if earlier := _last_before(later, demands[:at]):
                yield from _said_anew(party, earlier, later)
        for later in (one for one in reports if one.entry.kind == "concession"):
            if earlier := _last_before(later, demands):
                yield _given_up(party, earlier, later)
    yield from _met(moves, happenings)


def _last_before(later: Report[Move], demands: Sequence[Report[Move]]) -> Report[Move] | None:
    before = [one for one in demands if is_later(later, one) and same_issue(one.words, later.words)]
    return before[-1] if before else None


def _said_anew(party: int, earlier: Report[Move], later: Report[Move]) -> Iterator[Change]:
    """A demand made again, if it is: a later article that tells no day may report the first time once more."""
    if not (has_own_day(later) or among(load_changes().again, " ".join(later.proof))):
        return
    kind = _strength(earlier.words, later.words)
    if kind is not None:
        yield _change(kind, party, earlier, later)


def _strength(earlier: str, later: str) -> ChangeKind | None:
    """How the later wording compares; None where it gives other numbers, of which nobody can tell the direction."""
    words = load_changes()
    harder = among(words.hard, later) - among(words.hard, earlier)
    softer = among(words.soft, later) - among(words.soft, earlier)
    if _numbers(earlier) != _numbers(later) or (harder and softer):
        return None
    if harder:
        return "hardened"
    return "softened" if softer else "repeated"


def _numbers(text: str) -> frozenset[str]:
    return frozenset(one for one in stems_of(text) if one[0].isdigit())


def _given_up(party: int, earlier: Report[Move], later: Report[Move]) -> Change:
    """Dropped; softened where only a limit is given up that the demand had."""
    limits = load_changes().limits
    made = " ".join((earlier.words, *earlier.proof))
    limit = among(limits, later.words) & among(limits, made)
    return _change("softened" if limit else "dropped", party, earlier, later)


def _met(moves: Sequence[Report[Move]], happenings: Sequence[Report[Event] | Report[Round]]) -> Iterator[Change]:
    """A demand on somebody who later did it, or gave in to it."""
    done = in_order(one for one in happenings if isinstance(one.entry, Event) and _is_deed(one.entry))
    given = [one for one in in_order(moves) if one.entry.kind in ("concession", "agreement")]
    for demand in (one for one in in_order(moves) if one.entry.kind == "demand"):
        actors, asked = _sides(demand, demand.entry.actor), _sides(demand, demand.entry.addressee)
        if not actors or not asked - actors:
            continue
        deed = next((one for one in done if _does(one, demand, asked - actors)), None)
        gift = next((one for one in given if _gives(one, demand, asked - actors)), None)
        if later := deed or gift:
            yield _change("met", min(actors), demand, later)


def _sides(report: Report[Move] | Report[Event], entities: Sequence[str]) -> frozenset[int]:
    return frozenset(sides(report, entities))


def _is_deed(entry: Event) -> bool:
    return entry.status == "happened" and entry.type not in _WORDS_ONLY


def _does(deed: Report[Event], demand: Report[Move], asked: frozenset[int]) -> bool:
    doers = _sides(deed, deed.entry.actors)
    wanted = stems_of(demand.words)
    told = stems_of(" ".join((deed.words, *deed.proof)))
    if len(wanted) < 2 or asked.isdisjoint(doers) or not is_later(deed, demand) or not has_own_day(deed):
        return False
    return len(wanted & told) >= MET * len(wanted)


def _gives(gift: Report[Move], demand: Report[Move], asked: frozenset[int]) -> bool:
    return (
        not asked.isdisjoint(_sides(gift, gift.entry.actor))
        and is_later(gift, demand)
        and same_issue(gift.words, demand.words)
    )


_WHAT: dict[ChangeKind, str] = {
    "repeated": "repeated on",
    "softened": "softened on",
    "hardened": "hardened on",
    "dropped": "dropped on",
    "met": "met on",
}


def _change(kind: ChangeKind, party: int, earlier: Report[Move], later: Report[Move] | Report[Event]) -> Change:
    then, now = said_on(earlier), said_on(later)
    who = listed(name(earlier, one) for one in earlier.entry.actor) if earlier.entry.actor else "Somebody"
    what = f"{who} demanded “{earlier.words}” on {day(then)}: " if then else ""
    what += f"{_WHAT[kind]} {day(now)}." if now else f"{kind}."
    return Change(kind=kind, party=party, issue=earlier.words, what=what, earlier=earlier, later=later)
