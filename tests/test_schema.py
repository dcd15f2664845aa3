"""The published schema is the models', says what every field means, and every record keeps to it."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from tests.records import talks
from verbale import article, read, record
from verbale.article import Article
from verbale.record import SCHEMA_VERSION, Record
from verbale.views.json import SCHEMA_FILE, record_schema, to_json

EXAMPLES = Path(__file__).parent.parent / "examples"
PUBLISHED = files("verbale").joinpath("schema", SCHEMA_FILE).read_text("utf-8")
VALIDATOR = Draft202012Validator(json.loads(PUBLISHED))

MODELS = [
    model
    for module in (article, record)
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, BaseModel) and model.__module__ == module.__name__
]


def test_the_published_schema_is_current() -> None:
    assert record_schema() == PUBLISHED, "python docs/generate.py writes it anew"


def test_the_published_schema_is_a_schema_of_this_version() -> None:
    Draft202012Validator.check_schema(json.loads(PUBLISHED))

    assert json.loads(PUBLISHED)["$id"] == f"urn:verbale:record:{SCHEMA_VERSION}"


@pytest.mark.parametrize("one", [talks(), Record(article=Article(text=""))], ids=["talks", "an empty article"])
def test_a_record_as_it_is_written_keeps_to_the_schema(one: Record) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(to_json(one)))) == []


@pytest.mark.parametrize("name", ["geneva-agency.txt", "moscow-translated.txt", "vienna-broadsheet.html"])
def test_what_is_read_keeps_to_the_schema_and_can_be_read_again(name: str) -> None:
    one = read(EXAMPLES / name)

    assert one.statements
    assert list(VALIDATOR.iter_errors(json.loads(to_json(one)))) == []
    assert Record.model_validate_json(to_json(one)) == one


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("statements", 0, "form"), "shouted"),
        (("statements", 0, "confidence"), 1.5),
        (("statements", 0, "content"), [[0, 1, 2]]),
        (("statements", 0, "mood"), "glum"),
        (("article", "published"), "yesterday"),
        (("schema_version",), "0.9"),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_what_is_no_record_does_not_pass(path: tuple[str | int, ...], value: object) -> None:
    written = json.loads(to_json(talks()))
    *way, last = path
    place = written
    for step in way:
        place = place[step]
    place[last] = value

    checking_formats = VALIDATOR.evolve(format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert not checking_formats.is_valid(written)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_says_what_it_means(model: type[BaseModel]) -> None:
    assert model.__doc__
    assert [name for name, field in model.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_part_of_a_record_can_be_changed_or_hold_what_is_not_declared(model: type[BaseModel]) -> None:
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"
