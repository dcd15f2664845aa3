"""The curves that turn certainty into a chance."""

from pathlib import Path

import numpy as np
import pytest

from tests.training.articles import INVENTORY, TOKENIZER, prepared, roles
from training.calibrate import exactly_right, fit, half_right, tuning
from training.examples import example
from verbale.encoding.calibration import Logistic
from verbale.encoding.decode import Linked, Tagged

Ends = tuple[int, int]
ONE = example(roles(), TOKENIZER, INVENTORY)
"""Units: source 0-1, cue 2, content 3-7; content 13-18, source 19, cue 20."""


@pytest.mark.parametrize(("weights", "bias"), [((1.5,), -0.5), ((0.8, -1.2), 0.3), ((0.0, 2.0), 1.0)])
def test_a_known_curve_is_found_again(weights: tuple[float, ...], bias: float) -> None:
    random = np.random.default_rng(5)
    features = random.normal(size=(20_000, len(weights)))
    curve = Logistic(weights, bias)
    chances = np.array([curve.chance(row) for row in features])

    found = fit(features, (random.random(len(features)) < chances).astype(float))

    assert found["weights"] == pytest.approx(weights, abs=0.08)
    assert found["bias"] == pytest.approx(bias, abs=0.08)


def test_a_fitted_curve_is_right_on_average() -> None:
    random = np.random.default_rng(6)
    features = random.normal(size=(500, 1))
    right = (features[:, 0] + random.normal(size=500) > 0.7).astype(float)

    curve = Logistic(**fit(features, right))

    assert np.mean([curve.chance(row) for row in features]) == pytest.approx(right.mean(), abs=1e-3)


@pytest.mark.parametrize("right", [[0.0, 0.0, 1.0, 1.0], [1.0] * 4, [0.0] * 4])
def test_a_feature_that_tells_all_has_a_finite_weight(right: list[float]) -> None:
    curve = Logistic(**fit(np.array([[-2.0], [-1.0], [1.0], [2.0]]), np.array(right)))

    assert np.isfinite([*curve.weights, curve.bias]).all()
    assert [curve.chance(np.array([value])) > 0.5 for value in (-2.0, 2.0)] == [bool(right[0]), bool(right[-1])]


def linked(source: Ends | None, *contents: Ends) -> Linked:
    return Linked(
        source=() if source is None else (Tagged("source", *source, 0.9),),
        cue=Tagged("cue", 2, 2, 0.9),
        content=tuple(Tagged("content", *ends, 0.9) for ends in contents),
        cue_chance=0.9,
        source_chance=0.9,
    )


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (linked((0, 1), (3, 7)), True),
        (linked((1, 1), (3, 5)), True),
        (linked((1, 1), (3, 4)), False),
        (linked((1, 3), (3, 7)), False),
        (linked((19, 19), (3, 7)), False),
        (linked((19, 19), (13, 18)), True),
        (linked(None, (3, 7)), False),
        (linked((0, 1), (3, 7), (13, 18)), False),
    ],
    ids=["exact", "half", "less", "source", "other's source", "other", "no source", "too much"],
)
def test_an_attribution_is_right_when_half_of_both_is(found: Linked, right: bool) -> None:
    assert half_right(found, ONE) is right


def test_an_attribution_without_a_source_is_right_where_there_is_none() -> None:
    sourceless = tuple(pair for pair in ONE.links if ONE.kinds[pair[1]] != "source")

    assert half_right(linked(None, (3, 7)), type(ONE)(**{**vars(ONE), "links": sourceless}))


@pytest.mark.parametrize(("ends", "right"), [((3, 7), True), ((3, 6), False), ((9, 11), False)])
def test_a_time_is_right_when_it_is_exact(ends: Ends, right: bool) -> None:
    assert exactly_right(Tagged("DATE", *ends, 0.9), ONE) is right


def test_curves_are_fitted_on_every_other_article(tmp_path: Path) -> None:
    ready = prepared(tmp_path / "ready", articles=5)

    lengths = [len(one.tags) - len(ONE.tags) for one in tuning(ready / "polnear.dev.jsonl")]

    assert lengths == [0, 2 * 2, 2 * 4]
