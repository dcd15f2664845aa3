"""The parties that a definite description may go back to, and what speaks for each: "the envoy", "that text".

The candidates are those whom the text has so called, in these words or wider ones; "nobody" stands for somebody
new. What speaks for one are the words that both share, how far back it was spoken of, and what it is.
"""

from collections.abc import Iterator, Sequence
from math import log1p

from verbale.reading.entities.cast import Cast, Party, Trait
from verbale.reading.entities.choices import PLACES, Candidate

_FAR = ((3, "back 3"), (9, "back 4 to 9"))
_POINTING = frozenset({"this", "that", "these", "those"})


def recalled(cast: Cast, index: int, trait: Trait, parties: Sequence[Party]) -> Iterator[Candidate]:
    """The parties as candidates for the description, and nobody of these."""
    latest = max((_before(one, index)[0] for one in parties), default=-1)
    for party in parties:
        places = _before(party, index)
        signs = {*_signs_of_place(cast, index, places[0]), *_signs_of_words(cast, index, trait, party, places)}
        if places[0] == latest:
            signs.add("so called last")
        signs.add(party.kind or "unknown kind")
        if party.spelling or party.known is not None:
            signs.add("named")
        tokens = tuple(cast.mentions[place].head for place in places[:PLACES])
        yield Candidate(party, frozenset(signs), log1p(len(places)), tokens)
    yield Candidate(None, frozenset(_signs_of_new(cast, index, trait)))


def _before(party: Party, index: int) -> list[int]:
    """The party's mentions before this one, the nearest first."""
    return sorted((one for one in party.mentions if one < index), reverse=True)


def _signs_of_place(cast: Cast, index: int, last: int) -> Iterator[str]:
    """How far back the party was last spoken of, and how."""
    token, other = cast.token(index), cast.token(last)
    back = cast.distance(other, token)
    yield f"back {back}" if back < 3 else next((word for far, word in _FAR if back <= far), "back 10 or more")
    yield f"last a {cast.mentions[last].form}"
    if cast.acts(other):
        yield "last acted"
    if cast.mentions[last].quoted != cast.mentions[index].quoted:
        yield "across a quotation mark"


def _signs_of_words(cast: Cast, index: int, trait: Trait, party: Party, places: Sequence[int]) -> Iterator[str]:
    """How the description's words agree with those that the party goes by."""
    head = cast.token(index).lemma
    if any(cast.mentions[place].form == "nominal" and cast.token(place).lemma == head for place in places):
        yield "same noun"
    if head.lower() in party.spelling:
        yield "noun of its name"
    own = [one for one in party.traits if one.head == trait.head]
    if any(one.details == trait.details for one in own):
        yield "same words"
    elif any(trait.details < one.details for one in own):
        yield "fewer words"
    elif trait.details:
        yield "other words"


def _signs_of_new(cast: Cast, index: int, trait: Trait) -> Iterator[str]:
    """What tells that the description brings up somebody new."""
    yield "nobody"
    children = cast.page.children(cast.token(index))
    before = [one for one in children if one.index < cast.token(index).index]
    if any(one.lower in _POINTING for one in before):
        yield "new, pointing"
    elif any(one.dep == "poss" for one in before):
        yield "new, possessed"
    elif not any(one.dep == "det" for one in before):
        yield "new, bare"
    if trait.details:
        yield "new, told apart"
    if any(one.dep in ("relcl", "acl", "prep") and one.index > cast.token(index).index for one in children):
        yield "new, told further"
    if cast.mentions[index].quoted:
        yield "new, in a quotation"
    yield f"new {(cast.mentions[index].kinds or ('thing',))[0]}"
    yield f"new {cast.mentions[index].number}"
