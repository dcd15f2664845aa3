"""How far names reach and what they are said to be, on sentences of our own and a registry written by hand."""

import pytest

from verbale.article import Article
from verbale.lexicon.people import load_people
from verbale.reading.drafts import Found
from verbale.reading.mentions import find_mentions
from verbale.reading.page import Syntax, lay_out
from verbale.registry import Known, make_registry

PEOPLE = load_people()
REGISTRY = make_registry(
    [
        Known(id="NOR", kind="state", name="Norland", demonyms=("Norlandish",), country="NOR"),
        Known(id="SUD", kind="state", name="Sudria", demonyms=("Sudrian",), country="SUD"),
    ]
)


def names_in(text: str, syntax: Syntax) -> dict[str, Found]:
    """The names of the text by their words."""
    found = find_mentions(lay_out(Article(text=text), syntax), REGISTRY, PEOPLE)
    return {one.span.of(text): one for one in found if one.form == "name" and not one.parts}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brant's lawyer, Fergus Tate, asked whether she had slept.", "Fergus Tate"),
        ("Norland's ambassador to Sudria, Per Ulven, confirmed it.", "Per Ulven"),
        ("Rosalind Feather-Quill of the league called that theatre.", "Rosalind Feather-Quill"),
        ("“No,” said the Federal Office for the Safety of the State.", "Federal Office for the Safety of the State"),
        ("The Defence Ministry of Norland said so.", "Defence Ministry of Norland"),
        ("Rival Kestrel Lines plc was not interested.", "Kestrel Lines plc"),
    ],
)
def test_a_name_reaches_as_far_as_a_reader_takes_it(text: str, name: str, syntax: Syntax) -> None:
    assert name in names_in(text, syntax)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Foreign Ministry and Norland agreed on the text.", ["Foreign Ministry", "Norland"]),
        ("The Defence Ministry on Tuesday said so.", ["Defence Ministry"]),
        ("Foreign Minister Ada Holm met President Tate.", ["Ada Holm", "Tate"]),
    ],
)
def test_a_name_takes_in_no_other_name_and_no_title(text: str, names: list[str], syntax: Syntax) -> None:
    found = names_in(text, syntax)
    assert [name for name in names if name in found] == names


def test_a_rival_that_is_a_company_is_no_person(syntax: Syntax) -> None:
    found = names_in("Rival Kestrel Lines plc was not interested.", syntax)
    assert found["Kestrel Lines plc"].kinds[:1] == ("organisation",)
