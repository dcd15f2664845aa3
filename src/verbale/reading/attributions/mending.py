"""Edges put right: a content ends with its quotation, marks and all, and without the full stop behind it."""

from collections.abc import Iterator
from dataclasses import replace

from verbale.reading.attributions.quoted import Quoted
from verbale.reading.drafts import Attribution, Quotation
from verbale.reading.page import Page
from verbale.spans import Span, joined

_EDGES = ",;: \u00a0-–—"
_STOPS = ".…"
_MARKS = "”\"»’'“„」』"


def mended(page: Page, attribution: Attribution, quoted: Quoted) -> Attribution:
    """The attribution with its contents' edges at quotation marks and words."""
    contents = joined(_snapped(page, attribution, quoted))
    return replace(attribution, content=tuple(one for one in contents if one.end > one.start))


def _snapped(page: Page, attribution: Attribution, quoted: Quoted) -> Iterator[Span]:
    for content in attribution.content:
        span = _with_abbreviation(page, bare(page.text, content))
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
    """The span with the whole of the quotation that it shares words with; of an unclosed one only with its mark."""
    first = quote.parts[0].start
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
