"""The gate, on figures made by hand; then what it holds: our own labels, and a slice of PolNeAR where it is there."""

from functools import partial
from pathlib import Path

import pytest

from benchmarks import cases, who
from benchmarks.accuracy import FIRST, read_all
from benchmarks.corpus import STATEMENTS, data_folder, digest, read_labelled
from benchmarks.gate import FLOORS, Figures, faults, pin, read_floors, write_floors
from benchmarks.statements import NAME_FIRST, figures_of_first
from tests.cases.labels import cases as all_cases
from tests.cases.reading import record_of
from verbale.errors import OptionError
from verbale.reading.pipeline import read
from verbale.reading.tools import Tools

DEVELOPMENT = data_folder() / STATEMENTS


def figures(f1: float = 70.0, error: float = 4.0, corpus: str = "a1") -> Figures:
    return Figures(corpus=corpus, epsilon=0.5, floors={"F1": f1}, ceilings={"error": error})


@pytest.mark.parametrize(
    ("measured", "sentences"),
    [
        (figures(), []),
        (figures(f1=75.0, error=1.0), []),
        (figures(f1=69.6, error=4.4), []),
        (figures(f1=69.4), ["news: F1 is 69.4, its floor 70.0"]),
        (figures(error=4.6), ["news: error is 4.6, its ceiling 4.0"]),
        (
            Figures(corpus="a1", epsilon=0.5, floors={}, ceilings={"error": 4.0}),
            ["news: F1 is not measured, its floor 70.0"],
        ),
        (
            figures(corpus="b2"),
            ["news: the corpus isn't the one that the floors were pinned on (python -m benchmarks --pin)"],
        ),
    ],
)
def test_a_figure_that_is_worse_by_more_than_chance_is_a_sentence(measured: Figures, sentences: list[str]) -> None:
    assert faults("news", measured, {"news": figures()}) == sentences


def test_a_corpus_without_a_floor_is_a_fault_too() -> None:
    assert faults("news", figures(), {}) == ["news: no floor is pinned (python -m benchmarks --pin)"]


@pytest.mark.parametrize(
    ("measured", "f1", "error"),
    [
        (figures(f1=72.0, error=3.0), 72.0, 3.0),
        (figures(f1=72.0, error=4.2), 72.0, 4.0),
        (figures(f1=69.8, error=3.0), 70.0, 3.0),
        (figures(f1=69.8, error=4.2, corpus="b2"), 69.8, 4.2),
    ],
)
def test_pinning_keeps_the_better_of_old_and_new_on_the_same_corpus(measured: Figures, f1: float, error: float) -> None:
    pinned = pin("news", measured, {"news": figures()})
    assert pinned["news"] == figures(f1, error, measured.corpus)


@pytest.mark.parametrize("worse", [figures(f1=69.0), figures(error=5.0), figures(f1=60.0, corpus="b2")])
def test_no_floor_is_lowered_unless_that_is_said(worse: Figures) -> None:
    with pytest.raises(OptionError, match="--lower"):
        pin("news", worse, {"news": figures()})
    assert pin("news", worse, {"news": figures()}, lower=True) == {"news": worse}


def test_pinning_one_corpus_leaves_the_others_and_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    pinned = pin("talks", figures(f1=50.123456), {"news": figures()})
    write_floors(pinned, tmp_path / "floors.json")
    kept = read_floors(tmp_path / "floors.json")
    assert kept == {"news": figures(), "talks": figures(f1=50.12)}
    assert read_floors(tmp_path / "none.json") == {}


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


@pytest.mark.skipif(not DEVELOPMENT.exists(), reason="PolNeAR is not beside this checkout")
def test_the_first_articles_of_polnear_are_read_as_well_as_ever(tools: Tools) -> None:
    labelled = read_labelled(DEVELOPMENT)[:FIRST]
    measured = figures_of_first(read_all(labelled, partial(read, tools=tools)), digest([DEVELOPMENT]))
    assert faults(NAME_FIRST, measured, read_floors(FLOORS)) == []


def test_as_many_of_our_own_cases_pass_as_ever(tools: Tools) -> None:
    measured = cases.figures(cases.passed(all_cases(), partial(record_of, tools=tools)))
    assert faults(cases.NAME, measured, read_floors(FLOORS)) == []


def test_as_many_of_our_own_speakers_are_right_as_ever(tools: Tools) -> None:
    measured = who.figures(who.ours(who.read_all(tools)))
    assert faults(who.NAME, measured, read_floors(FLOORS)) == []
