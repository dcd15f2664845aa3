"""Alternatives: "either a document will be signed, or measures will follow", "whether they sign or leave"."""

from collections.abc import Iterator

from verbale.lexicon.hedges import Hedges
from verbale.reading.clauses import helpers
from verbale.reading.forecasts.hedged import Hedged
from verbale.reading.page import Page, Token
from verbale.reading.telling import Telling
from verbale.spans import Span

_EDGES = ' ,;:–—"“”'


def told_as_alternatives(telling: Telling, hedges: Hedges) -> Iterator[Hedged]:
    """Claims of the form "either … or …" about what is to come."""
    page = telling.page
    for token in page.tokens:
        if token.lower != "either" or token.dep == "det":
            continue
        found = _either(telling, token)
        if found is None or not _is_coming(page, token, found[-1], hedges):
            continue
        claim = Span(found[0].start, found[-1].end)
        top = page.top(found[0]) or token
        seems = any(
            one.lemma in hedges.seeming or _is_thought(one, hedges)
            for one in page.tokens_in(page.sentences[token.sentence])
            if one.index < token.index
        )
        yield Hedged(
            "likely" if seems else "certain",
            token,
            top,
            (claim,),
            0.7,
            telling.around(token),
            None,
            tuple((one,) for one in found),
        )


def _is_thought(token: Token, hedges: Hedges) -> bool:
    """Whether somebody only thinks so: "reckons that they will either sign or leave"."""
    groups = hedges.groups("verbs", token.lemma) if token.tag.startswith("VB") else ()
    return any(group.likelihood == "likely" for group in groups)


def _either(telling: Telling, either: Token) -> tuple[Span, ...] | None:
    """What stands between "either" and "or", and behind "or" up to where the clause ends."""
    page, statement = telling.page, telling.around(either)
    within = statement.content if statement is not None else (page.sentences[either.sentence],)
    inside = (one for span in within for one in page.tokens_in(span))
    rest = [one for one in inside if one.index > either.index and one.sentence == either.sentence]
    turn = next((one for one in rest if one.lower == "or"), None)
    if turn is None or turn.index == either.index + 1:
        return None
    first = _unbroken(page, Span(either.span.end, turn.span.start))
    last = [one for one in rest if one.index > turn.index]
    cued = next((at for at, one in enumerate(last) if telling.cued(one) is not None), None)
    end = next(
        (
            at
            for at, one in enumerate(last)
            if _ends(last, at, one) or (cued is not None and at < cued and one.text == ",")
        ),
        len(last),
    )
    if end == 0:
        return None
    second = Span(last[0].span.start, last[end - 1].span.end).trimmed(page.text, _EDGES + ".")
    return (first, second) if first.end > first.start else None


def _unbroken(page: Page, span: Span) -> Span:
    """Up to where a quotation closes: in “Either he signs,” she says, “or he leaves” what he may do."""
    closing = next((one.span.start for one in page.tokens_in(span) if one.text in ("”", "»")), span.end)
    return Span(span.start, closing).trimmed(page.text, _EDGES)


def _ends(words: list[Token], at: int, one: Token) -> bool:
    if one.text in ("”", '"', "»", ".") or one.text.startswith(";"):
        return True
    return (
        one.text == ","
        and at + 1 < len(words)
        and words[at + 1].lower in ("but", "and", "said", "he", "she", "they", "according")
    )


def _is_coming(page: Page, either: Token, second: Span, hedges: Hedges) -> bool:
    """Whether the sentence says of both that they will be: a helper of what is to come before or within them."""
    sentence = page.sentences[either.sentence]
    words = page.tokens_in(Span(sentence.start, second.end))
    if any(helpers(page, one) & hedges.coming for one in words if one.tag.startswith("VB")):
        return True
    inside = [one for one in words if one.index > either.index]
    turn = next((one.index for one in inside if one.lower == "or"), either.index)
    now = [one.index for one in inside if one.tag in ("VBZ", "VBP") and one.lemma not in ("be", "have")]
    return any(index < turn for index in now) and any(index > turn for index in now)


def alternatives(page: Page, claim: tuple[Span, ...], top: Token) -> tuple[tuple[Span, ...], ...]:
    """Of "whether they sign or leave" the two; empty where the claim leaves no choice."""
    opened = [one for one in page.children(top) if one.lower == "whether"]
    inside = [one for span in claim for one in page.tokens_in(span)]
    turn = next((one for one in inside if one.lower == "or"), None)
    if not opened or turn is None or not claim:
        return ()
    first = Span(claim[0].start, turn.span.start).trimmed(page.text, _EDGES)
    second = Span(turn.span.end, claim[-1].end).trimmed(page.text, _EDGES)
    if second.of(page.text).lower() in ("not", "no") or first.end <= first.start or second.end <= second.start:
        return ()
    return (first,), (second,)
