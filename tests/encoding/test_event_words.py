"""What a sentence's words alone say of an event's type."""

import numpy as np
import pytest

from verbale.encoding.event_words import WordWeights, terms_of, weights_from, word_chances, word_features

MODEL = WordWeights(
    rows={"talks": 0, "broke off": 1},
    rarity=np.array([1.0, 2.0], np.float32),
    weights=np.array([[3.0, 0.0], [0.0, 6.0]], np.float32),
    bias=np.zeros(2, np.float32),
)


def test_terms_are_words_and_pairs_in_lower_case_without_marks() -> None:
    assert [*terms_of(["Norland", ",", "broke", "off"])] == ["norland", "broke", "off", "norland broke", "broke off"]


def test_features_have_the_length_one() -> None:
    rows, values = word_features(["Talks", "talks", "broke", "off"], MODEL.rows, MODEL.rarity)

    assert rows.tolist() == [0, 1]
    assert np.linalg.norm(values) == pytest.approx(1)
    assert values[1] > values[0]


@pytest.mark.parametrize(("words", "likelier"), [(["talks"], 0), (["broke", "off"], 1)])
def test_known_words_speak_for_their_type(words: list[str], likelier: int) -> None:
    chances = word_chances(words, MODEL)

    assert chances.argmax() == likelier
    assert chances.sum() == pytest.approx(1)


def test_unknown_words_leave_the_bias() -> None:
    assert word_chances(["rain"], MODEL).tolist() == [0.5, 0.5]


def test_a_file_of_another_shape_is_refused() -> None:
    arrays = {"terms": np.array(["a"]), "rarity": np.ones(2), "weights": np.ones((1, 2)), "bias": np.ones(2)}

    with pytest.raises(ValueError, match="1 terms"):
        weights_from(arrays)
