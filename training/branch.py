"""The head for event types: the encoder's upper layers once more, shown who acts, to whom, and by which word."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from training.model import FORBIDDEN, MINILM, Body, Layer, middle_of
from verbale.encoding.event_types import ANCHOR, LABELS, NOBODY

HIDDEN = 256
DROPOUT = 0.2


class Branch(nn.Module):
    """Middle states and marks in, a score for each label out."""

    def __init__(self, body: Body = MINILM) -> None:
        super().__init__()
        self.marks = nn.Embedding(ANCHOR + 1, body.width)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.layers = nn.ModuleList(Layer(body, 0.1) for _ in range(body.layers - middle_of(body.layers)))
        self.dropout = nn.Dropout(DROPOUT)
        self.widen = nn.Linear((ANCHOR + 1) * body.width, HIDDEN)
        self.labels = nn.Linear(HIDDEN, len(LABELS))

    def forward(self, middle: Tensor, marks: Tensor) -> Tensor:
        """`middle`: (sentences, units, width); `marks`: (sentences, units), below zero where there is no unit.

        *Returns:* (sentences, labels), log-odds up to a constant a row.
        """
        there = (marks >= NOBODY).to(middle.dtype)
        hidden = middle + self.marks(marks.clamp(min=NOBODY))
        may_see = (1.0 - there[:, None, None, :]) * FORBIDDEN
        for layer in self.layers:
            hidden = layer(hidden, may_see)
        pools = [
            _mean(hidden, there),
            *(_mean(hidden, (marks == mark).to(middle.dtype)) for mark in range(1, ANCHOR + 1)),
        ]
        wide = nn.functional.gelu(self.widen(self.dropout(torch.cat(pools, dim=1))))
        scores: Tensor = self.labels(self.dropout(wide))
        return scores


def _mean(hidden: Tensor, weights: Tensor) -> Tensor:
    """The mean of the units that count; zero where none does."""
    return (hidden * weights[:, :, None]).sum(1) / weights.sum(1, keepdim=True).clamp(min=1)


def upper_layers(network: Path, body: Body = MINILM) -> dict[str, Tensor]:
    """The layers above the middle of a shipped network under the branch's names, back from int8: where its own begin.

    A checkpoint is not needed, so that the branch can be trained for whatever network the package has.
    """
    graph = onnx.load(network).graph
    tables = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {name.removeprefix("encoder."): table for name, table in tables.items() if name.startswith("encoder.")}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = node.name.removeprefix("/encoder/").removesuffix("/MatMul_quant").replace("/", ".")
            whole = tables[node.input[1]].astype(np.float32) - tables[node.input[3]].astype(np.float32)
            weights[f"{name}.weight"] = (whole * tables[node.input[1].replace("_quantized", "_scale")]).T
    middle = middle_of(body.layers)
    return {
        f"layers.{index - middle}.{rest}": torch.from_numpy(weight.copy())
        for name, weight in weights.items()
        if name.startswith("layers.")
        for index, rest in [_layer(name)]
        if index >= middle
    }


def _layer(name: str) -> tuple[int, str]:
    _, index, rest = name.split(".", 2)
    return int(index), rest
