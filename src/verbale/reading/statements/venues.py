"""Where something was said: "told the Meridian agency", "at a briefing", "in an interview", "on Twitter"."""

from collections.abc import Iterator

from verbale.lexicon.speech import Speech
from verbale.reading.drafts import Attribution
from verbale.reading.page import Page, Token
from verbale.spans import Span


def venue_of(page: Page, attribution: Attribution, speech: Speech) -> str | None:
    """The article's words for the outlet or occasion, or None where the report names none."""
    if not attribution.cue:
        return None
    cue = page.tokens_in(attribution.cue[-1])
    sentence = page.sentences[cue[-1].sentence] if cue else Span(0, 0)
    taken = (*attribution.content, *attribution.source)
    free = [token for token in page.tokens_in(sentence) if not any(span.overlaps(token.span) for span in taken)]
    found = [*_told(page, cue, free, speech), *_at(page, free, speech)]
    return " ".join(found[0].of(page.text).split()) if found else None


def _told(page: Page, cue: tuple[Token, ...], free: list[Token], speech: Speech) -> Iterator[Span]:
    """The outlet as the person spoken to."""
    for token in free:
        if token.dep in ("dobj", "dative") and token.head in {one.index for one in cue}:
            inside = _phrase(page, token, free)
            outlet = any(one.lower in speech.venues.outlets for one in inside)
            named = token.pos == "PROPN" and token.entity in ("ORG", "") and token.tag == "NNP"
            if (outlet or named) and token.tag not in ("NNS", "PRP"):
                yield Span(inside[0].span.start, inside[-1].span.end)


def _at(page: Page, free: list[Token], speech: Speech) -> Iterator[Span]:
    """The occasion behind a preposition."""
    for token in free:
        preposition = page.head(token)
        if token.dep == "pobj" and preposition.lower in speech.venues.prepositions and preposition in free:
            inside = _phrase(page, token, free)
            known = speech.venues.occasions | speech.venues.outlets
            if token.lower in known or any(" ".join(pair) in known for pair in _pairs(inside)):
                yield Span(inside[0].span.start, inside[-1].span.end)


def _pairs(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    return zip((one.lower for one in tokens), (one.lower for one in tokens[1:]), strict=False)


def _phrase(page: Page, head: Token, free: list[Token]) -> list[Token]:
    """The noun phrase in one piece, without what belongs to the statement and without a day at its end."""
    allowed = {token.index for token in free}
    inside = {token.index for token in page.subtree(head)} & allowed
    first = last = head.index
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside and page.tokens[last + 1].text != "," and page.tokens[last + 1].lower != "on":
        last += 1
    return [page.tokens[index] for index in range(first, last + 1)]
