"""Which rounds of different articles are one meeting: its number, its parties, its days and place."""

from collections.abc import Sequence

from verbale.dossier.answers import Judgement, Report
from verbale.dossier.matching.days import Days, apart, days_of, gap
from verbale.dossier.matching.occasions import Fit, Occasion, fit
from verbale.dossier.matching.parties import parties_of
from verbale.lexicon.alike import load_alike
from verbale.record import Round

WEEK = 7
"""Days between two articles within which "the fourth round" is one, where neither tells who takes part."""
SERIES = 60
"""Days between two articles within which parties don't count two series up to the same number."""

_AHEAD = frozenset({"planned", "possible", "cancelled"})


def same_round(new: Report[Round], known: Sequence[Report[Round]]) -> Judgement | None:
    """Of which of the known ones the new one is another report."""
    found = [(how, one) for one in known if (how := _one_meeting(one, new))]
    if not found:
        return None
    how, best = max(found, key=lambda pair: (pair[0].score, [-pair[1].ref.article], pair[1].ref.entry))
    return Judgement(kind="round", left=best.ref, right=new.ref, score=round(how.score, 2), reason=how.reason)


def _one_meeting(one: Report[Round], other: Report[Round]) -> Fit | None:
    numbers = {one.entry.number, other.entry.number} - {None}
    if _is_copy(one, other):
        return Fit(0.95, "one sentence")
    how = fit(_occasion(one), _occasion(other))
    if len(numbers) > 1:
        return _counted_otherwise(one, other, how)
    if how is None and one.entry.number and one.entry.number == other.entry.number:
        return _by_number(one, other)
    return how


def _is_copy(one: Report[Round], other: Report[Round]) -> bool:
    left, right = ((each.source.witness, each.words, each.entry.number, each.entry.format) for each in (one, other))
    return left == right


def _counted_otherwise(one: Report[Round], other: Report[Round], how: Fit | None) -> Fit | None:
    """A round that the two count otherwise has to be the same in place and day."""
    if how is None or how.score < 0.75 or one.entry.place is None or other.entry.place is None:
        return None
    left, right = _days(one), _days(other)
    exact = left and right and left.single and right.single and left.first == right.first
    return Fit(0.7, f"{how.reason}, counted {one.entry.number} and {other.entry.number}") if exact else None


def _by_number(one: Report[Round], other: Report[Round]) -> Fit | None:
    """The same number, with the same parties or within days; nothing else may speak against it."""
    left, right = _occasion(one), _occasion(other)
    between = apart(one, other)
    places = left.place is not None and right.place is not None and left.place != right.place
    dated = bool(left.days and right.days and left.days.told and right.days.told)
    if between is None or places or (dated and left.days and right.days and gap(left.days, right.days) > WEEK):
        return None
    which = f"both are number {one.entry.number}"
    unknown = not left.parties or not right.parties
    if not unknown and (left.parties <= right.parties or right.parties <= left.parties) and between <= SERIES:
        return Fit(0.8, f"{which}, of the same parties")
    fits = dated and left.days is not None and right.days is not None and gap(left.days, right.days) <= 1
    if unknown and between <= WEEK and (fits or _one_told(left, right)):
        return Fit(0.6, f"{which}, told within days")
    return None


def _one_told(one: Occasion, other: Occasion) -> bool:
    """Whether the undated one may be on the other's day, both being to come or both over."""
    return bool(one.days and other.days and one.days.told != other.days.told and gap(one.days, other.days) == 0)


def _occasion(report: Report[Round]) -> Occasion:
    place = report.entry.place
    return Occasion(
        parties=parties_of(report, report.entry.parties),
        place=report.parties.get(place) if place else None,
        days=_days(report),
        once=report.entry.format in load_alike().held_once,
    )


def _days(report: Report[Round]) -> Days | None:
    return days_of(report, ahead=report.entry.status in _AHEAD)
