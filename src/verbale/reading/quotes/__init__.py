"""Quotations: what stands between quotation marks of any style, even where a mark is missing or misplaced.

   “We left, ”Varga said.  «We left», he said.  ‘We can’t,’ she said.  ``No,'' he said.  — No, — she said.

Marks are paired in one pass with a stack, a paragraph at a time. A quotation that is open at a paragraph's
end runs on where the next paragraph opens again (the custom of the English press), or where one of the next
closes it without opening; else it ends with its paragraph, flagged `unclosed`. Which quotations are speech,
and which are terms or titles, is not decided here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from verbale.reading.drafts import Quotation
from verbale.reading.page import Page
from verbale.reading.quotes.marks import Family, Mark, find_marks, points_inward
from verbale.spans import Span

_PATIENCE = 3
"""Paragraphs without a mark that a quotation may run through before the one that closes it."""

_DASH = re.compile(r"[—–―]\s?(?=[^\W\d_])")
_INNER_DASH = re.compile(r"(?<=[,.!?…])\s[—–―]\s(?=\S)")


def find_quotes(page: Page) -> tuple[Quotation, ...]:
    """Every quotation of the page, the outer before the inner, in the order of the text."""
    inward = points_inward(page.text)
    pairing = _Pairing(page, [find_marks(page.text, one, inward=inward) for one in page.paragraphs])
    for index in range(len(page.paragraphs)):
        pairing.read(index)
    pairing.close_all()
    marked = [one for one in pairing.found if any(part.end > part.start for part in one.parts)]
    dashed = _dash_quotations(page, {one.span.start for one in marked})
    return tuple(sorted((*marked, *dashed), key=lambda one: (one.span.start, -one.span.end)))


@dataclass(slots=True)
class _Open:
    """A quotation whose end isn't read yet."""

    family: Family
    start: int
    level: int
    part: int
    """Where the words of the present paragraph begin."""
    parts: list[Span] = field(default_factory=list)
    idle: int = 0
    """Paragraphs since its last mark."""

    def ended(self, last: Span, end: int, *flags: str) -> Quotation:
        """The quotation with its last words, its closing mark ending at `end`."""
        return Quotation(Span(self.start, end), (*self.parts, last), self.level, flags)


