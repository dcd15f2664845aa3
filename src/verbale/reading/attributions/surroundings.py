"""What a report is set into: the words left and right of “…, he said, …” or "…, according to him"."""

from collections.abc import Sequence
from dataclasses import replace

from verbale.reading.attributions.clauses import Stretch, trimmed, words
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.drafts import Attribution
from verbale.reading.page import Page
from verbale.spans import hull

_STOPS = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "(", ")", "!", "?", "…"})
MARKS = frozenset("“”„‟«»\"‘’'`「」『』") | {"``", "''"}
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
_ASIDE = frozenset({"while", "before", "after", "as", "according", "when", "because", "who", "which", "citing"})
"""Words that begin what the narrator adds behind a report: ", while outside the hall …"."""


def around(page: Page, report: Stretch, quoted: Quoted) -> list[Stretch]:
    """The content left and right of a report within its sentence.

    A report inside a quotation is set into that quotation's words only.
    """
    low, high = report
    scope = quoted.scope(words(page, low, high))
    inside = [token.index for token in page.tokens_in(scope)] if scope else []
    first, last = (inside[0], inside[-1]) if inside else (0, len(page.tokens) - 1)
    left, right = _left(page, low, first), _right(page, high, last)
    if right is not None and not _goes_on(page, left, right, quoted):
        right = None
    if right is not None and page.tokens[right[0]].span.start in quoted.starts:
        # mending runs it on to the quotation's end; one without a stop before it is a title in the report
        right = (right[0], right[0]) if page.tokens[right[0] - 1].text in _STOPS or left is None else None
    return [one for one in (left, right) if one is not None]


def rejoined(page: Page, one: Attribution, quoted: Quoted) -> Attribution:
    """The report with both halves of the clause that it is set into: "[The islands], he told them, [would stay]".

    Neither half is a clause alone: the left one has no verb with a tense, the right one begins with it.
    """
    if len(one.content) != 1 or not one.source or not one.cue or quoted.scope(one.cue[0]) is not None:
        return one
    report = _inserted(page, one)
    halves = around(page, report, quoted) if report is not None else []
    if len(halves) != 2 or has_clause(page, halves[:1]) or page.tokens[halves[1][0]].tag not in _TENSED:
        return one
    whole = tuple(words(page, *half) for half in halves)
    return replace(one, content=whole) if any(half.overlaps(one.content[0]) for half in whole) else one


def _inserted(page: Page, one: Attribution) -> Stretch | None:
    """The report from the comma before it to the comma behind it in its sentence, or None where it has no such two."""
    inside = page.tokens_in(hull((*one.source, *one.cue)))
    first, last = inside[0].index, inside[-1].index
    if not first or page.tokens[first - 1].text not in _ASIDE_MARKS or any(token.text in _STOPPING for token in inside):
        return None
    for index in range(last + 1, min(last + 1 + _LONGEST, len(page.tokens))):
        token = page.tokens[index]
        if token.text in _ASIDE_MARKS and token.sentence == inside[0].sentence:
            return first, index - 1
        if token.tag in _TENSED or token.sentence != inside[0].sentence:
            return None
    return None


_ASIDE_MARKS = frozenset({",", "-", "–", "—", "--"})
_STOPPING = frozenset({".", ";", ":", "!", "?"})
_LONGEST = 8
"""Tokens between an inserted report and the comma behind it: "told his guests at the dinner in the capital"."""


def is_set_off(page: Page, report: Stretch) -> bool:
    """Whether marks, or the sentence's edges, part the report from what stands beside it."""
    low, high = report
    return _is_edge(page, low - 1, low) and _is_edge(page, high + 1, low, closing=True)


def follows_quotation(page: Page, low: int, quoted: Quoted) -> bool:
    """Whether a quotation that reads as speech ends right before the token: with a stop inside or behind its mark."""
    for index in range(low - 1, max(-1, low - 3), -1):
        token = page.tokens[index]
        quote = quoted.ending.get(token.span.end)
        if token.sentence != page.tokens[low].sentence or not (quote or token.text in _STOPS):
            return False
        if quote is not None:
            return index == low - 2 or page.text[quote.parts[-1].end - 1] in ",.?!…—–-"
    return False


def precedes_quotation(page: Page, high: int, quoted: Quoted) -> bool:
    """Whether a quotation begins right behind the token, with at most a comma or colon between."""
    following = [one for one in page.tokens[high + 1 : high + 4] if one.sentence == page.tokens[high].sentence]
    start = next((token.span.start for token in following if token.span.start in quoted.starts), None)
    between = [token for token in following if start is not None and token.span.start < start]
    return start is not None and all(token.text in _STOPS or token.lower == "that" for token in between)


def until_mark(page: Page, first: int, last: int) -> int:
    """The last token of `first` to `last` before a quotation mark with a stop before it."""
    marks = (index for index in range(first + 1, last + 1) if page.tokens[index].text in MARKS)
    return next((index - 1 for index in marks if page.tokens[index - 1].text in _STOPS), last)


def has_clause(page: Page, stretches: Sequence[Stretch]) -> bool:
    """Whether the stretches together hold a verb with a tense."""
    inside = (page.tokens[index] for first, last in stretches for index in range(first, last + 1))
    return any(token.tag in _TENSED for token in inside)


def _is_edge(page: Page, index: int, of: int, *, closing: bool = False) -> bool:
    """Whether a token outside the report parts it from the rest of the sentence."""
    if not 0 <= index < len(page.tokens) or page.tokens[index].sentence != page.tokens[of].sentence:
        return True
    token = page.tokens[index]
    return token.text in _STOPS or token.text in MARKS or (closing and token.pos in ("SCONJ", "CCONJ"))


def _left(page: Page, low: int, edge: int) -> Stretch | None:
    first = low
    while first > edge and page.tokens[first - 1].sentence == page.tokens[low].sentence:
        first -= 1
    return _stretch(page, first, low - 1)


def _right(page: Page, high: int, edge: int) -> Stretch | None:
    last = high
    while last < edge and page.tokens[last + 1].sentence == page.tokens[high].sentence:
        last += 1
    return _stretch(page, high + 1, last)


def _stretch(page: Page, first: int, last: int) -> Stretch | None:
    """The stretch without edging stops; None where it has no word."""
    if first > last or not any(page.tokens[index].text[0].isalnum() for index in range(first, last + 1)):
        return None
    return trimmed(page, first, last)


def _goes_on(page: Page, left: Stretch | None, right: Stretch, quoted: Quoted) -> bool:
    """Whether what follows an inserted report still belongs to the content.

    It does where a quotation is taken up again, where the part before is no clause of its own ("The islands, he
    said, would …"), or where an independent clause follows; not in ", adding that", ", while outside …".
    """
    first = page.tokens[right[0]]
    if left is None or first.span.start in quoted.starts:
        return True
    if first.tag in {"VBG", *_RELATIVE} or first.lower in _ASIDE:
        return False
    if page.tokens[left[1]].span.end in quoted.ending:
        return False
    return not has_clause(page, [left]) or has_clause(page, [right])
