"""Whom a description means: "the envoy", "the political scientist", "the alliance", "the documents".

Apposition and predicate say it outright ("Lena Hoxha, the envoy"; "Hoxha is the envoy"). Otherwise a definite
description goes back to the last party that the text has so described, or that is of such a sort ("the expert"
to a political scientist), if no other would do as well. An indefinite one brings up somebody new.
"""

from collections.abc import Iterator, Sequence

from verbale.encoding.pairs import load_heads
from verbale.reading.drafts import Found
from verbale.reading.entities.cast import Cast, Party, Trait, trait_of
from verbale.reading.entities.choices import Candidate, ranked
from verbale.reading.entities.leads import named_after
from verbale.reading.entities.recalled import recalled
from verbale.reading.entities.sides import sides_of
from verbale.reading.page import Token

# Told sentences back in which "the expert" may mean a person whose trade the text did not tell.
_NEAR = 2
# The share that a party must have of all that speaks for any: an even chance.
_SHARE = 0.5
# The signs of somebody new by a noun alone, with its article.
_BARE = frozenset({"nobody", "new organisation", "new group", "new state", "new place", "new singular"})
_COPULAS = frozenset({"be", "become", "remain"})
# Kinds that may be meant by a description of one another's words: "the paper" is an outlet or a document.
_ALIKE = {
    "person": {"person", ""},
    "group": {"group", "organisation", ""},
    "organisation": {"organisation", "group", "state", "outlet", ""},
    "outlet": {"outlet", "organisation", ""},
    "document": {"document", ""},
    "state": {"state", ""},
    "place": {"place"},
}


def link_appositions(cast: Cast) -> None:
    """Tell descriptions that stand in apposition to a name, or are said of it, to be its own."""
    for index, found in enumerate(cast.mentions):
        if found.form != "nominal":
            continue
        for token in _equated(cast, cast.token(index)):
            party = cast.party_of_token(token)
            if party is not None and _fits(found, party) and index not in cast.home:
                party.kind = party.kind or (found.kinds[0] if found.kinds else "")
                party.evidence.append(cast.page.sentences[token.sentence])
                cast.join(index, party)


def _equated(cast: Cast, token: Token) -> Iterator[Token]:
    """The tokens that the description's head is said to be the same as."""
    page, head = cast.page, cast.page.head(token)
    if token.dep == "appos":
        yield head
    own = [child for child in page.children(token) if child.dep == "appos"]
    if token.dep == "conj" and head.dep == "appos" and not _is_another(cast, token, own):
        yield page.head(head)
    yield from own
    if token.dep == "attr" and head.lemma in _COPULAS:
        siblings = page.children(head)
        if not any(one.dep in ("neg", "aux") and one.lemma != "have" for one in siblings):
            yield from (one for one in siblings if one.dep == "nsubj" and one.pos == "PROPN")


def _is_another(cast: Cast, token: Token, own: Sequence[Token]) -> bool:
    """Whether it has a name or an owner of its own: "Norland's envoy, Ada Berg, and Sudria's envoy, Karl Holm"."""
    return any(one.pos == "PROPN" for one in own) or any(one.dep == "poss" for one in cast.page.children(token))


def _fits(found: Found, party: Party) -> bool:
    if found.number == "plural" and party.number != "plural":
        return False
    if found.gender and party.gender and found.gender != party.gender:
        return False
    return any(party.kind in _ALIKE[kind] for kind in found.kinds)


def link_description(cast: Cast, index: int) -> None:
    """Give a description its party: one that was there before, a new one, or none where it is open."""
    trait = trait_of(cast, cast.mentions[index])
    if cast.token(index).lower in cast.people.nobodies:
        return
    known = _known(cast, index, trait)
    if known is not None:
        cast.join(index, known)
        return
    candidates = recalled_by(cast, index)
    if candidates:
        party, is_new = _chosen(cast, index, candidates)
    else:
        party = _only_person(cast, index, trait) or named_after(cast, index, trait)
        is_new = not _is_open(cast, trait)
    if party is not None:
        cast.join(index, party)
    elif is_new:
        begin_description(cast, index)


def _known(cast: Cast, index: int, trait: Trait) -> Party | None:
    """The state that the description means, or the sides that the text has named."""
    known = _state_of(cast, trait)
    if known is None and (sides := sides_of(cast, index)):
        known = cast.together(sides)
    return known


