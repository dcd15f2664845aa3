"""The head for event types learns, is exported whole, and asks each row of a head that never saw it."""

from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from tests.training.articles import BODY, encoder
from training.branch import Branch, upper_layers
from training.event_types import Shown, answers, export, stratified, swapped, together, train
from training.export import export_full, export_small
from verbale.encoding.event_types import ACTOR, ANCHOR, INPUTS, LABELS, NOBODY, OUTPUTS, RECIPIENT

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::torch.jit.TracerWarning"),
]

REJECT, AID, NONE = (LABELS.index(label) for label in ("REJECT", "AID", "NONE"))


def example(label: int, units: int = 6, seed: int = 0) -> Shown:
    """Random states around one that tells the label."""
    dice = np.random.default_rng(seed)
    middle = dice.normal(size=(units, BODY.width)).astype(np.float32)
    middle[1] = label
    marked = np.array([ACTOR, ANCHOR, RECIPIENT, *[NOBODY] * (units - 3)])
    return Shown((middle,), marked, (label,))


def ten() -> list[Shown]:
    return [example(label, units=5 + seed, seed=seed) for seed in range(5) for label in (REJECT, AID)]


def test_ten_examples_are_learnt() -> None:
    branch = train(ten(), {}, passes=60, body=BODY)

    assert answers(branch, ten()).argmax(1).tolist() == [REJECT, AID] * 5


def test_a_branch_begins_with_the_upper_layers_of_the_shipped_network(tmp_path: Path) -> None:
    whole = encoder(3)
    export_full(whole, tmp_path / "full.onnx")
    export_small(tmp_path / "full.onnx", tmp_path / "small.onnx")

    start = upper_layers(tmp_path / "small.onnx", BODY)

    own = {name.removeprefix("layers.1."): weight for name, weight in whole.state_dict().items() if "layers.1." in name}
    assert {name.removeprefix("layers.0.") for name in start} == set(own)
    for name, weight in start.items():
        expected = own[name.removeprefix("layers.0.")]
        assert np.abs(weight.numpy() - expected.numpy()).max() < 0.02, name


def test_what_is_exported_says_what_was_trained(tmp_path: Path) -> None:
    branch = train(ten(), {}, passes=60, body=BODY)
    export(branch, tmp_path / "event_types.onnx")
    session = onnxruntime.InferenceSession(tmp_path / "event_types.onnx", providers=["CPUExecutionProvider"])

    assert [one.name for one in session.get_inputs()] == list(INPUTS)
    assert [one.name for one in session.get_outputs()] == list(OUTPUTS)
    for one, ours in zip(ten(), answers(branch, ten()), strict=True):
        (scores,) = session.run(OUTPUTS, dict(zip(INPUTS, (one.middles[0][None], one.marks[None]), strict=True)))
        assert scores[0].argmax() == ours.argmax()
        assert (scores[0] - scores[0].mean()).tolist() == pytest.approx(
            (np.log(ours) - np.log(ours).mean()).tolist(), abs=0.3
        )


def test_only_directed_events_are_none_when_turned_round() -> None:
    turned = swapped([example(AID), example(REJECT)])

    assert [(one.labels, one.marks[:3].tolist()) for one in turned] == [((NONE,), [RECIPIENT, ANCHOR, ACTOR])]


def test_a_shorter_sentence_is_filled_up_with_no_units() -> None:
    middle, marked = together([example(AID, 4), example(AID, 6)], [0, 0])

    assert middle.shape == (2, 6, BODY.width)
    assert marked[0].tolist() == [ACTOR, ANCHOR, RECIPIENT, NOBODY, -1, -1]


def test_what_fills_up_changes_no_answer() -> None:
    branch = Branch(BODY).eval()

    alone = branch(*together([example(AID, 4)], [0]))[0]
    beside = branch(*together([example(AID, 4), example(AID, 9)], [0, 0]))[0]

    assert alone.tolist() == pytest.approx(beside.tolist(), abs=1e-4)


def test_every_part_has_its_share_of_every_label() -> None:
    labels = [(0,)] * 10 + [(1, 2)] * 5
    parts = stratified(labels, 5)

    assert [sorted(parts[:10]), sorted(parts[10:])] == [sorted([*range(5)] * 2), [*range(5)]]
