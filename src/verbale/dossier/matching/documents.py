"""Which documents of different articles are one."""

from collections.abc import Sequence

from verbale.dossier.answers import Judgement, Report
from verbale.record import Document


def same_document(new: Report[Document], known: Sequence[Report[Document]]) -> Judgement | None:
    """Which of the known ones the new one reports."""
    for one in known:
        if one.words == new.words and one.parties == new.parties:
            return Judgement(kind="document", left=one.ref, right=new.ref, score=0.9, reason="the same words")
    return None
