"""What the reports of one thread say against one another.

Two reports are compared one field at a time. Of several that say the same, the earliest speaks; an earlier version of a
page doesn't speak at all once there is a later one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from verbale.dossier.answers import Conflict, ConflictKind, Difference, Kind, Named, Report, Thread
from verbale.dossier.conflicts.figures import figures_differ
from verbale.dossier.conflicts.setting import gap, leeway, may_be_one_time, same_days, towns_differ
from verbale.dossier.conflicts.wording import misquoted, word_differences
from verbale.dossier.telling import days, listed, ordinal, outlet
from verbale.record import Document, Entry, Event, Round, Statement
from verbale.registry.likeness import may_be_one

QUOTED = 5
"""Words from which a quotation is long enough to be known by itself, whoever is said to have said it."""


class Found(NamedTuple):
    """One way in which two reports can't both be right."""

    kind: ConflictKind
    values: frozenset[str]
    """The two values, by which it is told from another conflict of the same kind."""
    what: str
    difference: tuple[Difference, ...] = ()


Check = Callable[[Report[Entry], Report[Entry]], Found | None]


def conflicts_of(thread: Thread[Entry]) -> tuple[Conflict, ...]:
    """What the thread's reports say against one another, the earliest first.

    One conflict for each pair of values, with the earliest report of each.
    """
    found: dict[tuple[ConflictKind, frozenset[str]], Conflict] = {}
    speaking = [report for report in thread.reports if report.source.replaced_by is None]
    for left, right in combinations(speaking, 2):
        if left.source.article == right.source.article:
            continue
        for one in _checked(_CHECKS.get(thread.kind, ()), left, right):
            conflict = Conflict(
                kind=one.kind,
                of=thread.kind,
                thread=thread.number,
                what=one.what,
                left=left,
                right=right,
                difference=one.difference,
            )
            found.setdefault((one.kind, one.values), conflict)
    return tuple(found.values())


def _checked(checks: Sequence[Check], left: Report[Entry], right: Report[Entry]) -> Iterator[Found]:
    for check in checks:
        if found := check(left, right):
            yield found


def _dates(left: Report[Entry], right: Report[Entry]) -> Found | None:
    """Two dates of the same happening. A plan that gave another day may have been changed."""
    if not _equally_told(left, right) or gap(left, right) <= leeway(left, right):
        return None
    one, other = _days(left), _days(right)
    what = f"{outlet(left)} dates it {one}, {outlet(right)} {other}."
    return Found("date", frozenset({one, other}), what)


def _equally_told(left: Report[Entry], right: Report[Entry]) -> bool:
    one, other = left.entry, right.entry
    if isinstance(one, Document) and isinstance(other, Document):
        return one.status is not None and one.status == other.status
    if isinstance(one, Event | Round) and isinstance(other, Event | Round):
        if one.status in _TOLD and other.status in _TOLD:
            return True
        planned = one.status == other.status == "planned"
        return planned and same_days(left.source.published, right.source.published)
    return isinstance(one, Statement) and isinstance(other, Statement) and _same_words(left, right)


_TOLD = frozenset({"happened", "ongoing"})


def _days(report: Report[Entry]) -> str:
    return days(report.first_day, report.last_day) if report.first_day and report.last_day else "no day"


def _places(left: Report[Entry], right: Report[Entry]) -> Found | None:
    if not (_equally_told(left, right) and may_be_one_time(left, right)):
        return None
    if (towns := towns_differ(left, right)) is None:
        return None
    what = f"{outlet(left)} has it in {towns.left}, {outlet(right)} in {towns.right}."
    return Found("place", frozenset(towns), what)


