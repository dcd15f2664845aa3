"""Which attribution reports which, on spans alone."""

import pytest

from verbale.reading.drafts import Attribution
from verbale.reading.statements.nesting import parents
from verbale.spans import Span


def attribution(cue: tuple[int, int], *contents: tuple[int, int]) -> Attribution:
    return Attribution((), (Span(*cue),), tuple(Span(*one) for one in contents), 0.5)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], []),
        ([attribution((0, 4), (5, 30)), attribution((10, 14), (15, 30))], [None, 0]),
        (
            [attribution((0, 4), (5, 40)), attribution((10, 14), (15, 40)), attribution((20, 24), (25, 40))],
            [None, 0, 1],
        ),
        ([attribution((31, 35), (0, 30)), attribution((10, 14), (15, 30))], [None, 0]),
        ([attribution((0, 4), (5, 20)), attribution((21, 25), (5, 20))], [None, None]),
        ([attribution((0, 4), (5, 20)), attribution((2, 4), (6, 10))], [None, None]),
        ([attribution((0, 4), (5, 20), (30, 50)), attribution((31, 35), (36, 50))], [None, 0]),
        ([attribution((0, 4), (5, 20), (30, 50)), attribution((21, 25), (31, 40))], [None, None]),
    ],
)
def test_the_inner_one_s_cue_and_words_stand_in_the_outer_s_content(
    given: list[Attribution], expected: list[int | None]
) -> None:
    assert parents(given) == expected
