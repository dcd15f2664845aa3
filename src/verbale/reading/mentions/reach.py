"""How far a name reaches beyond the words that were recognised.

"Fergus Tate" where only the surname was known for a name; "the Federal Office | for the Safety of the State", which
means another body without its last words. What a reader takes for one name becomes one here.
"""

from collections.abc import Iterator, Sequence

from verbale.lexicon.people import People
from verbale.reading.mentions.mending import Stretch, spelt
from verbale.reading.mentions.words import MEASURES, adjacent, is_capital, role_before
from verbale.reading.page import Page, Token
from verbale.registry import Registry

_GIVEN = 2
"""Given names before a surname that may have been missed."""
_WORDS = 12
"""The longest body's name in words: "the Parliamentary Commission for the Oversight of the Intelligence Services"."""
_LINKS = frozenset({"of", "for", "on", "against"})
_INNER = _LINKS | {"and", "&", "the"}


def completed(page: Page, people: People, registry: Registry, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The names in full; those that became part of another are gone."""
    taken = {index for one in stretches for index in range(one.first, one.last + 1)}
    others = {one.first for one in stretches if _is_other(page, registry, one)}
    after = -1
    for one in sorted(stretches, key=lambda stretch: (stretch.first, -stretch.last)):
        longer = _with_tail(page, people, registry, others, _with_given_name(page, people, registry, taken, one))
        if longer.first > after:
            yield longer
            after = longer.last


def _is_other(page: Page, registry: Registry, one: Stretch) -> bool:
    """Whether the name is somebody's or somewhere's own, so that "and" before it joins two names."""
    known = registry.look_up(spelt(page.tokens[one.first : one.last + 1]))
    return one.label in ("PERSON", "GPE") or bool(known)


def _with_given_name(page: Page, people: People, registry: Registry, taken: set[int], one: Stretch) -> Stretch:
    """A person's name with the given name right before it."""
    first = one.first
    if one.label != "PERSON" or page.tokens[first].text in people.first_names:
        return one
    while (
        first and one.first - first < _GIVEN and first - 1 not in taken and _is_given(page, people, registry, first - 1)
    ):
        first -= 1
    return one._replace(first=first)


def _is_given(page: Page, people: People, registry: Registry, index: int) -> bool:
    """Whether the word may be a given name of the word that it stands before."""
    token = page.tokens[index]
    if not is_capital(token) or not adjacent(page, token, page.tokens[index + 1]) or token.entity in MEASURES:
        return False
    if token.pos == "PROPN" and (token.text in people.first_names or _is_initial(token)):
        return True
    titled = role_before(page, people, index) or token.lower in people.title_words or token.lower in people.honorifics
    named = registry.look_up(token.text) or token.text in people.body_words | people.outlet_words
    return token.pos == "PROPN" and token.dep in ("compound", "nmod") and not titled and not named


def _is_initial(token: Token) -> bool:
    return len(token.text) == len("J.") and token.text.endswith(".")


def _with_tail(page: Page, people: People, registry: Registry, others: set[int], one: Stretch) -> Stretch:
    """A body's name with what it is of: "the Ministry | of Health", "Office | for the Safety of the State"."""
    tokens = page.tokens[one.first : one.last + 1]
    head = tokens[-1].lower
    if one.label == "PERSON" or head not in people.organisations or head in people.state_nouns:
        return one
    if not is_capital(tokens[-1]) or registry.look_up(spelt(tokens)):
        return one
    return one._replace(last=_end_of_tail(page, others, one))


def _end_of_tail(page: Page, others: set[int], one: Stretch) -> int:
    """The last token of the words after "of" that are capitalised like the name; the name's own where none are."""
    last, link = one.last, ""
    for token in page.tokens[one.last + 1 : one.first + _WORDS]:
        if not adjacent(page, page.tokens[token.index - 1], token) or (token.index in others and link != "of"):
            break
        link = token.lower if token.lower in _LINKS else "and" if token.lower in ("and", "&") and link else link
        if _is_part(token) and link:
            last = token.index
        elif token.lower not in (_INNER if link else ()):
            break
    return last


def _is_part(token: Token) -> bool:
    return is_capital(token) and token.pos in ("PROPN", "NOUN", "ADJ") and token.entity not in MEASURES