def recalled_by(cast: Cast, index: int) -> list[Candidate]:
    """The parties that a definite description may go back to, and nobody of these; none where there is no such."""
    found = cast.mentions[index]
    if found.form != "nominal" or not found.definite or cast.token(index).lower in cast.people.nobodies:
        return []
    trait = trait_of(cast, found)
    parties = [] if _known(cast, index, trait) is not None else _candidates(cast, index, trait)
    return list(recalled(cast, index, trait, parties)) if parties else []


def _chosen(cast: Cast, index: int, candidates: Sequence[Candidate]) -> tuple[Party | None, bool]:
    """The party that is meant, if it is told, and whether somebody new is.

    A person's role is told to be come back to: then the last who has it is meant, whoever else there may be. So is
    the only one whom a noun without more words fits: "the alliance".
    """
    people = [one.party for one in candidates if one.party is not None]
    if people[0].kind == "person":
        return _last(cast, index, people), False
    if len(people) == 1 and candidates[-1].signs <= _BARE:
        return people[0], False
    best = ranked(cast, cast.mentions[index].head, candidates, load_heads()["description"])[0]
    return (best.party if best.share >= _SHARE else None), best.party is None


def _last(cast: Cast, index: int, candidates: Sequence[Party]) -> Party | None:
    """The candidate mentioned last; None where two people stand in one sentence, so that it is open which is meant."""
    recent = sorted(candidates, key=lambda one: -_last_mention(one, index))
    if len(recent) == 1 or recent[0].kind != "person":
        return recent[0]
    first, second = (_last_mention(one, index) for one in recent[:2])
    return None if cast.sentence(first) == cast.sentence(second) else recent[0]


def _last_mention(party: Party, index: int) -> int:
    return max((one for one in party.mentions if one < index), default=-1)


def _only_person(cast: Cast, index: int, trait: Trait) -> Party | None:
    """The one person who did something shortly before, for a bare "the expert" that nothing else explains."""
    found, token = cast.mentions[index], cast.token(index)
    if not found.definite or trait.details or trait.head not in cast.people.wide_roles or found.number == "plural":
        return None
    near = [one for one in range(index) if one in cast.home and cast.distance(cast.token(one), token) <= _NEAR]
    near = [one for one in near if cast.acts(cast.token(one))]
    people = {id(cast.home[one]): cast.home[one] for one in near if cast.home[one].kind == "person"}
    only = next(iter(people.values())) if len(people) == 1 else None
    return only if only is not None and _fits(found, only) else None


def _state_of(cast: Cast, trait: Trait) -> Party | None:
    """The state that "the Norlandish side" or "the Norlandish government" means."""
    if trait.head not in cast.people.state_nouns or len(trait.countries) != 1 or len(trait.details) > 1:
        return None
    country = next(iter(trait.countries))
    return next((one for one in cast.parties if one.known is not None and one.known.id == country), None)


def _is_open(cast: Cast, trait: Trait) -> bool:
    """Whether it is an organ that every state has, and the text doesn't tell whose."""
    if trait.head not in cast.people.state_organs and trait.role not in cast.people.state_organs:
        return False
    return not trait.countries and len(states_before(cast, len(cast.mentions))) > 1


def states_before(cast: Cast, index: int) -> list[Party]:
    """The states that the text names before the mention."""
    return [one for one in cast.parties if one.kind == "state" and one.mentions and min(one.mentions) < index]


def _candidates(cast: Cast, index: int, trait: Trait) -> list[Party]:
    found = cast.mentions[index]
    called = cast.by_word.get(trait.head, [])
    if found.kinds[:1] == ("document",) and trait.head == "document":
        called = [one for one in cast.parties if one.kind == "document"]
    return [one for one in called if one.mentions and min(one.mentions) < index and _may_be(found, trait, one)]


def _may_be(found: Found, trait: Trait, party: Party) -> bool:
    if (found.number == "plural") != (party.number == "plural") or not any(
        party.kind in _ALIKE[kind] for kind in found.kinds
    ):
        return False
    if found.gender and party.gender and found.gender != party.gender:
        return False
    if trait.countries and party.country and party.country not in trait.countries:
        return False
    return _agree(trait, party)


def _agree(trait: Trait, party: Party) -> bool:
    """Whether the party is described in these words, in fewer of them, or more widely; never in other ones."""
    if not trait.details:
        return True
    if set(party.spelling) >= trait.details:
        return True
    return any(trait.details <= other.details | set(other.role.split()) for other in party.traits)


def begin_description(cast: Cast, index: int) -> None:
    """The description brings up somebody new."""
    found = cast.mentions[index]
    party = cast.new(found.kinds[0] if found.kinds else "", number="plural" if found.number == "plural" else "singular")
    cast.join(index, party)
    cast.describe(party, trait_of(cast, found))
