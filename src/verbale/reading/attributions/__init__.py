"""Attributions: who is said to have said what, as spans of source, cue and content, before anybody is named."""

from collections.abc import Sequence

from verbale.lexicon.speech import Speech
from verbale.reading.attributions.cues import find_cues
from verbale.reading.attributions.direct import with_direct
from verbale.reading.attributions.mending import mended
from verbale.reading.attributions.phrases import find_phrases
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.attributions.reports import find_reports
from verbale.reading.drafts import Attribution, Quotation
from verbale.reading.page import Page
from verbale.reading.scores import Scores


def find_attributions(
    page: Page, scores: Scores, quotes: Sequence[Quotation], speech: Speech
) -> tuple[Attribution, ...]:
    quoted = Quoted.of(quotes)
    cues = tuple(find_cues(page, quoted, speech))
    ruled = [
        mended(page, one, quoted)
        for one in (*find_reports(page, cues, quoted), *find_phrases(page, quoted, speech))
    ]
    return tuple(mended(page, one, quoted) for one in with_direct(page, ruled, cues, quoted))
