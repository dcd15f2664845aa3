"""Time expressions: where they stand and what their words mean, "two days earlier" being a shift of -2 days.

Spans and types are those of TIMEX3 (TimeML 1.2.1 annotation guidelines): no preposition, but the determiner and the
modifier ("the end of last week"). Rules find them, written down in `lexicon/time.yaml`; what the encoder finds besides
is read by the same rules. From when the expressions count is asked later (`anchors.py`).

Deliberately missed: ages ("a 44-year-old"), rates ("$35 a night"), "then", "previously", "already" and their kin, which
say little of when.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, cast

from verbale.lexicon.time import TimeList, TimeWords
from verbale.reading.drafts import Direction, FoundTime, Point, Shift, TimePhrase
from verbale.reading.page import Page, Token
from verbale.reading.scores import Scores
from verbale.reading.timegrammar import read_phrases
from verbale.spans import Span
from verbale.timex import Unit

CERTAIN = 0.8
"""From which confidence on an expression counts that the encoder alone finds. On TimeML's development split it alone
finds three: the one above this is marked, the two below aren't. Of the nine that only the rules find seven are marked,
and where the ends differ the rules' are right twenty times and the encoder's four: so theirs stay."""


def find_times(page: Page, scores: Scores, words: TimeWords) -> tuple[TimePhrase, ...]:
    """The time expressions of the page, in order, with what their words mean; none overlaps another."""
    phrases = [phrase for phrase in read_phrases(page.text, words) if _is_time(page, phrase, words.lists)]
    phrases.extend(_found_besides(page, scores.times, phrases, words))
    phrases.sort(key=lambda phrase: phrase.span)
    month_first = _month_first(page, phrases, words.lists)
    return tuple(_settled(page, phrase, words.lists, month_first=month_first) for phrase in phrases)


def _found_besides(
    page: Page, found: Sequence[FoundTime], known: Sequence[TimePhrase], words: TimeWords
) -> list[TimePhrase]:
    """What the encoder is certain of and the rules didn't find, read by the rules as far as they can."""
    certain = (one for one in found if one.confidence >= CERTAIN)
    return [_read(page, one, words) for one in certain if not any(phrase.span.overlaps(one.span) for phrase in known)]


def _read(page: Page, found: FoundTime, words: TimeWords) -> TimePhrase:
    """The meaning of an expression whose place the encoder gives; where no rule reads it, only its type is known."""
    inside = read_phrases(page.text, words, within=found.span)
    if inside:
        longest = max(inside, key=lambda phrase: phrase.span.end - phrase.span.start)
        return replace(longest, span=found.span, confidence=found.confidence)
    kind = cast(Literal["DATE", "TIME", "DURATION", "SET"], found.type)
    value = words.lists.seldom.get(found.span.of(page.text).lower(), _UNREAD[kind])
    return TimePhrase(found.span, kind, value, confidence=found.confidence)


_UNREAD = {"DATE": "XXXX", "TIME": "XXXX-XX-XXTXX:XX", "DURATION": "PXX", "SET": "XXXX"}


def _is_time(page: Page, phrase: TimePhrase, words: TimeList) -> bool:
    """Whether a word that may be something else ("may", "fall", "second", "Sun") is a time here."""
    tokens = page.tokens_in(phrase.span)
    if not tokens or _in_address(page.text, phrase.span) or _is_title(phrase, tokens, words):
        return False
    first, last = tokens[0], tokens[-1]
    word = last.text.lower().rstrip(".")
    if first == last and word in words.words["SHORT_WEEKDAY"]:
        return False
    if first == last and word in words.words["MONTH"]:
        return last.pos in ("PROPN", "NOUN") and not (last.dep == "compound" and _next(page, last).text.istitle())
    if word in words.words["SEASON"]:
        alone = first == last or first.text.lower() == "the"
        return last.pos in ("NOUN", "PROPN") and (not alone or _is_season(page, first, last))
    if word == "second":
        return last.pos == "NOUN"
    if first == last and word in words.words["DEICTIC"] and last.text.istitle():
        return first.index == 0 or page.tokens[first.index - 1].pos != "PROPN"
    if first == last and word in words.words["UNIT_MANY"]:
        return not any(child.dep == "compound" for child in page.children(last))
    if phrase.point and phrase.point.year:
        return not (_is_numbered(page, first, words) or _counts(page, last))
    return not (phrase.type == "DURATION" and first.text.lower() in ("a", "an") and _is_rate(page, first))


def _is_season(page: Page, first: Token, last: Token) -> bool:
    """Whether "fall" or "spring" is one of the year: "in the fall", not "a fall of" nor "the fall of"."""
    before = page.tokens[first.index - 1] if first.index else first
    return before.pos == "ADP" and last.dep != "compound" and _next(page, last).text.lower() != "of"


