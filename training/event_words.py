"""Fits the model of words that stands beside the head for event types (`encoding.event_words`)."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from training.told import Told
from verbale.encoding.event_types import LABELS
from verbale.encoding.event_words import WordWeights, terms_of, word_features
from verbale.encoding.windows import cut

LEAST = 2
"""Sentences that a term must stand in."""
RIDGE = 0.05
"""The penalty on weights, against the sum of the sentences' losses."""
OWN_WEIGHT = 0.5
"""What a sentence of ours counts beside one of the PLV set: there are more of ours, and they are written to a plan."""
STEPS = 200


def words_of(text: str, tokenizer: Tokenizer) -> list[str]:
    """The text's units in letters, as the head's sentence has them."""
    return [text[start:end] for start, end in cut(text, tokenizer).unit_spans().tolist()]


def fit(plv: Sequence[Told], own: Sequence[Told], tokenizer: Tokenizer) -> WordWeights:
    """The model of the sentences that tell an event."""
    told = [one for one in (*plv, *own) if one.labels != ("NONE",)]
    words = [words_of(one.text, tokenizer) for one in told]
    rows, rarity = vocabulary(words)
    features = torch.zeros(len(told), len(rows))
    for row, one in enumerate(words):
        found, values = word_features(one, rows, rarity)
        features[row, found] = torch.from_numpy(values)
    labels = torch.zeros(len(told), len(LABELS) - 1, dtype=torch.bool)
    for row, sentence in enumerate(told):
        labels[row, [LABELS.index(label) for label in sentence.labels]] = True
    count = torch.tensor([1.0 if at < len(plv) else OWN_WEIGHT for at in range(len(told))])
    weights, bias = _logistic(features, labels, count)
    return WordWeights(rows, rarity, weights.numpy(), bias.numpy())


def vocabulary(sentences: Sequence[Sequence[str]]) -> tuple[dict[str, int], NDArray[np.float32]]:
    """The terms that stand in enough of the sentences, each with its row; and how rare each is."""
    counts = Counter(term for words in sentences for term in set(terms_of(words)))
    terms = sorted(term for term, count in counts.items() if count >= LEAST)
    rarity = [np.log((1 + len(sentences)) / (1 + counts[term])) + 1 for term in terms]
    return {term: row for row, term in enumerate(terms)}, np.array(rarity, dtype=np.float32)


def _logistic(features: Tensor, labels: Tensor, count: Tensor) -> tuple[Tensor, Tensor]:
    """Weights and bias of the logistic regression; a row may have several right labels."""
    weights = torch.zeros(features.shape[1], labels.shape[1], requires_grad=True)
    bias = torch.zeros(labels.shape[1], requires_grad=True)
    optimiser = torch.optim.LBFGS([weights, bias], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimiser.zero_grad()
        chances = torch.log_softmax(features @ weights + bias, dim=1)
        right = chances.masked_fill(~labels, -torch.inf).logsumexp(1)
        out: Tensor = -(right * count).sum() + RIDGE * (weights * weights).sum()
        out.backward()
        return out

    optimiser.step(loss)
    return weights.detach(), bias.detach()


def save(model: WordWeights, path: Path) -> None:
    """Writes the model, its numbers in half precision."""
    terms = np.array(sorted(model.rows, key=lambda term: model.rows[term]))
    halves = {name: getattr(model, name).astype(np.float16) for name in ("rarity", "weights", "bias")}
    np.savez_compressed(path, terms=terms, **halves)
