"""Which statements of different articles are one."""

from collections.abc import Sequence

from verbale.dossier.answers import Judgement, Report
from verbale.record import Statement


def same_statement(new: Report[Statement], known: Sequence[Report[Statement]]) -> Judgement | None:
    """Which of the known ones the new one reports."""
    for one in known:
        if one.words == new.words and one.parties == new.parties:
            return Judgement(kind="statement", left=one.ref, right=new.ref, score=0.9, reason="the same words")
    return None
