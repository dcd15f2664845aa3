"""Quotations that the grammar left without a speaker, given one by where they stand.

    “…,” she said. “…”            the same speaker goes on
    She was brief: “…”            the colon hands over
    “…” -Envoy Paul Okafor        a dash, and who said it
    “…” (a paragraph of its own)  the last speaker goes on: `continued`
    She rose. “…” All left.       presumably she: `inferred_speaker`; no verb of saying is invented

The last two have no source, since the article states none; `presumed` points at the words that name the person.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from verbale.reading.attributions.clauses import attributed, phrase, subject, verb_group, words
from verbale.reading.attributions.cues import Cue
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.drafts import Attribution, Quotation
from verbale.reading.page import Page, Token
from verbale.spans import Span, covered, hull

_SURE = {"signed": 0.9, "colon": 0.85, "bare colon": 0.6, "continued": 0.7, "same": 0.6, "bare": 0.4}
"""How often each is right: estimates from reading some fifty; PolNeAR hardly annotates quotations without a cue."""
_DASHES = frozenset({"-", "–", "—", "―", "--"})
_SIGNATURE = 16
"""Tokens of the longest signature behind a dash: "Independent deputy Colm Barry of the Coastal List"."""
_LEAST = 3
"""Words of a quotation that may be speech without a cue; shorter ones are terms, titles and nicknames."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LETTERS = re.compile(r"\w+")


def with_direct(
    page: Page,
    found: Iterable[Attribution],
    cues: Sequence[Cue],
    quoted: Quoted,
    ruled: Sequence[Attribution] = (),
) -> tuple[Attribution, ...]:
    """The attributions, and one for each quotation of speech that has none yet.

    `ruled`: what grammar finds; it decides on a quotation that nobody else claims.
    """
    walk = _Walk(page, list(found), cues, quoted, ruled)
    for index, quote in enumerate(quoted.outer):
        walk.visit(quote, quoted.outer[index - 1] if index else None)
    return tuple(walk.found)


