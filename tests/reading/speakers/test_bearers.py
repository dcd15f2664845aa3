"""Who "The President" is where two presidents talk; on entities and attributions written by hand."""

import pytest

from tests.reading.speakers.test_speakers import attribution, entity
from verbale.article import Article
from verbale.lexicon.people import load_people
from verbale.reading.drafts import Speaking
from verbale.reading.page import Syntax, lay_out
from verbale.reading.speakers import find_speakers
from verbale.record import Entity, Office

PEOPLE = load_people()
MET = "President Marlene Okoye met President Filip Strand. "
THANKED = "The President thanked President Strand for the boat."


def president(text: str, number: int, words: str) -> Entity:
    """A president under these names."""
    one = entity(text, number, words, "person")
    return one.model_copy(update={"offices": (Office(title="President", evidence=one.evidence),)})


def ask(syntax: Syntax, *examples: str) -> list[Speaking]:
    """The speakers of one text's attributions, each given as the text with its marks."""
    attributions = [attribution(example) for example in examples]
    text = "".join(letter for letter in examples[0] if letter not in "[]<>{}")
    people = [president(text, 1, "Marlene Okoye"), president(text, 2, "Filip Strand|President Strand")]
    return list(find_speakers(lay_out(Article(text=text), syntax), attributions, people, PEOPLE))


def test_whoever_is_thanked_by_name_is_not_the_president_who_thanks(syntax: Syntax) -> None:
    (answer,) = ask(syntax, MET + "[The President] <thanked> {President Strand for the boat}.")
    assert (answer.speaker, answer.status) == ("e1", "named")


def test_the_bare_title_means_the_same_one_elsewhere(syntax: Syntax) -> None:
    said = "The President said that the quay was ready. "
    first = MET + said.replace("The President said", "[The President] <said>") + THANKED
    second = MET + said + THANKED.replace("The President thanked", "[The President] <thanked>")
    assert [one.speaker for one in ask(syntax, first, second)] == ["e1", "e1"]


@pytest.mark.parametrize("after", ["", "They shook hands."])
def test_where_nothing_tells_the_two_apart_the_president_is_nobody(syntax: Syntax, after: str) -> None:
    (answer,) = ask(syntax, MET + "[The President] <said> that {the quay was ready}. " + after)
    assert answer.speaker is None


def test_she_after_the_president_is_the_president(syntax: Syntax) -> None:
    rest = "The President thanked President Strand. She added that fares would fall."
    first = MET + rest.replace("The President thanked", "[The President] <thanked>")
    second = MET + rest.replace("She added", "[She] <added>")
    assert [one.speaker for one in ask(syntax, first, second)] == ["e1", "e1"]


def test_he_is_not_a_president_whose_name_is_a_woman_s(syntax: Syntax) -> None:
    rest = "The President thanked President Strand. He added that fares would fall."
    first = MET + rest.replace("The President thanked", "[The President] <thanked>")
    second = MET + rest.replace("He added", "[He] <added>")
    assert [one.speaker for one in ask(syntax, first, second)] == ["e1", None]
