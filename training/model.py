"""The network: MiniLM-L6 with embeddings for shape and parse, and a head for each task.

The body is BERT (Devlin et al. 2019) as distilled by MiniLM (Wang et al. 2020). Spans are tagged by a
linear-chain CRF over units (Lafferty et al. 2001); they are linked by a bilinear score over their first and
last units (after Dozat & Manning 2017) with a bias for distance.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from verbale.encoding.labels import ROLE_TAGS, TIME_TAGS, Tagset
from verbale.encoding.links import DISTANCES, LINK_SIZE, RANKS, SIDES

FORBIDDEN = -1e4


@dataclass(frozen=True)
class Body:
    """The sizes of a BERT."""

    layers: int
    width: int
    heads: int
    inner: int
    vocabulary: int
    positions: int


MINILM = Body(layers=6, width=384, heads=12, inner=1536, vocabulary=30522, positions=512)


@dataclass(frozen=True)
class Outputs:
    """What the network says of a batch of windows, a row a word piece (special tokens included)."""

    roles: Tensor
    """*Shape:* (windows, pieces, role tags). CRF emissions."""
    times: Tensor
    """*Shape:* (windows, pieces, time tags). CRF emissions."""
    links: Tensor
    """*Shape:* (windows, pieces, sides, link size)."""
    sourceless: Tensor
    """*Shape:* (windows, pieces). The score of having no source, for a cue that starts there."""
    middle: Tensor
    """*Shape:* (windows, pieces, width). What two thirds of the layers make of each piece."""


class SharedDropout(nn.Module):
    """Dropout whose mask is the same for every window of a batch: random numbers are dear on a CPU."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, hidden: Tensor) -> Tensor:
        """*Shape:* (windows, pieces, width) in and out."""
        if not self.training or self.share == 0:
            return hidden
        keep = torch.rand(hidden.shape[1:]) >= self.share
        return hidden * (keep / (1 - self.share))


