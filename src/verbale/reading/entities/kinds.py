"""What sort of thing a name is that the registry doesn't know: by all its places, not by one.

spaCy takes many a person of an uncommon name for a body. A title, an apposition ("Maud Ellery, the treasurer"),
a relative "who" and a surname with "Ms" tell better. A state that no registry knows shows itself by what only
states have ("Kestria's ambassador") and by its adjective ("Kestrian").
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from verbale.reading.entities.cast import Cast, Party
from verbale.reading.page import Token

Spelling = tuple[str, ...]
# How many labels of the recogniser a telling neighbour outweighs.
_TELLING = 3
_LONGEST = 3
"""Words of a person's name that only its use tells to be one."""
_SMALL = frozenset({"and", "&", "or", "over", "under", "for", "with", "in", "on", "to", "by", "not"})
_PLACES = ("place", "organisation", "")


def kinds_of(cast: Cast, indices: Sequence[int]) -> dict[Spelling, str]:
    """For each spelling of these names the kind that most of its places tell; empty where none does."""
    votes: dict[Spelling, Counter[str]] = {}
    for index in indices:
        counter = votes.setdefault(cast.spelling(index), Counter())
        counter.update(_votes(cast, index))
    places = _places(cast, indices)
    for words in list(votes):
        if _is_called_like_a_person(cast, places, words):
            votes[words]["person"] += _TELLING
        _share_with_parts(votes, words)
    return {words: counter.most_common(1)[0][0] if counter else "" for words, counter in votes.items()}


def _places(cast: Cast, indices: Sequence[int]) -> dict[Spelling, list[int]]:
    """Where each spelling stands, as indices of mentions."""
    places: dict[Spelling, list[int]] = {}
    for index in indices:
        places.setdefault(cast.spelling(index), []).append(index)
    return places


def _is_called_like_a_person(cast: Cast, places: Mapping[Spelling, Sequence[int]], words: Spelling) -> bool:
    """Whether nothing tells what "Ebbe Tornqvist" is but how it is used: in short as "Tornqvist", or as who acts."""
    first, last = words[:1], words[-1:]
    if not 1 < len(words) <= _LONGEST or any(_is_common(cast, word) for word in words):
        return False
    if any(cast.mentions[index].kinds[:1] not in ((), ("organisation",)) for index in places[words]):
        return False
    if any(_is_after_article(cast, index) for part in (words, last) for index in places.get(part, ())):
        return False
    unlabelled = not any(cast.mentions[index].kinds for index in places[words])
    speaks = any(_speaks(cast, cast.token(index)) for part in (words, last) for index in places.get(part, ()))
    return (last in places and first not in places) or (unlabelled and speaks)


def _is_common(cast: Cast, word: str) -> bool:
    """Whether the word is one that bodies, papers and works are called by, or no part of a name at all."""
    people = cast.people
    known = (
        word.capitalize() in people.body_words | people.outlet_words or word in people.documents | people.organisations
    )
    return known or word in _SMALL


def _speaks(cast: Cast, token: Token) -> bool:
    """Whether the token is the subject of a verb with a clause as its object."""
    verb = cast.page.head(token)
    return token.dep == "nsubj" and (
        verb.dep == "parataxis" or any(one.dep == "ccomp" for one in cast.page.children(verb))
    )


def _is_after_article(cast: Cast, index: int) -> bool:
    span = cast.mentions[index].span
    first = cast.page.tokens_in(span)[0].index
    return "the" in (cast.page.tokens[first].lower, cast.page.tokens[max(0, first - 1)].lower)


def _votes(cast: Cast, index: int) -> Counter[str]:
    found = cast.mentions[index]
    counter = Counter(dict.fromkeys(found.kinds[:1], _TELLING if found.title is not None else 1))
    if found.title is None and _is_town(cast, index):
        counter["place"] += _TELLING
    if "outlet" not in counter and any(_is_person(cast, token) for token in _neighbours(cast, cast.token(index))):
        counter["person"] += _TELLING
    return counter


