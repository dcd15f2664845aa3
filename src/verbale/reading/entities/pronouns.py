"""Whom a pronoun means: the antecedent that number, sex and sort allow and that stands out most.

The method is that of salience (Lappin and Leass 1994, Computational Linguistics 20): nearness and grammatical
role are weighed; what grammar forbids is left out first. Where two stand out alike, the pronoun is left open.
"""

from collections.abc import Iterator
from typing import NamedTuple

from verbale.reading.drafts import Found
from verbale.reading.entities.cast import Cast, Party
from verbale.reading.page import Token

# Sentences back in which an antecedent is looked for.
_REACH = 3
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_REFLEXIVE = ("self", "selves")


class Candidate(NamedTuple):
    """A possible antecedent and how much it stands out."""

    party: Party
    weight: float


def link_relative(cast: Cast, index: int) -> None:
    """Give "who" and "which" the party of the noun that their clause hangs on."""
    token = cast.token(index)
    for above in cast.page.ancestors(token):
        if above.dep in ("relcl", "acl"):
            party = cast.party_of_token(cast.page.head(above))
            if party is not None:
                cast.join(index, party)
            return


def link_pronoun(cast: Cast, index: int) -> None:
    """Give a pronoun of the third person its party where one stands out."""
    ranked = rank(cast, index)
    if ranked and (len(ranked) == 1 or ranked[0].weight - ranked[1].weight >= _MARGIN):
        cast.join(index, ranked[0].party)


_MARGIN = 0.5


def rank(cast: Cast, index: int) -> list[Candidate]:
    """The possible antecedents, the likeliest first."""
    best: dict[int, Candidate] = {}
    for earlier in _earlier(cast, index):
        party = cast.home[earlier]
        if not _agrees(cast.mentions[index], party) or _is_barred(cast, index, earlier):
            continue
        candidate = Candidate(party, _weight(cast, index, earlier, party))
        if id(party) not in best or best[id(party)].weight < candidate.weight:
            best[id(party)] = candidate
    return sorted(best.values(), key=lambda one: -one.weight)


def _earlier(cast: Cast, index: int) -> Iterator[int]:
    """The mentions before this one with a party, nearest first, in the sentences within reach."""
    sentence = cast.sentence(index)
    for earlier in range(index - 1, -1, -1):
        if sentence - cast.sentence(earlier) > _REACH:
            return
        if earlier in cast.home and cast.mentions[earlier].span.end <= cast.mentions[index].span.start:
            yield earlier


def _agrees(found: Found, party: Party) -> bool:
    if found.kinds and party.kind and party.kind not in found.kinds:
        return False
    if found.gender and party.gender and found.gender != party.gender:
        return False
    if found.number == "plural":
        return party.number == "plural" or party.kind in ("organisation", "group", "state", "outlet")
    return party.number != "plural"


def _is_barred(cast: Cast, index: int, earlier: int) -> bool:
    """What grammar forbids: subject and object of one verb are two, unless the word says "self"."""
    token, other = cast.token(index), cast.token(earlier)
    if cast.mentions[index].role.endswith(_REFLEXIVE) or token.tag == "PRP$":
        return False
    return token.dep != "nsubj" and _clause(cast, token) == _clause(cast, other) and other.dep in _SUBJECTS


def _clause(cast: Cast, token: Token) -> int:
    """The verb above the token."""
    return next((above.index for above in cast.page.ancestors(token) if above.pos in ("VERB", "AUX")), token.index)


def _part(cast: Cast, token: Token) -> str:
    """The token's part in its clause; that of the noun it is in apposition to, or joined to, for one that is."""
    while token.dep in ("appos", "conj") and token.head != token.index:
        token = cast.page.head(token)
    return token.dep


def _weight(cast: Cast, index: int, earlier: int, party: Party) -> float:
    found, other = cast.mentions[index], cast.mentions[earlier]
    token, before = cast.token(index), cast.token(earlier)
    part = _part(cast, before)
    weight = -1.0 * (token.sentence - before.sentence)
    weight += 1.0 if part in _SUBJECTS else -0.5 if part in ("poss", "compound") else 0.0
    weight += 0.5 if found.gender and party.gender == found.gender else 0.0
    weight += 0.5 if other.form == "pronoun" and other.role == found.role else 0.0
    weight += 0.5 if token.dep in _SUBJECTS and part in _SUBJECTS else 0.0
    weight -= 1.0 if other.quoted != found.quoted else 0.0
    weight -= 1.0 if found.number == "plural" and party.number != "plural" else 0.0
    return weight
