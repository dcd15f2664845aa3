"""From a checkpoint to what the package ships: `encoder.onnx` (int8), `tokenizer.json`, `labels.json`.

Usage: python -m training.export READY CHECKPOINT MODEL [--keep-full]
MODEL is the folder `src/verbale/model`; with --keep-full the fp32 network is left beside it, to compare.
"""

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.evaluate import read_encoder
from training.model import MINILM, Body, Encoder
from training.prepare import read_inventory
from verbale.encoding.network import INPUTS, OUTPUTS
from verbale.encoding.shapes import COLUMNS, Inventory

OPSET = 17


class Plain(nn.Module):
    """The encoder with a tuple for an answer, as the exporter wants it."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """The outputs in the order of `OUTPUTS`."""
        said = self.encoder(ids, shapes, mask)
        return tuple(getattr(said, name) for name in OUTPUTS)


def export_full(encoder: Encoder, path: Path) -> None:
    """Writes the network as fp32 ONNX, with batch and length left open."""
    ids = torch.ones((2, 16), dtype=torch.int64)
    example = (ids, torch.zeros((2, 16, len(COLUMNS)), dtype=torch.int64), torch.ones((2, 16)))
    axes = {name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)}
    torch.onnx.export(
        Plain(encoder).eval(),
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def export_small(full: Path, path: Path, *, operators: Sequence[str] = ("MatMul", "Gather")) -> None:
    """Writes the network with int8 weights, a scale a column; activations are quantised as they come.

    Weights keep to seven bits: with eight the products overflow on processors without VNNI, and not on others.
    """
    quantize_dynamic(
        full,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=list(operators),
    )


def labels_of(encoder: Encoder, inventory: Inventory) -> dict[str, object]:
    """What decoding needs beside the network, as JSON."""
    numbers = {
        "role_steps": encoder.role_chain.transitions,
        "time_steps": encoder.time_chain.transitions,
        "link_distance": encoder.link_distance,
        "link_rank": encoder.link_rank,
    }
    return {
        "tags": inventory.tags,
        "relations": inventory.relations,
        **{name: [[round(x, 5) for x in row] for row in tensor.tolist()] for name, tensor in numbers.items()},
    }


def export(ready: Path, checkpoint: Path, model: Path, *, keep_full: bool = False, body: Body = MINILM) -> None:
    """Writes all files of the shipped model but its calibration, which the dev split decides."""
    inventory = read_inventory(ready / "inventory.json")
    encoder = read_encoder(checkpoint, inventory.sizes(), body)
    model.mkdir(parents=True, exist_ok=True)
    full = model / "encoder.fp32.onnx"
    export_full(encoder, full)
    export_small(full, model / "encoder.onnx")
    if not keep_full:
        full.unlink()
    shutil.copyfile(ready / "tokenizer.json", model / "tokenizer.json")
    (model / "labels.json").write_text(json.dumps(labels_of(encoder, inventory)), "utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in ("ready", "checkpoint", "model"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--keep-full", action="store_true")
    given = parser.parse_args()
    export(given.ready, given.checkpoint, given.model, keep_full=given.keep_full)


if __name__ == "__main__":
    main()
