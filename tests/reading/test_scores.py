"""What the encoder says of a page, asked of a network that knows a few words."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.wordpieces import word_pieces
from verbale.article import Article
from verbale.encoding.calibration import Calibration, Logistic
from verbale.encoding.decode import Weights
from verbale.encoding.labels import ROLE_TAGS, TIME_TAGS
from verbale.encoding.links import DISTANCES, LINK_SIZE, RANKS, SIDES, LinkWeights
from verbale.encoding.shapes import Inventory
from verbale.encoding.windows import SIZE
from verbale.reading.page import Page, Token
from verbale.reading.scores import Encoder, Scores, score
from verbale.spans import Span

TOKENIZER = word_pieces("ann", "said", "rain", "fell", "friday")
SURE = 20.0
LEFT = RANKS // 2 - 1
ROLE_OF = {
    "ann": ROLE_TAGS.begin("source"),
    "said": ROLE_TAGS.begin("cue"),
    "rain": ROLE_TAGS.begin("content"),
    "fell": ROLE_TAGS.inside("content"),
}


class Reader:
    """A network that knows each word's tag, whatever stands around it."""

    def __init__(self) -> None:
        self.seen: list[dict[str, NDArray[Any]]] = []

    def run(self, outputs: Sequence[str], inputs: dict[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        self.seen.append(inputs)
        ids = inputs["ids"]
        roles = np.zeros((*ids.shape, len(ROLE_TAGS)), np.float32)
        for word, tag in ROLE_OF.items():
            roles[ids == TOKENIZER.token_to_id(word), tag] = SURE
        times = np.zeros((*ids.shape, len(TIME_TAGS)), np.float32)
        times[ids == TOKENIZER.token_to_id("friday"), TIME_TAGS.begin("DATE")] = SURE
        answers = {
            "roles": roles,
            "times": times,
            "links": np.zeros((*ids.shape, SIDES, LINK_SIZE), np.float32),
            "sourceless": np.zeros(ids.shape, np.float32),
            "middle": ids[:, :, None].astype(np.float32),
        }
        return [answers[name] for name in outputs]


def encoder(session: Reader) -> Encoder:
    """Links each to the nearest on its left; three in four sure of attributions, one in four of times."""
    ranks = np.zeros((2, RANKS), np.float32)
    ranks[:, LEFT] = SURE
    return Encoder(
        session=session,
        tokenizer=TOKENIZER,
        inventory=Inventory(("NN", "VBD"), ("ROOT", "nsubj")),
        weights=Weights(
            role_steps=np.zeros((len(ROLE_TAGS),) * 2, np.float32),
            time_steps=np.zeros((len(TIME_TAGS),) * 2, np.float32),
            links=LinkWeights(np.zeros((2, DISTANCES), np.float32), ranks),
        ),
        calibration=Calibration(attribution=Logistic((0.0,) * 6, np.log(3)), time=Logistic((0.0,), -np.log(3))),
    )


def page(text: str) -> Page:
    """Each word a token; `said` is the verb, and the word before it its subject."""
    found = list(re.finditer(r"\w+|[^\w\s]", text))
    tokens = tuple(
        Token(
            index=index,
            span=Span(*one.span()),
            text=one.group(),
            lemma=one.group(),
            pos="",
            tag="VBD" if one.group() == "said" else "NN",
            dep="ROOT" if one.group() == "said" else "nsubj",
            head=index if one.group() == "said" else index + 1,
            sentence=0,
            entity="",
        )
        for index, one in enumerate(found)
    )
    return Page(Article(text=text), (Span(0, len(text)),), (Span(0, len(text)),), tokens, ())


def words(text: str, scores: Scores) -> list[tuple[list[str], list[str], list[str]]]:
    return [
        tuple([span.of(text) for span in spans] for spans in (one.source, one.cue, one.content))
        for one in scores.attributions
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b"])
def test_a_page_without_a_word_is_not_shown_to_the_network(text: str) -> None:
    reader = Reader()

    assert score(page(text), encoder(reader)) == Scores()
    assert reader.seen == []


@pytest.mark.parametrize("text", ["Said", "Friday", "x", "…"])
def test_one_word_is_no_attribution(text: str) -> None:
    assert score(page(text), encoder(Reader())).attributions == ()


def test_one_word_may_be_a_time() -> None:
    (found,) = score(page("Friday"), encoder(Reader())).times

    assert (found.span, found.type) == (Span(0, 6), "DATE")
    assert found.confidence == pytest.approx(1 / 4)


def test_an_attribution_is_given_in_code_points_of_the_page() -> None:
    text = "😀 Ann\u0301 said: “Rain fell.”"

    scores = score(page(text), encoder(Reader()))

    assert words(text, scores) == [(["Ann\u0301"], ["said"], ["Rain fell"])]
    assert scores.attributions[0].confidence == pytest.approx(3 / 4)
    assert scores.times == ()


def test_a_long_page_is_read_to_its_end_with_each_word_once() -> None:
    sentences = 400
    text = " ".join(f"Ann said {number} rain fell on Friday." for number in range(sentences))
    reader = Reader()

    scores = score(page(text), encoder(reader))

    assert sum(len(seen["ids"]) for seen in reader.seen) > sentences * 8 // SIZE
    assert words(text, scores) == [(["Ann"], ["said"], ["rain fell"])] * sentences
    assert [one.cue[0].start for one in scores.attributions] == [hit.start() for hit in re.finditer("said", text)]
    assert [one.span.start for one in scores.times] == [hit.start() for hit in re.finditer("Friday", text)]


def test_the_network_is_shown_letter_case_lines_and_the_parse() -> None:
    reader = Reader()

    score(page("Ann\nsaid RAIN"), encoder(reader))

    assert reader.seen[0]["shapes"][0].tolist() == [
        [0, 0, 0, 0, 0],
        [2, 0, 1, 2, 7],
        [1, 1, 2, 1, 6],
        [3, 0, 1, 2, 7],
        [0, 0, 0, 0, 0],
    ]
