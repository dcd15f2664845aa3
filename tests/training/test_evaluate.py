"""What a checkpoint gives, as the scorer takes it."""

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.torch import save_file

from tests.training.articles import BODY, INVENTORY, TOKENIZER, encoder, prepared, roles
from training import evaluate
from training.evaluate import Torch, read_encoder, rows_of, weights_of
from training.examples import example
from verbale.encoding.decode import Linked, Tagged
from verbale.encoding.network import emit

ONE = example(roles(), TOKENIZER, INVENTORY)


def test_attributions_are_given_in_code_points_of_the_text() -> None:
    linked = Linked(
        source=(Tagged("source", 19, 19, 0.9),),
        cue=Tagged("cue", 20, 20, 0.9),
        content=(Tagged("content", 13, 18, 0.9), Tagged("content", 3, 4, 0.9)),
        cue_chance=0.9,
        source_chance=0.9,
    )

    (row,) = rows_of([linked], ONE)

    text = roles().text
    assert {role: [text[start:end] for start, end in spans] for role, spans in row.items()} == {
        "source": ["she"],
        "cue": ["added"],
        "content": ["“Rain would stop,”", "the talks"],
    }


def test_a_saved_encoder_answers_as_it_did(tmp_path: Path) -> None:
    save_file(encoder().state_dict(), tmp_path / "average.safetensors")

    saved = read_encoder(tmp_path / "average.safetensors", INVENTORY.sizes(), BODY)

    assert not saved.training
    ours, theirs = (emit(ONE.pieces, ONE.shapes, Torch(one)) for one in (encoder(), saved))
    assert np.array_equal(ours.roles, theirs.roles)
    assert np.array_equal(weights_of(saved).role_steps, weights_of(encoder()).role_steps)


def test_every_article_has_a_row_for_the_scorer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready = prepared(tmp_path / "ready", articles=2)
    gold, out = tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    gold.write_text('{"id": "a"}\n{"id": "b"}\n')
    monkeypatch.setattr(evaluate, "read_encoder", lambda *_: encoder())

    evaluate.main(ready, tmp_path / "average.safetensors", gold, out)

    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["a", "b"]
    assert all({"source", "cue", "content"} == set(found) for row in rows for found in row["statements"])
