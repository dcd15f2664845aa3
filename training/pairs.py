"""Fits the heads that choose whom a pronoun or description means, on texts whose mentions people have linked.

Usage: python -m training.pairs DATA OUT
DATA is the folder with gum/ and polnear/, OUT the package's model/, whose pairs.json is written anew. Takes some ten
minutes, most of them for reading. GUM's chains are gold; CoreNLP's of PolNeAR are automatic, so only pronouns for
which they have an antecedent count, and each for less. Every choice is made as reading makes it: the candidates are
the stage's own, and each pronoun before is taken to be linked right.

The weights of the signs are fitted first and by themselves, since reading may have to do without the encoder; what
the encoder adds is fitted on top of them.
"""

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from verbale.article import Article
from verbale.reading.drafts import Found
from verbale.reading.entities import begin, link
from verbale.reading.entities.cast import Cast
from verbale.reading.entities.choices import PLACES, Candidate
from verbale.reading.entities.descriptions import begin_description, recalled_by
from verbale.reading.entities.pronouns import candidates_of, family, is_linked
from verbale.reading.mentions import find_mentions
from verbale.reading.page import Page, lay_out
from verbale.reading.scores import States, score
from verbale.reading.tools import Tools

Vectors = NDArray[np.float32]
Key = tuple[int, bool]
Chains = Mapping[Key, str]
Row = Mapping[str, Any]

SILVER = 0.3
"""What a pronoun of PolNeAR's counts beside one of GUM's: an estimate."""

KEPT = ("person",)
"""Sorts whose head stays as it is in OUT/pairs.json, which was fitted on the signs alone, on these corpora, and partly
mended by hand. Fitted anew with the encoder it did better on GUM (dev's right choices 87.6 beside 85.2 %), but on our
labelled speakers 5.8 % were wrong beside 4.6 %."""

EACH = 4
"""Of PolNeAR's articles every fourth is read: they are many, and their chains not sure."""

SIGNS_PENALTY, VECTORS_PENALTY = 0.3, 40.0
"""Of the squared weights. The second swept on GUM's dev split (10, 40, 120): mean log-likelihood of "it" -0.758,
-0.739, -0.746, of "they" -0.727, -0.697, -0.706, of descriptions -0.582, -0.549, -0.551. In threefold cross-validation
on GUM a head that multiplies states by matrices of 8 columns was worse than one weight a dimension."""

STEPS, RATE = 200, 0.02
"""Of the optimiser, which sees all choices at each."""


@dataclass(frozen=True)
class Option:
    """One candidate of a choice."""

    signs: tuple[str, ...]
    often: float
    places: Vectors
    """*Shape:* (places, width), the nearest first; none where it is nobody at all."""
    right: bool


@dataclass(frozen=True)
class Choice:
    """A pronoun with all that it may mean; at least one is right."""

    sort: str
    word: Vectors
    """*Shape:* (width,)."""
    options: tuple[Option, ...]
    weight: float = 1.0


def chains_of_gum(row: Row) -> dict[Key, str]:
    """The entity of each mention, by the place of its head word and whether others are joined to it."""
    spans = ((one["start"], one["end"], one["entity"]) for one in row["mentions"])
    return _by_heads(row["tokens"], spans)


def chains_of_corenlp(row: Row) -> dict[Key, str]:
    """The same of automatic chains, which are given by tokens."""
    tokens = row["tokens"]
    spans = (
        (tokens[first][0], tokens[last - 1][1], str(number))
        for number, chain in enumerate(row["coref"])
        for first, last in chain
    )
    return _by_heads(tokens, spans)


def _by_heads(tokens: Sequence[Sequence[Any]], spans: Iterable[tuple[int, int, str]]) -> dict[Key, str]:
    starts, out = [token[0] for token in tokens], dict[Key, str]()
    for start, end, entity in spans:
        inside = range(int(np.searchsorted(starts, start)), int(np.searchsorted(starts, end)))
        top = next((at for at in inside if tokens[at][5] not in inside), None)
        if top is not None:
            joined = any(tokens[at][5] == top and tokens[at][6] == "conj" for at in inside)
            out.setdefault((starts[top], joined), entity)
    return out


