"""Trains the head that says of which of PLOVER's types an event is, on what the shipped encoder makes of sentences.

Usage: python -m training.event_types DATA MODEL [--folds N] [--answers FILE]
DATA is the folder with plover/, MODEL the package's `src/verbale/model`, whose `event_types.onnx` is written anew.
With --folds the PLV set is also cut in N parts, each answered by what never saw it; --answers is the file for what is
said, row by row, as it is and with the roles swapped: `benchmarks.event_types` makes its table of it.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.branch import Branch, upper_layers
from training.event_words import fit, save, words_of
from training.export import OPSET, export_small
from training.model import MINILM, Body
from training.told import YIELD, Told, read_own, read_plv
from training.train import rate_at
from verbale.article import Article
from verbale.encoding.event_types import (
    ACTOR,
    ANCHOR,
    DIRECTED,
    INPUTS,
    LABELS,
    NOBODY,
    OUTPUTS,
    RECIPIENT,
    beside,
    marks,
    sentence_units,
)
from verbale.encoding.event_words import WordWeights, word_chances
from verbale.lexicon.events import load_events
from verbale.reading.events.deciding import combined
from verbale.reading.events.judging import Chances, lexicon_chances, told_between
from verbale.reading.page import Syntax, lay_out
from verbale.reading.scores import Encoder, score
from verbale.reading.tools import load_encoder, load_syntax
from verbale.spans import Span

SEED = 20221118
PASSES = 9
BATCH = 16
LAYER_RATE, HEAD_RATE = 3e-4, 1e-3
WARM_UP = 0.1
SMOOTHING = 0.05
"""Weight of all labels alike beside the right one."""
UNANCHORED = 0.3
"""Share of sentences shown without their anchor, so that the parties alone must do."""
ALONE = 0.7
"""Share of the times that a sentence is shown alone and not in company."""
COMPANY = 4
"""Sentences in the made-up article in which each is shown a second time."""
SWAPPED = 0.25
"""Weight of a directed event with its roles swapped, which is none."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Shown:
    """A sentence as the head sees it: alone, and among others."""

    middles: tuple[Floats, ...]
    """*Shape:* (units, width), each."""
    marks: Ints
    """*Shape:* (units,)."""
    labels: tuple[int, ...]
    weight: float = 1.0


def shown(told: Sequence[Told], syntax: Syntax, encoder: Encoder) -> tuple[Shown, ...]:
    """The sentences through the shipped parser and encoder, in order; takes about a minute for two thousand."""
    alone = [_alone(one, syntax, encoder) for one in told]
    order = list(range(len(told)))
    Random(SEED).shuffle(order)
    for start in range(0, len(order), COMPANY):
        together = order[start : start + COMPANY]
        for place, middle in zip(together, _together([told[at].text for at in together], syntax, encoder), strict=True):
            if len(middle) == len(alone[place].marks):
                alone[place] = replace(alone[place], middles=(*alone[place].middles, middle))
    return tuple(alone)


def _alone(one: Told, syntax: Syntax, encoder: Encoder) -> Shown:
    page = lay_out(Article(text=one.text), syntax)
    states = score(page, encoder).states
    guess = told_between(page, one.actors, one.recipients)
    anchor = one.anchor or (guess.span if guess else None)
    seen = sentence_units(states.spans, Span(0, len(one.text)), anchor)
    marked = marks(states.spans[seen], anchor, one.actors, one.recipients)
    return Shown((states.middle[seen],), marked, tuple(LABELS.index(label) for label in one.labels))


def _together(texts: Sequence[str], syntax: Syntax, encoder: Encoder) -> Iterator[Floats]:
    """The middle states of each text where it is a paragraph of one article with the others."""
    states = score(lay_out(Article(text="\n\n".join(texts)), syntax), encoder).states
    start = 0
    for text in texts:
        yield states.middle[sentence_units(states.spans, Span(start, start + len(text)), None)]
        start += len(text) + 2


def swapped(examples: Sequence[Shown]) -> tuple[Shown, ...]:
    """Those of directed events with actor and recipient exchanged: nothing that the first does to the second."""
    return tuple(
        replace(one, marks=TURNED[one.marks], labels=(LABELS.index("NONE"),), weight=SWAPPED)
        for one in examples
        if LABELS[one.labels[0]] in DIRECTED and {ACTOR, RECIPIENT} <= set(one.marks.tolist())
    )


