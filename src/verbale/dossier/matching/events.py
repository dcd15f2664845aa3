"""Which events of different articles are one happening: its type, its parties, its days and place, its words."""

from collections.abc import Sequence
from typing import NamedTuple

from verbale.dossier.answers import Judgement, Report
from verbale.dossier.matching.days import LEEWAY, Days, apart, days_of, gap
from verbale.dossier.matching.occasions import Fit, Occasion, fit
from verbale.dossier.matching.parties import Parties, parties_of
from verbale.dossier.matching.words import Stems, in_order, meaning_of, overlap, stems_of, tokens_of
from verbale.lexicon.alike import load_alike
from verbale.record import Event

ALIKE = 0.4
"""Dice's coefficient of the sentences' stems, names left out, from which two deeds of one party in the same days are
one."""
HINTED = 0.2
"""The same where those to whom it is done are the same too."""
WORD_FOR_WORD = 0.8
"""The share of words in the same order from which one sentence is the other."""
WITHIN = 14
"""Days that may lie between two dates of what is done once to one paper."""
LONG_AGO = 60
"""Days between two articles from which the same sentence may be of another happening, where it has no date."""

_AHEAD = frozenset({"planned", "possible"})
_KIN = (
    {"AGREE", "CONCEDE", "SUPPORT", "COOPERATE"},
    {"REJECT", "ACCUSE"},
    {"THREATEN", "COERCE"},
    {"ASSAULT", "COERCE"},
)
"""Types that reports of one happening are taken for in turn."""

_DONE_ONCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
"""Deeds that are done to one party by one verb once in a day or two; words are repeated."""


class _Told(NamedTuple):
    """What an event's report says of it, worked out once."""

    report: Report[Event]
    anchor: str
    actors: Parties
    recipients: Parties
    about: Stems
    """The stems of its sentences, without names."""

    @property
    def is_meeting(self) -> bool:
        return self.report.entry.type == "CONSULT" or self.anchor in _meetings()


def same_event(new: Report[Event], known: Sequence[Report[Event]]) -> Judgement | None:
    """Of which of the known ones the new one is another report."""
    own = _told(new)
    found = [(how, one) for one in known if (how := _one_happening(_told(one), own))]
    if not found:
        return None
    how, best = max(found, key=lambda pair: (pair[0].score, [-pair[1].ref.article], pair[1].ref.entry))
    return Judgement(kind="event", left=best.ref, right=new.ref, score=round(how.score, 2), reason=how.reason)


def _one_happening(one: _Told, other: _Told) -> Fit | None:
    if how := _word_for_word(one, other):
        return how
    if how := _done_once(one, other):
        return how
    if one.is_meeting or other.is_meeting:
        return fit(_occasion(one), _occasion(other)) if one.is_meeting and other.is_meeting else None
    return _one_deed(one, other)


def _word_for_word(one: _Told, other: _Told) -> Fit | None:
    """One sentence in both, as in copies and background blocks."""
    if one.anchor != other.anchor or one.report.entry.type != other.report.entry.type:
        return None
    left, right = (tokens_of(" ".join(each.report.proof)) for each in (one, other))
    between = apart(one.report, other.report)
    least = WORD_FOR_WORD * max(len(left), len(right), 5)
    if in_order(left, right, least=least) < least:
        return None
    days = _told_apart(one, other)
    if (days is None and between is not None and between > LONG_AGO) or (days or 0) > 1:
        return None
    same = one.actors == other.actors and one.recipients == other.recipients
    if not same and one.report.source.witness != other.report.source.witness:
        return None
    return Fit(0.8 if days else 0.95, "one sentence")


def _done_once(one: _Told, other: _Told) -> Fit | None:
    """The same deed to the same paper, whichever type each sentence makes of it, and however some days are told."""
    if one.anchor != other.anchor or one.anchor not in _once() or one.actors != other.actors:
        return None
    left, right = _days(one), _days(other)
    common = (one.about & other.about) - {one.anchor}
    to_others = bool(one.recipients and other.recipients) and not one.recipients & other.recipients
    if not (left and right) or gap(left, right) > WITHIN or len(common) < 2 or to_others:
        return None
    sure = 0.85 if gap(left, right) <= 1 else 0.7
    return Fit(sure, f"the same party does once what both tell, with {', '.join(sorted(common))}")


def _one_deed(one: _Told, other: _Told) -> Fit | None:
    """The same sort of deed by the same party in the same days, with words in common."""
    if not _akin(one, other) or not _fit_days(one, other) or not _same_doers(one, other):
        return None
    alike, common = overlap(one.about, other.about), one.about & other.about
    to_same = bool(one.recipients & other.recipients)
    to_others = bool(one.recipients and other.recipients) and not to_same
    enough = (alike >= ALIKE and len(common) >= 3) or (to_same and alike >= HINTED and len(common) >= 2)
    enough = enough or (to_same and one.anchor == other.anchor and one.report.entry.type in _DONE_ONCE)
    if not enough or (to_others and alike < 2 * ALIKE):
        return None
    parties = "the same parties" if to_same else "the same party"
    words = ", ".join(sorted(common)) or one.anchor
    return Fit(0.5 + 0.4 * alike, f"{parties}, days that fit, and {words} in both")


def _same_doers(one: _Told, other: _Told) -> bool:
    """Whether one does it; where a report doesn't tell who ("was arrested"), whether it is done to one."""
    if one.actors and other.actors:
        return bool(one.actors & other.actors)
    return bool(one.recipients & other.recipients)


def _akin(one: _Told, other: _Told) -> bool:
    types = {one.report.entry.type, other.report.entry.type}
    return len(types) == 1 or any(types <= kin for kin in _KIN)


def _fit_days(one: _Told, other: _Told) -> bool:
    """Whether the days fit; of deeds to come that have none, articles of the same days tell the same."""
    left, right = days_of(one.report), days_of(other.report)
    return bool(left and right and gap(left, right) <= (LEEWAY if left.told or right.told else 0))


def _told_apart(one: _Told, other: _Told) -> int | None:
    """How many days lie between the days that the two tell; None where one tells none."""
    left, right = _days(one), _days(other)
    return gap(left, right) if left and right and left.told and right.told else None


def _days(told: _Told) -> Days | None:
    return days_of(told.report, ahead=told.report.entry.status in _AHEAD)


def _occasion(told: _Told) -> Occasion:
    place = told.report.entry.place
    return Occasion(
        parties=told.actors | told.recipients,
        place=told.report.parties.get(place) if place else None,
        days=_days(told),
        once=told.anchor not in _long_meetings(),
    )


def _told(report: Report[Event]) -> _Told:
    names = stems_of(" ".join(one.name for one in report.named.values()))
    event = report.entry
    return _Told(
        report=report,
        anchor=meaning_of(_anchor(report)),
        actors=parties_of(report, event.actors),
        recipients=parties_of(report, event.recipients),
        about=stems_of(" ".join(report.proof)) - names,
    )


def _anchor(report: Report[Event]) -> str:
    """The word that tells it, out of the sentence that proves it."""
    anchor = report.entry.anchor
    for span, sentence in zip(report.entry.evidence, report.proof, strict=False):
        if span.contains(anchor):
            return sentence[anchor.start - span.start : anchor.end - span.start]
    return ""


def _once() -> frozenset[str]:
    return frozenset(map(meaning_of, load_alike().done_once))


def _meetings() -> frozenset[str]:
    return frozenset(map(meaning_of, ("meeting", "talks")))


def _long_meetings() -> frozenset[str]:
    """Talks, which run over days."""
    return frozenset({meaning_of("talks")})
