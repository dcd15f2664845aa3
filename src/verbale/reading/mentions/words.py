"""Small questions about tokens that all kinds of mentions share."""

from typing import Literal

from verbale.lexicon.people import People
from verbale.reading.page import Page, Token

PARTICLES = frozenset("al bin ibn bint de del della den der di da do dos du el la le ten ter van von y zu".split())
# spaCy's labels of times and amounts: such words are no part of a name or title.
MEASURES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})


def is_capital(token: Token) -> bool:
    """Whether the word begins with a capital letter, invisible marks before it aside."""
    return next((letter.isupper() for letter in token.text if letter.isalnum()), False)


def is_particle(token: Token) -> bool:
    """Whether the word may stand in small letters inside a name: "Ursula von der Aue"."""
    return token.text.lower() in PARTICLES


def singular(token: Token) -> str:
    """The noun's singular in small letters; capitalised nouns, which have no lemma, lose a plural's s."""
    if token.pos != "PROPN":
        return token.lemma.lower()
    lower = token.text.lower()
    return lower[:-1] if token.tag == "NNPS" and lower.endswith("s") and not lower.endswith("ss") else lower


def number(token: Token) -> Literal["singular", "plural"]:
    """The noun's number by its tag."""
    return "plural" if token.tag in ("NNS", "NNPS") or token.lemma in ("people", "police") else "singular"


def role_before(page: Page, people: People, last: int) -> str:
    """The role that the words up to the token `last` end in ("chief executive"); empty where none."""
    if not people.may_end_role(singular(page.tokens[last])):
        return ""
    words: list[str] = []
    joins = False
    for index in range(last, max(-1, last - 6), -1):
        token = page.tokens[index]
        if token.sentence != page.tokens[last].sentence:
            break
        if token.text == "-":
            joins = bool(words)
        elif joins:
            words[0], joins = f"{token.text.lower()}-{words[0]}", False
        else:
            words.insert(0, singular(token))
    return people.role(words)


def adjacent(page: Page, left: Token, right: Token) -> bool:
    """Whether nothing but spaces on one line stands between the two tokens."""
    between = page.text[left.span.end : right.span.start]
    return left.sentence == right.sentence and not between.strip(" \t\u00a0") and "\n" not in between