def train(examples: Sequence[Shown], start: dict[str, Tensor], *, passes: int = PASSES, body: Body = MINILM) -> Branch:
    """A branch that begins with the encoder's own upper layers and learns from the examples."""
    torch.manual_seed(SEED)
    dice = np.random.default_rng(SEED)
    branch = Branch(body)
    branch.load_state_dict(start, strict=False)
    layers, head = branch.layers.parameters(), [p for n, p in branch.named_parameters() if not n.startswith("layers.")]
    optimiser = torch.optim.AdamW(
        [{"params": layers, "peak": LAYER_RATE}, {"params": head, "peak": HEAD_RATE}], weight_decay=0.01
    )
    steps = passes * -(-len(examples) // BATCH)
    branch.train()
    for step, batch in enumerate(_batches(examples, passes, dice)):
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * rate_at(step, steps, WARM_UP)
        loss = _loss(branch, batch, dice)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
        optimiser.step()
    return branch.eval()


def _batches(examples: Sequence[Shown], passes: int, dice: np.random.Generator) -> Iterator[list[Shown]]:
    """Batches of sentences of about the same length, in another order in each pass."""
    for _ in range(passes):
        lengths = np.array([len(one.marks) for one in examples]) + dice.random(len(examples)) * 10
        order = np.argsort(lengths, kind="stable")
        cuts = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        for at in dice.permutation(len(cuts)):
            yield [examples[index] for index in cuts[at]]


def _loss(branch: Branch, batch: Sequence[Shown], dice: np.random.Generator) -> Tensor:
    """The mean negative log-likelihood of the labels that each may have, smoothed."""
    middle, marked = together(batch, [int(dice.random() > ALONE) % len(one.middles) for one in batch])
    hidden = torch.from_numpy(dice.random(len(batch)) < UNANCHORED)[:, None] & (marked == ANCHOR)
    chances = torch.log_softmax(branch(middle, torch.where(hidden, NOBODY, marked)), dim=1)
    right = torch.stack([chances[row, list(one.labels)].logsumexp(0) for row, one in enumerate(batch)])
    weights = torch.tensor([one.weight for one in batch])
    likelihood = (1 - SMOOTHING) * right + SMOOTHING * chances.mean(1)
    return -(likelihood * weights).sum() / weights.sum()


def together(batch: Sequence[Shown], variants: Sequence[int]) -> tuple[Tensor, Tensor]:
    """Middle states and marks of a batch, filled up with zeros and marks below zero."""
    length = max(len(one.marks) for one in batch)
    middle = torch.zeros(len(batch), length, batch[0].middles[0].shape[1])
    marked = torch.full((len(batch), length), -1)
    for row, (one, variant) in enumerate(zip(batch, variants, strict=True)):
        middle[row, : len(one.marks)] = torch.from_numpy(one.middles[variant])
        marked[row, : len(one.marks)] = torch.from_numpy(one.marks)
    return middle, marked


@torch.no_grad()
def answers(branch: Branch, examples: Sequence[Shown]) -> Floats:
    """*Shape:* (examples, labels). The chance of each label, of the sentences alone."""
    rows = [torch.softmax(branch(*together([one], [0])), dim=1) for one in examples]
    return torch.cat(rows).numpy()


@dataclass(frozen=True)
class Row:
    """A row of the PLV set: as it is written, as the head sees it, and what the lexicon says of it, both ways round."""

    told: Told
    shown: Shown
    lexicon: tuple[Chances, Chances]


def rows_of(told: Sequence[Told], syntax: Syntax, encoder: Encoder) -> tuple[Row, ...]:
    """The rows through the shipped parser, encoder and lexicon."""
    words = load_events()
    out = []
    for one, seen in zip(told, shown(told, syntax, encoder), strict=True):
        page = lay_out(Article(text=one.text), syntax)
        ways = ((one.actors, one.recipients), (one.recipients, one.actors))
        straight, wrong = (dict(lexicon_chances(page, *way, words)) for way in ways)
        out.append(Row(one, seen, (straight, wrong)))
    return tuple(out)


def out_of_fold(
    rows: Sequence[Row], more: tuple[Sequence[Told], Sequence[Shown]], start: dict[str, Tensor], folds: int
) -> list[dict[str, object]]:
    """What is said of each row by what was trained on the other parts and on `more`: as it is, and roles swapped.

    All that `classify` weighs is in it: the head, the words, the lexicon.
    """
    tokenizer = load_encoder().tokenizer
    parts = stratified([one.shown.labels for one in rows], folds)
    out: list[dict[str, object]] = []
    for fold in range(folds):
        known = [one for one, part in zip(rows, parts, strict=True) if part != fold]
        seen = [one.shown for one in known]
        branch = train([*seen, *swapped(seen), *more[1]], start)
        words = fit([one.told for one in known], more[0], tokenizer)
        for at in np.flatnonzero(parts == fold).tolist():
            straight, wrong = (_said(rows[at], way, branch, (words, tokenizer)) for way in (0, 1))
            best = max(straight, key=lambda one: straight[one])
            out.append({"row": at, "said": best, "chance": straight[best], "swapped": wrong[best]})
        print(f"part {fold + 1} of {folds} answered", flush=True)
    return sorted(out, key=lambda one: cast(int, one["row"]))


TURNED = np.array([NOBODY, RECIPIENT, ACTOR, ANCHOR])
"""The mark that each becomes where the roles are swapped."""


def _said(row: Row, way: int, branch: Branch, wording: tuple[WordWeights, Tokenizer]) -> dict[str, float]:
    """The set's types as `classify` would say with that branch and those words; way 1 with the roles swapped."""
    turned = replace(row.shown, marks=TURNED[row.shown.marks]) if way else row.shown
    by_words = word_chances(words_of(row.told.text, wording[1]), wording[0])
    both = beside(answers(branch, [turned])[0].astype(np.float64), by_words.astype(np.float64))
    judged = cast(Chances, dict(zip(LABELS[:-1], both.tolist(), strict=True)))
    lexicon = row.lexicon[way]
    said = combined(lexicon, judged, guessed=True) if lexicon else judged
    out: dict[str, float] = {label: chance for label, chance in said.items() if label not in YIELD}
    out["YIELD"] = sum(chance for label, chance in said.items() if label in YIELD)
    return {label: round(chance, 4) for label, chance in out.items()}


def stratified(labels: Sequence[tuple[int, ...]], folds: int) -> Ints:
    """The part of each row, so that every part has its share of every label. *Shape:* (rows,)."""
    dice = np.random.default_rng(SEED)
    parts = np.zeros(len(labels), dtype=np.int64)
    for label in sorted(set(labels)):
        of_it = dice.permutation([at for at, one in enumerate(labels) if one == label])
        parts[of_it] = np.arange(len(of_it)) % folds
    return parts


def export(branch: Branch, path: Path) -> None:
    """Writes the head as int8 ONNX, as the encoder is (`training.export`)."""
    full = path.with_suffix(".fp32.onnx")
    width = branch.marks.embedding_dim
    torch.onnx.export(
        branch.eval(),
        (torch.zeros(1, 8, width), torch.zeros(1, 8, dtype=torch.int64)),
        str(full),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: {0: "sentences", 1: "units"} for name in INPUTS},
        opset_version=OPSET,
        dynamo=False,
    )
    export_small(full, path, operators=("MatMul",))
    full.unlink()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--answers", type=Path)
    given = parser.parse_args()
    syntax, encoder = load_syntax(), load_encoder()
    told = read_plv(given.data / "plover" / "train.jsonl")
    ours = read_own()
    rows = rows_of(told, syntax, encoder)
    own = shown(ours, syntax, encoder)
    start = upper_layers(given.model / "encoder.onnx")
    print(f"{len(rows)} sentences of the PLV set, {len(own)} of our own", flush=True)
    if given.folds:
        said = out_of_fold(rows, (ours, own), start, given.folds)
        given.answers.write_text("".join(json.dumps(one) + "\n" for one in said), "utf-8")
    plv = [one.shown for one in rows]
    export(train([*plv, *swapped(plv), *own], start), given.model / "event_types.onnx")
    save(fit(told, ours, encoder.tokenizer), given.model / "event_words.npz")


if __name__ == "__main__":
    main()