class Layer(nn.Module):
    """One transformer layer of BERT, norm after each half."""

    def __init__(self, body: Body, dropout: float) -> None:
        super().__init__()
        width = body.width
        self.heads = body.heads
        self.attention = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, body.inner)
        self.narrow = nn.Linear(body.inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = SharedDropout(dropout)

    def forward(self, hidden: Tensor, may_see: Tensor) -> Tensor:
        """*Shape:* (windows, pieces, width) in and out; `may_see`: (windows, 1, 1, pieces)."""
        batch, length, width = hidden.shape
        parts = self.attention(hidden).view(batch, length, 3, self.heads, width // self.heads)
        parts = parts.permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=may_see)
        seen = seen.transpose(1, 2).reshape(batch, length, width)
        hidden = self.attended_norm(hidden + self.dropout(self.attended(seen)))
        out: Tensor = self.norm(hidden + self.dropout(self.narrow(functional.gelu(self.widen(hidden)))))
        return out


class Encoder(nn.Module):
    """Word pieces and their shapes in, scores for every head out."""

    def __init__(self, shape_sizes: tuple[int, ...], dropout: float = 0.1, body: Body = MINILM) -> None:
        super().__init__()
        width = body.width
        self.words = nn.Embedding(body.vocabulary, width)
        self.positions = nn.Embedding(body.positions, width)
        self.shapes = nn.ModuleList(nn.Embedding(size, width) for size in shape_sizes)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(body, dropout) for _ in range(body.layers))
        self.dropout = SharedDropout(dropout)
        self.roles = nn.Linear(width, len(ROLE_TAGS))
        self.times = nn.Linear(width, len(TIME_TAGS))
        self.links = nn.Linear(width, SIDES * LINK_SIZE)
        self.role_chain = Chain(ROLE_TAGS)
        self.time_chain = Chain(TIME_TAGS)
        self.link_distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.link_rank = nn.Parameter(torch.zeros(2, RANKS))
        self.sourceless = nn.Linear(width, 1)
        for table in self.shapes.parameters():
            nn.init.zeros_(table)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Outputs:
        """`ids`, `mask`: (windows, pieces); `shapes`: (windows, pieces, columns)."""
        return self.answer(*self.encode(ids, shapes, mask))

    def encode(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """What the body makes of each piece, two thirds of the way and at its end.

        *Shape:* (windows, pieces, width), each.
        """
        hidden: Tensor = self.words(ids) + self.positions.weight[: ids.shape[1]]
        for column, table in enumerate(self.shapes):
            hidden = hidden + table(shapes[:, :, column])
        hidden = self.dropout(self.norm(hidden))
        may_see = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * FORBIDDEN
        middle = hidden
        for done, layer in enumerate(self.layers, start=1):
            hidden = layer(hidden, may_see)
            if done == middle_of(len(self.layers)):
                middle = hidden
        return middle, hidden

    def answer(self, middle: Tensor, states: Tensor) -> Outputs:
        """What the heads make of the body's output."""
        links = self.links(states).view(*states.shape[:2], SIDES, LINK_SIZE)
        sourceless = self.sourceless(states).squeeze(2)
        return Outputs(self.roles(states), self.times(states), links, sourceless, middle)


def middle_of(layers: int) -> int:
    """After how many of the layers the encoder gives its states to heads that have upper layers of their own."""
    return layers * 2 // 3


class Chain(nn.Module):
    """A linear-chain CRF: learnt scores of one tag after another; forbidden pairs stay forbidden."""

    forbidden: Tensor

    def __init__(self, tagset: Tagset) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(tagset), len(tagset)))
        self.register_buffer("forbidden", torch.from_numpy(~tagset.allowed).float() * FORBIDDEN)

    def scores(self) -> Tensor:
        """*Shape:* (tags, tags). The score of the second tag after the first."""
        return self.transitions + self.forbidden

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """The mean negative log-likelihood a unit.

        `emissions`: (windows, units, tags); `tags`, `mask`: (windows, units). A window may start in a span.
        """
        scores = self.scores()
        picked = emissions.gather(2, tags[:, :, None]).squeeze(2)
        steps = scores[tags[:, :-1], tags[:, 1:]]
        gold = (picked * mask).sum() + (steps * mask[:, 1:]).sum()
        total = emissions[:, 0]
        for unit in range(1, emissions.shape[1]):
            after = torch.logsumexp(total[:, :, None] + scores, dim=1) + emissions[:, unit]
            total = torch.where(mask[:, unit, None] > 0, after, total)
        return (torch.logsumexp(total, dim=1).sum() - gold) / mask.sum()


def pretrained(folder: Path, shape_sizes: tuple[int, ...], dropout: float = 0.1, body: Body = MINILM) -> Encoder:
    """An encoder whose body has the weights of a BERT checkpoint in safetensors (MiniLM-L6, uncased)."""
    encoder = Encoder(shape_sizes, dropout, body)
    weights = load_file(folder / "model.safetensors")
    own: dict[str, Tensor] = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for index in range(body.layers):
        own |= _layer(weights, index)
    missing, unknown = encoder.load_state_dict(own, strict=False)
    if unknown or any(name.startswith("layers.") for name in missing):
        raise ValueError(f"{folder}: not a MiniLM-L6 checkpoint: {unknown or missing}")
    return encoder


def _layer(weights: dict[str, Tensor], index: int) -> dict[str, Tensor]:
    """The weights of one layer under our names: query, key and value become one matrix."""
    theirs, ours = f"encoder.layer.{index}", f"layers.{index}"
    parts = [f"{theirs}.attention.self.{part}" for part in ("query", "key", "value")]
    out = {
        f"{ours}.attention.{kind}": torch.cat([weights[f"{part}.{kind}"] for part in parts])
        for kind in ("weight", "bias")
    }
    names = {
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm": "output.LayerNorm",
    }
    for our_name, their_name in names.items():
        for kind in ("weight", "bias"):
            out[f"{ours}.{our_name}.{kind}"] = weights[f"{theirs}.{their_name}.{kind}"]
    return out
