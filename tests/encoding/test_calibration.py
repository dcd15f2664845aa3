"""How likely a decoded span is right."""

from math import log

import numpy as np
import pytest

from verbale.encoding.calibration import Logistic, attribution_features, log_odds, time_features
from verbale.encoding.decode import Linked, Tagged

SOURCE, CUE, FIRST, SECOND = (
    Tagged(kind, 0, 1, certainty)
    for kind, certainty in (("source", 0.6), ("cue", 0.7), ("content", 0.9), ("content", 0.8))
)


@pytest.mark.parametrize(
    ("weights", "bias", "features", "chance"),
    [
        ((1.0,), 0.0, (0.0,), 0.5),
        ((1.0,), 0.0, (log(3),), 0.75),
        ((1.0,), 0.0, (-log(3),), 0.25),
        ((0.0, 0.0), log(9), (5.0, -7.0), 0.9),
        ((2.0, -1.0), -1.0, (1.0, 1.0), 0.5),
        ((1.0,), 0.0, (50.0,), 1.0),
    ],
)
def test_a_curve_turns_features_into_a_chance(
    weights: tuple[float, ...], bias: float, features: tuple[float, ...], chance: float
) -> None:
    assert Logistic(weights, bias).chance(np.array(features)) == pytest.approx(chance)


def test_a_curve_that_copies_the_log_odds_gives_the_chance_back() -> None:
    copy = Logistic((1.0,), 0.0)

    assert copy.chance(time_features(Tagged("DATE", 0, 0, 0.83))) == pytest.approx(0.83)


@pytest.mark.parametrize(("chance", "odds"), [(0.5, 0), (0.75, log(3)), (0.2, -log(4))])
def test_log_odds(chance: float, odds: float) -> None:
    assert log_odds(chance) == pytest.approx(odds)


@pytest.mark.parametrize(("chance", "kept"), [(0.0, 1e-4), (1.0, 1 - 1e-4)])
def test_log_odds_of_certainty_are_finite(chance: float, kept: float) -> None:
    assert log_odds(chance) == pytest.approx(log(kept / (1 - kept)))


def test_an_attribution_is_as_sure_as_each_of_its_parts() -> None:
    linked = Linked((SOURCE,), CUE, (FIRST, SECOND), cue_chance=0.55, source_chance=0.65)

    chances = (0.8, 0.7, 0.6, 0.55, 0.65)
    assert attribution_features(linked).tolist() == [*(log_odds(chance) for chance in chances), 0.0]


def test_an_attribution_without_a_source_is_told_apart() -> None:
    linked = Linked((), CUE, (FIRST,), cue_chance=0.55, source_chance=0.65)

    features = attribution_features(linked)

    assert (features[2], features[5]) == (0.0, 1.0)
