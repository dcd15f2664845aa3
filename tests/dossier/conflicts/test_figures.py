"""Figures that differ between two reports of one remark."""

import pytest

from verbale.dossier.conflicts.figures import figures_differ


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("that 170 soldiers had left the valley", "170 soldiers have left the valley", None),
        ("that 170 soldiers had left the valley", "190 soldiers have left the valley", ("170", "190")),
        ("that ten ships lay before the harbour", "that 12 ships lay before the harbour", ("ten", "12")),
        ("that 1,500 soldiers had left the valley", "that 1500 soldiers had left the valley", None),
        ("that 1,480 soldiers had left the valley", "that 1,500 soldiers had left the valley", None),
        ("that some 170 soldiers had left the valley", "that 190 soldiers had left the valley", None),
        ("that at least 170 soldiers had left", "that 190 soldiers had left the valley", None),
        ("that the soldiers would leave on 3 March", "that the soldiers would leave on 4 March", None),
        ("that the soldiers would leave in 2023", "that the soldiers would leave in 2024", None),
        ("that 170 soldiers had left the valley", "that 190 ships lay before the harbour", None),
        ("that 170 soldiers had left 3 valleys", "that 190 soldiers had left 3 valleys", None),
        ("a rise in pay of 4.5 percent", "a rise in pay of 5.4 percent", ("4.5", "5.4")),
    ],
)
def test_another_figure_in_the_same_words(left: str, right: str, expected: tuple[str, str] | None) -> None:
    assert figures_differ(left, right) == expected
