"""Which row of a registry written by hand a name means: the government or its town, the state or a part of another."""

import pytest

from verbale.article import Article
from verbale.lexicon.people import load_people
from verbale.reading.entities import find_entities
from verbale.reading.mentions import find_mentions
from verbale.reading.page import Syntax, lay_out
from verbale.registry import City, Known, make_registry

PEOPLE = load_people()
REGISTRY = make_registry(
    [
        Known(id="RUS", kind="state", name="Russia", demonyms=("Russian",), seats=("Moscow",), country="RUS"),
        Known(id="UKR", kind="state", name="Ukraine", demonyms=("Ukrainian",), seats=("Kyiv",), country="UKR"),
        Known(id="AUT", kind="state", name="Austria", seats=("Vienna",), country="AUT"),
        Known(id="GEO", kind="state", name="Georgia", seats=("Tbilisi",), country="GEO"),
        Known(id="US-GA", kind="place", name="Georgia", cities=("Atlanta",), country="USA"),
        Known(id="LBN", kind="state", name="Lebanon", country="LBN"),
        Known(id="EU", kind="organisation", name="European Union", aliases=("EU",), seats=("Brussels",)),
        Known(id="NATO", kind="organisation", name="NATO", seats=("Brussels",), heads=("alliance",)),
    ],
    cities=[
        City("c:moscow", "Moscow", "RUS", "", 10_000_000, 0, 0),
        City("c:vienna", "Vienna", "AUT", "", 1_700_000, 0, 0),
        City("c:goma", "Goma", "COD", "", 430_000, 0, 0),
        City("c:kharkiv", "Kharkiv", "UKR", "", 1_400_000, 0, 0),
        City("c:tripoli-lby", "Tripoli", "LBY", "", 1_300_000, 0, 0),
        City("c:tripoli-lbn", "Tripoli", "LBN", "", 230_000, 0, 0),
        City("c:springfield-a", "Springfield", "USA", "IL", 114_000, 0, 0),
        City("c:springfield-b", "Springfield", "USA", "MO", 169_000, 0, 0),
    ],
)


def meanings(text: str, name: str, syntax: Syntax) -> list[str | None]:
    """The registry ids of the entities that the name means at each of its places, in their order."""
    page = lay_out(Article(text=text), syntax)
    entities = find_entities(page, find_mentions(page, REGISTRY, PEOPLE), REGISTRY, PEOPLE)
    found = [
        (mention.start, entity.registry_id)
        for entity in entities
        for mention in entity.mentions
        if mention.span.of(text) == name
    ]
    return [id_ for _, id_ in sorted(found, key=lambda one: one[0])]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Moscow rejected the text.", "Moscow", ["RUS"]),
        ("The delegates met in Moscow.", "Moscow", ["c:moscow"]),
        ("The delegates travelled from Vienna to Moscow.", "Moscow", ["c:moscow"]),
        ("Vienna abstained. The delegates stayed in Vienna.", "Vienna", ["AUT", "c:vienna"]),
        ("The talks move on Monday to Geneva, and on Thursday to Vienna.", "Vienna", ["c:vienna"]),
        ("Georgia's prime minister flew home from Tbilisi.", "Georgia", ["GEO"]),
        ("In Atlanta, Georgia's governor praised the deal.", "Georgia", ["US-GA"]),
        ("Brussels said it would impose tariffs, the EU said.", "Brussels", ["EU"]),
        ("NATO was silent. Brussels said nothing.", "Brussels", ["NATO"]),
    ],
)
def test_what_a_name_does_in_its_sentence_tells_what_it_means(
    text: str, name: str, expected: list[str | None], syntax: Syntax
) -> None:
    assert meanings(text, name, syntax) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Fighting went on in Goma.", "Goma", "c:goma"),
        ("Kyiv said the convoy had left Kharkiv.", "Kharkiv", "c:kharkiv"),
        ("The talks were held in Tripoli, Lebanon.", "Tripoli", "c:tripoli-lbn"),
        ("The talks were held in Springfield.", "Springfield", None),
    ],
)
def test_a_name_that_is_a_town_and_nothing_else_is_a_place(
    text: str, name: str, expected: str | None, syntax: Syntax
) -> None:
    page = lay_out(Article(text=text), syntax)
    entities = find_entities(page, find_mentions(page, REGISTRY, PEOPLE), REGISTRY, PEOPLE)

    (town,) = [entity for entity in entities if entity.name == name]

    assert (town.kind, town.registry_id) == ("place", expected)


def test_a_town_has_its_country(syntax: Syntax) -> None:
    page = lay_out(Article(text="Fighting went on in Goma."), syntax)
    entities = find_entities(page, find_mentions(page, REGISTRY, PEOPLE), REGISTRY, PEOPLE)

    assert [entity.country for entity in entities if entity.name == "Goma"] == ["COD"]


def test_state_is_no_body_where_it_ends_a_role(syntax: Syntax) -> None:
    text = "Russian Secretary of State Ada Holm left."
    page = lay_out(Article(text=text), syntax)

    names = {one.span.of(text): one.role for one in find_mentions(page, REGISTRY, PEOPLE) if one.form == "name"}

    assert names == {"Russian": "", "Ada Holm": "secretary of state"}
