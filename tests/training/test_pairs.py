"""The heads for pronouns, fitted on a few choices made by hand and on one small page."""

import numpy as np
import pytest
import torch

from training.pairs import Choice, Option, chains_of_corenlp, chains_of_gum, choices_of, fit, loss_of, seen, table_of
from verbale.article import Article
from verbale.encoding.pairs import heads_from
from verbale.lexicon.people import load_people
from verbale.reading.entities import begin
from verbale.reading.mentions import find_mentions
from verbale.reading.page import Syntax, lay_out
from verbale.reading.scores import States
from verbale.registry import make_registry

WIDTH = 4
SIGNS = ("far", "near", "nobody")


def state(*numbers: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.array(numbers, dtype=np.float32)


def option(sign: str, *places: np.ndarray[tuple[int, ...], np.dtype[np.float32]], right: bool = False) -> Option:
    return Option((sign,), float(len(places)), np.array(places, dtype=np.float32).reshape(-1, WIDTH), right)


def choices() -> list[Choice]:
    """Ten: the near one is meant, but where the far one's state is like the word's."""
    word, like, other = state(1, 0, 0, 0), state(1, 0, 0, 0), state(0, 1, 0, 0)
    plain = Choice("thing", word, (option("near", other, right=True), option("far", other), option("nobody")))
    told = Choice("thing", word, (option("near", other, other), option("far", like, right=True), option("nobody")))
    return [plain] * 6 + [told] * 4


def test_fitting_learns_the_signs_and_what_the_encoder_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.pairs.VECTORS_PENALTY", 0.1)

    head = heads_from({"thing": fit(choices())})["thing"]

    near, far = head.of_signs(["near"], 1.0), head.of_signs(["far"], 1.0)
    word, like, other = state(1, 0, 0, 0), state(1, 0, 0, 0), state(0, 1, 0, 0)
    assert near > far
    assert far + head.of_places(word, like[None]) > near + head.of_places(word, other[None])


def test_fitting_gives_the_same_weights_each_time() -> None:
    assert fit(choices()) == fit(choices())


def test_the_loss_of_a_choice_is_how_little_the_right_ones_get() -> None:
    table = table_of(choices()[:1], SIGNS)

    loss = loss_of(table, torch.tensor([0.0, 0.0, 0.0]))

    assert loss.item() == pytest.approx(float(np.log(3)))


def test_training_and_reading_see_the_same() -> None:
    some = choices()
    table, vectors = table_of(some, SIGNS), torch.arange(3.0 * WIDTH).reshape(3, WIDTH) / 10

    told = seen(table, vectors).tolist()

    row = dict(zip(("product", "candidate", "nobody"), vectors.tolist(), strict=True))
    head = heads_from({"thing": {"signs": {}, "often": 0.0, **row}})["thing"]
    expected = [
        head.of_places(choice.word, one.places) if len(one.places) else head.of_nobody(choice.word)
        for choice in some
        for one in choice.options
    ]
    assert told == pytest.approx(expected)


TEXT = "Lena Hoxha met the team. She left."
TOKENS = [
    [0, 4, "", "", "", 1, "compound"],
    [5, 10, "", "", "", 2, "nsubj"],
    [11, 14, "", "", "", -1, "root"],
    [15, 18, "", "", "", 4, "det"],
    [19, 23, "", "", "", 2, "obj"],
    [25, 28, "", "", "", 6, "nsubj"],
    [29, 33, "", "", "", -1, "root"],
]


def test_both_corpora_give_the_place_of_a_mentions_head_word() -> None:
    gum = {
        "tokens": TOKENS,
        "mentions": [{"start": 0, "end": 10, "entity": "a"}, {"start": 25, "end": 28, "entity": "a"}],
    }
    corenlp = {"tokens": TOKENS, "coref": [[[0, 2], [5, 6]]]}

    assert chains_of_gum(gum) == {(5, False): "a", (25, False): "a"}
    assert chains_of_corenlp(corenlp) == {(5, False): "0", (25, False): "0"}


@pytest.mark.parametrize(("chains", "right"), [({5: "a", 25: "a"}, "Lena Hoxha"), ({5: "a"}, "")])
def test_a_pages_choices_are_those_of_reading(chains: dict[int, str], right: str, syntax: Syntax) -> None:
    page, people, registry = lay_out(Article(text=TEXT), syntax), load_people(), make_registry([])
    spans = np.array([token.span for token in page.tokens], dtype=np.int32)
    states = np.ones((len(spans), WIDTH), dtype=np.float32)
    mentions = find_mentions(page, registry, people)
    cast = begin(page, mentions, registry, people, States(spans, states))

    (choice,) = choices_of(cast, {(start, False): entity for start, entity in chains.items()}, gold=True)

    meant = [one for one in choice.options if one.right]
    assert choice.sort == "person"
    assert [bool(len(one.places)) for one in meant] == [bool(right)]
