"""Edges put right: a content ends with its quotation, marks and all, and without the full stop behind it."""

from collections.abc import Iterator, Sequence
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
    contents = joined(_snapped(page, attribution.content, quoted))
    return replace(attribution, content=tuple(one for one in contents if one.end > one.start))


def _snapped(page: Page, contents: Sequence[Span], quoted: Quoted) -> Iterator[Span]:
    for content in contents:
        span = bare(page.text, content)
        for quote in quoted.touching(span):
            if span.overlaps(quote.span):
                span = _to_quote(page.text, span, quote)
        yield span


def _to_quote(text: str, span: Span, quote: Quotation) -> Span:
    """The span with the whole of a quotation that it begins or ends in; one inside a quotation stays as it is."""
    first, last = quote.parts[0].start, quote.parts[-1].end
    opening = first if "dash" in quote.flags else quote.span.start
    if quote.span.start <= span.start <= opening:
        span = Span(opening, span.end)
    opens, closes = span.start <= first, span.end >= bare(text, Span(first, last)).end
    if "unclosed" in quote.flags:
        return Span(min(span.start, opening), span.end) if opens else span
    if first <= span.start and span.end <= last and not (opens and closes):
        return span
    return Span(min(span.start, opening), max(span.end, quote.span.end))


def bare(text: str, span: Span) -> Span:
    """The span without white space and stops at its edges; a full stop before a closing mark stays."""
    span = span.trimmed(text, _EDGES)
    while span.end > span.start and text[span.end - 1] in _STOPS:
        span = Span(span.start, span.end - 1).trimmed(text, _EDGES)
    return span
