"""Reports inside reports, of which the encoder's annotators took little notice.

    “The general told me that they would be home by Easter,” said …    said that the minister had testified that …
    rejected Tarsia's allegation that …    denied a report by the Morning Ledger that …

A verb of saying with a tense and a noun for its source is one; so is an offer, a demand or a promise of somebody with a
name; so is a noun of speech whose holder has a name, where the report around it rejects or denies it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.lexicon.speech import Frame
from verbale.reading.attributions.cues import Cue
from verbale.reading.drafts import Attribution
from verbale.reading.page import Page
from verbale.spans import joined

_SAYING = 0.75
"""So sure with a clause are only "say", "tell" and their like; see `speech.yaml`."""
_SURE = 0.6
"""How often it is right: an estimate from reading forty on PolNeAR's dev articles, where hardly any is annotated."""
_ACTS = frozenset({"offer", "demand", "commitment", "threat", "refusal"})
_OPEN: tuple[Frame, ...] = ("infinitive", "object")
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def find_retold(
    page: Page, found: Sequence[Attribution], ruled: Sequence[Attribution], cues: Sequence[Cue]
) -> Iterator[Attribution]:
    """The rules' findings that stand whole in the content of another report and share no cue with any."""
    taken = joined(span for one in found for span in one.cue)
    by_place = {page.tokens[cue.first].span.start: cue for cue in cues}
    for one in ruled:
        outer = [other for other in found if _holds(other, one)]
        if not outer or not one.cue or any(span.overlaps(one.cue[0]) for span in taken):
            continue
        cue = by_place.get(one.cue[0].start)
        if _is_told(page, one, cue) or (cue is None and any(_is_rejected(page, one, other, cues) for other in outer)):
            yield replace(one, confidence=_SURE)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    words = (*inner.content, *inner.source, *inner.cue)
    return bool(outer.cue) and all(any(content.contains(span) for content in outer.content) for span in words)


def _is_told(page: Page, one: Attribution, cue: Cue | None) -> bool:
    """Whether somebody who isn't only a pronoun says it: "the general told me that …"."""
    if cue is None or cue.source is None or not one.source:
        return False
    named = cue.sure("clause") < _SAYING
    if named and not any(use.kind in _ACTS for frame in _OPEN if (use := cue.use(frame)) is not None):
        return False
    helpers = {child.lower for child in page.children(cue.verb) if child.dep == "aux"}
    tensed = cue.verb.tag in _TENSED or (cue.verb.tag == "VBN" and bool(helpers & {"had", "has", "have"}))
    top = page.top(one.source[0])
    return tensed and top is not None and (top.pos == "PROPN" if named else top.pos in _NOUNS)


def _is_rejected(page: Page, one: Attribution, outer: Attribution, cues: Sequence[Cue]) -> bool:
    """Whether the report around a named holder's claim says no to it."""
    named = any(token.pos == "PROPN" for span in one.source for token in page.tokens_in(span))
    for cue in cues:
        if any(span.contains(cue.verb.span) for span in outer.cue):
            use = cue.use("noun")
            return named and use is not None and (use.denies or use.kind == "refusal")
    return False