class _Walk:
    """Goes through the outer quotations in order and knows whose each is (an index into `found`)."""

    def __init__(
        self,
        page: Page,
        found: list[Attribution],
        cues: Sequence[Cue],
        quoted: Quoted,
        ruled: Sequence[Attribution],
    ) -> None:
        self._page = page
        self.found = found
        self._quoted = quoted
        self._cues: dict[int, list[Cue]] = {}
        for cue in cues:
            self._cues.setdefault(cue.verb.sentence, []).append(cue)
        self._owner: dict[int, int] = {}
        self._by_grammar = {one.content[0].start: one for one in ruled if one.content and one.cue and one.source}
        for index in range(len(found)):
            self._own(index)

    def visit(self, quote: Quotation, before: Quotation | None) -> None:
        """Finds the quotation an owner where it has none."""
        if quote.span.start in self._owner:
            return
        if before is not None and before.span.start in self._owner and self._goes_on(before, quote):
            self._extend(self._owner[before.span.start], quote)
        elif self._is_speech(quote):
            one = self._signed(quote) or self._introduced(quote) or self._reported(quote) or self._bare(quote, before)
            if one is not None:
                self._add(replace(one, flags=(*one.flags, *_faults(quote))))

    def _own(self, index: int) -> None:
        """Notes the quotations that make up an attribution's content, unless they report it themselves."""
        one = self.found[index]
        for content in one.content:
            for quote in self._quoted.outer_touching(content):
                mostly = 2 * covered([_shared(content, quote.span)]) > quote.span.end - quote.span.start
                begun = "unclosed" in quote.flags and content.start == quote.span.start
                itself = any(quote.span.contains(cue) for cue in one.cue)
                if begun or (mostly and not itself):
                    self._owner.setdefault(quote.span.start, index)

    def _add(self, one: Attribution) -> None:
        self.found.append(one)
        self._own(len(self.found) - 1)

    def _goes_on(self, before: Quotation, quote: Quotation) -> bool:
        """Whether nothing but the first one's report stands between two quotations of a paragraph."""
        text, owner = self._page.text, self.found[self._owner[before.span.start]]
        gap = Span(before.span.end, quote.span.start)
        if "\n" in gap.of(text) or not (gap.of(text).strip() == "" or self._begins_sentence(quote)):
            return False
        report = [span for span in (*owner.source, *owner.cue) if gap.contains(span)]
        between = self._page.sentences_of(gap.trimmed(text)) if gap.of(text).strip() else ()
        return not between or (bool(report) and between[-1].overlaps(hull(report)))

    def _extend(self, index: int, quote: Quotation) -> None:
        """One statement in several stretches, as in PolNeAR; a faulty or long quotation is one of its own."""
        owner = self.found[index]
        if _faults(quote) or len(quote.parts) > 1:
            self._add(replace(owner, content=(quote.span,), flags=_faults(quote)))
            return
        self.found[index] = replace(owner, content=(*owner.content, quote.span))
        self._own(index)

    def _begins_sentence(self, quote: Quotation) -> bool:
        sentence = self._page.sentences[self._page.sentence_at(quote.span.start)]
        return self._page.text[sentence.start : quote.span.start].strip(" \t\n-–—•»") == ""

    def _is_speech(self, quote: Quotation) -> bool:
        """Whether it reads as said: whole sentences, not a term, a title or a nickname inside one."""
        inside, text = quote.parts[0].of(self._page.text), self._page.text
        if "dash" in quote.flags or text[_last_before(text, quote.span.start)] == ":":
            return True
        ends = text[quote.parts[-1].end - 1 : quote.parts[-1].end] in tuple(".?!…,—–-")
        long = len(_LETTERS.findall(inside)) >= _LEAST or (ends and inside[-1] in "?!")
        return long and ends and self._begins_sentence(quote) and not inside[:1].islower()

    def _signed(self, quote: Quotation) -> Attribution | None:
        """A dash and a name behind the quotation, in its paragraph or alone in the next."""
        first = self._after(quote)
        if first is None or first.text not in _DASHES:
            return None
        end = next((one.end for one in self._page.paragraphs if one.end > first.span.start), first.span.end)
        rest = self._page.tokens_in(Span(first.span.end, max(end, first.span.end)))
        if not 0 < len(rest) <= _SIGNATURE or any(token.tag in _FINITE for token in rest):
            return None
        if not any(token.pos == "PROPN" for token in rest):
            return None
        return attributed(self._page, (rest[0].index, rest[-1].index), [], [self._stretch(quote)], _SURE["signed"])

    def _after(self, quote: Quotation) -> Token | None:
        inside = self._page.tokens_in(quote.span)
        after = inside[-1].index + 1 if inside else len(self._page.tokens)
        return self._page.tokens[after] if after < len(self._page.tokens) else None

    def _introduced(self, quote: Quotation) -> Attribution | None:
        """The sentence before ends in a colon: its last verb of saying, or else its main verb, is the cue."""
        colon = _last_before(self._page.text, quote.span.start)
        if colon < 0 or self._page.text[colon] != ":":
            return None
        sentence = self._page.sentence_at(colon)
        spoken = [one for one in self._cues.get(sentence, ()) if one.source and one.verb.span.end <= colon]
        if spoken:
            cue = spoken[-1]
            return attributed(self._page, cue.source, [(cue.first, cue.last)], [self._stretch(quote)], _SURE["colon"])
        root = self._page.top(Span(self._page.sentences[sentence].start, colon))
        head = subject(self._page, root) if root is not None and root.pos in ("VERB", "AUX") else None
        if root is None or head is None or head.span.start > colon:
            return None
        group = verb_group(self._page, root, root.index)
        return attributed(self._page, phrase(self._page, head), [group], [self._stretch(quote)], _SURE["bare colon"])

    def _reported(self, quote: Quotation) -> Attribution | None:
        """What grammar makes of the quotation, where it shares no cue with what is found already."""
        one = self._by_grammar.get(quote.span.start) or self._by_grammar.get(quote.parts[0].start)
        taken = (cue for other in self.found for cue in other.cue)
        return None if one is None or any(cue.overlaps(one.cue[-1]) for cue in taken) else one

    def _bare(self, quote: Quotation, before: Quotation | None) -> Attribution | None:
        """No cue at all: the speaker before goes on, or presumably whoever the sentence before is about."""
        if self._is_repeated(quote):
            return None
        owner = self.found[self._owner[before.span.start]] if before and before.span.start in self._owner else None
        named = owner.source or owner.presumed if owner else ()
        if named and before is not None and self._is_whole_paragraph(quote) and self._is_near(before, quote):
            return Attribution((), (), (quote.span,), _SURE["continued"], ("continued", "inferred_speaker"), named)
        if named and before is not None and self._is_same_paragraph(before, quote):
            return Attribution((), (), (quote.span,), _SURE["same"], ("inferred_speaker",), named)
        return Attribution((), (), (quote.span,), _SURE["bare"], ("inferred_speaker",), self._person_before(quote))

    def _is_repeated(self, quote: Quotation) -> bool:
        """Whether the same words are attributed already: a pull quotation."""
        said = _LETTERS.findall(quote.span.of(self._page.text).lower())
        starts = (one for index in set(self._owner.values()) for one in self.found[index].content)
        return any(_holds(_LETTERS.findall(one.of(self._page.text).lower()), said) for one in starts)

    def _is_whole_paragraph(self, quote: Quotation) -> bool:
        touched = [one for one in self._page.paragraphs if one.overlaps(quote.span)]
        outside = (
            self._page.text[touched[0].start : quote.span.start] + self._page.text[quote.span.end : touched[-1].end]
        )
        return not _LETTERS.search(outside)

    def _is_near(self, before: Quotation, quote: Quotation) -> bool:
        """Whether the quotation before stands in the paragraph before."""
        gap = Span(before.span.end, quote.span.start)
        return sum(one.overlaps(gap) and one.start >= gap.start for one in self._page.paragraphs) == 0

    def _is_same_paragraph(self, before: Quotation, quote: Quotation) -> bool:
        return any(one.contains(Span(before.span.end - 1, quote.span.start + 1)) for one in self._page.paragraphs)

    def _person_before(self, quote: Quotation) -> tuple[Span, ...]:
        """The subject of the sentence before, in the same paragraph, where it is a person."""
        index = self._page.sentence_at(quote.span.start) - 1
        if index < 0 or "\n" in self._page.text[self._page.sentences[index].end : quote.span.start]:
            return ()
        inside = self._page.tokens_in(self._page.sentences[index])
        root = next((one for one in inside if one.dep == "ROOT"), None)
        head = subject(self._page, root) if root is not None else None
        if root is None or head is None:
            return ()
        first, last = phrase(self._page, head)
        person = any(one.entity == "PERSON" for one in self._page.tokens[first : last + 1])
        return (words(self._page, first, last),) if person or head.lower in ("he", "she") else ()

    def _stretch(self, quote: Quotation) -> tuple[int, int]:
        inside = self._page.tokens_in(quote.span)
        return inside[0].index, inside[-1].index


def _faults(quote: Quotation) -> tuple[str, ...]:
    return tuple(flag for flag in quote.flags if flag in ("unclosed", "unopened"))


def _shared(one: Span, two: Span) -> Span:
    start = max(one.start, two.start)
    return Span(start, max(start, min(one.end, two.end)))


def _last_before(text: str, end: int) -> int:
    """The place of the last visible character before `end`, or -1."""
    end -= 1
    while end >= 0 and text[end].isspace():
        end -= 1
    return end


def _holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether the one list of words stands in the other in one piece."""
    return any(longer[at : at + len(shorter)] == list(shorter) for at in range(len(longer) - len(shorter) + 1))
