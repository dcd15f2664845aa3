"""Whom pronouns and descriptions mean: what grammar forbids, and what is likelier, in short sentences of our own."""

import numpy as np
import pytest

from verbale.article import Article
from verbale.encoding.pairs import Head
from verbale.lexicon.people import load_people
from verbale.reading.entities import begin, find_entities, link
from verbale.reading.entities.cast import Cast
from verbale.reading.entities.choices import Candidate, ranked
from verbale.reading.mentions import find_mentions
from verbale.reading.page import Syntax, lay_out
from verbale.reading.scores import States
from verbale.registry import make_registry

PEOPLE = load_people()
REGISTRY = make_registry([])


def meant(text: str, shown: str, syntax: Syntax) -> str | None:
    """The name of the entity that the last mention with these words means."""
    page = lay_out(Article(text=text), syntax)
    entities = find_entities(page, find_mentions(page, REGISTRY, PEOPLE), REGISTRY, PEOPLE)
    places = [
        (mention.start, entity.name)
        for entity in entities
        for mention in entity.mentions
        if mention.span.of(text) == shown
    ]
    return max(places)[1] if places else None


@pytest.mark.parametrize(
    ("text", "shown", "expected"),
    [
        ("Lena Hoxha left on Monday. She will be back on Friday.", "She", "Lena Hoxha"),
        ("Mr Karl Stein met Ms Lena Hoxha. She left early.", "She", "Lena Hoxha"),
        ("Mr Karl Stein met Ms Lena Hoxha. He left early.", "He", "Karl Stein"),
        ("Mr Karl Stein said he would stay.", "he", "Karl Stein"),
        ("The ministry said it would answer on Friday.", "it", "The ministry"),
        ("The delegates refused. They will answer on Friday.", "They", "The delegates"),
    ],
)
def test_a_pronoun_means_who_agrees_and_stands_out(text: str, shown: str, expected: str, syntax: Syntax) -> None:
    assert meant(text, shown, syntax) == expected


@pytest.mark.parametrize(
    ("text", "shown", "barred"),
    [
        ("Mr Karl Stein praised him.", "him", "Karl Stein"),
        ("He said Mr Karl Stein had left.", "He", "Karl Stein"),
        ("Ms Lena Hoxha left. He followed.", "He", "Lena Hoxha"),
        ("Mr Karl Stein left. They followed.", "They", "Karl Stein"),
    ],
)
def test_a_pronoun_never_means_whom_grammar_forbids(text: str, shown: str, barred: str, syntax: Syntax) -> None:
    assert meant(text, shown, syntax) != barred


def test_himself_may_mean_the_subject_of_its_verb(syntax: Syntax) -> None:
    assert meant("Mr Karl Stein praised himself.", "himself", syntax) == "Karl Stein"


@pytest.mark.parametrize(
    ("text", "shown", "expected"),
    [
        ("Envoy Lena Hoxha arrived on Monday. The envoy met reporters.", "The envoy", "Lena Hoxha"),
        ("The delegation arrived. Lena Hoxha waited. The delegation left again.", "The delegation", "The delegation"),
    ],
)
def test_a_definite_description_goes_back_to_who_was_so_called(
    text: str, shown: str, expected: str, syntax: Syntax
) -> None:
    assert meant(text, shown, syntax) == expected


def test_an_indefinite_description_brings_up_somebody_new(syntax: Syntax) -> None:
    assert (
        meant("Envoy Lena Hoxha arrived. An envoy from the south said he would wait.", "An envoy", syntax)
        != "Lena Hoxha"
    )


WIDTH = 2


def cast_of(text: str, syntax: Syntax, vectors: dict[str, tuple[float, float]] | None = None) -> Cast:
    """The cast of a text with all mentions linked; `vectors`: what the encoder makes of its words."""
    page = lay_out(Article(text=text), syntax)
    states = States()
    if vectors is not None:
        spans = np.array([token.span for token in page.tokens], dtype=np.int32)
        middle = np.array([vectors.get(token.text, (0.0, 0.0)) for token in page.tokens], dtype=np.float32)
        states = States(spans, middle)
    cast = begin(page, find_mentions(page, REGISTRY, PEOPLE), REGISTRY, PEOPLE, states)
    for index in range(len(cast.mentions)):
        if index not in cast.home and cast.mentions[index].form != "pronoun":
            link(cast, index)
    return cast


HEAD = Head(
    {"near": 1.0},
    0.0,
    np.array([1, 0], dtype=np.float32),
    np.array([0, 1], dtype=np.float32),
    np.array([0, 0], dtype=np.float32),
)
NEAR = Candidate(None, frozenset({"near"}), places=(3,))
FAR = Candidate(None, frozenset(), places=(1,))
NOBODY = Candidate(None, frozenset())


def test_shares_add_up_to_one_and_the_likeliest_comes_first(syntax: Syntax) -> None:
    cast = cast_of("The ministry asked the team, and it agreed.", syntax)

    first, *others = ranked(cast, 7, [FAR, NEAR, NOBODY], HEAD)

    assert first.signs == NEAR.signs
    assert first.share + sum(one.share for one in others) == pytest.approx(1)
    assert all(one.share == pytest.approx(others[0].share) for one in others)


def test_what_the_encoder_made_of_the_words_may_outweigh_a_sign(syntax: Syntax) -> None:
    cast = cast_of("The ministry asked the team, and it agreed.", syntax, {"ministry": (2.0, 0.0), "it": (1.0, 0.0)})

    assert ranked(cast, 7, [NEAR, FAR, NOBODY], HEAD)[0].places == FAR.places


def test_a_head_without_vectors_goes_by_signs_alone(syntax: Syntax) -> None:
    cast = cast_of("The ministry asked the team, and it agreed.", syntax, {"ministry": (9.0, 9.0), "it": (9.0, 9.0)})

    assert ranked(cast, 7, [NEAR, FAR, NOBODY], Head({"near": 1.0}))[0].places == NEAR.places


def test_a_token_has_the_state_of_the_unit_that_it_begins_in(syntax: Syntax) -> None:
    cast = cast_of("The ministry asked the team.", syntax, {"ministry": (2.0, 5.0)})

    assert cast.states_of([1, 2]).tolist() == [[2.0, 5.0], [0.0, 0.0]]
