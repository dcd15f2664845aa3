"""What the encoder says of a page: attributions and time expressions, from one pass over its windows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from verbale.encoding.calibration import Calibration, attribution_features, time_features
from verbale.encoding.decode import Tagged, Weights, decode_attributions, decode_times
from verbale.encoding.network import Session, emit
from verbale.encoding.shapes import Inventory, Word, shapes
from verbale.encoding.windows import cut
from verbale.reading.drafts import Attribution, FoundTime
from verbale.reading.page import Page
from verbale.spans import Span


@dataclass(frozen=True)
class Encoder:
    """The network with all that is needed to ask it and to understand it."""

    session: Session
    tokenizer: Tokenizer
    inventory: Inventory
    weights: Weights
    calibration: Calibration
    threads: int = 1
    """How many windows it is asked for at once; the answers don't depend on it."""


@dataclass(frozen=True, eq=False)
class States:
    """What the encoder makes of each unit (word or mark) of a page, for heads that are asked later."""

    spans: NDArray[np.int32] = field(default_factory=lambda: np.zeros((0, 2), np.int32))
    """*Shape:* (units, 2). Where each stands, `[start, end)` in code points."""
    middle: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    """*Shape:* (units, width). Two thirds of the way through its layers."""


@dataclass(frozen=True)
class Scores:
    """The encoder's proposals for a page, in the order of the text; the stages decide on them."""

    attributions: tuple[Attribution, ...] = ()
    times: tuple[FoundTime, ...] = ()
    states: States = field(default_factory=States, compare=False)


def score(page: Page, encoder: Encoder) -> Scores:
    """The encoder's proposals for the page."""
    pieces = cut(page.text, encoder.tokenizer)
    if not len(pieces):
        return Scores()
    matrix = shapes(page.text, pieces.spans, words_of(page), encoder.inventory)
    emissions = emit(pieces, matrix, encoder.session, threads=encoder.threads)
    units = pieces.unit_spans()

    def places(spans: Sequence[Tagged]) -> tuple[Span, ...]:
        return tuple(Span(*span.place(units)) for span in spans)

    attributions = tuple(
        Attribution(
            source=places(linked.source),
            cue=places([linked.cue]),
            content=places(linked.content),
            confidence=encoder.calibration.attribution.chance(attribution_features(linked)),
        )
        for linked in decode_attributions(emissions, encoder.weights)
    )
    times = tuple(
        FoundTime(places([found])[0], found.kind, encoder.calibration.time.chance(time_features(found)))
        for found in decode_times(emissions, encoder.weights)
    )
    return Scores(attributions, times, States(units, emissions.middle))


def words_of(page: Page) -> tuple[Word, ...]:
    """The page's tokens as the encoder needs them."""
    return tuple(
        Word(token.span.start, token.span.end, token.tag, token.dep, token.head - token.index) for token in page.tokens
    )
