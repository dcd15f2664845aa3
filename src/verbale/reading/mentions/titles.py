"""The words before a name that say who its bearer is: `Deputy Foreign Minister of Norland | Ola Berg`."""

from typing import NamedTuple

from verbale.lexicon.people import People
from verbale.reading.mentions.words import MEASURES, adjacent, is_capital, role_before, singular
from verbale.reading.page import Page
from verbale.spans import Span

# "President of the European Parliament Ada Holm": at most this many words from the preposition to the name.
# The longest body's name in the registry has ten words; titles in news are shorter.
_REACH = 8


class Title(NamedTuple):
    """A title: its place, and the role or head noun in it (empty for "Mr")."""

    span: Span
    role: str


def find_title(page: Page, people: People, first: int) -> Title | None:
    """The title of the name that begins at the token `first`, or None where the words before it are none."""
    if first == 0 or not adjacent(page, page.tokens[first - 1], page.tokens[first]):
        return None
    last = first - 1
    word = page.tokens[last].text.lower()
    role = role_before(page, people, last) or _described(page, people, last)
    if role or word in people.honorifics:
        return Title(_span(page, _leftmost(page, _first_of(page, role, last)), last), role)
    head = _before_its_body(page, people, last)
    if head is None:
        return None
    return Title(_span(page, _leftmost(page, head), last), role_before(page, people, head))


def _first_of(page: Page, role: str, last: int) -> int:
    """The token with which the role begins: "Secretary" of "Secretary of State"."""
    words = role.split()
    first = last - len(words) + 1
    return first if len(words) > 1 and first >= 0 and page.tokens[first].lower == words[0] else last


def _described(page: Page, people: People, last: int) -> str:
    """The noun of a description right before a name: "the newspaper The Week", "mining company Aurum"."""
    token = page.tokens[last]
    noun = singular(token)
    small = token.pos == "NOUN" and not is_capital(token)
    return noun if small and (noun in people.outlets or noun in people.organisations or noun in people.kin) else ""


def _leftmost(page: Page, last: int) -> int:
    """How far the title reaches to the left from its last word."""
    first = last
    while first > 0 and _may_belong(page, first - 1) and adjacent(page, page.tokens[first - 1], page.tokens[first]):
        first -= 1
    while first < last and page.tokens[first].text in "-–&":
        first += 1
    return first


def _may_belong(page: Page, index: int) -> bool:
    token = page.tokens[index]
    if token.entity in MEASURES and token.lemma.lower() not in ("first", "second"):
        return False
    return token.pos in ("NOUN", "PROPN", "ADJ") or token.text in "-–&" or token.text.lower() in ("ex", "vice", "first")


def _before_its_body(page: Page, people: People, last: int) -> int | None:
    """For "President of the European Parliament" up to the token `last`: the token "President"."""
    if not is_capital(page.tokens[last]):
        return None
    for index in range(last - 1, max(0, last - _REACH), -1):
        token = page.tokens[index]
        if (
            token.lemma in ("of", "for")
            and role_before(page, people, index - 1)
            and page.tokens[index - 1].tag != "NNS"
        ):
            return index - 1
        if not (
            is_capital(token)
            or token.lemma in ("the", "of", "for", "and", "&", "-")
            or token.pos in ("DET", "NOUN", "ADJ")
        ):
            return None
    return None


def _span(page: Page, first: int, last: int) -> Span:
    return Span(page.tokens[first].span.start, page.tokens[last].span.end)
