"""Trains the encoder: one network, every head, all data.

Usage: python -m training.train READY MINILM OUT [--settings FILE] [--minutes N] [--articles N]
READY is what `training.prepare` wrote, MINILM the folder of the pretrained checkpoint, OUT where checkpoints go.
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

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.examples import Batch, Example, Labelled, batches, example, roughened, spans_of
from training.model import LAYERS, Chain, Encoder, Outputs, pretrained
from training.prepare import read_inventory, read_labelled
from verbale.encoding.links import (
    CONTENT,
    CUE_OF_CONTENT,
    CUE_OF_SOURCE,
    LINK_SIZE,
    SOURCE,
    distance_buckets,
    rank_buckets,
)
from verbale.encoding.shapes import Inventory

SAVE_EVERY = 100


@dataclass(frozen=True)
class Settings:
    """What `settings.toml` holds; each field is explained there."""

    seed: int
    passes: int
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


def loss_of(encoder: Encoder, batch: Batch, link_weight: float) -> Tensor:
    """The loss of a batch: the tags of its task, and for roles the links between gold spans."""
    outputs = encoder(batch.ids, batch.shapes, batch.mask)
    if batch.task == "times":
        return tag_loss(encoder.time_chain, at_heads(outputs.times, batch.heads), batch)
    loss = tag_loss(encoder.role_chain, at_heads(outputs.roles, batch.heads), batch)
    return loss + link_weight * link_loss(encoder, outputs, batch)


def tag_loss(chain: Chain, emissions: Tensor, batch: Batch) -> Tensor:
    """The CRF's loss, and each unit's own cross-entropy, which makes the emissions probabilities and learns faster."""
    own = functional.cross_entropy(emissions.transpose(1, 2), batch.tags, reduction="none")
    return chain.loss(emissions, batch.tags, batch.unit_mask) + (own * batch.unit_mask).sum() / batch.unit_mask.sum()


def at_heads(scores: Tensor, heads: Tensor) -> Tensor:
    """The scores at the first piece of each unit. *Shape:* (windows, pieces, …) to (windows, units, …)."""
    rows = torch.arange(len(heads))[:, None]
    return scores[rows, heads]


def link_loss(encoder: Encoder, outputs: Outputs, batch: Batch) -> Tensor:
    """The mean cross-entropy of each content's choice of a cue, and each cue's of a source or none."""
    vectors, sourceless = at_heads(outputs.links, batch.heads), at_heads(outputs.sourceless, batch.heads)
    losses = []
    for row, window in enumerate(batch.windows):
        spans = spans_of(window)
        ends = {kind: [index for index, span in spans.items() if span[0] == kind] for kind in ("source", "cue", "content")}
        targets = dict(window.example.links)
        whole = {a for a, _ in window.example.links}
        for link, (from_kind, to_kind) in enumerate((("content", "cue"), ("cue", "source"))):
            own, others = ends[from_kind], ends[to_kind]
            if not own or (not others and link == 0):
                continue
            scores = link_logits(encoder, vectors[row], _ends(spans, own), _ends(spans, others), link)
            if link == 1:
                none = sourceless[row][torch.tensor([spans[index][1] for index in own])]
                scores = torch.cat([scores, none[:, None]], dim=1)
            for at, index in enumerate(own):
                if targets.get(index) in others:
                    losses.append(functional.cross_entropy(scores[at], torch.tensor(others.index(targets[index]))))
                elif link == 1 and index not in whole:
                    losses.append(functional.cross_entropy(scores[at], torch.tensor(len(others))))
    return torch.stack(losses).mean() if losses else outputs.links.sum() * 0


def link_logits(
    encoder: Encoder, vectors: Tensor, ends: np.ndarray, other_ends: np.ndarray, link: int
) -> Tensor:
    """The scores of `encoding.links.link_scores`, with gradients. *Shape:* (spans, other spans)."""
    side, other_side = ((CONTENT, CUE_OF_CONTENT), (CUE_OF_SOURCE, SOURCE))[link]
    own = vectors[ends[:, 0], side] + vectors[ends[:, 1], side + 1]
    others = vectors[other_ends[:, 0], other_side] + vectors[other_ends[:, 1], other_side + 1]
    bias = encoder.link_distance[link][torch.from_numpy(distance_buckets(ends, other_ends))]
    bias = bias + encoder.link_rank[link][torch.from_numpy(rank_buckets(ends, other_ends))]
    return own @ others.T / math.sqrt(LINK_SIZE) + bias


def _ends(spans: dict[int, tuple[str, int, int]], indices: list[int]) -> np.ndarray:
    return np.array([spans[index][1:] for index in indices], dtype=np.int64).reshape(-1, 2)


def optimiser_of(encoder: Encoder, settings: Settings) -> torch.optim.AdamW:
    """AdamW with a smaller rate the deeper the layer; the word table stays as it was pretrained."""
    encoder.words.weight.requires_grad = False
    groups = []
    for name, parameter in encoder.named_parameters():
        if parameter.requires_grad:
            decay = settings.weight_decay if parameter.ndim > 1 else 0.0
            groups.append({"params": [parameter], "lr": _rate(name, settings), "weight_decay": decay})
    for group in groups:
        group["peak"] = group["lr"]
    return torch.optim.AdamW(_merged(groups), betas=(0.9, 0.98), foreach=True)


def _rate(name: str, settings: Settings) -> float:
    if name.startswith("layers."):
        return settings.body_rate * settings.layer_decay ** (LAYERS - 1 - int(name.split(".")[1]))
    if name.startswith(("positions.", "norm.")):
        return settings.body_rate * settings.layer_decay**LAYERS
    return settings.head_rate


def _merged(groups: list[dict]) -> list[dict]:
    """Groups of the same rate and decay as one."""
    out: dict[tuple[float, float], dict] = {}
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


def begin(minilm: Path, inventory: Inventory, settings: Settings) -> Run:
    """A run at step 0, from the pretrained body."""
    torch.manual_seed(settings.seed)
    encoder = pretrained(minilm, inventory.sizes(), settings.dropout)
    average = {name: weight.clone() for name, weight in encoder.state_dict().items()}
    return Run(encoder, average, optimiser_of(encoder, settings), settings)


def examples_of_pass(
    labelled: list[Labelled], plain: list[Example], number: int, tokenizer: Tokenizer, inventory: Inventory,
    settings: Settings,
) -> Iterator[Example]:
    """The examples of one pass: the plain ones, some of them with spoiled quotation marks."""
    random = Random(f"{settings.seed}.{number}")
    for one, text in zip(plain, labelled, strict=True):
        if one.task == "roles" and random.random() < settings.roughen:
            yield example(roughened(text, random), tokenizer, inventory)
        else:
            yield one


def train(ready: Path, minilm: Path, out: Path, settings: Settings, *, articles: int | None = None) -> Run:
    """Trains from the start or from the last checkpoint, and prints a line every twenty steps."""
    inventory = read_inventory(ready / "inventory.json")
    tokenizer = Tokenizer.from_file(str(ready / "tokenizer.json"))
    labelled = [one for name in ("polnear", "timeml") for one in list(read_labelled(ready / f"{name}.train.jsonl"))[:articles]]
    plain = [example(one, tokenizer, inventory) for one in labelled]
    run = begin(minilm, inventory, settings)
    out.mkdir(parents=True, exist_ok=True)
    per_pass = len(batches(plain, settings.batch, Random(0)))
    steps = per_pass * settings.passes
    done = last_step(out)
    if done:
        run.load(out, done)
    run.encoder.train()
    start, losses, seen = time.monotonic(), [], 0
    for number in range(settings.passes):
        chosen = examples_of_pass(labelled, plain, number, tokenizer, inventory, settings)
        for one in batches(chosen, settings.batch, Random(f"{settings.seed}/{number}")):
            seen += 1
            if seen <= done:
                continue
            losses.append(run.learn(one, steps))
            if run.step % 20 == 0:
                pace = (time.monotonic() - start) / (run.step - done)
                left = pace * (steps - run.step) / 60
                print(f"step {run.step}/{steps} loss {np.mean(losses):.4f} {pace:.2f} s a step, {left:.0f} min left", flush=True)
                losses = []
            if run.step % SAVE_EVERY == 0:
                run.save(out)
    run.save(out)
    return run


def last_step(folder: Path) -> int:
    """The step of the last checkpoint, 0 where there is none."""
    file = folder / "last.safetensors"
    if not file.exists():
        return 0
    with safe_open(str(file), "pt") as held:
        return int(held.metadata()["step"])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("ready", "minilm", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--settings", type=Path, default=Path(__file__).with_name("settings.toml"))
    parser.add_argument("--articles", type=int, help="only so many articles of each corpus")
    given = parser.parse_args()
    train(given.ready, given.minilm, given.out, read_settings(given.settings), articles=given.articles)


if __name__ == "__main__":
    main()
