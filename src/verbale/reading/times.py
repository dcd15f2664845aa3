"""Time expressions: where they stand and what their words mean, "two days earlier" being a shift of -2 days.

Spans and types are those of TIMEX3 (TimeML 1.2.1 annotation guidelines): no preposition, but the determiner and the
modifier ("the end of last week"). Rules find them, written down in `lexicon/time.yaml`; what the encoder finds besides
is read by the same rules. From when the expressions count is asked later (`anchors.py`).

Deliberately missed: ages ("a 44-year-old"), "then", "previously", "already" and their kin, which say little of when.
"""

from dataclasses import replace
from typing import Literal

from verbale.lexicon.time import TimeList, TimeWords
from verbale.reading.drafts import TimePhrase
from verbale.reading.page import Page, Token
from verbale.reading.scores import Scores
from verbale.reading.timegrammar import read_phrases

Direction = Literal["past", "future", ""]


def find_times(page: Page, scores: Scores, words: TimeWords) -> tuple[TimePhrase, ...]:
    """The time expressions of the page, in order, with what their words mean; none overlaps another."""
    phrases = (phrase for phrase in read_phrases(page.text, words) if _is_time(page, phrase))
    return tuple(replace(phrase, direction=_direction(page, phrase, words.lists)) for phrase in phrases)


def _is_time(page: Page, phrase: TimePhrase) -> bool:
    """Whether a word that may be something else ("may", "fall", "second", "Sun") is a time here."""
    tokens = page.tokens_in(phrase.span)
    if not tokens:
        return False
    last = tokens[-1]
    word = last.text.lower()
    if len(tokens) == 1 and word in ("may", "march"):
        return last.pos in ("PROPN", "NOUN")
    if word in ("fall", "spring", "autumn", "summer", "winter") and len(tokens) <= 2:
        return last.pos == "NOUN" and last.dep != "compound"
    if word == "second":
        return last.pos == "NOUN"
    return True


def _direction(page: Page, phrase: TimePhrase, words: TimeList) -> Direction:
    """Where the governing verb points: behind or ahead of the day of publication, or nowhere."""
    top = page.top(phrase.span)
    for token in () if top is None else page.ancestors(top):
        if token.pos in ("VERB", "AUX") or token.lemma in ("due",):
            direction = _of_verb(page, token, words)
            if direction is not None:
                return direction
    return ""


def _of_verb(page: Page, verb: Token, words: TimeList) -> Direction | None:
    """Where a verb points; None where its form doesn't tell and the verb above it has to."""
    helpers = [child for child in page.children(verb) if child.dep in ("aux", "auxpass")]
    if any(helper.text.lower() in words.modals_ahead for helper in helpers):
        return "future"
    if verb.lemma in words.verbs_of_plans and verb.tag == "VBN":
        return "future"
    if any(helper.tag == "TO" for helper in helpers):
        above = page.head(verb)
        return "future" if above.lemma in words.verbs_of_intent or above.pos in ("NOUN", "ADJ") else None
    if verb.tag in ("VBD", "VBN") or any(helper.tag == "VBD" or helper.lemma == "have" for helper in helpers):
        return "past"
    if verb.tag in ("VBZ", "VBP") or any(helper.tag in ("VBZ", "VBP") for helper in helpers):
        return "" if verb.lemma in words.verbs_of_saying else "future"
    return None
