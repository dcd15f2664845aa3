"""What sort of thing a name is, and which description stands beside it; on sentences of our own."""

import pytest

from verbale.article import Article
from verbale.lexicon.people import load_people
from verbale.reading.entities import find_entities
from verbale.reading.mentions import find_mentions
from verbale.reading.page import Syntax, lay_out
from verbale.record import Entity
from verbale.registry import Known, make_registry

PEOPLE = load_people()
REGISTRY = make_registry([Known(id="NOR", kind="state", name="Norland", country="NOR")])


def entity_called(text: str, name: str, syntax: Syntax) -> Entity:
    """The entity that one of its mentions calls so."""
    page = lay_out(Article(text=text), syntax)
    entities = find_entities(page, find_mentions(page, REGISTRY, PEOPLE), REGISTRY, PEOPLE)
    return next(one for one in entities if name in {mention.span.of(text) for mention in one.mentions})


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Rosalind Feather-Quill said that it was theatre. Feather-Quill left.", "Rosalind Feather-Quill", "person"),
        ("Rebel spokesman Idris Faal denied it. According to Faal, the plane came down.", "Idris Faal", "person"),
        ("Rival Kestrel Lines plc said that it was not interested.", "Kestrel Lines plc", "organisation"),
        ("The Odrana Ports Authority said that it was late.", "Odrana Ports Authority", "organisation"),
    ],
)
def test_how_a_name_is_used_tells_what_it_is(text: str, name: str, kind: str, syntax: Syntax) -> None:
    assert entity_called(text, name, syntax).kind == kind


def test_a_surname_is_the_person_s_who_was_named_in_full(syntax: Syntax) -> None:
    text = "Rebel spokesman Idris Faal denied it. According to Faal, the plane came down in the lake."
    assert entity_called(text, "Idris Faal", syntax) == entity_called(text, "Faal", syntax)


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        ("His opponent, the lawyer Anaïs Roche, said no.", "His opponent", "Anaïs Roche"),
        ("Norland's ambassador to Tarsia, Per Ulven, agreed.", "Norland's ambassador to Tarsia", "Per Ulven"),
        ("Ivo Brant, who was chief negotiator until March, left.", "chief negotiator", "Ivo Brant"),
    ],
)
def test_a_description_beside_a_name_is_its_bearer_s(text: str, description: str, name: str, syntax: Syntax) -> None:
    assert entity_called(text, description, syntax) == entity_called(text, name, syntax)


def test_whoever_begins_a_clause_is_not_the_one_before_the_comma(syntax: Syntax) -> None:
    text = "According to the envoy, Ada Holm left early."
    page = lay_out(Article(text=text), syntax)
    entities = find_entities(page, find_mentions(page, REGISTRY, PEOPLE), REGISTRY, PEOPLE)
    (holm,) = [one for one in entities if one.name == "Ada Holm"]
    assert "the envoy" not in holm.aliases
