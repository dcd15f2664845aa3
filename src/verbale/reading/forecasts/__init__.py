"""What somebody expects, and how likely it is said to be.

A forecast is about what is to come and not in the hand of whoever makes it: what "we will" do is a plan, and what
is demanded no forecast. How likely it is follows from the hedge, after the scales of estimative words (Kent 1964).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.lexicon.hedges import Hedges
from verbale.lexicon.moves import MoveWords
from verbale.reading.clauses import passage
from verbale.reading.forecasts.adverbs import told_by_adverbs, told_by_helpers, told_by_reporter
from verbale.reading.forecasts.claims import is_own
from verbale.reading.forecasts.hedged import Hedged
from verbale.reading.forecasts.hedges import told_by_adjectives, told_by_nouns, told_by_verbs
from verbale.reading.forecasts.judged import told_by_judging
from verbale.reading.forecasts.outcomes import alternatives, told_as_alternatives
from verbale.reading.matter import is_about, is_clearly_about
from verbale.reading.named import Named
from verbale.reading.page import Page
from verbale.reading.telling import Telling
from verbale.record import Forecast, Statement
from verbale.spans import Span, covered, joined


@dataclass(frozen=True, slots=True)
class Outlook:
    """The words that tell a forecast."""

    hedges: Hedges
    moves: MoveWords
    """They tell what an article is about and who looks on."""


def find_forecasts(page: Page, named: Named, statements: Sequence[Statement], words: Outlook) -> tuple[Forecast, ...]:
    """The page's forecasts, with ids `f1`, `f2`, … in the order of the text."""
    if not is_about(page, words.moves.matter.words):
        return ()
    telling = Telling(page, named.referents, statements, named.times)
    found = [
        *told_by_verbs(telling, words.hedges),
        *told_by_adjectives(telling, words.hedges),
        *told_by_nouns(telling, words.hedges),
        *told_by_judging(telling, words.hedges),
        *told_by_adverbs(telling, words.hedges),
        *told_as_alternatives(telling, words.hedges),
        *told_by_helpers(telling, words.hedges, words.moves.observers.words),
        *(told_by_reporter(telling, words.hedges) if is_clearly_about(page, words.moves.matter.words) else ()),
    ]
    kept = _distinct([one for one in found if one.claim and _stands(telling, one, words.hedges)])
    return tuple(_entry(telling, number, one) for number, one in enumerate(kept, 1))


def _stands(telling: Telling, one: Hedged, words: Hedges) -> bool:
    """Whether it was said, and isn't in the hand of whoever says it."""
    statement = one.statement
    # A hedge that is itself the cue ("is expected to", "does not believe") says no more than what it hedges.
    outer = telling.outer(statement) if statement is not None and telling.cued(one.at) is statement else statement
    if not telling.is_told(outer):
        return False
    if one.top.lemma == "see" or (one.top.lemma in words.befalling and one.likelihood in ("doubtful", "unlikely")):
        return True
    return not is_own(telling, one.top, statement) and not _is_promised(telling, one)


def _is_promised(telling: Telling, one: Hedged) -> bool:
    """Whether the claim is about a deed of whoever forecasts it: "Norland expects to sign"."""
    by = set(one.by or ())
    first = telling.page.tokens_in(one.claim[0])[0]
    entity = telling.referents.of(first)
    return entity is not None and entity.id in by and one.top.pos in ("VERB", "AUX")


def _distinct(found: Sequence[Hedged]) -> list[Hedged]:
    """Of several hedges of one claim the surer; alternatives before all."""
    kept: list[Hedged] = []
    for one in sorted(found, key=lambda each: (not each.outcomes, -each.sure, each.at.index)):
        if not any(_overlap(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.claim[0].start, one.at.index))


def _overlap(one: Hedged, other: Hedged) -> bool:
    both = covered(one.claim) + covered(other.claim) - covered(joined((*one.claim, *other.claim)))
    return 2 * both > min(covered(one.claim), covered(other.claim))


def _entry(telling: Telling, number: int, one: Hedged) -> Forecast:
    page = telling.page
    outcomes = one.outcomes or alternatives(page, one.claim, one.top)
    speaker = telling.speaker(one.statement)
    by = one.by[0] if one.by else None if one.by is not None or speaker is None else speaker.id
    return Forecast(
        id=f"f{number}",
        evidence=page.sentences_of(one.at.span, *one.claim),
        confidence=one.sure,
        by=by,
        claim=passage(page, one.claim),
        outcomes=tuple(passage(page, each) for each in outcomes),
        likelihood=one.likelihood,
        horizon=next(_days(telling, one.claim), None),
        statement=one.statement.id if one.statement is not None else None,
    )


def _days(telling: Telling, claim: tuple[Span, ...]) -> Iterator[str]:
    """The days that the claim names, in order."""
    for time in telling.times:
        inside = any(span.contains(Span(time.start, time.end)) for span in claim)
        if inside and time.type in ("DATE", "TIME") and time.first_day is not None:
            yield time.value
