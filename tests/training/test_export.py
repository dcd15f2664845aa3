"""What is shipped says what was trained: torch against ONNX, and ONNX against its int8 version."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray
from safetensors.torch import save_file

from tests.training.articles import BODY, INVENTORY, TOKENIZER, encoder, prepared
from training.calibrate import read_weights
from training.evaluate import Torch, weights_of
from training.export import export, export_full, export_small
from verbale.encoding.network import CLS, INPUTS, OUTPUTS, SEP

Arrays = dict[str, NDArray[Any]]

# The exporter that writes opset 17 says at each call that a newer one exists; quantisation needs the older graph.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::torch.jit.TracerWarning"),
]

SEED = 7
"""Of a network that gives five of the seven roles and six of the nine time tags to random pieces."""

INT8_AGREES = 0.9
"""Share of the tags that int8 gives as fp32 does: 0.94 to 1 over ten seeds. Random scores lie closer than trained."""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    export_full(encoder(SEED), folder / "full.onnx")
    export_small(folder / "full.onnx", folder / "small.onnx")
    return folder


def session(path: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def windows(count: int, length: int, seed: int = 0) -> Arrays:
    """Random windows, the last one padded by a third."""
    random = np.random.default_rng(seed)
    ids = random.integers(104, BODY.vocabulary, (count, length))
    shapes = np.stack([random.integers(0, size, (count, length)) for size in INVENTORY.sizes()], axis=2)
    mask = np.ones((count, length), np.float32)
    ids[:, 0], ids[:, -1] = CLS, SEP
    mask[-1, length - length // 3 :] = 0
    return {"ids": ids, "shapes": shapes, "mask": mask}


@pytest.mark.parametrize(("count", "length"), [(1, 3), (2, 16), (1, 256), (16, 40)])
def test_onnx_says_what_torch_says(model: Path, count: int, length: int) -> None:
    asked = windows(count, length)

    ours = Torch(encoder(SEED)).run(OUTPUTS, asked)
    theirs = session(model / "full.onnx").run(OUTPUTS, asked)

    for name, one, other in zip(OUTPUTS, ours, theirs, strict=True):
        assert one.shape == other.shape, name
        assert np.abs(one - other).max() < 1e-4, name


def test_int8_tags_as_fp32_does(model: Path) -> None:
    full, small = session(model / "full.onnx"), session(model / "small.onnx")

    for task in ("roles", "times"):
        ours, theirs = (
            np.concatenate([one.run([task], windows(1, 254, seed))[0].argmax(-1) for seed in range(4)])
            for one in (full, small)
        )
        assert len(np.unique(ours)) >= 5, task
        assert np.mean(ours == theirs) >= INT8_AGREES, task


def test_int8_is_a_quarter_of_the_size_where_the_weights_are(model: Path) -> None:
    full, small = ((model / name).read_bytes() for name in ("full.onnx", "small.onnx"))

    assert encoder(SEED).words.weight.numpy(force=True).tobytes() in full
    assert encoder(SEED).words.weight.numpy(force=True).tobytes() not in small
    assert len(small) < len(full)


def test_int8_doesn_t_depend_on_the_threads(model: Path) -> None:
    asked = windows(3, 254)

    one, two = (session(model / "small.onnx", threads).run(OUTPUTS, asked) for threads in (1, 2))

    assert [scores.tobytes() for scores in one] == [scores.tobytes() for scores in two]


def test_the_shipped_network_takes_and_gives_what_the_package_asks_for(model: Path) -> None:
    small = session(model / "small.onnx")

    assert [one.name for one in small.get_inputs()] == list(INPUTS)
    assert [one.name for one in small.get_outputs()] == list(OUTPUTS)


@pytest.mark.parametrize("keep_full", [True, False])
def test_all_files_of_the_model_are_written(keep_full: bool, tmp_path: Path) -> None:
    ready = prepared(tmp_path / "ready")
    save_file(encoder(SEED).state_dict(), tmp_path / "average.safetensors")

    export(ready, tmp_path / "average.safetensors", tmp_path / "model", keep_full=keep_full, body=BODY)

    names = {path.name for path in (tmp_path / "model").iterdir()}
    assert names == {"encoder.onnx", "labels.json", "tokenizer.json", *(["encoder.fp32.onnx"] if keep_full else [])}
    assert (tmp_path / "model" / "tokenizer.json").read_text("utf-8") == TOKENIZER.to_str(pretty=True)


def test_labels_tell_the_package_what_the_network_learnt(tmp_path: Path) -> None:
    ready = prepared(tmp_path / "ready", articles=1)
    save_file(encoder(SEED).state_dict(), tmp_path / "average.safetensors")
    export(ready, tmp_path / "average.safetensors", tmp_path / "model", body=BODY)

    told, learnt = read_weights(tmp_path / "model" / "labels.json"), weights_of(encoder(SEED))
    labels = json.loads((tmp_path / "model" / "labels.json").read_text("utf-8"))

    assert (tuple(labels["tags"]), tuple(labels["relations"])) == (INVENTORY.tags, INVENTORY.relations)
    for one, other in [
        (told.role_steps, learnt.role_steps),
        (told.time_steps, learnt.time_steps),
        (told.links.distance, learnt.links.distance),
        (told.links.rank, learnt.links.rank),
    ]:
        assert one == pytest.approx(other, abs=1e-5)
