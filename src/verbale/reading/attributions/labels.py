"""Speakers set as labels: transcripts (SECRETARY HOLM: …), headlines (Minister: No deal), statements under a heading.

A label alone proves nothing ("Venue: Hall B"): a transcript has several, one of them comes again or is a name or a
speaking word, and what follows them are sentences.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.lexicon.speech import Speech
from verbale.reading.attributions.cues import Cue
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.drafts import Attribution
from verbale.reading.page import Page
from verbale.spans import Span, joined

_SURE = {"transcript": 0.9, "headline": 0.7, "dash": 0.7, "heading": 0.9, "block": 0.8}
"""How often each is right: headlines measured on PolNeAR, the others estimates from reading some fifty."""
_LABEL = re.compile(r"[\"“«>*\s]*(?P<label>[^\W\d_][^:\n“”\"!?;]{0,58}?)(?P<colon>\s?:)(?=\s)")
_LONGEST = 7
"""Words of the longest label: "Deputy Foreign Minister of Tarsia Ivan Okafor"."""
_ENDS = tuple(".?!…”\"'’—–»")
_DASHED = re.compile(r"(?P<said>.+?)\s(?P<dash>[–—])\s(?P<source>[^–—:]+)$")
_HEADING = re.compile(
    r"(?:Joint )?(?:Press )?(?:Statement|Remarks|Address|Message|Declaration|Speech) (?:by|of|from) (?P<source>.+)$"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph that begins with a label."""

    index: int
    """Of the paragraph."""
    label: Span
    colon: Span
    body: Span


def find_labelled(page: Page, cues: Sequence[Cue], quoted: Quoted, speech: Speech) -> Iterator[Attribution]:
    """What stands under a label; flagged `transcript` where it is speech word for word."""
    lines = [line for index in range(len(page.paragraphs)) if (line := _line(page, index)) is not None]
    if _is_transcript(page, lines, speech):
        yield from _transcript(page, lines)
    elif lines and lines[0].index == 0:
        yield from _headline(page, lines[0], speech)
    yield from _dashed_headline(page, speech)
    yield from _under_heading(page)
    yield from _block(page, cues, quoted)


def _line(page: Page, index: int) -> _Line | None:
    paragraph = page.paragraphs[index]
    match = _LABEL.match(page.text, paragraph.start, paragraph.end)
    if match is None or len(match["label"].split()) > _LONGEST:
        return None
    body = Span(match.end(), paragraph.end).trimmed(page.text)
    return _Line(index, Span(*match.span("label")), Span(*match.span("colon")), body)


def _is_transcript(page: Page, lines: Sequence[_Line], speech: Speech) -> bool:
    if len(lines) < 2:
        return False
    labels = Counter(line.label.of(page.text) for line in lines)
    sentences = sum(line.body.of(page.text).endswith(_ENDS) for line in lines)
    named = sum(_is_speaker(page, label, speech) for label in labels)
    return 3 * sentences >= 2 * len(lines) and (max(labels.values()) > 1 or named > 0) and 2 * named >= len(labels)


def _is_speaker(page: Page, label: str, speech: Speech) -> bool:
    """Whether the label is a speaking word, stands in capitals, or names somebody whom the text names elsewhere."""
    words = label.split()
    if label.isupper() or words[-1].lower() in speech.labels or label.lower() in speech.labels:
        return True
    names = {name.span.of(page.text) for name in page.names if name.label in ("PERSON", "ORG", "NORP", "GPE")}
    return label[0].isupper() and any(words[-1] in name.split() for name in names)


def _transcript(page: Page, lines: Sequence[_Line]) -> Iterator[Attribution]:
    """Each label's words, up to the next label; behind the last label its own paragraph only."""
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        end = line.index + 1 if following is None else following.index
        bodies = (line.body, *page.paragraphs[line.index + 1 : end])
        content = tuple(body for body in bodies if body.end > body.start)
        if content:
            yield Attribution(
                (line.label,), (line.colon.trimmed(page.text),), content, _SURE["transcript"], ("transcript",)
            )