def _numbers(left: Report[Entry], right: Report[Entry]) -> Found | None:
    one, other = left.entry, right.entry
    if not (isinstance(one, Round) and isinstance(other, Round)) or None in (one.number, other.number):
        return None
    if one.number == other.number or not may_be_one_time(left, right) or towns_differ(left, right):
        return None
    first, second = ordinal(one.number or 0), ordinal(other.number or 0)
    what = f"{outlet(left)} counts it as the {first}, {outlet(right)} as the {second}."
    return Found("number", frozenset({first, second}), what)


def _parties(left: Report[Entry], right: Report[Entry]) -> Found | None:
    """Of the two sides of one and the same round, one is another.

    Where more take part, an article may leave some out; and who meets one party may meet another on the same day, so
    that nothing but its number tells a meeting to be the same.
    """
    if not (_equally_told(left, right) and may_be_one_time(left, right) and _same_number(left.entry, right.entry)):
        return None
    ones, others = _taking_part(left), _taking_part(right)
    if len(ones) != 2 or len(others) != 2 or len(ones.keys() & others.keys()) != 1:
        return None
    one, other = (next(side[number] for number in side.keys() - rest.keys()) for side, rest in _both(ones, others))
    if not _exclude(left, one, right, other):
        return None
    names = left.named[one].name, right.named[other].name
    what = f"{outlet(left)} has {listed(_names(left, ones))}, {outlet(right)} {listed(_names(right, others))}."
    return Found("party", frozenset(names), what)


def _same_number(one: Entry, other: Entry) -> bool:
    if not (isinstance(one, Round) and isinstance(other, Round)):
        return False
    return one.number is not None and one.number == other.number


def _both(
    ones: Mapping[int, str], others: Mapping[int, str]
) -> tuple[tuple[Mapping[int, str], Mapping[int, str]], tuple[Mapping[int, str], Mapping[int, str]]]:
    return (ones, others), (others, ones)


def _taking_part(report: Report[Entry]) -> Mapping[int, str]:
    """The entity id of every party."""
    entry = report.entry
    ids = entry.parties if isinstance(entry, Round) else ()
    if isinstance(entry, Event):
        ids = (*entry.actors, *entry.recipients)
    return {report.parties[one]: one for one in ids if one in report.parties and one in report.named}


def _names(report: Report[Entry], parties: Mapping[int, str]) -> list[str]:
    return [report.named[one].name for one in parties.values()]


def _exclude(left: Report[Entry], one: str, right: Report[Entry], other: str) -> bool:
    """Whether the two are of one kind, have names of their own, and neither stands for the other."""
    mine, yours = left.named[one], right.named[other]
    if mine.kind != yours.kind or mine.kind not in ("person", "state") or not (_is_named(mine) and _is_named(yours)):
        return False
    return mine.kind == "state" or not may_be_one(mine.name, yours.name)


def _is_named(party: Named) -> bool:
    return party.registry_id is not None or (party.kind == "person" and party.name[:1].isupper() and " " in party.name)


def _speakers(left: Report[Entry], right: Report[Entry]) -> Found | None:
    one, other = left.entry, right.entry
    if not (isinstance(one, Statement) and isinstance(other, Statement)) or not one.speaker or not other.speaker:
        return None
    if not (one.speaker_status == other.speaker_status == "named" and _same_words(left, right)):
        return None
    if left.parties.get(one.speaker) == right.parties.get(other.speaker) or not _known(left, one, right, other):
        return None
    if not _exclude(left, one.speaker, right, other.speaker):
        return None
    names = left.named[one.speaker].name, right.named[other.speaker].name
    what = f"{outlet(left)} gives the words to {names[0]}, {outlet(right)} to {names[1]}."
    return Found("speaker", frozenset(names), what)


def _known(left: Report[Entry], one: Statement, right: Report[Entry], other: Statement) -> bool:
    return one.speaker in left.named and other.speaker in right.named


def _same_words(left: Report[Entry], right: Report[Entry]) -> bool:
    """Whether both quote the same words, and enough of them."""
    shorter = min((left.quoted, right.quoted), key=len)
    if len(shorter.split()) < QUOTED:
        return False
    both = (one.words.split() for one in word_differences(left.quoted, right.quoted) if one.where == "both")
    return sum(map(len, both)) >= _NEARLY * len(shorter.split())


