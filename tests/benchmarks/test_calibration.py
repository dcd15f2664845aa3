"""The calibration error, on confidences whose error is known."""

import pytest

from benchmarks.calibration import calibration_error, chance_error


@pytest.mark.parametrize(
    ("judged", "error"),
    [
        ([], 0.0),
        ([(1.0, True)] * 30, 0.0),
        ([(1.0, False)] * 30, 1.0),
        ([(0.5, True), (0.5, False)] * 50, 0.0),
        ([(0.9, True), (0.9, False)] * 50, 0.4),
        ([(0.1, False)] * 50 + [(0.9, False)] * 50, 0.5),
        ([(0.8, True)], 0.2),
    ],
)
def test_the_error_is_the_distance_of_confidence_from_the_share_of_right_ones(
    judged: list[tuple[float, bool]], error: float
) -> None:
    assert calibration_error(judged) == pytest.approx(error)


def test_opposite_faults_of_two_bins_do_not_cancel_out() -> None:
    judged = [(0.2, True)] * 50 + [(0.8, False)] * 50
    assert calibration_error(judged) == pytest.approx(0.8)
    assert calibration_error(judged, bins=1) == pytest.approx(0.0)


def test_chance_shrinks_with_the_square_root_of_the_answers_and_is_nought_for_the_certain() -> None:
    few, many = chance_error([(0.7, True)] * 100), chance_error([(0.7, True)] * 400)
    assert few == pytest.approx(2 * many)
    assert few == pytest.approx(0.1156, abs=1e-3)
    assert chance_error([(1.0, True)] * 100) == 0.0
