"""Labelled articles of a few sentences, a tokenizer for them, and an encoder that is small enough to train."""

import json
import re
from dataclasses import asdict, replace
from pathlib import Path
from random import Random

import torch
from safetensors.torch import save_file

from tests.wordpieces import word_pieces
from training.examples import Labelled
from training.model import Body, Encoder
from verbale.encoding.shapes import Inventory, Word

INVENTORY = Inventory(tags=("DT", "NN", "VBD"), relations=("ROOT", "nsubj"))
TOKENIZER = word_pieces("the", "envoy", "said", "talks", "would", "go", "on", "added", "friday", "rain", "stop")
BODY = Body(layers=2, width=24, heads=2, inner=32, vocabulary=TOKENIZER.get_vocab_size(), positions=256)

SAYS = "The envoy said the talks would go on."
ADDS = "“Rain would stop,” she added."
PLAIN = "Rain on Friday."


def dice(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - no cryptography here


def words_of(text: str) -> tuple[Word, ...]:
    """A parse as simple as can be: words and marks, each with the one before as its head."""
    found = list(re.finditer(r"\w+|[^\w\s]", text))
    return tuple(
        Word(one.start(), one.end(), "VBD" if one.group() in ("said", "added") else "NN", "nsubj", -bool(at))
        for at, one in enumerate(found)
    )


def labelled(text: str, *spans: tuple[str, str], links: tuple[tuple[int, int], ...] = ()) -> Labelled:
    """An article with spans given by their words, each where these first stand."""
    places = tuple((kind, text.index(words), text.index(words) + len(words)) for kind, words in spans)
    task = "roles" if not spans or spans[0][0].islower() else "times"
    return Labelled(task, text, words_of(text), places, links)


def roles() -> Labelled:
    """Two attributions: the first has its source before, the second its content."""
    return labelled(
        f"{SAYS} {PLAIN} {ADDS}",
        ("source", "The envoy"),
        ("cue", "said"),
        ("content", "the talks would go on"),
        ("content", "“Rain would stop,”"),
        ("source", "she"),
        ("cue", "added"),
        links=((2, 1), (1, 0), (3, 5), (5, 4)),
    )


def times() -> Labelled:
    """One day."""
    return labelled(PLAIN, ("DATE", "Friday"))


def prepared(folder: Path, articles: int = 3) -> Path:
    """A folder as `training.prepare` leaves it."""
    folder.mkdir()
    for corpus, one in (("polnear", roles()), ("timeml", times())):
        for split in ("train", "dev"):
            rows = (
                json.dumps(asdict(replace(one, text=one.text + " Rain." * more)), ensure_ascii=False) + "\n"
                for more in range(articles)
            )
            (folder / f"{corpus}.{split}.jsonl").write_text("".join(rows), "utf-8")
    (folder / "inventory.json").write_text(json.dumps(asdict(INVENTORY)), "utf-8")
    TOKENIZER.save(str(folder / "tokenizer.json"))
    return folder


def encoder(seed: int = 0) -> Encoder:
    """A small network of random weights, none of them zero."""
    torch.manual_seed(seed)
    small = Encoder(INVENTORY.sizes(), body=BODY)
    with torch.no_grad():
        for name, parameter in small.named_parameters():
            parameter.normal_(mean=float(name.endswith("norm.weight")), std=0.3)
    return small.eval()


def bert(folder: Path, body: Body = BODY, seed: int = 0) -> Path:
    """The folder of a BERT checkpoint with random weights, under the names that BERT's authors gave them."""
    torch.manual_seed(seed)
    shapes = {
        "embeddings.word_embeddings.weight": (body.vocabulary, body.width),
        "embeddings.position_embeddings.weight": (body.positions, body.width),
        "embeddings.token_type_embeddings.weight": (2, body.width),
        **norm("embeddings.LayerNorm", body.width),
        "pooler.dense.weight": (body.width, body.width),
    }
    for index in range(body.layers):
        layer = f"encoder.layer.{index}"
        for part in ("query", "key", "value"):
            shapes |= linear(f"{layer}.attention.self.{part}", body.width, body.width)
        shapes |= linear(f"{layer}.attention.output.dense", body.width, body.width)
        shapes |= norm(f"{layer}.attention.output.LayerNorm", body.width)
        shapes |= linear(f"{layer}.intermediate.dense", body.width, body.inner)
        shapes |= linear(f"{layer}.output.dense", body.inner, body.width)
        shapes |= norm(f"{layer}.output.LayerNorm", body.width)
    folder.mkdir()
    weights = {name: torch.randn(shape) * 0.3 + name.endswith("Norm.weight") for name, shape in shapes.items()}
    save_file(weights, folder / "model.safetensors")
    return folder


def linear(name: str, inputs: int, outputs: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}


def norm(name: str, width: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": (width,), f"{name}.bias": (width,)}
