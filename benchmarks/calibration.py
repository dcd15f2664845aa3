"""Does a confidence mean what it says? The expected calibration error, over bins of equal mass.

Equal mass, so that no bin is judged by three answers: Nguyen and O'Connor, Posterior calibration and
exploratory analysis for natural language processing models, 2015.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import pi, sqrt

BINS = 10

Judged = tuple[float, bool]
"""A confidence, 0-1, and whether what it belongs to is right."""


def calibration_error(judged: Iterable[Judged], bins: int = BINS) -> float:
    """How far confidences and shares of right answers lie apart, 0-1, a bin weighing what it holds."""
    rows = sorted(judged, key=_confidence)
    apart = (abs(sum(sure - right for sure, right in one)) for one in _equal_bins(rows, bins))
    return sum(apart) / max(1, len(rows))


def chance_error(judged: Iterable[Judged], bins: int = BINS) -> float:
    """What perfect confidences would be expected to show on as few answers, 0-1: mere chance.

    Of a bin, the mean of a normal deviate's absolute value, with the variance of its draws.
    """
    rows = sorted(judged, key=_confidence)
    deviations = (sqrt(sum(sure * (1 - sure) for sure, _ in one)) for one in _equal_bins(rows, bins))
    return sqrt(2 / pi) * sum(deviations) / max(1, len(rows))


def _confidence(judged: Judged) -> float:
    return judged[0]


def _equal_bins(rows: Sequence[Judged], bins: int) -> Iterator[Sequence[Judged]]:
    edges = [round(at * len(rows) / bins) for at in range(bins + 1)]
    return (rows[start:end] for start, end in pairwise(edges) if end > start)
