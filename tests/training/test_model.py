"""The network: the same numbers as BERT where its weights come from BERT, and the names that a checkpoint has."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional

from tests.training.articles import BODY, INVENTORY, bert, encoder
from training.model import MINILM, Encoder, SharedDropout, pretrained

NAMES = {
    "words.weight",
    "positions.weight",
    *(f"shapes.{column}.weight" for column in range(5)),
    *(f"norm.{kind}" for kind in ("weight", "bias")),
    *(
        f"layers.{layer}.{part}.{kind}"
        for layer in range(BODY.layers)
        for part in ("attention", "attended", "attended_norm", "widen", "narrow", "norm")
        for kind in ("weight", "bias")
    ),
    *(f"{head}.{kind}" for head in ("roles", "times", "links", "sourceless") for kind in ("weight", "bias")),
    *(f"{task}_chain.{name}" for task in ("role", "time") for name in ("transitions", "forbidden")),
    "link_distance",
    "link_rank",
}
"""A checkpoint's; another name makes those that were trained before unreadable."""


def as_bert(weights: dict[str, Tensor], ids: Tensor) -> Tensor:
    """What a BERT with these weights makes of one window, written down as the paper has it, a head at a time."""

    def linear(name: str, hidden: Tensor) -> Tensor:
        return hidden @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    def norm(name: str, hidden: Tensor) -> Tensor:
        spread = hidden.var(-1, keepdim=True, correction=0)
        even = (hidden - hidden.mean(-1, keepdim=True)) / (spread + 1e-12).sqrt()
        return even * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    hidden = weights["embeddings.word_embeddings.weight"][ids]
    hidden = hidden + weights["embeddings.position_embeddings.weight"][: len(ids)]
    hidden = norm("embeddings.LayerNorm", hidden + weights["embeddings.token_type_embeddings.weight"][0])
    for index in range(BODY.layers):
        layer, size = f"encoder.layer.{index}", BODY.width // BODY.heads
        parts = [linear(f"{layer}.attention.self.{part}", hidden) for part in ("query", "key", "value")]
        heads = []
        for head in range(BODY.heads):
            query, key, value = (part[:, head * size : (head + 1) * size] for part in parts)
            heads.append((query @ key.T / size**0.5).softmax(-1) @ value)
        attended = linear(f"{layer}.attention.output.dense", torch.cat(heads, dim=-1))
        hidden = norm(f"{layer}.attention.output.LayerNorm", hidden + attended)
        wide = functional.gelu(linear(f"{layer}.intermediate.dense", hidden))
        hidden = norm(f"{layer}.output.LayerNorm", hidden + linear(f"{layer}.output.dense", wide))
    return hidden


def asked(small: Encoder, length: int, padding: int = 0) -> Tensor:
    """What a network says of the first window's roles."""
    ids = torch.arange(length + padding)[None] % BODY.vocabulary
    mask = (torch.arange(length + padding) < length).float()[None]
    with torch.no_grad():
        return small(ids, torch.zeros(1, length + padding, 5, dtype=torch.int64), mask).roles[0, :length]


def test_the_body_is_the_bert_that_it_comes_from(tmp_path: Path) -> None:
    folder = bert(tmp_path / "bert")
    small = pretrained(folder, INVENTORY.sizes(), body=BODY).eval()
    ids = torch.arange(40) * 3 % BODY.vocabulary

    with torch.no_grad():
        ours = small(ids[None], torch.zeros(1, 40, 5, dtype=torch.int64), torch.ones(1, 40)).roles[0]
        theirs = small.roles(as_bert(load_file(folder / "model.safetensors"), ids))

    assert torch.allclose(ours, theirs, atol=1e-4)


def test_new_tables_start_without_a_voice(tmp_path: Path) -> None:
    small = pretrained(bert(tmp_path / "bert"), INVENTORY.sizes(), body=BODY).eval()
    ids, mask = torch.ones(1, 8, dtype=torch.int64), torch.ones(1, 8)

    plain, shaped = (small(ids, torch.full((1, 8, 5), value), mask).roles for value in (0, 1))

    assert torch.equal(plain, shaped)


def test_another_checkpoint_is_refused(tmp_path: Path) -> None:
    folder = bert(tmp_path / "bert")
    weights = load_file(folder / "model.safetensors")
    del weights["encoder.layer.1.output.dense.bias"]
    save_file(weights, folder / "model.safetensors")

    with pytest.raises(KeyError, match=r"encoder\.layer\.1\.output\.dense\.bias"):
        pretrained(folder, INVENTORY.sizes(), body=BODY)


def test_a_checkpoint_has_these_names_and_no_other() -> None:
    assert set(encoder().state_dict()) == NAMES


def test_the_shipped_sizes_are_minilm_s() -> None:
    assert (MINILM.layers, MINILM.width, MINILM.heads, MINILM.inner) == (6, 384, 12, 1536)
    assert (MINILM.vocabulary, MINILM.positions) == (30522, 512)


@pytest.mark.parametrize("padding", [1, 30])
def test_padding_is_not_seen(padding: int) -> None:
    small = encoder()

    assert torch.allclose(asked(small, 10), asked(small, 10, padding), atol=1e-4)


def test_heads_have_a_row_a_piece() -> None:
    said = encoder()(torch.ones(3, 7, dtype=torch.int64), torch.ones(3, 7, 5, dtype=torch.int64), torch.ones(3, 7))

    shapes = [tuple(scores.shape) for scores in (said.roles, said.times, said.links, said.sourceless)]
    assert shapes == [(3, 7, 7), (3, 7, 9), (3, 7, 8, 64), (3, 7)]


def test_dropout_is_the_same_for_every_window_and_keeps_the_mean() -> None:
    torch.manual_seed(0)
    dropout = SharedDropout(0.25).train()

    dropped = dropout(torch.ones(2, 100, 100))

    assert torch.equal(dropped[0], dropped[1])
    assert dropped.unique().tolist() == [0, pytest.approx(4 / 3)]
    assert dropped.mean().item() == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize("dropout", [SharedDropout(0.25).eval(), SharedDropout(0).train()])
def test_dropout_leaves_an_answer_alone(dropout: SharedDropout) -> None:
    hidden = torch.randn(2, 3, 4)

    assert torch.equal(dropout(hidden), hidden)
