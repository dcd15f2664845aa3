"""Which entities of different articles are one: by the registry, then by name and the company they keep."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.dossier.answers import Judgement, Report
from verbale.dossier.matching.days import apart
from verbale.dossier.matching.names import fit, is_name, person_of, plain, short_names
from verbale.dossier.matching.words import stems_of
from verbale.lexicon.alike import load_alike
from verbale.record import Entity

FAR = 120
"""Days between two articles from which a last name alone makes nobody one: about a season of news."""

_BODIES = frozenset({"organisation", "group", "outlet"})
_PLACES = frozenset({"state", "place"})


class Likeness(NamedTuple):
    """How sure it is that two are one, and why."""

    score: float
    reason: str


def keys_of(entity: Entity) -> frozenset[str]:
    """Entities that share one of these are worth comparing; those without any are nobody's like: "reporters"."""
    return frozenset(_keys(entity))


def same_entity(new: Report[Entity], known: Sequence[Report[Entity]]) -> Judgement | None:
    """Which of the known ones the new one is.

    The registry's number decides. Persons are one by their full names, where nothing speaks against it; by the last
    name alone where the article gives no more, only one known person has it, and office or country don't speak
    against it. Bodies, places and papers are one by name, a state's bodies by what they are.
    """
    found = [(likeness, one) for one in known if (likeness := _likeness(new, one))]
    if new.entry.kind == "person" and _is_open(new, [one for _, one in found]):
        found = [(likeness, one) for likeness, one in found if _keeps_company(new, one)]
        if _is_open(new, [one for _, one in found]):
            return None
    if not found:
        return None
    likeness, best = max(found, key=lambda pair: (pair[0].score, [-pair[1].ref.article]))
    return Judgement(kind="entity", left=best.ref, right=new.ref, score=likeness.score, reason=likeness.reason)


def _keys(entity: Entity) -> Iterator[str]:
    if entity.registry_id:
        yield f"reg:{entity.registry_id}"
    if entity.kind == "person":
        if is_name(entity) and (person := person_of(entity.name)):
            yield f"name:{person.last}"
        return
    if entity.members:
        yield f"name:{' '.join(sorted(stems_of(entity.name)))}"
    if is_name(entity):
        yield f"name:{plain(entity.name)}"
        yield from (f"name:{short}" for short in short_names(entity))
    if entity.country and (body := _state_body(entity)):
        yield f"body:{entity.country}:{body}"


def _likeness(new: Report[Entity], one: Report[Entity]) -> Likeness | None:
    left, right = one.entry, new.entry
    if left.registry_id and right.registry_id:
        same = left.registry_id == right.registry_id
        return Likeness(1.0, f"both are the registry's {left.registry_id}") if same else None
    if not _may_be(left, right):
        return None
    if left.kind == "person":
        return _same_person(new, one)
    if left.members or right.members:
        return _same_members(new, one)
    return _same_name(left, right)


def _may_be(left: Entity, right: Entity) -> bool:
    """Whether their kinds go together."""
    kinds = {left.kind, right.kind}
    return len(kinds) == 1 or kinds <= _BODIES or kinds <= _PLACES


def _same_person(new: Report[Entity], one: Report[Entity]) -> Likeness | None:
    if not is_name(new.entry) or not is_name(one.entry):
        return None
    how = fit(one.entry.name, new.entry.name)
    company = _keeps_company(new, one)
    stranger = _is_stranger(one.entry, new.entry)
    if how is None or (stranger and not company):
        return None
    names = f"“{one.entry.name}” and “{new.entry.name}”"
    match how:
        case "full":
            return Likeness(0.97 if company else 0.93, f"one name, {names}")
        case "spelling":
            return Likeness(0.85 if company else 0.75, f"one name in two spellings, {names}")
    far = apart(new, one)
    if company:
        return Likeness(0.85, f"one last name, {names}, and one office or body")
    return Likeness(0.65, f"one last name, {names}, and no other with it") if far is not None and far <= FAR else None


def _is_stranger(left: Entity, right: Entity) -> bool:
    """Whether they are of different countries."""
    return bool(left.country and right.country and left.country != right.country)


def _keeps_company(new: Report[Entity], one: Report[Entity]) -> bool:
    """Whether they belong to one body or have one office."""
    if set(new.parties.values()) & set(one.parties.values()):
        return True
    titles, others = (stems_of(" ".join(office.title for office in each.entry.offices)) for each in (new, one))
    if titles & others:
        return True
    return bool(new.entry.country and new.entry.country == one.entry.country)


def _is_open(new: Report[Entity], found: Sequence[Report[Entity]]) -> bool:
    """Whether the new one has a last name alone, and those that it may be are several persons."""
    person = person_of(new.entry.name)
    names = {other.first for one in found if (other := person_of(one.entry.name)) and other.first}
    return len(names) > 1 if person and not person.first else False


def _same_members(new: Report[Entity], one: Report[Entity]) -> Likeness | None:
    left, right = ({each.parties.get(member, member) for member in each.entry.members} for each in (one, new))
    return Likeness(0.95, "the same members") if left and left == right else None


def _same_name(left: Entity, right: Entity) -> Likeness | None:
    if _is_stranger(left, right):
        return None
    body = _state_body(left)
    if body and left.country and left.country == right.country and body == _state_body(right):
        return Likeness(0.9, f"the {body} of one country")
    if not is_name(left) or not is_name(right):
        return None
    name, other = plain(left.name), plain(right.name)
    if name == other:
        return Likeness(0.9, f"one name, “{right.name}”")
    if name in short_names(right) or other in short_names(left):
        return Likeness(0.8, f"“{left.name}” and “{right.name}”, one of them for short")
    return None


def _state_body(entity: Entity) -> str | None:
    """What it is of its state, where a state has one of these: "foreign ministry"."""
    if entity.kind not in _BODIES:
        return None
    name = plain(entity.name)
    fitting = (words for words in load_alike().one_per_state if name == words or name.endswith(f" {words}"))
    return max(fitting, key=len, default=None)