class _Pairing:
    """Pairs the marks of a page; `open` is the stack of quotations that stand open."""

    def __init__(self, page: Page, marks: Sequence[tuple[Mark, ...]]) -> None:
        self._page = page
        self._marks = marks
        self._left: list[int] = []
        self.open: list[_Open] = []
        self.found: list[Quotation] = []

    def read(self, index: int) -> None:
        """Reads one paragraph's marks, and carries what is open at its end into the next."""
        marks, paragraph = self._marks[index], self._page.paragraphs[index]
        self._left = _left_of_family(marks)
        first = self._resume(marks, paragraph)
        for at in range(first, len(marks)):
            self._read_mark(marks, at, paragraph)
        self._drop_inner(paragraph)
        if self.open and not self._is_carried(index):
            self._close_at(self.open.pop(), paragraph.end)

    def close_all(self) -> None:
        """Ends what is open at the page's end."""
        while self.open:
            self._close_at(self.open.pop(), self._page.paragraphs[-1].end)

    def _resume(self, marks: Sequence[Mark], paragraph: Span) -> int:
        """Goes on with the carried quotation; gives the index of the first mark that is left to read."""
        if not self.open:
            return 0
        opened_again = bool(marks) and marks[0].span.start == paragraph.start and marks[0].family == self.open[0].family
        self.open[0].part = marks[0].span.end if opened_again else paragraph.start
        self.open[0].idle = 0 if opened_again else self.open[0].idle + 1
        return int(opened_again)

    def _is_carried(self, index: int) -> bool:
        """Whether the one open quotation goes on in the next paragraph; notes the part that ends here."""
        carried, paragraph = self.open[0], self._page.paragraphs[index]
        following = self._marks[index + 1 : index + 2 + _PATIENCE - carried.idle]
        if not following or not (self._opens_again(index + 1, carried) or self._is_closed_later(following, carried)):
            return False
        carried.parts.append(self._words(carried.part, paragraph.end))
        return True

    def _opens_again(self, index: int, carried: _Open) -> bool:
        first = self._marks[index][:1]
        starts = [mark.span.start for mark in first if mark.family == carried.family and mark.role != "close"]
        return starts == [self._page.paragraphs[index].start]

    def _is_closed_later(self, following: Sequence[tuple[Mark, ...]], carried: _Open) -> bool:
        """Whether the next mark of its family closes, though no paragraph opened it again."""
        marks = (mark for paragraph in following for mark in paragraph if mark.family == carried.family)
        first = next(marks, None)
        return first is not None and first.role == "close" and first.leans != "open"

    def _read_mark(self, marks: Sequence[Mark], at: int, paragraph: Span) -> None:
        mark = marks[at]
        depth = next((i for i in reversed(range(len(self.open))) if self.open[i].family == mark.family), None)
        if depth is None and self._is_mismatched(marks, at):
            depth = len(self.open) - 1
        if self._closes(marks, at, depth):
            self._read_closing(mark, depth, paragraph)
            return
        if depth is not None and not _is_nested(marks, at):
            self._end_before(depth, mark)
        self.open.append(_Open(mark.family, mark.span.start, len(self.open), mark.span.end))

    def _is_mismatched(self, marks: Sequence[Mark], at: int) -> bool:
        """Whether a mark closes a quotation that another style opened («so") and no mark of that style is left."""
        mark = marks[at]
        if not self.open or mark.leans != "close" or {mark.family, self.open[-1].family} != {"double", "guillemet"}:
            return False
        return all(one.family != self.open[-1].family for one in marks[at + 1 :])

    def _closes(self, marks: Sequence[Mark], at: int, depth: int | None) -> bool:
        """Whether the mark closes: also on the wrong side (`, ”Varga said`) where no other is left."""
        mark = marks[at]
        if mark.role == "either":
            return depth is not None or mark.leans == "close" or not self._left[at]
        if mark.role == "close" or depth is None or mark.shape not in ('"', "''") or mark.stop == ".":
            return mark.role == "close"
        return not _is_nested(marks, at) and self._left[at] % 2 == 0

    def _read_closing(self, mark: Mark, depth: int | None, paragraph: Span) -> None:
        if depth is None:
            self._read_unopened(mark, paragraph)
            return
        for inner in self.open[depth + 1 :]:
            self._give_up(inner, mark.span.start)
        closed = self.open[depth]
        del self.open[depth:]
        self.found.append(closed.ended(self._words(closed.part, mark.span.start), mark.span.end))

    def _read_unopened(self, mark: Mark, paragraph: Span) -> None:
        """A mark that closes what nothing opened: if a stop stands before it, its sentence is quoted."""
        stops = (",", ".", "!", "?", "…")
        if mark.family != "double" or mark.stop not in stops or self.open:
            return
        sentence = self._page.sentences[self._page.sentence_at(mark.span.start)]
        ends = (one.span.end for one in reversed(self.found) if one.level == 0)
        start = max(paragraph.start, sentence.start, next(ends, 0))
        words = self._words(start, mark.span.start)
        self.found.append(Quotation(Span(words.start, mark.span.end), (words,), 0, ("unopened",)))

    def _end_before(self, depth: int, mark: Mark) -> None:
        """Ends the quotation that another of its family follows without having closed it."""
        end = self._words(self.open[depth].part, mark.span.start).end
        for inner in self.open[depth + 1 :]:
            self._give_up(inner, end)
        unclosed = self.open[depth]
        del self.open[depth:]
        self._close_at(unclosed, end)

    def _drop_inner(self, paragraph: Span) -> None:
        for inner in self.open[1:]:
            self._give_up(inner, paragraph.end)
        del self.open[1:]
        if self.open and self.open[0].family in ("single", "angle"):
            self._give_up(self.open.pop(), paragraph.end)

    def _give_up(self, inner: _Open, end: int) -> None:
        """Ends an inner quotation where its outer one ends; a lone single mark or bullet is none."""
        if inner.family not in ("single", "angle"):
            self._close_at(inner, end)

    def _close_at(self, unclosed: _Open, end: int) -> None:
        """Ends a quotation without its mark; a guillemet that nothing closes is the bullet of a list."""
        if unclosed.family != "guillemet" or unclosed.parts:
            words = self._words(unclosed.part, end)
            self.found.append(unclosed.ended(words, max(words.end, unclosed.part), "unclosed"))

    def _words(self, start: int, end: int) -> Span:
        return Span(start, max(start, end)).trimmed(self._page.text)


def _left_of_family(marks: Sequence[Mark]) -> list[int]:
    """For each mark, how many of its family follow in the paragraph."""
    total = Counter(mark.family for mark in marks)
    seen: Counter[Family] = Counter()
    left = []
    for mark in marks:
        seen[mark.family] += 1
        left.append(total[mark.family] - seen[mark.family])
    return left


def _is_nested(marks: Sequence[Mark], at: int) -> bool:
    """Whether a mark that opens inside its own family is an inner quotation: two closing marks come next."""
    family = marks[at].family
    coming = [mark for mark in marks[at + 1 : at + 8] if mark.family == family][:2]
    return family in ("corner", "white corner", "guillemet") or (
        len(coming) == 2 and all(mark.role == "close" for mark in coming)
    )


def _dash_quotations(page: Page, taken: Set[int]) -> Iterator[Quotation]:
    """Speech opened by a dash at a paragraph's beginning (— No, — she said. — Not today).

    Lists look the same. So one such paragraph must set its speaker apart by a second dash behind a stop; then
    the others are taken as speech too.
    """
    dashed = [one for one in page.paragraphs if _DASH.match(page.text, one.start, one.end)]
    if any(_INNER_DASH.search(page.text, one.start, one.end) for one in dashed):
        for paragraph in dashed:
            yield from (one for one in _dash_parts(page, paragraph) if one.parts[0].start not in taken)


def _dash_parts(page: Page, paragraph: Span) -> Iterator[Quotation]:
    """Every other stretch between the dashes is spoken: words, speaker, words."""
    edges = [paragraph.start]
    for match in _INNER_DASH.finditer(page.text, paragraph.start, paragraph.end):
        edges.extend(match.span())
    edges.append(paragraph.end)
    for start, end in list(zip(edges[::2], edges[1::2], strict=True))[::2]:
        opening = _DASH.match(page.text, start, end)
        yield Quotation(Span(start, end), (Span(opening.end() if opening else start, end),), 0, ("dash",))
