"""A training of a few steps on a few articles."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors import safe_open
from torch import Tensor

from tests.training.articles import BODY, INVENTORY, bert, encoder, prepared
from training import train as training
from training.examples import Batch
from training.train import (
    Corpus,
    Run,
    Settings,
    begin,
    last_step,
    optimiser_of,
    rate_at,
    read_corpus,
    read_settings,
    train,
)

SETTINGS = Settings(
    seed=7,
    passes=4,
    batch=2,
    body_rate=4e-3,
    layer_decay=0.5,
    head_rate=1e-2,
    weight_decay=0.01,
    warm_up=0.1,
    dropout=0.1,
    average=0.9,
    roughen=0.5,
    link_weight=0.3,
)
STEPS = 16
"""Two batches of roles and two of times in each of four passes."""


class Stopped(Run):
    """A run that is stopped before its sixth step, when its last checkpoint is of the fourth."""

    def learn(self, batch: Batch, steps: int) -> float:
        if self.step == 5:
            raise KeyboardInterrupt
        return super().learn(batch, steps)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return read_corpus(prepared(tmp_path_factory.mktemp("data") / "ready"))


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bert(tmp_path_factory.mktemp("bert") / "bert")


@pytest.fixture
def run(checkpoint: Path) -> Run:
    return begin(checkpoint, INVENTORY, SETTINGS, BODY)


def held(run: Run) -> dict[str, Tensor]:
    """All numbers of a run: weights, their running mean, and what the optimiser remembers."""
    moments = run.optimiser.state_dict()["state"]
    return {
        **{f"weight {name}": weight for name, weight in run.encoder.state_dict().items()},
        **{f"average {name}": weight for name, weight in run.average.items()},
        **{f"{name} {index}": value for index, state in moments.items() for name, value in state.items()},
    }


def differing(run: Run, other: Run) -> list[str]:
    ours, theirs = held(run), held(other)
    assert ours.keys() == theirs.keys()
    return [name for name in ours if not torch.equal(ours[name], theirs[name])]


@pytest.mark.parametrize("task", ["roles", "times"])
def test_the_loss_of_a_batch_goes_down_when_it_is_learnt(task: str, corpus: Corpus, run: Run) -> None:
    batch = next(one for one in corpus.batches_of_pass(0, SETTINGS) if one.task == task)
    run.encoder.train()

    losses = [run.learn(batch, 100) for _ in range(60)]

    assert np.mean(losses[-10:]) < 0.6 * losses[0]


def test_a_run_that_was_stopped_ends_as_one_that_was_not(
    corpus: Corpus, run: Run, checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "SAVE_EVERY", 2)
    whole = train(corpus, run, tmp_path / "whole")

    first = begin(checkpoint, INVENTORY, SETTINGS, BODY)
    with pytest.raises(KeyboardInterrupt):
        train(corpus, Stopped(first.encoder, first.average, first.optimiser, SETTINGS), tmp_path / "broken")
    second = begin(checkpoint, INVENTORY, SETTINGS, BODY)
    second.load(tmp_path / "broken", last_step(tmp_path / "broken", SETTINGS))
    assert second.step == 4
    second = train(corpus, second, tmp_path / "broken")

    assert (whole.step, second.step) == (STEPS, STEPS)
    assert differing(whole, second) == []


def test_two_runs_of_the_same_seed_end_alike_and_of_another_don_t(
    corpus: Corpus, run: Run, checkpoint: Path, tmp_path: Path
) -> None:
    again = begin(checkpoint, INVENTORY, SETTINGS, BODY)
    other = begin(checkpoint, INVENTORY, replace(SETTINGS, seed=8), BODY)

    first, second, third = (train(corpus, one, tmp_path / "out") for one in (run, again, other))

    assert differing(first, second) == []
    assert "weight layers.0.widen.weight" in differing(first, third)


def test_a_checkpoint_gives_back_all_that_was_saved(corpus: Corpus, run: Run, checkpoint: Path, tmp_path: Path) -> None:
    for batch in corpus.batches_of_pass(0, SETTINGS):
        run.learn(batch, STEPS)
    run.save(tmp_path)
    loaded = begin(checkpoint, INVENTORY, SETTINGS, BODY)
    loaded.load(tmp_path, last_step(tmp_path, SETTINGS))

    assert loaded.step == run.step == 4
    assert differing(run, loaded) == []


def test_a_checkpoint_says_what_it_was_trained_with(run: Run, tmp_path: Path) -> None:
    run.save(tmp_path)

    with safe_open(str(tmp_path / "average.safetensors"), "pt") as file:
        about = file.metadata()
    assert about["step"] == "0"
    assert '"body_rate": 0.004' in about["settings"]


def test_saving_leaves_nothing_half_written(run: Run, tmp_path: Path) -> None:
    run.save(tmp_path)
    run.save(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["average.safetensors", "last.safetensors"]


def test_a_folder_without_a_checkpoint_is_at_step_nought(tmp_path: Path) -> None:
    assert last_step(tmp_path, SETTINGS) == 0


def test_a_run_doesn_t_go_on_with_other_settings(run: Run, tmp_path: Path) -> None:
    run.save(tmp_path)

    with pytest.raises(ValueError, match="other settings"):
        last_step(tmp_path, replace(SETTINGS, passes=5))


def test_a_run_may_begin_with_an_earlier_one_s_weights(corpus: Corpus, run: Run, checkpoint: Path) -> None:
    for batch in corpus.batches_of_pass(0, SETTINGS):
        run.learn(batch, STEPS)
    later = begin(checkpoint, INVENTORY, SETTINGS, BODY)
    later.take(run.average)

    assert later.step == 0
    for name, weight in later.encoder.state_dict().items():
        assert torch.equal(weight, run.average[name]), name
        assert torch.equal(weight, later.average[name]), name


def test_the_words_stay_as_they_were_pretrained_and_all_else_moves(corpus: Corpus, run: Run) -> None:
    before = {name: weight.clone() for name, weight in run.encoder.named_parameters()}
    for batch in corpus.batches_of_pass(0, SETTINGS):
        run.learn(batch, STEPS)

    unmoved = {name for name, weight in run.encoder.named_parameters() if torch.equal(weight, before[name])}
    assert unmoved == {"words.weight"}


def test_the_mean_of_the_weights_follows_them(corpus: Corpus, run: Run) -> None:
    name = "roles.weight"
    first = run.average[name].clone()
    run.learn(corpus.batches_of_pass(0, SETTINGS)[0], STEPS)

    share = 2 / 11
    expected = first * share + run.encoder.roles.weight * (1 - share)
    assert torch.allclose(run.average[name], expected, atol=1e-6)


@pytest.mark.parametrize(
    ("name", "rate"),
    [
        ("layers.1.widen.weight", 4e-3),
        ("layers.0.widen.weight", 2e-3),
        ("positions.weight", 1e-3),
        ("norm.bias", 1e-3),
        ("roles.weight", 1e-2),
        ("shapes.0.weight", 1e-2),
        ("link_rank", 1e-2),
        ("role_chain.transitions", 1e-2),
    ],
)
def test_a_layer_learns_the_slower_the_deeper_it_lies(name: str, rate: float) -> None:
    small = encoder()
    weight = small.get_parameter(name)

    rates = [
        group["peak"]
        for group in optimiser_of(small, SETTINGS).param_groups
        if any(one is weight for one in group["params"])
    ]

    assert rates == [pytest.approx(rate)]


def test_only_matrices_decay() -> None:
    groups = optimiser_of(encoder(), SETTINGS).param_groups

    assert {one.ndim > 1 for group in groups if group["weight_decay"] for one in group["params"]} == {True}
    assert {one.ndim > 1 for group in groups if not group["weight_decay"] for one in group["params"]} == {False}


@pytest.mark.parametrize(
    ("step", "share"), [(0, 0.1), (4, 0.5), (9, 1.0), (10, 1.0), (55, 0.5), (99, 0.02), (100, 0.02), (140, 0.02)]
)
def test_the_rate_goes_up_and_down_again(step: int, share: float) -> None:
    assert rate_at(step, 100, 0.1) == pytest.approx(share)


def test_passes_differ_and_each_is_the_same_again(corpus: Corpus) -> None:
    first, again, second = (
        [one.ids.tolist() for one in corpus.batches_of_pass(number, SETTINGS)] for number in (0, 0, 1)
    )

    assert first == again
    assert first != second


def test_some_articles_have_spoiled_marks(corpus: Corpus) -> None:
    always, never = (replace(SETTINGS, roughen=share) for share in (1.0, 0.0))
    plain = {id(one) for one in corpus.plain}

    def untouched(settings: Settings) -> set[bool]:
        batches = corpus.batches_of_pass(0, settings)
        return {id(window.example) in plain for one in batches if one.task == "roles" for window in one.windows}

    assert (untouched(always), untouched(never)) == ({False}, {True})


def test_so_many_articles_of_each_corpus_are_read(tmp_path: Path) -> None:
    corpus = read_corpus(prepared(tmp_path / "ready"), 2)

    assert [one.task for one in corpus.plain] == ["roles", "roles", "times", "times"]


def test_the_settings_that_we_train_with_are_read() -> None:
    settings = read_settings(Path(training.__file__).with_name("settings.toml"))

    assert settings.seed == 7
    assert 0 < settings.body_rate < settings.head_rate < 0.1


@pytest.mark.parametrize("lines", ["seed = 7\n", "seed = 7\nspeed = 8\n"])
def test_settings_are_all_there_and_no_other(lines: str, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(lines)

    with pytest.raises(TypeError, match="argument"):
        read_settings(tmp_path / "settings.toml")
