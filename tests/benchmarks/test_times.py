"""The measure of time expressions, and the peers in our terms."""

import pytest

from benchmarks.time_peers import placed
from benchmarks.times import Dated, Timex, agreement, score_times
from verbale.article import Article

GOLD = (Timex(0, 6, "DATE", "2022-01-14"), Timex(10, 20, "DURATION", "P3D"))
ARTICLE = Dated(Article(text="Friday and three days more."), GOLD)


@pytest.mark.parametrize(
    ("answer", "figures"),
    [
        (GOLD, (100, 100, 100, 100)),
        ((), (0, 0, 0, 0)),
        (GOLD[:1], (66.7, 66.7, 66.7, 66.7)),
        ((Timex(0, 6, "TIME", "2022-01-14"), Timex(10, 15, "DURATION", "P3D")), (100, 50, 50, 100)),
        ((Timex(0, 6, "DATE", "2022-01-07"), GOLD[1]), (100, 100, 100, 50)),
        ((*GOLD, Timex(22, 26, "DATE", "X")), (80, 80, 80, 80)),
        ((Timex(0, 20, "DATE", "2022-01-14"),), (66.7, 0, 66.7, 66.7)),
    ],
)
def test_the_measure_is_that_of_tempeval(answer: tuple[Timex, ...], figures: tuple[float, ...]) -> None:
    reached = agreement([(ARTICLE, answer)])

    assert tuple(round(reached[name], 1) for name in ("relaxed", "strict", "type", "value")) == figures


def test_a_finder_is_scored_with_the_time_that_it_takes() -> None:
    reached = score_times(lambda article: GOLD[: len(article.text)], [ARTICLE])

    assert reached["strict"] == 100
    assert reached["milliseconds"] >= 0


def test_what_a_peer_finds_is_placed_in_the_text_in_order() -> None:
    answers = [
        {"text": "Friday", "type": "DATE", "value": "2022-01-14"},
        {"text": "a &amp; b", "type": "DATE", "value": "2022"},
        {"text": "Friday", "type": "DATE", "value": "2022-01-21"},
        {"text": "elsewhere", "type": "DATE", "value": "2022"},
    ]

    assert list(placed("On Friday a & b, on Friday.", answers)) == [
        (3, 9, "DATE", "2022-01-14"),
        (10, 15, "DATE", "2022"),
        (20, 26, "DATE", "2022-01-21"),
    ]