def choices_of(cast: Cast, chains: Chains, *, gold: bool) -> Iterator[Choice]:
    """The choices of a page's pronouns; where one can be made right, it is, and the pronoun linked."""
    own = [chains.get(_key(cast.page, found)) for found in cast.mentions]
    for index, found in enumerate(cast.mentions):
        if index in cast.home:
            continue
        candidates = list(candidates_of(cast, index)) if is_linked(cast, index) else recalled_by(cast, index)
        if not candidates:
            link(cast, index)
            continue
        right = [_is_right(cast, one, index, own, chains) for one in candidates]
        if gold or (any(right) and found.form == "pronoun"):
            yield _choice(cast, index, candidates, right, 1.0 if gold else SILVER)
        meant = next((one.party for one, is_it in zip(candidates, right, strict=True) if is_it and one.party), None)
        if meant is not None:
            cast.join(index, meant)
        elif found.form == "nominal":
            begin_description(cast, index)


def _key(page: Page, found: Found) -> Key:
    return page.tokens[found.head].span.start, bool(found.parts)


def _is_right(cast: Cast, one: Candidate, index: int, own: Sequence[str | None], chains: Chains) -> bool:
    """Whether the candidate was mentioned before, within reach, as what the pronoun means."""
    if own[index] is None:
        return False
    if one.party is None:
        starts = [cast.page.tokens[place].span.start for place in one.places]
        return any(chains.get((start, False)) == own[index] for start in starts)
    heads = set(one.places)
    return any(own[place] == own[index] for place in one.party.mentions if cast.mentions[place].head in heads)


def _choice(cast: Cast, index: int, candidates: Sequence[Candidate], right: Sequence[bool], weight: float) -> Choice:
    found = cast.mentions[index]
    options = (
        Option(
            tuple(sorted(one.signs)),
            one.often,
            cast.states_of(one.places[:PLACES]),
            is_it if any(right) else not one.places,
        )
        for one, is_it in zip(candidates, right, strict=True)
    )
    sort = family(found) if found.form == "pronoun" else "description"
    return Choice(sort, cast.states_of([found.head])[0], tuple(options), weight)


@dataclass(frozen=True)
class Table:
    """All choices of one sort in one piece."""

    choice: Tensor
    """*Shape:* (options,). The choice that each option belongs to."""
    signs: Tensor
    """*Shape:* (options, signs and, last, how often)."""
    right: Tensor
    weight: Tensor
    """*Shape:* (choices,)."""
    words: Tensor
    """*Shape:* (choices, width)."""
    nobody: Tensor
    """The options that are nobody at all."""
    places: Tensor
    """*Shape:* (places, width)."""
    option: Tensor
    """*Shape:* (places,). The option that each place belongs to."""

    @cached_property
    def products(self) -> Tensor:
        """*Shape:* (places, width). Of each place's state and its word's."""
        return self.places * self.words[self.choice[self.option]]


def table_of(choices: Sequence[Choice], names: Sequence[str]) -> Table:
    """The choices as tensors; `names` of the signs."""
    options = [(number, one) for number, choice in enumerate(choices) for one in choice.options]
    columns = {name: column for column, name in enumerate(names)}
    signs = torch.zeros(len(options), len(names) + 1)
    for row, (_, one) in enumerate(options):
        signs[row, [columns[name] for name in one.signs if name in columns]] = 1
        signs[row, -1] = one.often
    return Table(
        choice=torch.tensor([number for number, _ in options]),
        signs=signs,
        right=torch.tensor([one.right for _, one in options]),
        weight=torch.tensor([choice.weight for choice in choices]),
        words=torch.from_numpy(np.stack([choice.word for choice in choices])),
        nobody=torch.tensor([row for row, (_, one) in enumerate(options) if not len(one.places)]),
        places=torch.from_numpy(np.concatenate([one.places for _, one in options])),
        option=torch.tensor([row for row, (_, one) in enumerate(options) for _ in one.places]),
    )


