"""When: which of an article's times says when something happened or was said.

By the parse: the time that depends on the word, that of its clause or a clause above, or the one with which an earlier
sentence of the paragraph begins ("On January 17, …").
"""

from collections.abc import Iterable, Iterator, Sequence

from verbale.reading.page import Page, Token
from verbale.record import Time
from verbale.spans import Span


def governing_time(page: Page, times: Sequence[Time], span: Span, *, apart_from: Iterable[Span] = ()) -> Time | None:
    """When what the span names happened or was said: its clause's time, else the sentence's, else the narrative's.

    Times inside the spans `apart_from` (the content of the statement whose cue is asked about) never count. The day of
    publication is no answer: None where the text doesn't say.
    """
    outside = tuple(apart_from)
    usable = [time for time in times if time.first_day and not any(one.overlaps(_span(time)) for one in outside)]
    top = page.top(span)
    if top is None:
        return None
    same = [time for time in usable if page.sentence_at(time.start) == top.sentence]
    ranked = [
        (rank, abs(time.start - span.start), time) for time in same if (rank := directness(page, top, time)) is not None
    ]
    return min(ranked, key=lambda one: one[:2])[2] if ranked else _lead_in(page, usable, top)


def _span(time: Time) -> Span:
    return Span(time.start, time.end)


def directness(page: Page, top: Token, time: Time) -> int | None:
    """How directly the time belongs to the word: 0 it depends on it, 1 the same clause, 2 a clause above; else None."""
    own = page.top(_span(time))
    if own is None:
        return None
    above = list(page.ancestors(own))
    clause = _clause(above)
    if top in above and (clause is None or top == clause or above.index(top) < above.index(clause)):
        return 0
    chain = [top, *page.ancestors(top)]
    for rank, verb in enumerate(_clauses(chain), start=1):
        if verb == clause:
            return min(rank, 2)
    return None


def _clause(chain: Sequence[Token]) -> Token | None:
    return next((token for token in chain if token.pos in ("VERB", "AUX")), None)


def _clauses(chain: Sequence[Token]) -> Iterator[Token]:
    """The verb of the word's clause and those of the clauses above, up to one whose words or thoughts these are."""
    for token in chain:
        if token.pos in ("VERB", "AUX"):
            yield token
            if token.dep in _REPORTED:
                return


_REPORTED = ("ccomp", "parataxis", "pcomp")
"""Relations of a clause to the verb that reports it: what was said on Tuesday didn't happen then."""


def _lead_in(page: Page, times: Sequence[Time], top: Token) -> Time | None:
    """The time with which an earlier sentence of the paragraph begins: "On January 17, …", "On the same day, …"."""
    paragraph = next((one for one in page.paragraphs if one.contains(top.span)), None)
    verb = _clause([top, *page.ancestors(top)])
    if paragraph is None or (verb and any(child.tag == "MD" for child in page.children(verb))):
        return None
    before = [time for time in times if paragraph.start <= time.start < page.sentences[top.sentence].start]
    leading = [time for time in before if _leads(page, time)]
    return leading[-1] if leading else None


def _leads(page: Page, time: Time) -> bool:
    """Whether the time stands at the head of its sentence, at most behind a preposition."""
    first = page.tokens_in(_span(time))[0]
    start = page.sentences[page.sentence_at(time.start)].start
    return len([token for token in page.tokens_in(Span(start, time.start + 1)) if token.index < first.index]) <= 1


def lies_within(inner: Time, outer: Time) -> bool:
    """Whether one time lies in the other and is shorter: "this week's talks were held on Thursday"."""
    a, b = (inner.first_day, inner.last_day), (outer.first_day, outer.last_day)
    return a != b and bool(a[0] and a[1] and b[0] and b[1] and b[0] <= a[0] and a[1] <= b[1])


def finest(times: Sequence[Time]) -> Time | None:
    """The first, or one that lies in it."""
    first = next(iter(times), None)
    return next((one for one in times if first is not None and lies_within(one, first)), first)
