"""Fits the links again on the finished encoder, whose body no longer moves: cheap, so they get many passes.

Usage: python -m training.links READY CHECKPOINT OUT
Trained only along with the tags, the links were worse than the nearest cue (85 % against 92.5 % of dev's
contents). The body's answers are computed once and kept, and a pass then takes seconds.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional

from training.evaluate import read_encoder
from training.examples import Example, batches
from training.losses import Choice, Ints, at_heads, choice_loss, choices_of
from training.model import Encoder
from training.train import read_corpus
from verbale.encoding.links import LINK_SIZE, SIDES

PASSES = 12
"""With 100 articles dev's accuracy rose little after eight."""

WINDOWS = 32
"""In a step."""

DROPOUT = 0.1

VECTORS, TABLES = 0.6, 2.5
"""What the product of vectors and the tables of distances and ranks are multiplied by in the end, since the vectors fit
the training articles too well. Swept on dev (0.35 to 1, 1 to 3.5): statements loose F1 67.6 at (1, 1), 70.2 here."""

OUTSIDE = 0.4
"""What is added to the score of no role: fewer proposals, more of them right. Swept on dev's articles at even places,
loose F1: 71.9 at 0, 72.1 at 0.3, 71.8 at 0.5, 71.3 at 0.7; cues with both ends right 73.7, 74.3, 74.6, 74.4."""

RATES = (("links.", 1e-3), ("sourceless.", 1e-3), ("link_", 2e-2))
"""Peak rates: the tables of distances and ranks must come to several units, the rest is trained already."""


@dataclass(frozen=True)
class Seen:
    """A window as the body sees it, and the choices that its spans have to make."""

    hidden: Tensor
    """*Shape:* (units, width)."""
    choices: tuple[Choice, ...]


@torch.no_grad()
def remembered(encoder: Encoder, examples: tuple[Example, ...]) -> list[Seen]:
    """Every window of the examples in which something has to be chosen."""
    encoder.eval()
    out = []
    for batch in batches(examples, 16, None):
        hidden = at_heads(encoder.encode(batch.ids, batch.shapes, batch.mask)[1], batch.heads)
        for row, window in enumerate(batch.windows):
            if choices := tuple(choices_of(window)):
                out.append(Seen(hidden[row, : window.last - window.first].clone(), choices))
    return out


def refit(encoder: Encoder, seen: list[Seen], passes: int = PASSES) -> list[float]:
    """Fits the links in place; gives back the mean loss of each pass."""
    groups = [
        {"params": [weight for name, weight in encoder.named_parameters() if name.startswith(prefix)], "lr": rate}
        for prefix, rate in RATES
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    falling = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, passes * -(-len(seen) // WINDOWS))
    torch.manual_seed(0)  # for dropout
    random, means = Random(0), []
    for _ in range(passes):
        mixed, losses = random.sample(seen, len(seen)), []
        for at in range(0, len(mixed), WINDOWS):
            some = mixed[at : at + WINDOWS]
            loss = torch.stack([_loss(encoder, one) for one in some]).sum() / sum(_answers(one) for one in some)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            falling.step()
            losses.append(loss.item())
        means.append(sum(losses) / len(losses))
    return means


@torch.no_grad()
def temper(encoder: Encoder) -> None:
    """Gives the vectors less weight and the tables more, and no role a better chance, in place."""
    for weight in encoder.links.parameters():
        weight.mul_(VECTORS**0.5)
    encoder.link_distance.mul_(TABLES)
    encoder.link_rank.mul_(TABLES)
    encoder.roles.bias[0] += OUTSIDE


def _loss(encoder: Encoder, one: Seen) -> Tensor:
    """The summed loss of a window's choices; only the units at the ends of spans are asked."""
    ends = torch.from_numpy(np.unique(np.concatenate([_units(choice) for choice in one.choices])))
    hidden = functional.dropout(one.hidden[ends], DROPOUT)
    vectors = one.hidden.new_zeros((len(one.hidden), SIDES, LINK_SIZE))
    vectors[ends] = encoder.links(hidden).view(-1, SIDES, LINK_SIZE)
    sourceless = one.hidden.new_zeros(len(one.hidden))
    sourceless[ends] = encoder.sourceless(hidden).squeeze(1)
    return torch.stack([choice_loss(encoder, vectors, sourceless, choice) for choice in one.choices]).sum()


def _units(choice: Choice) -> Ints:
    return np.concatenate([choice.ends.ravel(), choice.other_ends.ravel()])


def _answers(one: Seen) -> int:
    return sum(choice.answers for choice in one.choices)


def main(ready: Path, checkpoint: Path, out: Path) -> None:
    """Writes the checkpoint with its links fitted again."""
    corpus = read_corpus(ready)
    encoder = read_encoder(checkpoint, corpus.inventory.sizes())
    examples = tuple(one for one in corpus.plain if one.task == "roles")
    for number, mean in enumerate(refit(encoder, remembered(encoder, examples)), start=1):
        print(f"pass {number}: loss {mean:.4f}")
    temper(encoder)
    save_file(encoder.state_dict(), out)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
