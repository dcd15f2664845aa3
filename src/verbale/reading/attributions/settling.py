"""Each quotation is one report's, and a report stays in its paragraph.

    “…,” he said. “…”               one statement in two pieces, as PolNeAR's annotators have it
    “…,” he said. “…,” she added    the second is hers: its comma hands it to the report behind it
    “…,” he said.¶ “…”              a statement of its own, `continued`; he is only presumed to go on
    “…,” he said. “…               as long as it isn't closed, or closed in another paragraph: one of its own

In 840 of PolNeAR's training articles, 19,675 of 19,853 attributions stand in one paragraph. What the network
gathers from several is mostly a headline, or a neighbour's words.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.reading.attributions.quoted import Quoted
from verbale.reading.drafts import Attribution, Quotation
from verbale.reading.page import Page
from verbale.spans import Span

_HANDING = frozenset(",?!—–-…")
"""What ends a quotation that the report behind it takes up; behind a full stop a new sentence begins."""
_DASHES = "—–-―"
_BETWEEN = " \t\n\u00a0," + _DASHES


def settled(page: Page, found: Sequence[Attribution], quoted: Quoted) -> list[Attribution]:
    """The attributions with their quotations handed to the nearest report, and without other paragraphs' words."""
    handed = _handed_over(page, found, quoted)
    parted = [part for one in handed for part in _parted(page, one, quoted)]
    owned = {span for one in parted if one.cue for span in one.content}
    return [one for one in parted if one.cue or "continued" not in one.flags or not owned.intersection(one.content)]


def _handed_over(page: Page, found: Sequence[Attribution], quoted: Quoted) -> list[Attribution]:
    """A quotation that ends in a comma belongs to the report right behind it, and to no other beside it."""
    out = list(found)
    reports = sorted((span.start, index) for index, one in enumerate(found) for span in (*one.source, *one.cue))
    starts = [start for start, _ in reports]
    for quote in quoted.outer:
        at = bisect_right(starts, quote.span.end - 1)
        if at < len(reports) and _hands_over(page, quote, starts[at]) and not _is_participle(page, starts[at]):
            index = reports[at][1]
            for other in range(len(out)):
                if other != index:
                    out[other] = _without(page, out[other], quote)
            out[index] = _with(out[index], quote)
    return out


def _hands_over(page: Page, quote: Quotation, start: int) -> bool:
    """Whether only a comma stands between the quotation and the report that begins at the offset."""
    text, end = page.text, quote.span.end
    last = text[quote.parts[-1].end - 1 : quote.parts[-1].end]
    gap, signed = text[end:start], text[start] in _DASHES
    handing = last in _HANDING or "," in gap or (last.isalnum() and text[start].islower())
    return start >= end and gap.strip(_BETWEEN) == "" and (signed or ("\n" not in gap and handing))


def _is_participle(page: Page, start: int) -> bool:
    """Whether the report begins with a participle, which goes on from another: called it “theatre”, adding so."""
    tokens = page.tokens_in(Span(start, start + 1))
    return bool(tokens) and tokens[0].tag == "VBG"


def _without(page: Page, one: Attribution, quote: Quotation) -> Attribution:
    """The attribution without the quotation, if it has other words and does not stand in the quotation itself."""
    if any(quote.span.contains(cue) for cue in one.cue):
        return one
    kept = tuple(span for span in one.content if not quote.span.contains(span))
    return replace(one, content=kept) if kept or not _is_worded(page, one) else one


def _is_worded(page: Page, one: Attribution) -> bool:
    """Whether a word ascribes it; a lone dash or colon yields to the verb behind the quotation."""
    return any(character.isalpha() for cue in one.cue for character in cue.of(page.text))


def _with(one: Attribution, quote: Quotation) -> Attribution:
    if any(content.overlaps(quote.span) for content in one.content):
        return one
    return replace(one, content=tuple(sorted((*one.content, quote.span))))


def _parted(page: Page, one: Attribution, quoted: Quoted) -> Iterator[Attribution]:
    """The report with the words of its own paragraph, and each further quotation as a statement of its own."""
    if "transcript" in one.flags or not one.content:
        yield one
        return
    pieces = [piece for span in one.content for piece in _pieces(page, span, quoted)]
    home = _home(page, one, pieces)
    near = [piece for piece in pieces if _paragraph(page, piece.start) == home]
    own = [piece for piece in near if not _is_astray(page, one, piece, quoted)] or near
    far = [piece for piece in pieces if piece.start > near[-1].end and piece.start in quoted.starts]
    broken = {piece: flags for piece in own[1:] if (flags := _breaks(quoted, piece)) is not None}
    yield replace(one, content=tuple(piece for piece in own if piece not in broken))
    for piece, faults in broken.items():
        yield replace(one, content=(piece,), flags=tuple(dict.fromkeys((*one.flags, *faults))))
    for piece in far if _is_worded(page, one) else ():
        flags, named = ("continued", "inferred_speaker"), one.source or one.presumed
        yield Attribution((), (), (piece,), one.confidence, flags, named)


def _is_astray(page: Page, one: Attribution, piece: Span, quoted: Quoted) -> bool:
    """Whether the piece stands unquoted in a sentence that has nothing else of the report: the narrator's words."""
    report = [page.sentence_at(span.start) for span in (*one.source, *one.cue)]
    first, last = page.sentence_at(piece.start), page.sentence_at(piece.end - 1)
    return bool(report) and not any(first <= sentence <= last for sentence in report) and not quoted.touching(piece)


def _pieces(page: Page, span: Span, quoted: Quoted) -> Iterator[Span]:
    """The span; cut at its paragraphs' ends, unless one quotation runs over them."""
    touched = [paragraph for paragraph in page.paragraphs if paragraph.overlaps(span)]
    whole = any(quote.span.contains(span) for quote in quoted.outer_touching(span))
    if len(touched) < 2 or whole:
        yield span
        return
    for paragraph in touched:
        start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
        yield Span(start, end).trimmed(page.text)


def _home(page: Page, one: Attribution, pieces: Sequence[Span]) -> int:
    """The paragraph of the cue if some of the content stands there, else that of the piece nearest to it."""
    places = [_paragraph(page, piece.start) for piece in pieces]
    cue = _paragraph(page, (one.cue or one.content)[0].start)
    return min(places, key=lambda place: abs(place - cue))


def _paragraph(page: Page, offset: int) -> int:
    return bisect_right(page.paragraphs, offset, key=lambda one: one.start) - 1


def _breaks(quoted: Quoted, piece: Span) -> tuple[str, ...] | None:
    """The faults of the piece where it is a quotation that isn't closed, or that runs over paragraphs; else None."""
    begun = [one for one in quoted.outer_touching(piece) if one.span.start == piece.start]
    broken = [one for one in begun if "unclosed" in one.flags or len(one.parts) > 1]
    return tuple(flag for flag in broken[0].flags if flag == "unclosed") if broken else None
