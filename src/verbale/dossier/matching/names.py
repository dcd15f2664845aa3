"""What names say: which words of them count, whether it is a name at all, whether two may be one person's."""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from verbale.lexicon.alike import load_alike
from verbale.lexicon.people import Sexed, load_people
from verbale.lexicon.stems import stem
from verbale.record import Entity
from verbale.registry.likeness import may_be_one, words_of

Fit = Literal["full", "spelling", "last"]
"""How two names of persons are one: all of their words; but for spelling; or the last name, which is all that one of
them has."""

_WORD = re.compile(r"[^\W_]+(?:[.'’&][^\W_]+)*")
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "both", "each", "no", "any"})


class Person(NamedTuple):
    """A person's name."""

    first: str
    """The first of its words; empty where it has one alone."""
    last: str
    middle: frozenset[str] = frozenset()
    """Those between."""


def is_name(entity: Entity) -> bool:
    """Whether the article has a name for it, and one that isn't a description with a capital."""
    words = words_in(entity.name)
    if not words or not any(mention.form == "name" for mention in entity.mentions):
        return False
    if words[0].lower() in _ARTICLES - {"the"} or (entity.kind == "person" and words[0] in load_alike().stop_words):
        return False
    capitals = [word for word in words if word[0].isupper() or word[0].isdigit()]
    return capitals[-1:] == words[-1:] and any(stem(word.lower()) not in _anybody() for word in capitals)


def words_in(name: str) -> list[str]:
    """The words of a name as they are written."""
    return _WORD.findall(name)


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """A name in lower case without marks, articles, possessives and what sort of firm it is.

    "The U.S. mission" is "us mission", "Norland Rail AG" is "norland rail".
    """
    words = [re.sub(r"['’]s$|[.'’]", "", word).lower() for word in words_in(name)]
    own = words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
    firm = len(own) > 1 and own[-1] in load_alike().firms
    return " ".join(own[:-1] if firm else own)


def short_names(entity: Entity) -> frozenset[str]:
    """What its article calls it for short, as `plain` has it: its letters, as in EMA, or a part of its name."""
    whole = set(words_in(entity.name))
    return frozenset(plain(one) for one in entity.aliases if _is_letters(one) or (_is_part(one, whole)))


def _is_letters(name: str) -> bool:
    return name.isupper() and name.isalpha() and len(name) > 1


def _is_part(name: str, whole: set[str]) -> bool:
    words = words_in(name)
    named = bool(words) and words[-1][0].isupper() and any(stem(word.lower()) not in _anybody() for word in words)
    return named and whole > set(words)


@lru_cache(maxsize=8192)
def person_of(name: str) -> Person | None:
    """First and last name, reduced to what spellings agree in; None where no word is left."""
    words = [word for word in name.split() if not _is_title(word)]
    reduced = words_of(" ".join(words))
    if not reduced:
        return None
    return Person(_known_as(reduced[0]) if len(reduced) > 1 else "", reduced[-1], frozenset(reduced[1:-1]))


def fit(name: str, other: str) -> Fit | None:
    """How the two may be one person's name; None where they can't."""
    one, two = person_of(name), person_of(other)
    if one is None or two is None:
        return None
    if not one.first or not two.first:
        return "last" if one.last in (two.last, two.first) or two.last == one.first else None
    if one.middle and two.middle and not one.middle & two.middle:
        return None
    if (one.first, one.last) in ((two.first, two.last), (two.last, two.first)):
        return "full"
    alike = may_be_one(one.last, two.last) and (one.first == two.first or _is_initial(one.first, two.first))
    return "spelling" if alike else None


def _is_initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _is_title(word: str) -> bool:
    return word.lower() in _honorifics()


@cache
def _honorifics() -> Sexed:
    return load_people().honorifics


@cache
def _anybody() -> frozenset[str]:
    return load_alike().heads_of_anybody


def _known_as(first: str) -> str:
    return _first_names().get(first, first)


@cache
def _first_names() -> dict[str, str]:
    groups = ([words_of(name)[0] for name in names] for names in load_alike().first_names)
    return {name: names[0] for names in groups for name in names}
