"""The shipped model: its files belong together, and its answers don't depend on the machine's threads."""

import gc
import json
import os
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from numpy.typing import NDArray
from threadpoolctl import threadpool_info

from verbale.encoding.labels import ROLE_TAGS, TIME_TAGS
from verbale.encoding.links import DISTANCES, LINK_SIZE, RANKS, SIDES
from verbale.encoding.network import CLS, OUTPUTS, SEP, emit
from verbale.encoding.shapes import COLUMNS
from verbale.encoding.windows import SIZE, cut
from verbale.errors import ToolsError
from verbale.reading.scores import Encoder
from verbale.reading.tools import MODEL_FILES, Tools, load_encoder, load_syntax

WIDTH = 384
"""Of a state."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder(threads=1)


def windows(encoder: Encoder, count: int, length: int) -> dict[str, NDArray[Any]]:
    """Random windows in which every tag and relation of the inventory may stand."""
    random = np.random.default_rng(0)
    ids = random.integers(1000, encoder.tokenizer.get_vocab_size(), (count, length))
    ids[:, 0], ids[:, -1] = CLS, SEP
    shapes = [random.integers(0, size, (count, length)) for size in encoder.inventory.sizes()]
    return {"ids": ids, "shapes": np.stack(shapes, axis=2), "mask": np.ones((count, length), np.float32)}


def test_the_network_has_a_table_for_every_tag_and_relation(encoder: Encoder) -> None:
    highest = windows(encoder, 1, 3)
    highest["shapes"][:] = np.array(encoder.inventory.sizes()) - 1

    assert len(encoder.session.run(OUTPUTS, highest)) == len(OUTPUTS)

    highest["shapes"][:, :, 2] += 1
    with pytest.raises(Exception, match="out of data bounds"):
        encoder.session.run(OUTPUTS, highest)


def test_the_heads_are_of_the_sizes_that_are_decoded(encoder: Encoder) -> None:
    shapes = [scores.shape for scores in encoder.session.run(OUTPUTS, windows(encoder, 2, 9))]

    heads = [(2, 9, len(ROLE_TAGS)), (2, 9, len(TIME_TAGS)), (2, 9, SIDES, LINK_SIZE), (2, 9)]
    assert shapes == [*heads, (2, 9, WIDTH)]


def test_the_weights_are_of_the_sizes_that_are_decoded(encoder: Encoder) -> None:
    weights = encoder.weights

    assert weights.role_steps.shape == (len(ROLE_TAGS),) * 2
    assert weights.time_steps.shape == (len(TIME_TAGS),) * 2
    assert (weights.links.distance.shape, weights.links.rank.shape) == ((2, DISTANCES), (2, RANKS))
    assert (len(encoder.calibration.attribution.weights), len(encoder.calibration.time.weights)) == (6, 1)


def test_the_tokenizer_has_the_marks_of_a_window_and_cuts_nothing_off(encoder: Encoder) -> None:
    assert [encoder.tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]")] == [CLS, SEP]
    assert len(cut("talks " * 2 * SIZE, encoder.tokenizer)) == 2 * SIZE


def test_the_answers_don_t_depend_on_the_threads(encoder: Encoder) -> None:
    pieces = cut("The envoy said on Friday that the talks had failed. " * 80, encoder.tokenizer)
    matrix = np.zeros((len(pieces), len(COLUMNS)), np.int64)

    one, two = (emit(pieces, matrix, encoder.session, threads=threads) for threads in (1, 2))

    assert len(pieces) > 2 * SIZE
    assert one.roles.tobytes() == two.roles.tobytes()
    assert one.links.tobytes() == two.links.tobytes()


def test_without_a_number_there_are_as_many_threads_as_cores() -> None:
    assert load_encoder().threads == os.cpu_count()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with the model's files, to be damaged."""
    for name in MODEL_FILES:
        (tmp_path / name).write_bytes(files("verbale.model").joinpath(name).read_bytes())
    return tmp_path


def without(key: str) -> Callable[[bytes], bytes]:
    def damage(content: bytes) -> bytes:
        held = json.loads(content)
        del held[key]
        return json.dumps(held).encode()

    return damage


@pytest.mark.parametrize(
    ("name", "damage", "told"),
    [
        ("encoder.onnx", lambda content: content[:-1000], "Error|Exception|Invalid|Fail"),
        ("encoder.onnx", lambda _: b"", "Error|Exception|Invalid|Fail"),
        ("encoder.onnx", lambda content: content.replace(b"sourceless", b"sourceLess"), "sourceLess"),
        ("tokenizer.json", lambda content: content[:-1000], "Error|Exception|Invalid|Fail"),
        ("tokenizer.json", lambda _: b"\xff", "UnicodeDecodeError"),
        ("labels.json", lambda content: content[:-10], "JSONDecodeError"),
        ("labels.json", lambda _: b"[]", "TypeError"),
        ("labels.json", without("tags"), "'tags'"),
        ("labels.json", without("link_rank"), "'link_rank'"),
        (
            "labels.json",
            lambda content: content.replace(b'"link_rank": [[', b'"link_rank": [[0, '),
            "Error|Exception|Invalid|Fail",
        ),
        (
            "labels.json",
            lambda content: content.replace(b'"link_rank": [', b'"link_rank": [[0], '),
            "Error|Exception|Invalid|Fail",
        ),
        ("calibration.json", lambda _: b"{}", "attribution"),
        ("calibration.json", lambda content: content.replace(b"bias", b"basis"), "basis"),
    ],
)
def test_a_damaged_file_is_named_with_a_remedy(
    name: str, damage: Callable[[bytes], bytes], told: str, copy: Path
) -> None:
    whole = (copy / name).read_bytes()
    (copy / name).write_bytes(damage(whole))
    assert (copy / name).read_bytes() != whole

    with pytest.raises(ToolsError, match=told) as caught:
        load_encoder(model=copy)

    assert str(caught.value).startswith(f"{name}: damaged")
    assert "pip install" in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_whole_files_in_another_folder_serve_as_well(copy: Path) -> None:
    assert load_encoder(model=copy).inventory == load_encoder().inventory


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)

    with pytest.raises(ToolsError, match="no tagger, no parser"):
        load_syntax(str(tmp_path))


def test_a_damaged_pipeline_is_named(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    (tmp_path / "config.cfg").write_text("[nlp", encoding="utf-8")

    with pytest.raises(ToolsError, match="damaged"):
        load_syntax(str(tmp_path))


def test_the_parse_doesn_t_depend_on_the_number_of_cores() -> None:
    load_syntax()

    assert {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"} == {1}


def test_what_is_loaded_is_no_work_for_the_garbage_collector() -> None:
    gc.unfreeze()
    Tools.load(threads=1)

    assert gc.isenabled()
    assert gc.get_freeze_count() > 100_000
    gc.unfreeze()


def test_a_pipeline_that_is_missing_is_named_with_a_remedy() -> None:
    with pytest.raises(ToolsError, match="en_core_web_none is missing") as caught:
        Tools.load(pipeline="en_core_web_none")

    assert "pip install" in str(caught.value)
