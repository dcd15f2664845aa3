"""Trains the encoder: one network, every head, all data.

Usage: python -m training.train READY MINILM OUT [--settings FILE] [--articles N] [--start CHECKPOINT]
READY is what `training.prepare` wrote, MINILM the folder of the pretrained checkpoint, OUT the checkpoints'.
A run that was stopped goes on from OUT/last.safetensors; the averaged weights are in OUT/average.safetensors.
"""

import argparse
import json
import math
import time
import tomllib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.examples import Batch, Example, Labelled, batches, example, roughened
from training.losses import loss_of
from training.model import MINILM, Body, Encoder, pretrained
from training.prepare import read_inventory, read_labelled
from verbale.encoding.shapes import Inventory

SAVE_EVERY = 100
REPORT_EVERY = 20


@dataclass(frozen=True)
class Settings:
    """What `settings.toml` holds; each field is explained there."""

    seed: int
    passes: float
    batch: int
    body_rate: float
    layer_decay: float
    head_rate: float
    weight_decay: float
    warm_up: float
    dropout: float
    average: float
    roughen: float
    link_weight: float


def read_settings(path: Path) -> Settings:
    """The settings of a TOML file; every field must be there and no other."""
    return Settings(**tomllib.loads(path.read_text("utf-8")))


def optimiser_of(encoder: Encoder, settings: Settings) -> torch.optim.AdamW:
    """AdamW with a smaller rate the deeper the layer; the word table stays as it was pretrained."""
    encoder.words.weight.requires_grad = False
    groups: list[dict[str, Any]] = []
    for name, parameter in encoder.named_parameters():
        if parameter.requires_grad:
            rate = _rate(name, len(encoder.layers), settings)
            decay = settings.weight_decay if parameter.ndim > 1 else 0.0
            groups.append({"params": [parameter], "lr": rate, "peak": rate, "weight_decay": decay})
    return torch.optim.AdamW(_merged(groups), betas=(0.9, 0.98), foreach=True)


def _rate(name: str, depth: int, settings: Settings) -> float:
    if name.startswith("layers."):
        return settings.body_rate * settings.layer_decay ** (depth - 1 - int(name.split(".")[1]))
    if name.startswith(("positions.", "norm.")):
        return settings.body_rate * settings.layer_decay**depth
    return settings.head_rate


