"""Which statements of different articles are one remark: quoted words first, then the speaker, the days and the words.

The bounds were set on second reports of six articles (`benchmarks/matching.py` measures on those and on others).
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from verbale.dossier.answers import Judgement, Report
from verbale.dossier.matching.days import LEEWAY, apart, days_of, gap
from verbale.dossier.matching.parties import Parties, bodies_of, parties_of
from verbale.dossier.matching.words import in_order, overlap, shared, stems_of, tokens_of
from verbale.record import Statement

Voice = Literal["one", "akin", "open", "two"]
"""Whether the same party speaks: it does; one is a state or body and the other speaks in its name; an article doesn't
tell who speaks; or two do."""

QUOTED_AGAIN = 45
"""Days after which the same quoted words may be another occasion's."""
MOST = 0.7
"""The share of the shorter quotation's words from which it is the other one, or a part of it, a word or two told
otherwise."""
ALIKE = 0.3
"""Dice's coefficient of two wordings' stems from which a speaker's remarks of the same days are one. Of the pairs of
one speaker that it was set on, 30 in 32 with 0.3 and more are one by the labels, of those below 6 in 94."""
SURER = 0.45
"""The same where one speaks in the other's name."""
SUREST = 0.6
"""The same where nothing tells that one speaks, or a day lies between: who speaks by formulas, as readouts of calls do,
says much alike on the next day."""
PART = 0.66
"""The share of the shorter wording's stems that are the longer one's, from which it is a part of it."""

_WHO = {
    "one": "one speaker",
    "akin": "a body and who speaks for it",
    "open": "a speaker not told",
    "two": "two speakers",
}
_SUREST = {"one": 1.0, "akin": 0.9, "open": 0.9, "two": 0.8}


class _Pair(NamedTuple):
    """Two statements beside one another."""

    known: Report[Statement]
    new: Report[Statement]

    @property
    def voice(self) -> Voice:
        one, other = (_speaker(each) for each in self)
        if not one or not other:
            return "open"
        if one & other:
            return "one"
        bodies = [bodies_of(each, [str(each.entry.speaker)]) for each in self]
        persons = all(_is_person(each) for each in self)
        return "akin" if bodies[0] & bodies[1] and not persons else "two"

    @property
    def copied(self) -> bool:
        """Whether their articles are copies of one report."""
        return self.known.source.witness == self.new.source.witness


def same_statement(new: Report[Statement], known: Sequence[Report[Statement]]) -> Judgement | None:
    """Of which of the known ones the new one is another report."""
    found = [(judged, one) for one in known if (judged := _judged(_Pair(one, new)))]
    if not found:
        return None
    (score, reason), best = max(found, key=lambda pair: (pair[0][0], [-pair[1].ref.article], pair[1].ref.entry))
    return Judgement(kind="statement", left=best.ref, right=new.ref, score=round(score, 2), reason=reason)


def _judged(pair: _Pair) -> tuple[float, str] | None:
    return _by_quotation(pair) or _by_words(pair)


def _by_quotation(pair: _Pair) -> tuple[float, str] | None:
    """Of the quoted words most have to be the same, in the same order; more where the speaker isn't known to be."""
    one, other = tokens_of(pair.known.quoted), tokens_of(pair.new.quoted)
    if not one or not other or not _recent(pair):
        return None
    shorter = min(len(one), len(other))
    same = in_order(one, other, least=MOST * shorter)
    share = same / shorter
    voice = pair.voice
    enough = (share >= MOST and same >= 4) if voice == "one" else (share >= 0.85 and same >= 6)
    if not enough and voice == "one" and share == 1.0:
        # A word or two: “businesslike”.
        enough = bool(stems_of(pair.known.quoted) & stems_of(pair.new.quoted)) and _between(pair) == 0
    if not enough:
        return None
    return _SUREST[voice] * share, f"{same} of {shorter} quoted words are the same; {_WHO[voice]}"


def _by_words(pair: _Pair) -> tuple[float, str] | None:
    """Of one speaker, in days that may be the same, by what is said."""
    voice, between = pair.voice, _between(pair)
    if voice == "two" or between is None or between > LEEWAY:
        return None
    one, other = stems_of(pair.known.words), stems_of(pair.new.words)
    alike, common = overlap(one, other), one & other
    if (voice == "open" or between) and not pair.copied:
        enough = alike >= SUREST and len(common) >= 3
    elif voice == "akin":
        enough = alike >= SURER and len(common) >= 3
    elif len(common) < 2:
        enough = alike > ALIKE
    else:
        enough = alike >= ALIKE or (shared(one, other) >= PART and len(common) >= 3)
    if not enough or not _reported_alike(pair):
        return None
    who = _WHO[voice]
    return 0.5 + 0.4 * alike, f"{who}, days that fit, and {', '.join(sorted(common))} in both"


def _reported_alike(pair: _Pair) -> bool:
    """Of words that somebody else reports in turn, the whole sentence has to be alike: who reports them, and when."""
    if pair.known.entry.within is None and pair.new.entry.within is None:
        return True
    one, other = (stems_of(" ".join(each.proof)) for each in pair)
    return overlap(one, other) >= PART


def _speaker(report: Report[Statement]) -> Parties:
    """Whose words they are; nobody where the article doesn't tell."""
    return parties_of(report, [report.entry.speaker] if report.entry.speaker else [])


def _is_person(report: Report[Statement]) -> bool:
    named = report.named.get(str(report.entry.speaker))
    return named is not None and named.kind == "person"


def _recent(pair: _Pair) -> bool:
    between = apart(pair.known, pair.new)
    return between is None or between <= QUOTED_AGAIN


def _between(pair: _Pair) -> int | None:
    """How many days lie between those on which the two may have been said; None where one isn't known."""
    one, other = days_of(pair.known, back=1), days_of(pair.new, back=1)
    return gap(one, other) if one and other else None
