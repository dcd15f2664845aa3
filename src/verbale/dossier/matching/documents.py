"""Which documents of different articles are one paper: by its name, or by what it is, whose and about what."""

from collections.abc import Sequence
from typing import NamedTuple

from verbale.dossier.answers import Judgement, Report
from verbale.dossier.matching.days import apart, days_of, gap
from verbale.dossier.matching.names import plain, words_in
from verbale.dossier.matching.occasions import Fit
from verbale.dossier.matching.parties import Parties, bodies_of
from verbale.dossier.matching.words import Stems, overlap, stems_of, tokens_of
from verbale.lexicon.alike import load_alike
from verbale.lexicon.stems import stem
from verbale.record import Document

CURRENT = 60
"""Days between two articles within which "the Russian draft" is one."""
ALIKE = 0.5
"""Dice's coefficient of two names' stems, kinds and authors left out, from which both are about one thing."""
MONTH = 31
"""Days between the dates of one paper: a draft is dated by when it was handed over, or by when it was published."""


class _Paper(NamedTuple):
    """What an article says of a paper."""

    report: Report[Document]
    family: int | None
    authors: Parties
    about: Stems
    which: frozenset[str]
    """The words that tell it from another of its kind: "new"."""


def same_document(new: Report[Document], known: Sequence[Report[Document]]) -> Judgement | None:
    """Of which of the known ones the new one is another report."""
    own = _paper(new)
    found = [(how, one) for one in known if (how := _one_paper(_paper(one), own))]
    if not found:
        return None
    how, best = max(found, key=lambda pair: (pair[0].score, [-pair[1].ref.article], pair[1].ref.entry))
    return Judgement(kind="document", left=best.ref, right=new.ref, score=round(how.score, 2), reason=how.reason)


def _one_paper(one: _Paper, other: _Paper) -> Fit | None:
    names = {plain(each.report.entry.name) for each in (one, other)}
    if len(names) == 1 and (_is_title(one) or one.report.source.witness == other.report.source.witness):
        return Fit(0.9, f"one name, “{other.report.entry.name}”")
    if one.family != other.family or one.family is None or one.which != other.which or not _are_current(one, other):
        return None
    alike = overlap(one.about, other.about)
    if one.authors & other.authors:
        if alike >= ALIKE or not one.about or not other.about:
            return Fit(0.6 + 0.3 * alike, "the same kind of paper by the same author")
        return None
    if not one.authors or not other.authors:
        return Fit(0.5 + 0.3 * alike, "the same kind of paper about the same") if alike >= ALIKE else None
    return None


def _are_current(one: _Paper, other: _Paper) -> bool:
    between = apart(one.report, other.report)
    if between is None or between > CURRENT:
        return False
    left, right = days_of(one.report), days_of(other.report)
    return not (left and right and left.told and right.told and gap(left, right) > MONTH)


def _paper(report: Report[Document]) -> _Paper:
    words = tokens_of(report.entry.name)
    authors = stems_of(" ".join(report.named[one].name for one in report.entry.authors if one in report.named))
    families = load_alike().same_papers
    kinds = frozenset(stem(word) for family in families for word in family)
    own = [at for at, family in enumerate(families) if report.entry.kind in family]
    rest = " ".join(word for word in words if stem(word) not in kinds)
    return _Paper(
        report=report,
        family=own[0] if own else None,
        authors=bodies_of(report, report.entry.authors),
        about=_without_origin(stems_of(rest) - authors),
        which=frozenset(words) & load_alike().another_paper,
    )


def _without_origin(stems: Stems) -> Stems:
    """Without what tells its length: "four-page"."""
    return frozenset(one for one in stems if not one.isdigit() and one != stem("page"))


def _is_title(paper: _Paper) -> bool:
    """Whether its name is a title of its own: "Non-Proliferation Treaty"."""
    words = words_in(paper.report.entry.name)
    return len(words) > 1 and all(word[0].isupper() for word in (words[0], words[-1]))