def _is_numbered(page: Page, first: Token, words: TimeList) -> bool:
    """Whether four digits are the number of something: "Resolution 1701"."""
    return first.index > 0 and first.text.isdigit() and page.tokens[first.index - 1].text.lower() in words.numbered


def _counts(page: Page, number: Token) -> bool:
    """Whether four digits are a round number of things: "2000 roubles"."""
    head = page.head(number)
    before = [child for child in page.children(head) if child.index < number.index and child.dep == "det"]
    return number.dep == "nummod" and number.text.endswith("00") and head.tag == "NNS" and not before


def _next(page: Page, token: Token) -> Token:
    """The token after it; itself at the end of the page."""
    return page.tokens[min(token.index + 1, len(page.tokens) - 1)]


def _in_address(text: str, span: Span) -> bool:
    """Whether the digits are part of a web address or a file name: `/2021/04/`."""
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return any(mark in around for mark in "/_=#@")


def _is_title(phrase: TimePhrase, tokens: Sequence[Token], words: TimeList) -> bool:
    """Whether a capital makes it a name: "The Week", "60 Minutes"."""
    if phrase.point and phrase.point.holiday:
        return False
    last = tokens[-1].text
    return len(tokens) > 1 and last.istitle() and any(last.lower() in words.words[name] for name in _UNITS)


_UNITS = ("SPELL", "UNIT_ONE", "UNIT_MANY", "AGE")


def _is_rate(page: Page, article: Token) -> bool:
    """Whether "a year" follows what is so much a year: "four flights a week", "$2 million a year"."""
    before = page.tokens[max(0, article.index - 1)]
    same_sentence = before.index < article.index and before.sentence == article.sentence
    return same_sentence and before.pos in ("NOUN", "PROPN", "NUM", "SYM")


def _settled(page: Page, phrase: TimePhrase, words: TimeList, *, month_first: bool) -> TimePhrase:
    """The expression with what its surroundings tell: whither it points, where it ends, day or month first."""
    if phrase.otherwise and phrase.point and month_first:
        phrase = replace(phrase, point=phrase.otherwise[0], otherwise=(phrase.point, *phrase.otherwise[1:]))
    phrase = replace(phrase, direction=_direction(page, phrase, words))
    if phrase.type == "DURATION" and phrase.point is None:
        return replace(phrase, point=_end(page, phrase))
    return phrase


def _end(page: Page, phrase: TimePhrase) -> Point | None:
    """The day on which a stated length of time ends: "after 15 days", "in two weeks", "two days after the talks"."""
    length = re.fullmatch(r"P(\d+)([DWMY])", phrase.value)
    tokens = page.tokens_in(phrase.span)
    if not length or not tokens or (tokens[0].dep == "det" and tokens[0].text.lower() == "the"):
        return None
    before = page.tokens[tokens[0].index - 1].text.lower() if tokens[0].index else ""
    after = page.tokens[tokens[-1].index + 1].text.lower() if tokens[-1].index + 1 < len(page.tokens) else ""
    amount, unit = int(length[1]), _LETTERS[length[2]]
    if after in ("after", "before"):
        return Point(Shift(amount if after == "before" else -amount, unit, "narrative"))
    if before == "after":
        return Point(Shift(amount, unit, "narrative"))
    if before in ("in", "within") and phrase.direction == "future":
        return Point(Shift(amount, unit), stretch=before == "within")
    return None


_LETTERS: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def _month_first(page: Page, phrases: Sequence[TimePhrase], words: TimeList) -> bool:
    """Whether 04/03 is April 3: as the page's own dates show, else its outlet's country, else the nearer day."""
    shown = [_shows_month_first(phrase, page.text) for phrase in phrases]
    if True in shown or False in shown:
        return True in shown
    article = page.article
    host = re.sub(r"^\w+://|[/:?#].*", "", article.url or "").lower()
    if host.rpartition(".")[2] in words.day_first_domains:
        return False
    outlet = (article.outlet or "").lower()
    if any(name in outlet for name in words.month_first_outlets) or host.endswith(tuple(words.month_first_hosts)):
        return True
    if outlet or article.published is None:
        return False
    open_ones = [phrase for phrase in phrases if phrase.otherwise and phrase.point]
    return bool(open_ones) and _nearer(open_ones[0].otherwise[0], open_ones[0].point, article.published)