def _headline(page: Page, line: _Line, speech: Speech) -> Iterator[Attribution]:
    """A headline's label, if the text below knows it: "Lusenia PM: No deal on the dam"."""
    label = line.label.of(page.text)
    below = page.text[page.paragraphs[0].end :]
    words = [word for word in label.split() if word[0].isupper()]
    known = label.lower() in speech.labels or any(re.search(rf"\b{re.escape(word)}\b", below) for word in words)
    if known and words and line.body.end > line.body.start and not line.body.of(page.text).startswith(("“", '"')):
        yield Attribution((line.label,), (line.colon.trimmed(page.text),), (line.body,), _SURE["headline"])


def _dashed_headline(page: Page, speech: Speech) -> Iterator[Attribution]:
    """British headlines put the source behind a dash: "Hostage list handed over – Red Cross"."""
    if len(page.paragraphs) < 2:
        return
    title = page.paragraphs[0]
    match = _DASHED.match(page.text[title.start : title.end])
    if match is None or title.of(page.text).endswith(_ENDS):
        return
    words = match["source"].split()
    outlet = any(word.lower() in speech.venues.outlets for word in words)
    if len(words) <= 4 and all(word[0].isupper() for word in words) and not outlet:
        spans = {name: Span(*match.span(name)).shift(title.start) for name in ("said", "dash", "source")}
        yield Attribution((spans["source"],), (spans["dash"],), (spans["said"],), _SURE["dash"])


def _under_heading(page: Page) -> Iterator[Attribution]:
    """A statement in full under its heading, in the first person."""
    for index, paragraph in enumerate(page.paragraphs[:2]):
        match = _HEADING.match(paragraph.of(page.text))
        bodies = page.paragraphs[index + 1 :]
        first_person = any(token.lower in ("i", "we") for token in page.tokens_in(bodies[0])) if bodies else False
        if match is not None and first_person:
            source = Span(*match.span("source")).shift(paragraph.start)
            cue = Span(paragraph.start, source.start).trimmed(page.text)
            yield Attribution((source,), (cue,), tuple(bodies), _SURE["heading"], ("transcript",))
            return


def _block(page: Page, cues: Sequence[Cue], quoted: Quoted) -> Iterator[Attribution]:
    """A paragraph without marks that a verb of saying and a colon introduce: "she wrote:" and then her words."""
    by_sentence = {cue.verb.sentence: cue for cue in cues if cue.source is not None and cue.use("quote")}
    for paragraph, following in zip(page.paragraphs, page.paragraphs[1:], strict=False):
        if page.text[paragraph.end - 1] != ":" or quoted.outer_touching(following):
            continue
        cue = by_sentence.get(page.sentence_at(paragraph.end - 1))
        if cue is not None and cue.source is not None and not _is_list(page, following):
            source = Span(page.tokens[cue.source[0]].span.start, page.tokens[cue.source[1]].span.end)
            verb = Span(page.tokens[cue.first].span.start, page.tokens[cue.last].span.end)
            yield Attribution((source,), (verb,), (following,), _SURE["block"])


def _is_list(page: Page, paragraph: Span) -> bool:
    return page.text[paragraph.start] in "•·▪-–—*»1"


def without_own_voice(
    page: Page, labelled: Sequence[Attribution], reports: Iterable[Attribution]
) -> Iterator[Attribution]:
    """The reports but for those in which a transcript's speaker speaks of himself ("I think")."""
    bodies = joined(body for one in labelled if "transcript" in one.flags for body in one.content)
    starts = [body.start for body in bodies]
    for one in reports:
        at = bisect_right(starts, one.content[0].start) - 1 if one.content else -1
        inside = at >= 0 and one.content[0].start < bodies[at].end
        own = any(source.of(page.text).lower() in ("i", "we", "you") for source in one.source)
        if not (inside and own):
            yield one
