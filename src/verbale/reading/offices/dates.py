"""For which time the article gives an office: "chief negotiator until March", "the 2014-2019 high representative".

Only a time in the very words that say the office counts, or one that their verb has. Of several ("from 2004 to 2007")
the last is given, when it ended. An office "since" a day is the holder's still, and one without a time is given for
the article's present.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from verbale.reading.offices.told import Held
from verbale.reading.page import Page, Token
from verbale.record import Time
from verbale.spans import Span

_PERIODS = frozenset({"until", "till", "to", "from", "between", "in", "during", "through", "before"})
_COPULAS = frozenset({"be", "become", "serve"})


def dated(page: Page, held: Held, times: Sequence[Time], published: date | None) -> Held:
    """The office with the time that it is given for; one that ended before the publication is held no longer."""
    found = [time for time in times if any(_tells(page, held, time, span) for span in _places(page, held))]
    if not found:
        return held
    last = max(found, key=lambda time: time.start)
    over = published is not None and last.last_day is not None and last.last_day < published
    office = held.office.model_copy(update={"date": last.value})
    return held._replace(office=office, now=held.now and not over)


def _places(page: Page, held: Held) -> Iterator[Span]:
    """The words of the office, those that hang on it, and those that its verb has: "was the envoy | until March"."""
    token = page.tokens[held.head]
    yield held.told
    if token.pos == "PROPN" and token.dep != "attr":
        return
    yield from _below(page, token)
    verb = page.head(token)
    if token.dep == "attr" and verb.lemma in _COPULAS and verb.tag == "VBD":
        yield from _below(page, verb)


def _below(page: Page, token: Token) -> Iterator[Span]:
    """The prepositional phrases and times that hang on the word itself, behind it."""
    for child in page.children(token):
        if child.index > token.index and (child.lower in _PERIODS or child.dep in ("npadvmod", "nummod")):
            words = page.subtree(child)
            yield Span(words[0].span.start, words[-1].span.end)


def _tells(page: Page, held: Held, time: Time, span: Span) -> bool:
    """Whether a calendar time stands in the span, and not behind "since"."""
    if not span.contains(Span(time.start, time.end)) or time.last_day is None or time.type not in ("DATE", "DURATION"):
        return False
    before = [one for one in page.tokens_in(page.sentences[page.sentence_at(time.start)]) if one.span.end <= time.start]
    within = span.start >= held.told.start and span.end <= held.told.end
    return (
        bool(before)
        and before[-1].lower != "since"
        and (within or before[-1].lower in _PERIODS | {"and", "early", "late", "the"})
    )
