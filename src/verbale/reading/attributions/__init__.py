"""Attributions: who is said to have said what, as spans of source, cue and content; nobody is named yet.

The encoder proposes; rules over grammar, quotation marks and labels add what it cannot know or missed, and put
edges right. The rules alone are a finder too, which is what they are tested as.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from verbale.lexicon.speech import Speech
from verbale.reading.attributions.cues import Cue, find_cues, held_against
from verbale.reading.attributions.direct import with_direct
from verbale.reading.attributions.labels import find_labelled, without_own_voice
from verbale.reading.attributions.mending import mended
from verbale.reading.attributions.phrases import find_phrases, fitted
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.attributions.reports import find_reports
from verbale.reading.attributions.retold import find_retold
from verbale.reading.attributions.settling import settled
from verbale.reading.attributions.surroundings import rejoined
from verbale.reading.attributions.taken_up import find_echoes, find_taken_up
from verbale.reading.drafts import Attribution, Quotation
from verbale.reading.page import Page
from verbale.reading.scores import Scores
from verbale.spans import Span, joined


def find_attributions(
    page: Page, scores: Scores, quotes: Sequence[Quotation], speech: Speech
) -> tuple[Attribution, ...]:
    """The page's attributions in the order of the text; contents keep "that" and quotation marks, as in PolNeAR."""
    quoted = Quoted.of(quotes)
    cues = tuple(find_cues(page, quoted, speech))
    labelled = tuple(find_labelled(page, cues, quoted, speech))
    proposed = [_put_right(page, one, cues, quoted) for one in without_own_voice(page, labelled, scores.attributions)]
    ruled = [mended(page, one, quoted) for one in _ruled(page, cues, quoted, speech, labelled)]
    merged = settled(page, _merged(page, proposed, ruled, quoted), quoted)
    found = with_direct(page, merged, cues, quoted, ruled)
    whole = [mended(page, one, quoted) for one in found]
    whole.extend(find_retold(page, whole, ruled, cues))
    whole.extend(find_echoes(page, whole, speech))
    told = (one for one in whole if one.content and not _keeps_its_name(page, one, speech))
    return tuple(sorted(told, key=lambda one: (one.content[0], one.cue)))


def _keeps_its_name(page: Page, one: Attribution, speech: Speech) -> bool:
    """Whether the source only asks not to be named."""
    content = " ".join(one.content[0].of(page.text).lower().split())
    return content.startswith(speech.kept_names)


def _put_right(page: Page, proposed: Attribution, cues: Sequence[Cue], quoted: Quoted) -> Attribution:
    return rejoined(page, mended(page, held_against(page, proposed, cues), quoted), quoted)


def _ruled(
    page: Page, cues: Sequence[Cue], quoted: Quoted, speech: Speech, labelled: Sequence[Attribution]
) -> list[Attribution]:
    """What the rules find, those that see further than a clause first."""
    reports = tuple(without_own_voice(page, labelled, find_reports(page, cues, quoted)))
    phrases = tuple(find_phrases(page, quoted, speech))
    return [*find_taken_up(page, cues, quoted, speech), *labelled, *fitted(reports, phrases)]


def _merged(
    page: Page, proposed: Sequence[Attribution], ruled: Sequence[Attribution], quoted: Quoted
) -> list[Attribution]:
    """The policy: which of the encoder's proposals and of the rules' findings stand.

    1. What the rules see beyond a clause (`announced`, `transcript`, `continued`) stands, and replaces what shares its
       cue.
    2. The encoder's proposals stand unless they are hardly ever right; one without a source takes the finding that
       has the same cue and a source.
    3. A finding by grammar stands where the encoder saw no cue and the rule is rarely wrong, or where it is a
       quotation within a quotation, of which the encoder's annotators took no notice.
    """
    beyond = [one for one in ruled if _is_beyond_clause(one)]
    sourced = (_with_source(one, ruled) for one in _without_cues_of(beyond, proposed))
    kept = [*beyond, *(one for one in sourced if one.confidence >= _LEAST or _is_agreed(one, ruled))]
    grammar = [one for one in ruled if not _is_beyond_clause(one)]
    sure = [one for one in grammar if one.confidence >= _SURE_ENOUGH or _is_quoted_twice(page, one, quoted)]
    return [*kept, *_without_cues_of(kept, sure if proposed else grammar)]


def _is_agreed(proposed: Attribution, ruled: Iterable[Attribution]) -> bool:
    """Whether grammar finds the same source and content."""
    return any(one.source == proposed.source and one.content == proposed.content for one in ruled)


_BEYOND = frozenset({"announced", "transcript", "continued"})


def _is_beyond_clause(one: Attribution) -> bool:
    return not _BEYOND.isdisjoint(one.flags)


def _with_source(proposed: Attribution, ruled: Sequence[Attribution]) -> Attribution:
    """The proposal; where it has no source, the finding with the same cue that has one."""
    if proposed.source or not proposed.cue:
        return proposed
    same = (one for one in ruled if one.source and one.cue and one.cue[-1].overlaps(proposed.cue[-1]))
    return next(same, proposed)


_LEAST = 0.25
"""How sure a proposal must be to stand. Swept on PolNeAR's dev articles, loose F1: 72.9 at 0, 73.5 at 0.25, 73.3 at
0.35."""
_SURE_ENOUGH = 0.8
"""How sure a rule must be to add to the encoder's proposals. On PolNeAR's dev articles the findings at 0.7 and 0.75
that it had passed over were right 11 times in 51."""


def _is_quoted_twice(page: Page, one: Attribution, quoted: Quoted) -> bool:
    """Whether its cue stands inside a quotation and its content between marks of its own."""
    nested = any(quoted.scope(cue) is not None for cue in one.cue)
    return nested and any(page.text[content.start] in _OPENING for content in one.content)


_OPENING = frozenset("\"'“‘«„‚")


def _without_cues_of(first: Iterable[Attribution], second: Iterable[Attribution]) -> list[Attribution]:
    """Those of the second whose cue is no cue of the first."""
    taken = joined(span for one in first for span in one.cue)
    starts = [span.start for span in taken]

    def is_free(span: Span) -> bool:
        return not any(one.overlaps(span) for one in taken[max(0, bisect_right(starts, span.start) - 1) :][:2])

    return [one for one in second if all(is_free(span) for span in one.cue)]