def _shows_month_first(phrase: TimePhrase, text: str) -> bool | None:
    """True for 01/18/2022, False for 18/01/2022, None for what could be both or is written otherwise."""
    written = re.match(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d", phrase.span.of(text))
    if written is None or phrase.otherwise or written[1] == written[2]:
        return None
    return int(written[2]) > 12


def _nearer(one: Point, other: Point | None, published: date) -> bool:
    """Whether the first day is nearer to the publication than the second."""
    if other is None:
        return True
    days = [abs((date(point.year or 1, point.month or 1, point.day or 1) - published).days) for point in (one, other)]
    return days[0] < days[1]


def _direction(page: Page, phrase: TimePhrase, words: TimeList) -> Direction:
    """Where the governing verb points: behind or ahead of the day of publication, or nowhere."""
    token = page.top(phrase.span)
    if token is None:
        return ""
    if page.tokens[max(0, page.tokens_in(phrase.span)[0].index - 1)].lower == "since":
        return "since"
    if token.dep == "poss":
        token = page.head(token)
        if token.dep not in ("nsubj", "nsubjpass"):
            return _of_noun(page, token)
    links: list[Token] = []
    for above in page.ancestors(token):
        direction = _of_word(page, above, links, words)
        if direction is not None:
            return direction
        links.append(above)
    return ""


def _of_word(page: Page, token: Token, links: Sequence[Token], words: TimeList) -> Direction | None:
    """Where a word above the expression points; None where it doesn't tell."""
    if _is_headline_verb(page, token):
        return "future"
    if token.pos == "ADJ" and token.lemma in words.adjectives_ahead:
        return "past" if _had(page, token) else "future"
    if token.pos == "NOUN" and any(child.lower in words.planned for child in page.children(token)):
        return "future"
    return _of_verb(page, token, links, words) if token.pos in ("VERB", "AUX") else None


def _of_noun(page: Page, noun: Token) -> Direction:
    """Where a possessive points: "ahead of Friday's talks"; the verb of "get around Friday's ruling" doesn't tell."""
    above = [word.lower for word in list(page.ancestors(noun))[:2]]
    return "future" if above in (["of", "ahead"], ["of", "advance"]) else ""


def _is_headline_verb(page: Page, token: Token) -> bool:
    """Whether the parser took a verb for a noun: "Talks resume Monday"; a plural is hardly ever part of a compound."""
    before = page.tokens[max(0, token.index - 1)]
    return token.tag == "NN" and before.tag == "NNS" and before.dep == "compound" and before.head == token.index


def _of_verb(page: Page, verb: Token, links: Sequence[Token], words: TimeList) -> Direction | None:
    """Where a verb points, given the words that link the expression with it; None where the verb above has to tell."""
    helpers = [child for child in page.children(verb) if child.dep in ("aux", "auxpass")]
    through_noun = any(link.pos in ("NOUN", "PROPN") for link in links)
    if any(helper.lower in words.modals_ahead for helper in helpers):
        over = any(helper.lemma == "have" for helper in helpers) or _could_not(page, verb, helpers)
        return "past" if over else "future"
    if _is_of_plans(verb, helpers, links, words):
        return "future"
    if any(helper.tag == "TO" for helper in helpers):
        above = page.head(verb)
        ahead = above.lemma in words.verbs_of_intent or above.pos in ("NOUN", "ADJ")
        return "future" if ahead and not through_noun and not _had(page, above) else None
    forms = {verb.tag, *(helper.tag for helper in helpers)}
    if forms & {"VBD", "VBN"} or any(helper.lemma == "have" for helper in helpers):
        return "past"
    if verb.tag == "VBP" and verb.lower in words.unchanging_verbs:
        return "past"
    if forms & {"VBZ", "VBP"}:
        return "" if through_noun or verb.lemma in words.verbs_of_saying else "future"
    return None


def _is_of_plans(verb: Token, helpers: Sequence[Token], links: Sequence[Token], words: TimeList) -> bool:
    """Whether what the verb names is yet to come, though the verb is past: "was set for Friday", "moved to Friday"."""
    planned = words.verbs_of_planning if verb.tag == "VBD" else words.verbs_of_plans
    if verb.lemma in planned and verb.tag in ("VBN", "VBD"):
        return not any(helper.text.lower() == "had" for helper in helpers)
    to = links[0].text.lower() if links and links[0].pos == "ADP" else ""
    return verb.lemma in words.verbs_of_deferral and to in words.deferred_to


def _could_not(page: Page, verb: Token, helpers: Sequence[Token]) -> bool:
    """Whether it is told that something wasn't done: "could not be reached", "neither could be found"."""
    if all(helper.lower != "could" for helper in helpers):
        return False
    around = [child for child in page.children(verb) if child.index < verb.index]
    return any(
        word.lower in ("not", "n't", "neither", "nobody", "none", "no")
        for child in around
        for word in (child, *page.children(child))
    )


def _had(page: Page, above: Token) -> bool:
    """Whether "had" stands with the verb, or with the verb of the adjective: "had been due to expire"."""
    verb = page.head(above) if above.pos == "ADJ" else above
    return any(child.lower == "had" and child.dep == "aux" for child in page.children(verb))
