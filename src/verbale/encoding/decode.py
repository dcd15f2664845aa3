"""From the encoder's scores to spans and attributions: the best tag sequence, then the best links."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verbale.encoding.labels import ROLE_TAGS, TIME_TAGS, Tagset
from verbale.encoding.links import DISTANCES, LINK_SIDES, RANKS, LinkWeights, link_scores

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

EMPTY_CUE = 4.0
"""How many times less likely (as a natural logarithm) a content's cue may become to fill an empty one.

Swept on PolNeAR's dev articles before the links were tempered: loose F1 66.6 at 0, 67.3 at 1.5, 67.5 at 3 and at 5."""


@dataclass(frozen=True)
class Emissions:
    """The encoder's scores for one text, a row a unit."""

    roles: Floats
    """*Shape:* (units, role tags)."""
    times: Floats
    """*Shape:* (units, time tags)."""
    links: Floats
    """*Shape:* (units, sides, link size)."""
    sourceless: Floats
    """*Shape:* (units,). The score of a cue's having no source."""
    middle: Floats
    """*Shape:* (units, width). What the encoder makes of each unit up to the fourth of its six layers."""


@dataclass(frozen=True)
class Weights:
    """What decoding needs beside the emissions: the CRFs' transitions and the links' biases."""

    role_steps: Floats
    """*Shape:* (role tags, role tags)."""
    time_steps: Floats
    """*Shape:* (time tags, time tags)."""
    links: LinkWeights


_WEIGHT_SHAPES = {
    "role_steps": (len(ROLE_TAGS), len(ROLE_TAGS)),
    "time_steps": (len(TIME_TAGS), len(TIME_TAGS)),
    "link_distance": (len(LINK_SIDES), DISTANCES),
    "link_rank": (len(LINK_SIDES), RANKS),
}


