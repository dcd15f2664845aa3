"""What a checkpoint gives on the dev split, by the package's own decoding.

Usage: python -m training.evaluate READY CHECKPOINT GOLD.jsonl OUT.jsonl
OUT is a system file for the statements' scorer; CHECKPOINT an average.safetensors.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from tokenizers import Tokenizer

from training.examples import Example, example
from training.model import MINILM, Body, Encoder
from training.prepare import read_inventory, read_labelled
from verbale.encoding.decode import Linked, Tagged, Weights, decode_attributions
from verbale.encoding.links import LinkWeights
from verbale.encoding.network import INPUTS, emit


def read_encoder(checkpoint: Path, sizes: tuple[int, ...], body: Body = MINILM) -> Encoder:
    """The encoder of a checkpoint, ready to answer."""
    encoder = Encoder(sizes, body=body)
    encoder.load_state_dict(load_file(checkpoint))
    return encoder.eval()


def weights_of(encoder: Encoder) -> Weights:
    """What decoding needs beside the emissions."""
    return Weights(
        role_steps=encoder.role_chain.transitions.detach().numpy(),
        time_steps=encoder.time_chain.transitions.detach().numpy(),
        links=LinkWeights(encoder.link_distance.detach().numpy(), encoder.link_rank.detach().numpy()),
    )


class Torch:
    """A checkpoint as the session that the package asks."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    @torch.no_grad()
    def run(self, outputs: Sequence[str], inputs: dict[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        """The named outputs for the named inputs."""
        said = self.encoder(*(torch.from_numpy(inputs[name]) for name in INPUTS))
        return [getattr(said, name).numpy() for name in outputs]


def rows_of(linked: Sequence[Linked], one: Example) -> list[dict[str, list[list[int]]]]:
    """Attributions as the scorer's rows."""
    units = one.pieces.unit_spans()

    def places(spans: Sequence[Tagged]) -> list[list[int]]:
        return [list(span.place(units)) for span in spans]

    return [
        {"source": places(each.source), "cue": places([each.cue]), "content": places(each.content)} for each in linked
    ]


def main(ready: Path, checkpoint: Path, gold: Path, out: Path) -> None:
    """Writes the system file."""
    inventory = read_inventory(ready / "inventory.json")
    tokenizer = Tokenizer.from_file(str(ready / "tokenizer.json"))
    encoder = read_encoder(checkpoint, inventory.sizes())
    weights, session = weights_of(encoder), Torch(encoder)
    with gold.open(encoding="utf-8") as file:
        ids = [json.loads(line)["id"] for line in file]
    with out.open("w", encoding="utf-8") as file:
        for name, labelled in zip(ids, read_labelled(ready / "polnear.dev.jsonl"), strict=True):
            one = example(labelled, tokenizer, inventory)
            rows = rows_of(decode_attributions(emit(one.pieces, one.shapes, session), weights), one)
            file.write(json.dumps({"id": name, "statements": rows}) + "\n")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:5]))
