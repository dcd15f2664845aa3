"""Offices, bodies and whom people speak for, on sentences of our own and a registry written by hand."""

import pytest

from verbale.article import Article
from verbale.lexicon.people import load_people
from verbale.reading.entities import find_entities
from verbale.reading.mentions import find_mentions
from verbale.reading.offices import find_offices
from verbale.reading.page import Syntax, lay_out
from verbale.record import Entity
from verbale.registry import Known, make_registry

PEOPLE = load_people()
REGISTRY = make_registry(
    [
        Known(id="NOR", kind="state", name="Norland", demonyms=("Norlandish",), seats=("Odrana",), country="NOR"),
        Known(id="SUD", kind="state", name="Sudria", demonyms=("Sudrian",), country="SUD"),
        Known(id="PACT", kind="organisation", name="Odrana Pact", heads=("pact",)),
    ]
)


def entities_of(text: str, syntax: Syntax) -> dict[str, Entity]:
    page = lay_out(Article(text=text), syntax)
    mentions = find_mentions(page, REGISTRY, PEOPLE)
    entities = find_offices(page, mentions, find_entities(page, mentions, REGISTRY, PEOPLE), PEOPLE)
    return {entity.id: entity for entity in entities}


def person_in(text: str, name: str, syntax: Syntax) -> tuple[Entity, dict[str, Entity]]:
    entities = entities_of(text, syntax)
    return next(entity for entity in entities.values() if name in entity.name), entities


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Norland's foreign minister, Ada Holm, left early.", "foreign minister", "NOR"),
        ("Norlandish Foreign Minister Ada Holm left early.", "Foreign Minister", "NOR"),
        ("Minister of Foreign Affairs of Norland Ada Holm left early.", "Minister of Foreign Affairs", "NOR"),
        ("Deputy Foreign Minister of Norland Ada Holm left early.", "Deputy Foreign Minister", "NOR"),
        ("Norland's Secretary of State Ada Holm left early.", "Secretary of State", "NOR"),
        ("Odrana Pact Secretary-General Ada Holm left early.", "Secretary-General", "PACT"),
        ("Ada Holm, the secretary-general of the Odrana Pact, left early.", "secretary-general", "PACT"),
    ],
)
def test_an_office_has_its_title_and_its_body(text: str, title: str, body: str, syntax: Syntax) -> None:
    holm, entities = person_in(text, "Holm", syntax)

    (office,) = holm.offices

    assert office.title == title
    assert office.organisation is not None
    assert entities[office.organisation].registry_id == body
    assert [span.of(text) for span in office.evidence] == [text]


@pytest.mark.parametrize(
    ("text", "represents"),
    [
        ("Deputy Foreign Minister of Norland Ada Holm said no.", "NOR"),
        ("Norland's ambassador, Ada Holm, said no.", "NOR"),
        ("Odrana Pact spokeswoman Ada Holm said no.", "PACT"),
        ("Political scientist Ada Holm of the Odrana Pact said no.", None),
        ("Former Norlandish Foreign Minister Ada Holm said no.", None),
        ("Norland's mediator, Ada Holm, said no.", None),
        ("Ada Holm was Norland's chief negotiator until March.", None),
        ("Ada Holm is Norland's chief negotiator.", "NOR"),
    ],
)
def test_who_speaks_for_a_body_represents_it(text: str, represents: str | None, syntax: Syntax) -> None:
    holm, entities = person_in(text, "Holm", syntax)

    assert (entities[holm.represents].registry_id if holm.represents else None) == represents


def test_a_body_that_is_no_entity_is_kept_in_the_words_of_the_article(syntax: Syntax) -> None:
    holm, _ = person_in("Ada Holm, head of customs, left early.", "Holm", syntax)

    assert [office.organisation for office in holm.offices] == ["customs"]


def test_an_office_is_told_once(syntax: Syntax) -> None:
    text = "Norland's envoy, Ada Holm, left. Envoy Ada Holm came back. The envoy slept."

    holm, _ = person_in(text, "Holm", syntax)

    assert [office.title for office in holm.offices] == ["envoy"]


@pytest.mark.parametrize(
    ("text", "name", "represents"),
    [
        ("Norland waited. The Norlandish Foreign Ministry gave no date.", "Foreign Ministry", "NOR"),
        ("The Sudrian Foreign Ministry gave no date.", "Foreign Ministry", None),
        ("Norland waited. The Odrana Pact gave no date.", "Odrana Pact", None),
    ],
)
def test_an_organ_of_a_state_in_the_text_represents_it(
    text: str, name: str, represents: str | None, syntax: Syntax
) -> None:
    body, entities = person_in(text, name, syntax)

    assert (entities[body.represents].registry_id if body.represents else None) == represents
