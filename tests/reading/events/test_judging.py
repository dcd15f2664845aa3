"""The type of an event on given spans: the public `classify`, and the word that tells it."""

import pytest

from verbale.article import Article
from verbale.errors import OptionError
from verbale.reading.events import classify, classify_all
from verbale.reading.events.judging import Given, told_between
from verbale.reading.page import Syntax, lay_out
from verbale.record import EventType
from verbale.spans import Span


def at(text: str, *words: str) -> list[tuple[int, int]]:
    return [(text.index(one), text.index(one) + len(one)) for one in words]


def best(chances: dict[EventType, float]) -> EventType:
    return max(chances, key=lambda one: chances[one])


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "type_"),
    [
        ("Norway condemned Belgium over the arrest of two fishermen.", "Norway", "Belgium", "ACCUSE"),
        ("Kenya's president flew to Uganda for talks on Monday.", "Kenya", "Uganda", "CONSULT"),
        ("Rebel gunmen killed nine soldiers of the Ruvenian army.", "Rebel gunmen", "Ruvenian army", "ASSAULT"),
        ("Brazil asked Chile to reopen the pass.", "Brazil", "Chile", "REQUEST"),
        ("The dockers' union began a strike against the port company.", "dockers' union", "port company", "PROTEST"),
    ],
)
def test_plain_sentences_have_their_type(text: str, actor: str, recipient: str, type_: EventType) -> None:
    assert best(classify(text, at(text, actor), at(text, recipient))) == type_


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Norway accused Belgium of dumping steel.", "Norway", "Belgium"),
        ("Kenya sent Uganda forty trucks of maize.", "Kenya", "Uganda"),
    ],
)
def test_the_other_way_round_it_is_less_likely(text: str, actor: str, recipient: str) -> None:
    straight = classify(text, at(text, actor), at(text, recipient))
    turned = classify(text, at(text, recipient), at(text, actor))

    assert turned[best(straight)] < straight[best(straight)] / 2


def test_many_have_the_answers_that_each_has_alone() -> None:
    texts = ["Norway thanked Belgium.", "Kenya warned Uganda that it would close the border."]
    given = [Given(text, at(text, text.split()[0]), at(text, text.split()[2].rstrip("."))) for text in texts]

    assert list(classify_all(given)) == [classify(*one) for one in given]


def test_recipients_may_lack() -> None:
    text = "The army sent three brigades to the frontier."

    assert sum(classify(text, at(text, "The army"), []).values()) <= 1


def test_without_a_word_no_type_has_a_chance() -> None:
    assert set(classify("", [], []).values()) == {0.0}


@pytest.mark.parametrize("place", [(0, 0), (-1, 3), (5, 400), (6, 2)])
def test_a_span_outside_the_text_is_refused(place: tuple[int, int]) -> None:
    with pytest.raises(OptionError, match="no span of the text"):
        classify("Norway thanked Belgium.", [place], [])


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "word"),
    [
        ("Norway, officials said, accused Belgium of dumping.", "Norway", "Belgium", "accused"),
        ("Talks between Norway and Belgium ended.", "Norway", "Belgium", "Talks"),
        ("Norway slept.", "Norway", "", "slept"),
    ],
)
def test_the_lowest_word_above_both_tells_it(syntax: Syntax, text: str, actor: str, recipient: str, word: str) -> None:
    page = lay_out(Article(text=text), syntax)
    actors, recipients = ([Span(*place) for place in at(text, *([one] if one else []))] for one in (actor, recipient))

    found = told_between(page, actors, recipients)

    assert found is not None
    assert found.text == word
