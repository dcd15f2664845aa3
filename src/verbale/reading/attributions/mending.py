"""Edges put right: a content ends with its quotation, marks and all, and without the full stop behind it.

A source has its apposition ("the envoy, Ilse Varga"), as PolNeAR's have, without the comma behind it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.reading.attributions.quoted import Quoted
from verbale.reading.drafts import Attribution, Quotation
from verbale.reading.page import Page, Token
from verbale.spans import Span, joined

_EDGES = ",;: \u00a0-–—"
_STOPS = ".…"


def mended(page: Page, attribution: Attribution, quoted: Quoted) -> Attribution:
    """The attribution with its contents' edges at quotation marks and words, and its sources' at whole phrases."""
    contents = joined(_snapped(page, attribution, quoted))
    sources = (_source(page, one, attribution) for one in attribution.source)
    return replace(
        attribution,
        source=tuple(one for one in sources if one.end > one.start),
        content=tuple(one for one in contents if one.end > one.start),
    )


def _source(page: Page, span: Span, attribution: Attribution) -> Span:
    """The source without commas at its edges, without a place before it and not broken off: "held for [two years]"."""
    span = _undated(page, span.trimmed(page.text, _EDGES))
    inside = page.tokens_in(span)
    if not inside:
        return span
    start = _behind_place(page, inside)
    return Span(start, _whole(page, span, (*attribution.cue, *attribution.content)).end)


def _whole(page: Page, span: Span, others: Sequence[Span]) -> Span:
    """The span to the end of its last phrase, where it was broken off: "sail again on [Friday]"."""
    inside = page.tokens_in(span)
    if not inside or inside[-1].pos not in _OPEN_ENDED:
        return span
    end = max(span.end, page.subtree(inside[-1])[-1].span.end)
    if any(Span(span.end, end).overlaps(one) for one in others):
        return span
    return Span(span.start, end).trimmed(page.text, _EDGES)


def _undated(page: Page, span: Span) -> Span:
    """The source without the one word behind it that tells when it was said: "the mission today".

    A longer time ("a poll last week") is the source's own, as PolNeAR has it.
    """
    inside = page.tokens_in(span)
    if len(inside) == 1 or not inside or inside[-1].entity != "DATE" or inside[-1].dep not in ("npadvmod", "advmod"):
        return span
    alone = inside[-2].entity != "DATE"
    return Span(span.start, inside[-2].span.end).trimmed(page.text, _EDGES) if alone else span


_OPEN_ENDED = frozenset({"ADP", "DET", "CCONJ"})


def _behind_place(page: Page, inside: Sequence[Token]) -> int:
    """Where a source begins that the network took a place before it for a part of: "In [Oslo, envoy Marta Berg]"."""
    first = inside[0]
    if not first.index or first.dep != "pobj" or page.head(first).index != first.index - 1:
        return first.span.start
    comma = next((at for at, token in enumerate(inside) if token.text == ","), None)
    opens = page.tokens[first.index - 1].text.istitle() and comma is not None
    return inside[comma + 1].span.start if opens and comma is not None and comma + 1 < len(inside) else first.span.start


def _snapped(page: Page, attribution: Attribution, quoted: Quoted) -> Iterator[Span]:
    for content in attribution.content:
        span = _whole(page, bare(page.text, content), (*attribution.source, *attribution.cue))
        span = _with_abbreviation(page, span)
        for quote in quoted.touching(span):
            if span.overlaps(quote.span) and not _is_inside(span, attribution, quote):
                span = _to_quote(span, quote)
        yield span


def _with_abbreviation(page: Page, span: Span) -> Span:
    """The span with the full stop that belongs to its last word: "U.S."."""
    last = page.tokens_in(Span(span.end - 1, span.end)) if span.end > span.start else ()
    return Span(span.start, max(span.end, last[-1].span.end)) if last else span


def _is_inside(span: Span, attribution: Attribution, quote: Quotation) -> bool:
    """Whether the quotation reports the content itself: its own words hold the cue, and no more than the content."""
    held = any(quote.span.contains(cue) for cue in attribution.cue)
    return held and quote.parts[0].start <= span.start and span.end <= quote.parts[-1].end


def _to_quote(span: Span, quote: Quotation) -> Span:
    """The span with the whole of the quotation that it shares words with; of an unclosed one only with its mark.

    One that nothing opened begins with its sentence: the words before it are the narrator's.
    """
    first = quote.parts[0].start
    if "unopened" in quote.flags:
        return Span(quote.span.start, max(span.end, quote.span.end))
    opening = first if "dash" in quote.flags else quote.span.start
    start = opening if quote.span.start <= span.start <= first else min(span.start, opening)
    if "unclosed" in quote.flags:
        return Span(start if span.start <= first else span.start, span.end)
    return Span(start, max(span.end, quote.span.end))


def bare(text: str, span: Span) -> Span:
    """The span without white space and stops at its edges; a full stop before a closing mark stays."""
    span = span.trimmed(text, _EDGES)
    while span.end > span.start and text[span.end - 1] in _STOPS:
        span = Span(span.start, span.end - 1).trimmed(text, _EDGES)
    return span
