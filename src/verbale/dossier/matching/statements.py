"""Which statements of different articles are one remark: quoted words first, then the speaker, the days and the words.

The bounds were set on second reports of six articles (`benchmarks/matching.py` measures on those and on others).
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from verbale.dossier.answers import Judgement, Report
from verbale.dossier.matching.days import LEEWAY, apart, days_of, gap
from verbale.dossier.matching.words import in_order, overlap, shared, stems_of, tokens_of
from verbale.record import Statement

Voice = Literal["one", "open", "two"]
"""Whether the same party speaks: it does, an article doesn't tell who speaks, or two do."""

QUOTED_AGAIN = 45
"""Days after which the same quoted words may be another occasion's."""
MOST = 0.7
"""The share of the shorter quotation's words from which it is the other one, or a part of it, a word or two told
otherwise."""
ALIKE = 0.3
"""Dice's coefficient of two wordings' stems from which a speaker's remarks of the same days are one. Of the pairs with
0.3 and more that it was set on, 34 in 34 are; of those below, 7 in 40."""
PART = 0.66
"""The share of the shorter wording's stems that are the longer one's, from which it is a part of it."""


class _Pair(NamedTuple):
    """Two statements beside one another."""

    known: Report[Statement]
    new: Report[Statement]

    @property
    def voice(self) -> Voice:
        one, other = (_speakers(each) for each in self)
        if not one or not other:
            return "open"
        return "one" if one & other else "two"

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
        enough = bool(stems_of(pair.known.quoted) & stems_of(pair.new.quoted)) and _same_days(pair)
    if not enough:
        return None
    who = {"one": "one speaker", "open": "a speaker not told", "two": "another speaker"}[voice]
    surest = {"one": 1.0, "open": 0.9, "two": 0.8}[voice]
    return surest * share, f"{same} of {shorter} quoted words are the same; {who}"


def _by_words(pair: _Pair) -> tuple[float, str] | None:
    """Of one speaker, in days that may be the same, by what is said."""
    voice = pair.voice
    if voice == "two" or not _same_days(pair):
        return None
    one, other = stems_of(pair.known.words), stems_of(pair.new.words)
    alike, common = overlap(one, other), one & other
    if voice == "open" and not pair.copied:
        enough = alike >= 2 * ALIKE and len(common) >= 4
    elif len(common) < 2:
        enough = alike >= 0.5 and min(len(one), len(other)) == 1
    else:
        enough = alike >= ALIKE or shared(one, other) >= PART
    if not enough or not _reported_alike(pair):
        return None
    who = "one speaker" if voice == "one" else "a speaker not told"
    return 0.5 + 0.4 * alike, f"{who}, days that fit, and {', '.join(sorted(common))} in both"


def _reported_alike(pair: _Pair) -> bool:
    """Of words that somebody else reports in turn, the whole sentence has to be alike: who reports them, and when."""
    if pair.known.entry.within is None and pair.new.entry.within is None:
        return True
    one, other = (stems_of(" ".join(each.proof)) for each in pair)
    return overlap(one, other) >= PART


def _speakers(report: Report[Statement]) -> frozenset[int]:
    """Whose words they are: the speaker's, and those of the body whose spokesman it is."""
    speaker = report.entry.speaker
    if speaker is None or speaker not in report.parties:
        return frozenset()
    named = report.named.get(speaker)
    body = report.parties.get(named.represents) if named and named.represents else None
    return frozenset({report.parties[speaker]} | ({body} if body is not None else set()))


def _recent(pair: _Pair) -> bool:
    between = apart(pair.known, pair.new)
    return between is None or between <= QUOTED_AGAIN


def _same_days(pair: _Pair) -> bool:
    """Whether both may have been said on one day; a day of leeway for hours and time zones where one is told."""
    one, other = days_of(pair.known, back=1), days_of(pair.new, back=1)
    return bool(one and other and gap(one, other) <= (LEEWAY if one.told or other.told else 0))