def _is_town(cast: Cast, index: int) -> bool:
    """Whether the name is a town's and stands where towns do: after "in", or as where somebody goes or comes from."""
    token = cast.token(index)
    head = cast.page.head(token)
    place = (token.dep == "pobj" and head.lower in cast.people.place_prepositions) or (
        token.dep == "dobj" and head.lemma.lower() in cast.people.motion
    )
    return place and bool(cast.registry.cities(cast.mentions[index].span.of(cast.page.text)))


def _neighbours(cast: Cast, token: Token) -> Iterator[Token]:
    """What stands in apposition to the name, and the relative pronoun of its clause."""
    if token.dep == "appos":
        yield cast.page.head(token)
    for child in cast.page.children(token):
        if child.dep == "appos":
            yield child
        elif child.dep == "relcl":
            yield from (below for below in cast.page.children(child) if below.dep in ("nsubj", "nsubjpass"))


def _is_person(cast: Cast, token: Token) -> bool:
    index = cast.headed.get(token.index)
    if index is None:
        return False
    found = cast.mentions[index]
    if found.form == "pronoun":
        return found.role == "who"
    return found.form == "nominal" and found.kinds[:1] == ("person",) and found.number == "singular"


def _share_with_parts(votes: dict[Spelling, Counter[str]], words: Spelling) -> None:
    """A full name and its surname are of one kind: what tells the one tells the other."""
    if len(words) < 2:
        return
    parts = [part for part in (words[-1:], words[:1]) if part in votes and not votes[part]["outlet"]]
    if votes[words]["person"]:
        sure = votes[words].most_common(1)[0][0] == "person"
        for part in parts:
            votes[part]["person"] += max(2, votes[part].total() + 1 if sure and part == words[-1:] else 0)
    elif parts and votes[parts[0]]["person"] >= _TELLING:
        votes[words]["person"] += _TELLING


def settle_states(cast: Cast) -> None:
    """Say which of the names that the registry doesn't know are states, and which adjectives are theirs."""
    unknown = [one for one in cast.parties if one.kind in _PLACES and one.known is None and len(one.spelling) == 1]
    adjectives = [one for one in cast.parties if one.kind == "group" and len(one.spelling) == 1]
    for party in unknown:
        own = [one for one in adjectives if _is_adjective(cast, one.spelling[0], party.spelling[0])]
        if own or any(_owns_a_state(cast, index) for index in party.mentions):
            party.kind = "state"
        for one in own:
            cast.merge(party, one)
            adjectives.remove(one)


def _owns_a_state(cast: Cast, index: int) -> bool:
    """Whether the name owns, or stands before, what only states have."""
    token = cast.token(index)
    if token.dep not in ("poss", "compound", "nmod"):
        return False
    head = cast.page.head(token)
    words = [one.lemma.lower() for one in cast.page.tokens[max(0, head.index - 1) : head.index + 1]]
    return words[-1] in cast.people.of_states or " ".join(words) in cast.people.of_states


def _is_adjective(cast: Cast, word: str, name: str) -> bool:
    """Whether the word is the name with an adjective's ending: "kestrian", "velmarkian", "sudrian"."""
    stems = {name, name.rstrip("aeo"), name.removesuffix("ia")}
    return any(word == stem + ending for stem in stems if len(stem) > 2 for ending in cast.people.adjective_endings)


def country_in(cast: Cast, party: Party) -> str | None:
    """The state whose name or adjective is a word of the body's name."""
    found = cast.mentions[min(party.mentions)]
    words = found.span.of(cast.page.text).split()
    rows = [match.known for word in words for match in cast.registry.look_up(word) if match.use != "seat"]
    countries = {row.country for row in rows if row.kind == "state"}
    return countries.pop() if len(countries) == 1 else None
