"""Fits the calibration curves on half of the dev split; the other half is for measuring (`make bench`).

Usage: python -m training.calibrate READY MODEL
Reads MODEL (the exported network), writes MODEL/calibration.json. Half: the articles at even places.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.examples import Example, example
from training.prepare import read_inventory, read_labelled
from verbale.encoding.calibration import attribution_features, time_features
from verbale.encoding.decode import Linked, Tagged, Weights, decode_attributions, decode_times, weights_from
from verbale.encoding.network import emit

Floats = NDArray[np.float64]

PENALTY = 1e-2
"""Of the squared weights: enough to keep them finite where a feature separates the classes."""


def fit(features: Floats, right: Floats, rounds: int = 50) -> dict[str, object]:
    """The logistic curve of the highest likelihood, by Newton's method.

    `features`: *Shape:* (entries, features); `right`: (entries,) of 0 and 1.
    """
    rows = np.column_stack([features, np.ones(len(features))])
    weights = np.zeros(rows.shape[1])
    for _ in range(rounds):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chances) - PENALTY * weights
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows + PENALTY * np.eye(rows.shape[1])
        weights += np.linalg.solve(curve, slope)
    return {"weights": [round(float(w), 4) for w in weights[:-1]], "bias": round(float(weights[-1]), 4)}


def half_right(linked: Linked, one: Example) -> bool:
    """Whether some gold attribution's content and source overlap these by half or more, over units."""
    spans = {index: set(range(first, last + 1)) for index, (first, last) in enumerate(one.ends.tolist())}
    cues = [index for index, kind in enumerate(one.kinds) if kind == "cue"]
    content, source = _units(linked.content), _units(linked.source)
    for cue in cues:
        gold_content = set().union(*(spans[a] for a, b in one.links if b == cue))
        gold_source = set().union(*(spans[b] for a, b in one.links if a == cue))
        if _overlap(content, gold_content) >= 0.5 and _overlap(source, gold_source) >= 0.5:
            return True
    return False


def _units(spans: tuple[Tagged, ...]) -> set[int]:
    return {unit for span in spans for unit in range(span.first, span.last + 1)}


def _overlap(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0


def exactly_right(tagged: Tagged, one: Example) -> bool:
    """Whether the annotators marked just these units."""
    return (tagged.first, tagged.last) in {(first, last) for first, last in one.ends.tolist()}


def tuning(path: Path) -> list[Example]:
    """The articles of a dev split that curves may be fitted on: those at even places."""
    ready = path.parent
    inventory = read_inventory(ready / "inventory.json")
    tokenizer = Tokenizer.from_file(str(ready / "tokenizer.json"))
    return [example(labelled, tokenizer, inventory) for labelled in list(read_labelled(path))[::2]]


def calibrate(ready: Path, model: Path) -> dict[str, dict[str, object]]:
    """The curves, as they are written to MODEL/calibration.json."""
    session = onnxruntime.InferenceSession(str(model / "encoder.onnx"), providers=["CPUExecutionProvider"])
    weights = read_weights(model / "labels.json")
    attributions: list[tuple[Floats, bool]] = []
    times: list[tuple[Floats, bool]] = []
    for one in tuning(ready / "polnear.dev.jsonl"):
        for linked in decode_attributions(emit(one.pieces, one.shapes, session), weights):
            attributions.append((attribution_features(linked), half_right(linked, one)))
    for one in tuning(ready / "timeml.dev.jsonl"):
        for tagged in decode_times(emit(one.pieces, one.shapes, session), weights):
            times.append((time_features(tagged), exactly_right(tagged, one)))
    return {"attribution": _fit_rows(attributions), "time": _fit_rows(times)}


def _fit_rows(rows: list[tuple[Floats, bool]]) -> dict[str, object]:
    return fit(np.array([features for features, _ in rows]), np.array([right for _, right in rows], dtype=float))


def read_weights(path: Path) -> Weights:
    """What decoding needs beside the emissions, from `labels.json`."""
    return weights_from(json.loads(path.read_text("utf-8")))


def main(ready: Path, model: Path) -> None:
    """Writes MODEL/calibration.json."""
    (model / "calibration.json").write_text(json.dumps(calibrate(ready, model), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
