"""Which words are about the same issue: those that share most of their words, by their stems.

What the encoder makes of two wordings doesn't tell: in articles of our own, "13 per cent" and "58 per cent" are at a
cosine of 0.72, "our resistance" and "its claim" at 0.77, and "a mediator" and "mediation" at 0.75.
"""

from collections.abc import Sequence

from verbale.reading.page import Page
from verbale.reading.positions.stands import Stand
from verbale.spans import Span, covered

_ALIKE = 0.5
"""Share of the shorter wording's words that two wordings of one issue have in common; set by hand."""
_STEM = 6
"""Letters that tell a word's family: "mediator", "mediation"."""
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_POINTING = frozenset({"it", "this", "that", "they", "them", "these", "those"})
_NAMELESS = frozenset(
    {"demand", "proposal", "offer", "request", "idea", "plan", "condition", "suggestion", "call", "step"}
)
"""Nouns that with "that" or "this" name an issue only by pointing at it."""
_EMPTY = frozenset({"be", "have", "do", "make", "take", "party", "side", "country", "state"})


def issues_of(page: Page, stands: Sequence[Stand]) -> list[int]:
    """For each stand the number of its issue; numbers count from 0 in the order of the text.

    "It" is the issue that the party named before; "that demand" is what another party wanted last.
    """
    bags: list[frozenset[str]] = []
    out: list[int] = []
    for at, stand in enumerate(stands):
        bag = _bag(page, stand.issue)
        before = next((out[i] for i in range(at - 1, -1, -1) if _is_meant(page, stand, stands[i])), None)
        if _points_back(page, stand.issue) and before is not None:
            number = before
        else:
            number = next((i for i, other in enumerate(bags) if _alike(bag, other)), len(bags))
        if number == len(bags):
            bags.append(bag)
        out.append(number)
    return out


def with_issue(page: Page, stands: Sequence[Stand]) -> list[Stand]:
    """Those that name their issue, or point back at one that was named."""
    out: list[Stand] = []
    for stand in stands:
        named = (one for one in out if not _points_back(page, one.issue))
        if not _points_back(page, stand.issue) or any(_is_meant(page, stand, one) for one in named):
            out.append(stand)
    return out


def _is_meant(page: Page, stand: Stand, before: Stand) -> bool:
    """Whether words that point back may mean the issue of the stand before."""
    own = page.tokens_in(stand.issue[0])[-1].lower in _POINTING
    return (before.party == stand.party) == own


def wording(page: Page, stands: Sequence[Stand]) -> str:
    """The fullest of the words for an issue, in one line."""
    named = [stand.issue for stand in stands if not _points_back(page, stand.issue)] or [stands[0].issue]
    fullest = max(named, key=covered)
    return " ".join(" ".join(span.of(page.text).split()) for span in fullest)


def _points_back(page: Page, issue: tuple[Span, ...]) -> bool:
    """Whether it is "it" alone, or "that demand"."""
    words = page.tokens_in(issue[0])
    if not words or words[0].lower not in _POINTING:
        return False
    return len(words) == 1 or (len(words) == 2 and words[1].lemma.lower() in _NAMELESS)


def _bag(page: Page, issue: tuple[Span, ...]) -> frozenset[str]:
    tokens = (token for span in issue for token in page.tokens_in(span))
    return frozenset(
        one.lemma.lower()[:_STEM] for one in tokens if one.pos in _TELLING and one.lemma.lower() not in _EMPTY
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) > _ALIKE * min(len(one), len(other))
