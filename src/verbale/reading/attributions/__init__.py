"""Attributions: who is said to have said what, as spans of source, cue and content; nobody is named yet.

The encoder proposes; rules over grammar, quotation marks and labels add what it cannot know or missed, and put
edges right. The rules alone are a finder too, which is what they are tested as.
"""

from collections.abc import Iterable, Sequence

from verbale.lexicon.speech import Speech
from verbale.reading.attributions.cues import Cue, find_cues
from verbale.reading.attributions.direct import with_direct
from verbale.reading.attributions.labels import find_labelled
from verbale.reading.attributions.mending import mended
from verbale.reading.attributions.phrases import find_phrases, fitted
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.attributions.reports import find_reports
from verbale.reading.attributions.taken_up import find_taken_up
from verbale.reading.drafts import Attribution, Quotation
from verbale.reading.page import Page
from verbale.reading.scores import Scores
from verbale.spans import Span


def find_attributions(
    page: Page, scores: Scores, quotes: Sequence[Quotation], speech: Speech
) -> tuple[Attribution, ...]:
    """The page's attributions in the order of the text; contents keep "that" and quotation marks, as in PolNeAR."""
    quoted = Quoted.of(quotes)
    cues = tuple(find_cues(page, quoted, speech))
    proposed = [mended(page, one, quoted) for one in scores.attributions]
    ruled = [mended(page, one, quoted) for one in _ruled(page, cues, quoted, speech)]
    found = with_direct(page, _merged(proposed, ruled), cues, quoted)
    whole = (mended(page, one, quoted) for one in found)
    return tuple(sorted((one for one in whole if one.content), key=lambda one: (one.content[0], one.cue)))


def _ruled(page: Page, cues: Sequence[Cue], quoted: Quoted, speech: Speech) -> list[Attribution]:
    """What the rules find, those that see further than a clause first."""
    return [
        *find_taken_up(page, cues, quoted, speech),
        *find_labelled(page, cues, quoted, speech),
        *fitted(tuple(find_reports(page, cues, quoted)), tuple(find_phrases(page, quoted, speech))),
    ]


def _merged(proposed: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """The policy: which of the encoder's proposals and of the rules' findings stand.

    1. What the rules see beyond a clause (`announced`, `transcript`) stands, and replaces what shares its cue.
    2. The encoder's proposals stand.
    3. A finding by grammar stands where the encoder saw no cue and the rule is rarely wrong.
    """
    beyond = [one for one in ruled if {"announced", "transcript"} & set(one.flags)]
    kept = [*beyond, *_without_cues_of(beyond, proposed)]
    grammar = [one for one in ruled if one not in beyond and (not proposed or one.confidence >= _SURE_ENOUGH)]
    return [*kept, *_without_cues_of(kept, grammar)]


_SURE_ENOUGH = 0.7
"""Share of a rule's findings that are right on PolNeAR's development articles, above which it may add to the encoder's."""


def _without_cues_of(first: Iterable[Attribution], second: Iterable[Attribution]) -> list[Attribution]:
    """Those of the second whose cue is no cue of the first."""
    taken = [span for one in first for span in one.cue]
    return [one for one in second if not _overlap(one.cue, taken)]


def _overlap(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for span in spans for other in others)