def _merged(groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Groups of the same rate and decay as one."""
    out: dict[tuple[float, float], dict[str, Any]] = {}
    for group in groups:
        key = (group["lr"], group["weight_decay"])
        out.setdefault(key, {**group, "params": []})["params"] += group["params"]
    return list(out.values())


def rate_at(step: int, steps: int, warm_up: float) -> float:
    """The share of the peak rate: up in a line, then down in a line to a fiftieth."""
    rising = max(1, round(steps * warm_up))
    return min(1.0, (step + 1) / rising) * max(0.02, 1 - max(0, step - rising) / max(1, steps - rising))


@dataclass
class Run:
    """A training under way: all that a checkpoint holds."""

    encoder: Encoder
    average: dict[str, Tensor]
    optimiser: torch.optim.AdamW
    settings: Settings
    step: int = 0

    def learn(self, batch: Batch, steps: int) -> float:
        """One step on one batch; gives back its loss."""
        share = rate_at(self.step, steps, self.settings.warm_up)
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * share
        # The dice of dropout follow from the step, so that a run that goes on is the run that was stopped.
        torch.manual_seed(self.settings.seed + self.step)
        loss = loss_of(self.encoder, batch, self.settings.link_weight)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.encoder.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        self._follow()
        return loss.item()

    @torch.no_grad()
    def _follow(self) -> None:
        """Moves the running mean of the weights; its memory is short at the start."""
        keep = min(self.settings.average, (1 + self.step) / (10 + self.step))
        for name, weight in self.encoder.state_dict().items():
            if name != "words.weight":
                self.average[name].lerp_(weight, 1 - keep)

    def take(self, weights: dict[str, Tensor]) -> None:
        """Begins with the weights of an earlier run instead of the pretrained ones."""
        self.encoder.load_state_dict(weights)
        self.average.update({name: weight.clone() for name, weight in weights.items()})

    def save(self, folder: Path) -> None:
        """Writes OUT/last.safetensors (to go on from) and OUT/average.safetensors (to export)."""
        tensors = {f"weights.{name}": weight for name, weight in self.encoder.state_dict().items()}
        tensors |= {f"average.{name}": weight for name, weight in self.average.items()}
        for index, state in self.optimiser.state_dict()["state"].items():
            tensors |= {f"state.{index}.{name}": value for name, value in state.items()}
        about = {"step": str(self.step), "settings": json.dumps(asdict(self.settings))}
        for name, held in (("last", tensors), ("average", self.average)):
            file = folder / f"{name}.safetensors"
            save_file({key: value.contiguous() for key, value in held.items()}, f"{file}.new", metadata=about)
            Path(f"{file}.new").replace(file)

    def load(self, folder: Path, step: int) -> None:
        """Goes on from OUT/last.safetensors."""
        tensors = load_file(folder / "last.safetensors")
        parts: dict[str, dict[str, Tensor]] = {"weights": {}, "average": {}, "state": {}}
        for name, value in tensors.items():
            part, rest = name.split(".", 1)
            parts[part][rest] = value
        self.encoder.load_state_dict(parts["weights"])
        self.average.update(parts["average"])
        held = self.optimiser.state_dict()
        for name, value in parts["state"].items():
            index, kind = name.split(".", 1)
            held["state"].setdefault(int(index), {})[kind] = value
        self.optimiser.load_state_dict(held)
        self.step = step


def begin(minilm: Path, inventory: Inventory, settings: Settings, body: Body = MINILM) -> Run:
    """A run at step 0, from the pretrained body."""
    torch.manual_seed(settings.seed)
    encoder = pretrained(minilm, inventory.sizes(), settings.dropout, body)
    average = {name: weight.clone() for name, weight in encoder.state_dict().items()}
    return Run(encoder, average, optimiser_of(encoder, settings), settings)


@dataclass(frozen=True)
class Corpus:
    """The training articles, plain and as arrays, with what makes arrays of them."""

    labelled: tuple[Labelled, ...]
    plain: tuple[Example, ...]
    tokenizer: Tokenizer
    inventory: Inventory

    def batches_of_pass(self, number: int, settings: Settings) -> list[Batch]:
        """The batches of one pass over the articles, in the order that the seed and the number decide."""
        return batches(self._examples(number, settings), settings.batch, Random(f"{settings.seed}/{number}"))

    def _examples(self, number: int, settings: Settings) -> Iterator[Example]:
        """The plain examples, some of them with spoiled quotation marks instead."""
        random = Random(f"{settings.seed}.{number}")
        for one, text in zip(self.plain, self.labelled, strict=True):
            if one.task == "roles" and random.random() < settings.roughen:
                yield example(roughened(text, random), self.tokenizer, self.inventory)
            else:
                yield one


def read_corpus(ready: Path, articles: int | None = None) -> Corpus:
    """The training articles that `training.prepare` wrote, or the first so many of each corpus."""
    inventory = read_inventory(ready / "inventory.json")
    tokenizer = Tokenizer.from_file(str(ready / "tokenizer.json"))
    labelled = tuple(
        one for name in ("polnear", "timeml") for one in list(read_labelled(ready / f"{name}.train.jsonl"))[:articles]
    )
    return Corpus(labelled, tuple(example(one, tokenizer, inventory) for one in labelled), tokenizer, inventory)


def train(corpus: Corpus, run: Run, out: Path) -> Run:
    """Trains from where the run stands to the end of the passes, and prints a line every twenty steps."""
    out.mkdir(parents=True, exist_ok=True)
    settings, done = run.settings, run.step
    steps = round(settings.passes * len(corpus.batches_of_pass(0, settings)))
    start, losses, seen = time.monotonic(), [], 0
    run.encoder.train()
    for number in range(math.ceil(settings.passes)):
        for batch in corpus.batches_of_pass(number, settings):
            seen += 1
            if seen <= done:
                continue
            if run.step == steps:
                break
            losses.append(run.learn(batch, steps))
            if run.step % REPORT_EVERY == 0:
                pace = (time.monotonic() - start) / (run.step - done)
                _report(run.step, steps, float(np.mean(losses)), pace)
                losses = []
            if run.step % SAVE_EVERY == 0:
                run.save(out)
    run.save(out)
    return run


def _report(step: int, steps: int, loss: float, pace: float) -> None:
    left = pace * (steps - step) / 60
    print(f"step {step}/{steps} loss {loss:.4f} {pace:.2f} s a step, {left:.0f} min left", flush=True)


def last_step(folder: Path, settings: Settings) -> int:
    """The step of the last checkpoint, 0 where there is none.

    Raises `ValueError` where it was trained with other settings: the run would be neither the one nor the other.
    """
    file = folder / "last.safetensors"
    if not file.exists():
        return 0
    with safe_open(str(file), "pt") as held:
        about = held.metadata()
    if json.loads(about["settings"]) != asdict(settings):
        raise ValueError(f"{file} was trained with other settings: take another folder, or those settings")
    return int(about["step"])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in ("ready", "minilm", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--settings", type=Path, default=Path(__file__).with_name("settings.toml"))
    parser.add_argument("--articles", type=int, help="only so many articles of each corpus")
    parser.add_argument("--start", type=Path, help="an average.safetensors, whose weights to begin with")
    given = parser.parse_args()
    settings = read_settings(given.settings)
    step = last_step(given.out, settings)
    corpus = read_corpus(given.ready, given.articles)
    run = begin(given.minilm, corpus.inventory, settings)
    if step:
        run.load(given.out, step)
    elif given.start:
        run.take(load_file(given.start))
    train(corpus, run, given.out)


if __name__ == "__main__":
    main()
