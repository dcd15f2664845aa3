"""Paces, shares and memory, on figures made by hand and in a process that does next to nothing."""

import os
import subprocess
import sys
from collections.abc import Sequence
from threading import Barrier
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.corpus import CHECKOUT
from benchmarks.speed import MEGABYTE, Listening, Pace, in_processes, rate, share, table
from verbale.article import Article

HALF = Pace(words=300, seconds=0.2, memory=400 * MEGABYTE, parsing=0.05, encoding=0.1)
OTHER = Pace(words=300, seconds=0.3, memory=500 * MEGABYTE, parsing=0.1, encoding=0.1)


def test_processes_side_by_side_add_their_rates() -> None:
    assert rate([HALF, OTHER], lambda pace: pace.seconds) == pytest.approx(1500 + 1000)
    assert share([HALF]) == pytest.approx(0.75)
    assert share([HALF, OTHER]) == pytest.approx(2500 / (2000 + 1500))


def test_the_table_shows_both_ways_of_running_and_the_larger_memory() -> None:
    rows = {row.name: row.cells for row in table([HALF], [HALF, OTHER], [OTHER], {"Verbale": 1.5, "textacy": 3.0}).rows}
    assert rows["Verbale, two processes"][0] == pytest.approx(2500)
    assert rows["Verbale, two processes"][-1] == pytest.approx(500)
    assert rows["textacy, one process"][1:5] == (None, None, None, None)
    assert rows["textacy, one process"][5] == 3.0


def test_a_listening_session_answers_as_the_session_and_asks_the_same_again() -> None:
    asked: list[Sequence[str]] = []

    class Session:
        def run(self, outputs: Sequence[str], inputs: dict[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
            asked.append(outputs)
            return [inputs["ids"].astype(np.float32) * 2]

    heard = Listening(Session())
    assert heard.run(["roles"], {"ids": np.array([1, 2])})[0].tolist() == [2.0, 4.0]
    heard.again()
    heard.again()
    assert asked == [["roles"], ["roles"]]


def count(articles: Sequence[Article], threads: int, ready: Barrier) -> Pace:
    ready.wait(60)
    return Pace(len(articles), threads, os.getpid())


def test_processes_are_fresh_share_the_articles_and_wait_for_one_another() -> None:
    paces = in_processes(count, [Article(text="a")] * 5, 2)
    assert [(pace.words, pace.seconds) for pace in paces] == [(3, 1), (2, 1)]
    assert len({os.getpid(), *(pace.memory for pace in paces)}) == 3


def test_peak_memory_grows_with_what_is_held_and_stays_when_it_is_let_go() -> None:
    steps = "from benchmarks.speed import peak_memory as peak; a = peak(); b = bytearray(2**28); c = peak(); del b"
    done = subprocess.run(
        [sys.executable, "-c", f"{steps}; print(a, c, peak())"], check=True, capture_output=True, cwd=CHECKOUT
    )
    before, held, after = (int(number) / MEGABYTE for number in done.stdout.split())
    assert 250 < held - before < 262
    assert after == pytest.approx(held, abs=4)  # the kernel counts in steps
