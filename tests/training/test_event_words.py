"""The model of words is fitted and kept."""

from pathlib import Path

import numpy as np

from tests.training.articles import TOKENIZER
from training.event_words import fit, save, vocabulary
from training.told import parsed
from verbale.encoding.event_types import LABELS
from verbale.encoding.event_words import weights_from, word_chances

TOLD = [
    parsed(line, label)
    for line, label in [
        ("{actor: the envoy} {event: said} talks would go on.", "CONSULT"),
        ("{actor: the envoy} {event: said} talks would go.", "CONSULT"),
        ("{actor: the envoy} {event: stop} rain friday.", "REJECT"),
        ("{actor: the envoy} {event: stop} rain.", "REJECT"),
        ("{actor: the envoy} {event: added} friday.", "NONE"),
    ]
]


def test_terms_stand_in_more_than_one_sentence() -> None:
    rows, rarity = vocabulary([["a", "b"], ["a", "c"], ["a", "b"]])

    assert [*rows] == ["a", "a b", "b"]
    assert rarity[rows["a"]] < rarity[rows["b"]]


def test_what_is_fitted_tells_the_types_apart_and_is_read_again_as_it_was_kept(tmp_path: Path) -> None:
    model = fit(TOLD, TOLD, TOKENIZER)
    save(model, tmp_path / "event_words.npz")
    again = weights_from(np.load(tmp_path / "event_words.npz", allow_pickle=False))

    assert again.rows == model.rows
    for words, label in ((["talks", "would", "go"], "CONSULT"), (["stop", "rain"], "REJECT")):
        assert word_chances(words, model).argmax() == word_chances(words, again).argmax() == LABELS.index(label)
