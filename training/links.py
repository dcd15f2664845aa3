"""Fits the links again on the finished encoder, whose body no longer moves: cheap, so they get many passes.

Usage: python -m training.links READY CHECKPOINT OUT
Trained only along with the tags, the links were worse than the nearest cue (85 % against 92.5 % of dev's
contents). The body's answers are computed once and kept, and a pass then takes seconds.
"""

import sys
from pathlib import Path
from random import Random

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from training.evaluate import read_encoder
from training.examples import Batch, Example, batches
from training.losses import link_loss
from training.model import Encoder
from training.train import read_corpus

PASSES = 12
"""Dev's accuracy no longer rises after ten."""

RATES = (("links.", 1e-3), ("sourceless.", 1e-3), ("link_", 2e-2))
"""Peak rates: the tables of distances and ranks must come to several units, the rest is trained already."""


@torch.no_grad()
def remembered(encoder: Encoder, examples: tuple[Example, ...]) -> list[tuple[Tensor, Batch]]:
    """Every batch of the examples' windows with the body's answer to it."""
    encoder.eval()
    return [(encoder.encode(one.ids, one.shapes, one.mask), one) for one in batches(examples, 16, None)]


def refit(encoder: Encoder, seen: list[tuple[Tensor, Batch]], passes: int = PASSES) -> list[float]:
    """Fits the links in place; gives back the mean loss of each pass."""
    groups = [
        {
            "params": [weight for name, weight in encoder.named_parameters() if name.startswith(prefix)],
            "lr": rate,
        }
        for prefix, rate in RATES
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    falling = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, passes * len(seen))
    kept = nn.Dropout(0.1)
    random, means = Random(0), []
    for _ in range(passes):
        losses = []
        for hidden, batch in random.sample(seen, len(seen)):
            loss = link_loss(encoder, encoder.answer(kept(hidden)), batch)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            falling.step()
            losses.append(loss.item())
        means.append(sum(losses) / len(losses))
    return means


def main(ready: Path, checkpoint: Path, out: Path) -> None:
    """Writes the checkpoint with its links fitted again."""
    corpus = read_corpus(ready)
    encoder = read_encoder(checkpoint, corpus.inventory.sizes())
    examples = tuple(one for one in corpus.plain if one.task == "roles")
    for number, mean in enumerate(refit(encoder, remembered(encoder, examples)), start=1):
        print(f"pass {number}: loss {mean:.4f}")
    save_file(encoder.state_dict(), out)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