def fit(choices: Sequence[Choice]) -> dict[str, Any]:
    """The weights of one sort, as they stand in the file."""
    names = sorted({name for choice in choices for one in choice.options for name in one.signs})
    table = table_of(choices, names)
    signs = torch.zeros(len(names) + 1, requires_grad=True)
    _descend(table, lambda: table.signs @ signs, [signs], SIGNS_PENALTY)
    told = (table.signs @ signs).detach()
    vectors = torch.zeros(3, table.words.shape[1], requires_grad=True)
    _descend(table, lambda: told + seen(table, vectors), [vectors], VECTORS_PENALTY)
    product, candidate, nobody = ([round(one, 4) for one in row] for row in vectors.tolist())
    *rest, often = [round(one, 3) for one in signs.tolist()]
    given = {name: one for name, one in zip(names, rest, strict=True) if one}
    return {"signs": given, "often": often, "product": product, "candidate": candidate, "nobody": nobody}


def seen(table: Table, vectors: Tensor) -> Tensor:
    """What the encoder speaks for each option. `vectors`: *Shape:* (3, width). *Returns:* (options,)."""
    product, candidate, nobody = vectors
    each = table.products @ product + table.places @ candidate
    best = torch.full((len(table.choice),), -torch.inf).scatter_reduce(0, table.option, each, "amax")
    own = (table.words @ nobody)[table.choice[table.nobody]]
    return best.index_put((table.nobody,), own)


def loss_of(table: Table, sums: Tensor) -> Tensor:
    """The summed negative logarithms of what the right options get of all."""
    right = torch.where(table.right, sums, -torch.inf)
    return (table.weight * (_log_sums(table, sums) - _log_sums(table, right))).sum()


def _log_sums(table: Table, sums: Tensor) -> Tensor:
    """The logarithm of the summed powers of each choice's options."""
    empty = torch.zeros(len(table.weight))
    top = torch.full_like(empty, -torch.inf).scatter_reduce(0, table.choice, sums.detach(), "amax")
    return top + empty.index_add(0, table.choice, torch.exp(sums - top[table.choice])).log()


def _descend(table: Table, sums: Callable[[], Tensor], weights: list[Tensor], penalty: float) -> None:
    """Moves the weights to where the loss and their penalty are least."""
    optimiser = torch.optim.Adam(weights, RATE)
    falling = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, STEPS)
    for _ in range(STEPS):
        loss = loss_of(table, sums()) + penalty * sum((one**2).sum() for one in weights)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        falling.step()


def fit_all(choices: Iterable[Choice]) -> dict[str, dict[str, Any]]:
    """The heads of all sorts."""
    by_sort = defaultdict[str, list[Choice]](list)
    for one in choices:
        by_sort[one.sort].append(one)
    return {sort: fit(some) for sort, some in sorted(by_sort.items())}


def read_choices(data: Path, tools: Tools) -> Iterator[Choice]:
    """The choices of both corpora."""
    silver = {row["id"]: row for row in _rows(data / "polnear" / "corenlp_train.jsonl.gz")}
    for row in _rows(data / "gum" / "train.jsonl"):
        yield from choices_of(_cast(row["text"], tools), chains_of_gum(row), gold=True)
    for row in list(_rows(data / "polnear" / "train.jsonl"))[::EACH]:
        if row["id"] in silver:
            yield from choices_of(_cast(row["text"], tools), chains_of_corenlp(silver[row["id"]]), gold=False)


def _cast(text: str, tools: Tools) -> Cast:
    page, people = lay_out(Article(text=text), tools.syntax), tools.lexicon.people
    states: States = score(page, tools.encoder).states
    return begin(page, find_mentions(page, tools.registry, people), tools.registry, people, states)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    known = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return (json.loads(line) for line in known.decode("utf-8").split("\n") if line.strip())


def main(data: Path, out: Path) -> None:
    """Writes OUT/pairs.json anew, but for the heads that are kept."""
    before = json.loads((out / "pairs.json").read_text("utf-8"))
    choices = (one for one in read_choices(data, Tools.load()) if one.sort not in KEPT)
    heads = {sort: before[sort] for sort in KEPT} | fit_all(choices)
    (out / "pairs.json").write_text(json.dumps(heads, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