def weights_from(labels: Mapping[str, Any]) -> Weights:
    """The weights as `labels.json` holds them. Raises `KeyError` where one lacks, `ValueError` for another shape."""
    arrays = {name: np.array(labels[name], dtype=np.float32) for name in _WEIGHT_SHAPES}
    for name, array in arrays.items():
        if array.shape != _WEIGHT_SHAPES[name]:
            raise ValueError(f"{name} has the shape {array.shape} instead of {_WEIGHT_SHAPES[name]}")
    role_steps, time_steps, distance, rank = arrays.values()
    return Weights(role_steps, time_steps, LinkWeights(distance, rank))


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span of units `[first, last]` of a kind."""

    kind: str
    first: int
    last: int
    certainty: float
    """The mean probability of its tags, each unit by itself (0-1); not yet calibrated."""

    def place(self, units: NDArray[np.int32]) -> tuple[int, int]:
        """Where it stands in the text, `[start, end)`; `units`: where each unit does, *shape:* (units, 2)."""
        return int(units[self.first, 0]), int(units[self.last, 1])


@dataclass(frozen=True, slots=True)
class Linked:
    """A decoded attribution: its parts, and what its confidence is worked out from."""

    source: tuple[Tagged, ...]
    cue: Tagged
    content: tuple[Tagged, ...]
    cue_chance: float
    """The least probability with which a content chose this cue."""
    source_chance: float
    """The probability of the chosen source, or of having none."""


def best_tags(emissions: Floats, steps: Floats, tagset: Tagset) -> Ints:
    """The tag sequence of the highest score (Viterbi 1967). *Shape:* (units, tags) to (units,)."""
    if not len(emissions):
        return np.zeros(0, dtype=np.int64)
    # Added up in float64: after 20,000 units, float32 would no longer tell scores apart that differ by 0.01.
    total = np.where(tagset.may_start, emissions[0].astype(np.float64), -np.inf)
    steps = np.where(tagset.allowed, steps, -np.inf)
    back = np.zeros(emissions.shape, dtype=np.int64)
    columns = np.arange(len(tagset))
    for unit in range(1, len(emissions)):
        scores = total[:, None] + steps
        back[unit] = scores.argmax(axis=0)
        total = scores[back[unit], columns] + emissions[unit]
    tags = np.zeros(len(emissions), dtype=np.int64)
    tags[-1] = total.argmax()
    for unit in range(len(emissions) - 1, 0, -1):
        tags[unit - 1] = back[unit, tags[unit]]
    return tags


def tagged_spans(emissions: Floats, tags: Ints, tagset: Tagset) -> tuple[Tagged, ...]:
    """The spans that the tags mark, in the order of the text."""
    chances = softmax(emissions)[np.arange(len(tags)), tags]
    spans, unit = [], 0
    while unit < len(tags):
        tag = int(tags[unit])
        last = unit
        if tag:
            inside = tag + tag % 2
            while last + 1 < len(tags) and tags[last + 1] == inside:
                last += 1
            kind = tagset.kinds[(tag - 1) // 2]
            spans.append(Tagged(kind, unit, last, float(chances[unit : last + 1].mean())))
        unit = last + 1
    return tuple(spans)


def decode_times(emissions: Emissions, weights: Weights) -> tuple[Tagged, ...]:
    """The time expressions, in the order of the text."""
    tags = best_tags(emissions.times, weights.time_steps, TIME_TAGS)
    return tagged_spans(emissions.times, tags, TIME_TAGS)


def decode_attributions(emissions: Emissions, weights: Weights) -> tuple[Linked, ...]:
    """The attributions: each content goes to one cue, each cue to one source or none.

    A cue that gets no content makes no attribution. In the order of the cues.
    """
    tags = best_tags(emissions.roles, weights.role_steps, ROLE_TAGS)
    spans = tagged_spans(emissions.roles, tags, ROLE_TAGS)
    sources, cues, contents = ([span for span in spans if span.kind == kind] for kind in ROLE_TAGS.kinds)
    if not cues or not contents:
        return ()
    chances = softmax(link_scores(emissions.links, _ends(contents), _ends(cues), 0, weights.links))
    chosen = shared_out(chances)
    none = emissions.sourceless[[cue.first for cue in cues], None]
    scores = np.concatenate([_source_scores(emissions, weights, cues, sources), none], axis=1)
    said_by = softmax(scores)
    out = []
    for place, cue in enumerate(cues):
        own = [index for index, choice in enumerate(chosen) if choice == place]
        if own:
            source = int(said_by[place].argmax())
            out.append(
                Linked(
                    source=tuple(sources[source : source + 1]),
                    cue=cue,
                    content=tuple(contents[index] for index in own),
                    cue_chance=min(float(chances[index, place]) for index in own),
                    source_chance=float(said_by[place, source]),
                )
            )
    return tuple(out)


def _source_scores(emissions: Emissions, weights: Weights, cues: Sequence[Tagged], sources: Sequence[Tagged]) -> Floats:
    if not sources:
        return np.zeros((len(cues), 0), dtype=np.float32)
    return link_scores(emissions.links, _ends(cues), _ends(sources), 1, weights.links)


def shared_out(chances: Floats) -> list[int]:
    """The cue of each content: the likeliest, but an empty cue may take one from a cue that has several.

    Hardly a cue of PolNeAR's is without content, and five in six have one only.
    `chances`: *Shape:* (contents, cues).
    """
    logs = np.log(np.maximum(chances, 1e-9))
    chosen = [int(cue) for cue in logs.argmax(axis=1)]
    for cue in range(chances.shape[1]):
        held = Counter(chosen)
        if cue in held:
            continue
        spare = [content for content, own in enumerate(chosen) if held[own] > 1]
        losses = {content: logs[content, chosen[content]] - logs[content, cue] for content in spare}
        content = min(losses, key=lambda index: losses[index], default=None)
        if content is not None and losses[content] < EMPTY_CUE:
            chosen[content] = cue
    return chosen


def _ends(spans: Sequence[Tagged]) -> Ints:
    return np.array([(span.first, span.last) for span in spans], dtype=np.int64).reshape(-1, 2)


def softmax(scores: Floats) -> Floats:
    """Scores as probabilities along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)
