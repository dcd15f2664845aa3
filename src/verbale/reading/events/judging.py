"""Which of PLOVER's types an event is, by the trained head of the encoder: asked of a candidate, or of given spans.

`classify` is public, so that the type can be measured apart from how events are found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, cast

from verbale.article import Article
from verbale.encoding.event_types import LABELS, TypeHead, marks, sentence_units, type_chances
from verbale.errors import OptionError
from verbale.lexicon.events import EventWords, load_events
from verbale.reading.events.candidates import find_candidates
from verbale.reading.events.deciding import combined
from verbale.reading.page import Page, Syntax, Token, lay_out
from verbale.reading.scores import Encoder, States, score
from verbale.reading.tools import load_encoder, load_event_types, load_syntax
from verbale.record import EventType
from verbale.spans import Span, hull

Chances = dict[EventType, float]
"""How likely each type is (0-1); they sum to one less the chance that the parties do nothing that PLOVER codes."""


@dataclass(frozen=True)
class Judge:
    """The head, with what the encoder made of the page that it is asked about."""

    text: str
    states: States
    head: TypeHead

    def chances(
        self, sentence: Span, anchor: Span | None, actors: Iterable[Span], recipients: Iterable[Span]
    ) -> Chances:
        """The types of what the sentence tells of the marked parties."""
        seen = sentence_units(self.states.spans, sentence, anchor)
        if seen.stop == seen.start:
            return cast(Chances, dict.fromkeys(LABELS[:-1], 0.0))
        marked = marks(self.states.spans[seen], anchor, actors, recipients)
        words = [self.text[start:end] for start, end in self.states.spans[seen].tolist()]
        return cast(Chances, type_chances(self.states.middle[seen], marked, words, self.head))


class Given(NamedTuple):
    """A sentence (or a few) with who acts and to whom, as spans in code points of the text."""

    text: str
    actors: Sequence[tuple[int, int]]
    recipients: Sequence[tuple[int, int]]


def classify(text: str, actors: Sequence[tuple[int, int]], recipients: Sequence[tuple[int, int]]) -> Chances:
    """How likely each of PLOVER's sixteen types is of what the text tells that the actors do to the recipients.

    `actors`, `recipients`: spans `[start, end)` in code points of `text`; recipients may be empty. The chances sum to
    less than one by what speaks for no event between these parties in this direction. The model is loaded on the
    first call. Raises `OptionError` where a span doesn't lie in the text.
    """
    return next(classify_all([Given(text, actors, recipients)]))


def classify_all(given: Iterable[Given]) -> Iterator[Chances]:
    """The same for many, in their order and one at a time: each has the answer that it has alone."""
    syntax, encoder, head, words = _model()
    for one in given:
        actors, recipients = _spans(one.text, one.actors), _spans(one.text, one.recipients)
        page = lay_out(Article(text=one.text), syntax)
        judge = Judge(one.text, score(page, encoder).states, head)
        anchor = told_between(page, actors, recipients)
        judged = judge.chances(Span(0, len(one.text)), anchor.span if anchor else None, actors, recipients)
        by_lexicon = lexicon_chances(page, actors, recipients, words)
        yield combined(by_lexicon, judged, guessed=True) if by_lexicon else judged


@cache
def _model() -> tuple[Syntax, Encoder, TypeHead, EventWords]:
    return load_syntax(), load_encoder(), load_event_types(), load_events()


def lexicon_chances(
    page: Page, actors: Sequence[Span], recipients: Sequence[Span], words: EventWords
) -> Mapping[EventType, float]:
    """What the lexicon says of the word that tells what the actors do to the recipients; nothing where it knows none.

    That word's own parties overlap the spans, or it is the lowest word above both.
    """
    found = find_candidates(page, words)
    between = told_between(page, actors, recipients)
    acting = [one for one in found if _touch(one.actors, actors)]
    fitting = [one for one in acting if _touch((*one.recipients, *one.actors), recipients)]
    at = [one for one in fitting or found if between is not None and one.anchor.index == between.index]
    half = [*acting, *(one for one in found if _touch(one.recipients, recipients))]
    best = next(iter([*at, *fitting, *half]), None)
    return best.types if best is not None else {}


def _touch(sides: Iterable[Sequence[Token]], spans: Sequence[Span]) -> bool:
    return any(token.span.overlaps(span) for side in sides for token in side for span in spans)


def _spans(text: str, places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    spans = tuple(Span(*place) for place in places)
    for span in spans:
        if not 0 <= span.start < span.end <= len(text):
            raise OptionError(
                f"{list(span)} is no span of the text, which has {len(text)} code points", remedy="mend it"
            )
    return spans


def told_between(page: Page, actors: Sequence[Span], recipients: Sequence[Span]) -> Token | None:
    """The word that most likely tells what the actors do: the lowest verb or noun above both in the parse."""
    heads = [page.top(hull(spans)) for spans in (actors, recipients) if spans]
    tops = [token for token in heads if token is not None]
    if not tops:
        return None
    above = [[token, *page.ancestors(token)] for token in tops]
    shared = [token for token in above[0][1:] if all(token in chain for chain in above[1:])]
    return next((token for token in shared if token.pos in ("VERB", "NOUN", "AUX")), next(iter(shared), None))