_NEARLY = 0.8


def _wordings(left: Report[Entry], right: Report[Entry]) -> Found | None:
    if not left.quoted or not right.quoted or left.quoted == right.quoted:
        return None
    copied = left.source.witness == right.source.witness
    differing = misquoted(left.quoted, right.quoted, copied=copied)
    if differing is None or not _may_be_one_saying(left, right):
        return None
    one, other = differing
    what = f"{outlet(left)} quotes “{one}” where {outlet(right)} has “{other}”."
    return Found("wording", frozenset({one, other}), what, word_differences(left.quoted, right.quoted))


def _figures(left: Report[Entry], right: Report[Entry]) -> Found | None:
    """One remark with another figure; what is quoted is compared word by word."""
    if (left.quoted and right.quoted) or not _may_be_one_saying(left, right):
        return None
    differing = figures_differ(left.words, right.words)
    if differing is None:
        return None
    one, other = differing
    return Found("number", frozenset(differing), f"{outlet(left)} has {one}, {outlet(right)} {other}.")


def _may_be_one_saying(left: Report[Entry], right: Report[Entry]) -> bool:
    one, other = left.entry, right.entry
    speakers = {left.parties.get(_speaker(one)), right.parties.get(_speaker(other))}
    return len(speakers - {None}) < 2 and may_be_one_time(left, right)


def _speaker(entry: Entry) -> str:
    return (entry.speaker or "") if isinstance(entry, Statement) else ""


def _denials(left: Report[Entry], right: Report[Entry]) -> Found | None:
    """Told in one article, and denied in another that looks back on the same time."""
    if _denied(left) == _denied(right):
        return None
    denial, telling = (left, right) if _denied(left) else (right, left)
    if not (_tells(telling.entry) and may_be_one_time(left, right) and _looks_back(denial, telling)):
        return None
    what = f"{outlet(telling)} tells it; in {outlet(denial)} it is denied."
    return Found("denied", frozenset({"told", "denied"}), what)


def _denied(report: Report[Entry]) -> bool:
    entry = report.entry
    return entry.denied if isinstance(entry, Statement) else isinstance(entry, Event) and entry.status == "denied"


def _tells(entry: Entry) -> bool:
    return isinstance(entry, Statement) or (isinstance(entry, Event | Round) and entry.status in _TOLD)


def _looks_back(denial: Report[Entry], telling: Report[Entry]) -> bool:
    """Whether what is told was past when the other article denied it: "has no plan to" is no denial of later."""
    told, denied = telling.first_day or telling.source.published, denial.source.published
    return told is not None and denied is not None and told <= denied


def _statuses(left: Report[Entry], right: Report[Entry]) -> Found | None:
    """Took place against called off, the latter by an article that could know better than to announce it."""
    if not (_is_off(left.entry) or _is_off(right.entry)):
        return None
    off, on = (left, right) if _is_off(left.entry) else (right, left)
    if not (isinstance(on.entry, Event | Round) and on.entry.status in _TOLD and may_be_one_time(left, right)):
        return None
    planned, published = on.last_day or off.last_day, off.source.published
    if planned is None or published is None or published <= planned:
        return None
    what = f"{outlet(on)} says that it took place, {outlet(off)} that it was called off."
    return Found("status", frozenset({"on", "off"}), what)


def _is_off(entry: Entry) -> bool:
    return isinstance(entry, Event | Round) and entry.status == "cancelled"


_CHECKS: Mapping[Kind, tuple[Check, ...]] = {
    "statement": (_wordings, _figures, _speakers, _denials, _dates),
    "event": (_dates, _places, _parties, _denials, _statuses),
    "round": (_dates, _places, _numbers, _parties, _denials, _statuses),
    "document": (_dates,),
}
