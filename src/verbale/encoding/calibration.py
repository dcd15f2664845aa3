"""How likely a decoded span is right, from the encoder's own certainty (logistic, after Platt 1999)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verbale.encoding.decode import Linked, Tagged

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Logistic:
    """A logistic curve over a few features; fitted on the dev split by `training.calibrate`."""

    weights: tuple[float, ...]
    bias: float

    def chance(self, features: Floats) -> float:
        """The probability that it is right. *Shape:* (features,)."""
        return float(1 / (1 + np.exp(-(features @ np.array(self.weights) + self.bias))))


@dataclass(frozen=True)
class Calibration:
    """The curves of everything that the encoder proposes."""

    attribution: Logistic
    """Right: content and source overlap the annotators' by half or more."""
    time: Logistic
    """Right: the span is the annotators' exactly."""


def attribution_features(linked: Linked) -> Floats:
    """Log-odds of the parts' certainty: contents, cue, source, the two links; 1 where there is no source."""
    source = min((span.certainty for span in linked.source), default=0.5)
    content = min(span.certainty for span in linked.content)
    chances = (content, linked.cue.certainty, source, linked.cue_chance, linked.source_chance)
    return np.array([*(log_odds(chance) for chance in chances), float(not linked.source)])


def time_features(tagged: Tagged) -> Floats:
    """Log-odds of the span's certainty."""
    return np.array([log_odds(tagged.certainty)])


def log_odds(chance: float) -> float:
    """The logarithm of the odds, of a chance kept off 0 and 1."""
    kept = min(max(chance, 1e-4), 1 - 1e-4)
    return float(np.log(kept / (1 - kept)))
