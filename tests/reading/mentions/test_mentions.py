"""Where short sentences of our own speak of people, bodies, papers and places."""

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
        Known(id="NOR", kind="state", name="Norway", demonyms=("Norwegian",), seats=("Oslo",), country="NOR"),
        Known(id="FIN", kind="state", name="Finland", demonyms=("Finnish",), seats=("Helsinki",), country="FIN"),
    ]
)


def mentions(text: str, syntax: Syntax) -> tuple[Found, ...]:
    """The mentions of a text."""
    return find_mentions(lay_out(Article(text=text), syntax), REGISTRY, PEOPLE)


def words(text: str, syntax: Syntax, form: str) -> list[str]:
    """The words of the mentions of one form."""
    return [one.span.of(text) for one in mentions(text, syntax) if one.form == form and not one.parts]


def the_one(text: str, shown: str, syntax: Syntax) -> Found:
    """The mention with these words."""
    (found,) = [one for one in mentions(text, syntax) if one.span.of(text) == shown]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoy Lena Hoxha met Karl Stein in Oslo.", ["Lena Hoxha", "Karl Stein", "Oslo"]),
        ("Mr. Brant's report angered Finland’s government.", ["Brant", "Finland"]),
        ("The Norwegian delegation left.", ["Norwegian"]),
        ("Lena Hoxha and Karl Stein left the hall.", ["Lena Hoxha", "Karl Stein"]),
    ],
)
def test_a_name_stands_without_title_article_and_possessive_mark(
    text: str, expected: list[str], syntax: Syntax
) -> None:
    assert words(text, syntax, "name") == expected


@pytest.mark.parametrize(
    ("text", "name", "title", "role"),
    [
        ("Deputy Foreign Minister Ola Berg arrived.", "Ola Berg", "Deputy Foreign Minister", "foreign minister"),
        ("Mr. Brant left the hall.", "Brant", "Mr.", ""),
        ("Army spokesman Davit Maro spoke to the press.", "Davit Maro", "Army spokesman", "spokesman"),
    ],
)
def test_the_words_before_a_name_are_its_title(text: str, name: str, title: str, role: str, syntax: Syntax) -> None:
    found = the_one(text, name, syntax)

    assert found.title is not None
    assert found.title.of(text) == title
    assert found.role.endswith(role)


def test_who_made_the_article_is_not_in_it(syntax: Syntax) -> None:
    text = "Lena Hoxha left the hall.\n\nReporting by Ada Holm; editing by Karl Stein"

    assert words(text, syntax, "name") == ["Lena Hoxha"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army's chief met a senior official of the ministry.",
            ["The army's chief", "a senior official of the ministry"],
        ),
        ("The delegation read the treaty.", ["The delegation", "the treaty"]),
    ],
)
def test_a_description_stands_with_its_determiner(text: str, expected: list[str], syntax: Syntax) -> None:
    assert set(expected) <= set(words(text, syntax, "nominal"))


@pytest.mark.parametrize(
    ("text", "shown", "definite"),
    [
        ("The envoy left.", "The envoy", True),
        ("An envoy left.", "An envoy", False),
        ("His envoy left.", "His envoy", True),
        ("Three envoys left.", "Three envoys", False),
    ],
)
def test_a_description_is_definite_by_its_determiner(text: str, shown: str, definite: bool, syntax: Syntax) -> None:
    assert the_one(text, shown, syntax).definite is definite


@pytest.mark.parametrize(
    ("shown", "number"), [("The envoy", "singular"), ("the ministers", "plural"), ("the police", "plural")]
)
def test_a_description_has_a_number(shown: str, number: str, syntax: Syntax) -> None:
    text = "The envoy thanked the ministers and the police."

    assert the_one(text, shown, syntax).number == number


@pytest.mark.parametrize(
    ("text", "shown", "number", "gender"),
    [
        ("Hoxha said she would stay.", "she", "singular", "female"),
        ("Stein took his papers.", "his", "singular", "male"),
        ("The delegates said they would stay.", "they", "plural", ""),
        ("The ministry said it would answer.", "it", "singular", ""),
    ],
)
def test_a_pronoun_has_number_and_gender(text: str, shown: str, number: str, gender: str, syntax: Syntax) -> None:
    found = the_one(text, shown, syntax)

    assert (found.form, found.number, found.gender) == ("pronoun", number, gender)


@pytest.mark.parametrize(
    "text",
    [
        "It rained in the valley.",
        "It seems that the talks failed.",
        "It is clear that nobody will sign.",
    ],
)
def test_an_empty_pronoun_is_no_mention(text: str, syntax: Syntax) -> None:
    assert words(text, syntax, "pronoun") == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We will sign,” the envoy said.", True),
        ('"We will sign," the envoy said.', True),
        ("The envoy said we would sign.", False),
    ],
)
def test_what_stands_between_quotation_marks_is_quoted(text: str, quoted: bool, syntax: Syntax) -> None:
    found = next(one for one in mentions(text, syntax) if one.span.of(text).lower() == "we")

    assert found.quoted is quoted


def test_names_that_do_something_together_are_one_mention_more(syntax: Syntax) -> None:
    text = "Norway and Finland signed the treaty."

    (joint,) = [one for one in mentions(text, syntax) if one.parts]

    assert joint.span.of(text) == "Norway and Finland"
    assert [part.of(text) for part in joint.parts] == ["Norway", "Finland"]
    assert joint.number == "plural"


def test_names_that_something_is_done_to_are_no_mention_together(syntax: Syntax) -> None:
    assert not [one for one in mentions("The envoy visited Norway and Finland.", syntax) if one.parts]


def test_mentions_come_in_the_order_of_the_text_the_larger_first(syntax: Syntax) -> None:
    text = "Norway and Finland signed the treaty of the ministers, and they left."

    spans = [one.span for one in mentions(text, syntax)]

    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
