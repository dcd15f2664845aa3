"""The links fitted again on an encoder whose body no longer moves."""

import pytest
import torch

from tests.training.articles import INVENTORY, TOKENIZER, encoder, roles, times
from training.examples import batch, cut_windows, example
from training.links import OUTSIDE, TABLES, VECTORS, refit, remembered, temper
from training.losses import link_loss

EXAMPLE = example(roles(), TOKENIZER, INVENTORY)
LINKS = ("links.", "sourceless.", "link_")


def test_a_remembered_window_has_the_loss_that_it_has_in_training(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.links.DROPOUT", 0.0)
    small, one = encoder(), batch(tuple(cut_windows(EXAMPLE, None)))

    (first, *_) = refit(small, remembered(small, (EXAMPLE,)), passes=1)

    fresh = encoder()
    assert first == pytest.approx(link_loss(fresh, fresh(one.ids, one.shapes, one.mask), one).item(), rel=1e-4)


def test_a_window_in_which_nothing_is_chosen_is_not_remembered() -> None:
    assert remembered(encoder(), (example(times(), TOKENIZER, INVENTORY),)) == []


def test_the_links_loss_goes_down_from_pass_to_pass() -> None:
    small = encoder()

    losses = refit(small, remembered(small, (EXAMPLE,)), passes=40)

    assert losses[-1] < 0.5 * losses[0]


def test_only_the_links_are_fitted() -> None:
    small, before = encoder(), encoder().state_dict()

    refit(small, remembered(small, (EXAMPLE,)), passes=1)

    moved = {name for name, weight in small.state_dict().items() if not torch.equal(weight, before[name])}
    assert moved
    assert all(name.startswith(LINKS) for name in moved)


def test_the_links_are_fitted_alike_each_time() -> None:
    first, second = encoder(), encoder()

    for small in (first, second):
        refit(small, remembered(small, (EXAMPLE,)), passes=2)

    assert torch.equal(first.links.weight, second.links.weight)


def test_tempering_weighs_links_anew_and_makes_no_role_likelier() -> None:
    small, before = encoder(), encoder()
    asked = batch(tuple(cut_windows(EXAMPLE, None)))

    temper(small)

    said, used = small(asked.ids, asked.shapes, asked.mask), before(asked.ids, asked.shapes, asked.mask)
    assert torch.allclose(said.links, used.links * VECTORS**0.5, atol=1e-5)
    assert torch.allclose(small.link_rank, before.link_rank * TABLES)
    assert torch.allclose(said.roles[..., 0], used.roles[..., 0] + OUTSIDE, atol=1e-5)
    assert torch.equal(said.roles[..., 1:], used.roles[..., 1:])
