"""Whom a pronoun means: the antecedent that number, sex and sort allow and that stands out most.

The method is that of salience (Lappin and Leass 1994, Computational Linguistics 20): nearness and grammatical
role are weighed; what grammar forbids is left out first. The weights are not guessed but fitted: a logistic
choice between the candidates (Denis and Baldridge 2007), which gives each a share, and a pronoun whose best
candidate has too small a share is left open.
"""

from collections.abc import Iterator, Sequence
from math import log1p

from verbale.encoding.pairs import load_heads
from verbale.reading.drafts import Found
from verbale.reading.entities.cast import Cast, Party
from verbale.reading.entities.choices import Candidate, ranked
from verbale.reading.page import Token

# Sentences back in which an antecedent is looked for: an estimate, not measured.
_REACH = 3
# The share that the best candidate must have, by what the pronoun is of; "he" and "she" hardly ever mean nobody, so
# theirs need only lead the next person's. Swept on our labelled speakers (speakers.yaml), right / wrong: 79.2 / 5.4 %
# at 0.4 and with nobody among the candidates, 79.6 / 5.0 here, 78.1 / 5.0 with a lead of 2.
_SHARE = {"person": 0.3, "thing": 0.5, "several": 0.6}
_LEAD = 1.5
# The same of "it" and "they" that speak, which seldom mean nobody: it must also be twice the next one's.
_SPEAKING = 0.4

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos"})
_REFLEXIVE = ("self", "selves")


def is_relative(cast: Cast, index: int) -> bool:
    """Whether the mention is "who", "which" or the like."""
    group = cast.people.pronoun(cast.mentions[index].role)
    return group is not None and group.relative


def is_linked(cast: Cast, index: int) -> bool:
    """Whether the mention is a pronoun of the third person, which goes back to somebody."""
    found = cast.mentions[index]
    group = cast.people.pronoun(found.role) if found.form == "pronoun" else None
    return group is not None and group.person == 3 and not group.relative


def link_relative(cast: Cast, index: int) -> None:
    """Give "who" and "which" the party of the noun that their clause hangs on."""
    for above in cast.page.ancestors(cast.token(index)):
        if above.dep in ("relcl", "acl"):
            party = cast.party_of_token(cast.page.head(above))
            if party is not None:
                cast.join(index, party)
            return


def link_pronoun(cast: Cast, index: int) -> None:
    """Give a pronoun of the third person its party where one stands out."""
    sort, ranked = family(cast.mentions[index]), rank(cast, index)
    party = _person_meant(cast, index, ranked) if sort == "person" else None
    if sort != "person" and ranked:
        party = _through_article(cast, index, ranked) or _thing_meant(cast, index, ranked)
    if party is not None:
        cast.join(index, party)


def _person_meant(cast: Cast, index: int, ranked: Sequence[Candidate]) -> Party | None:
    """Whom "he" or "she" means: who leads the other people, or, before anybody came up, who comes up next."""
    people = [one for one in ranked if one.party is not None]
    if not people:
        return _named_ahead(cast, index)
    best = people[0]
    rivals = (one for one in people[1:] if _LEAD * one.share > best.share and _rivals(one, best))
    return best.party if best.share >= _SHARE["person"] and not any(rivals) else None


def _thing_meant(cast: Cast, index: int, ranked: Sequence[Candidate]) -> Party | None:
    """What "it" or "they" means: the likeliest, nobody included; of a pronoun that speaks, the likeliest somebody."""
    if not _speaks(cast, cast.token(index)):
        return ranked[0].party if ranked[0].share >= _SHARE[family(cast.mentions[index])] else None
    parties = [one for one in ranked if one.party is not None]
    if not parties or parties[0].share < _SPEAKING:
        return None
    return parties[0].party if all(one.share <= parties[0].share / 2 for one in parties[1:]) else None


def _through_article(cast: Cast, index: int, ranked: Sequence[Candidate]) -> Party | None:
    """The outlet, where it or an article of its speaks: "The Post ran a report. It says …" is the Post either way."""
    two = {one.party.kind: one for one in ranked[:2] if one.party is not None}
    if set(two) != {"outlet", "document"} or not _speaks(cast, cast.token(index)):
        return None
    outlet, paper = (cast.page.tokens[two[kind].places[0]] for kind in ("outlet", "document"))
    while outlet.dep in ("appos", "compound"):  # "the newspaper The Post"
        outlet = cast.page.head(outlet)
    wrote = cast.page.head(paper) == cast.page.head(outlet) and paper.dep == "dobj"
    share = sum(one.share for one in ranked[:2])
    return two["outlet"].party if wrote and share >= _SHARE["thing"] else None


def _rivals(one: Candidate, best: Candidate) -> bool:
    """Whether it may well be meant instead: not a person without a name beside one who has a name."""
    return "named" in one.signs or "named" not in best.signs


def _named_ahead(cast: Cast, index: int) -> Party | None:
    """The one person named right after a pronoun before which the text has nobody: "“No,” she said. Ewa Lindt …"."""
    if any(cast.home[one].kind == "person" for one in range(index) if one in cast.home):
        return None
    last, found = cast.sentence(index) + _REACH - 1, cast.mentions[index]
    ahead = (one for one in range(index + 1, len(cast.mentions)) if cast.sentence(one) <= last and one in cast.home)
    people = {id(cast.home[one]): cast.home[one] for one in ahead if cast.home[one].kind == "person"}
    party = next(iter(people.values())) if len(people) == 1 else None
    if party is None or not party.spelling or _is_named_below(cast, index, party):
        return None
    return party if _agrees(found, party) else None


def family(found: Found) -> str:
    """What the pronoun is of: one person, one thing, or several."""
    if found.number == "plural":
        return "several"
    return "person" if found.gender else "thing"


def rank(cast: Cast, index: int) -> list[Candidate]:
    """The possible antecedents with their shares, the likeliest first."""
    found = cast.mentions[index]
    return ranked(cast, found.head, list(candidates_of(cast, index)), load_heads()[family(found)])


def candidates_of(cast: Cast, index: int) -> Iterator[Candidate]:
    """The parties mentioned within reach that grammar allows, for "it" and "they" other nouns, and nobody of these."""
    found, seen = cast.mentions[index], dict[int, list[int]]()
    for earlier in _earlier(cast, index):
        seen.setdefault(id(cast.home[earlier]), []).append(earlier)
    nearest = True
    for places in seen.values():
        party = cast.home[places[0]]
        if _agrees(found, party) and not _is_barred(cast, index, party, places):
            tokens = [cast.token(place) for place in places]
            signs = {*_signs_of_places(cast, index, tokens), *_signs_of_party(cast, index, party, places[0])}
            if nearest:
                signs.add("nearest")
            often = log1p(len(party.mentions))
            yield Candidate(party, frozenset(signs), often, tuple(token.index for token in tokens))
            nearest = False
    if not found.gender and not _speaks(cast, cast.token(index)):
        for token in _nouns(cast, index):
            yield Candidate(None, frozenset({*_signs_of_places(cast, index, [token]), "thing"}), places=(token.index,))
    yield Candidate(None, frozenset({_nobody(cast, index)}))


def _nobody(cast: Cast, index: int) -> str:
    """The sign of none: that a pronoun that speaks means nobody in the text is another matter, and rarer."""
    if not cast.mentions[index].gender and _speaks(cast, cast.token(index)):
        return "nobody, yet it speaks"
    return "nobody, in a quotation" if cast.mentions[index].quoted else "nobody"


def _nouns(cast: Cast, index: int) -> Iterator[Token]:
    """The nouns of this sentence and the one before that are no mentions, each once."""
    found, token = cast.mentions[index], cast.token(index)
    seen = set[str]()
    for earlier in range(token.index - 1, -1, -1):
        other = cast.page.tokens[earlier]
        if token.sentence - other.sentence > 1:
            return
        plural = other.tag == "NNS"
        if (
            other.pos == "NOUN"
            and other.dep in _ARGUMENTS
            and earlier not in cast.headed
            and plural == (found.number == "plural")
            and other.lemma not in seen
        ):
            seen.add(other.lemma)
            yield other


def _earlier(cast: Cast, index: int) -> Iterator[int]:
    """The mentions before this one with a party, nearest first, in the sentences within reach."""
    token, start = cast.token(index), cast.mentions[index].span.start
    for earlier in range(index - 1, -1, -1):
        if cast.distance(cast.token(earlier), token) > _REACH:
            return
        if earlier in cast.home and cast.mentions[earlier].span.end <= start:
            yield earlier


def _agrees(found: Found, party: Party) -> bool:
    if found.kinds and party.kind and party.kind not in found.kinds:
        return False
    if found.gender and (found.gender != (party.gender or found.gender) or not (party.kind or party.spelling)):
        return False
    if found.number == "plural":
        return party.number == "plural" or party.kind in ("organisation", "group", "state", "outlet")
    return party.number != "plural"


def _is_barred(cast: Cast, index: int, party: Party, places: Sequence[int]) -> bool:
    """What grammar forbids: subject and object of one verb are two, and "he said Hoxha left" is not Hoxha's."""
    token = cast.token(index)
    if token.dep in _SUBJECTS:
        return _is_named_below(cast, index, party)
    if cast.mentions[index].role.endswith(_REFLEXIVE) or token.tag == "PRP$":
        return False
    verb = _verb(cast, token)
    return any(cast.token(place).dep in _SUBJECTS and _verb(cast, cast.token(place)) == verb for place in places)


def _is_named_below(cast: Cast, index: int, party: Party) -> bool:
    """Whether the party's name stands later in the clause whose subject the pronoun is."""
    token = cast.token(index)
    for later in range(index + 1, len(cast.mentions)):
        if cast.sentence(later) != token.sentence:
            return False
        if cast.home.get(later) is party and cast.mentions[later].form == "name":
            return any(above.index == token.head for above in cast.page.ancestors(cast.token(later)))
    return False


def _verb(cast: Cast, token: Token) -> int:
    """The verb above the token."""
    return next((above.index for above in cast.page.ancestors(token) if above.pos in ("VERB", "AUX")), token.index)


def _signs_of_places(cast: Cast, index: int, tokens: Sequence[Token]) -> Iterator[str]:
    """What the antecedent's places tell, the nearest first."""
    token, last = cast.token(index), tokens[0]
    yield f"back {cast.distance(last, token)}"
    parts = {_part(cast, one) for one in tokens if one.sentence == last.sentence}
    part = next(part for part in ("main subject", "subject", "object", "possessor", "other") if part in parts)
    yield part
    if part == _part(cast, token):
        yield "same part"
    if cast.paragraph(token) == cast.paragraph(last):
        yield "same paragraph"
    if _speaks(cast, token) and any(_speaks(cast, one) for one in tokens[:3]):
        yield "both speak"
        if tokens[0].index >= _last_speaker(cast, index):
            yield "spoke last"
    verb = _verb(cast, last)
    if last.dep in _SUBJECTS and any(above.index == verb for above in cast.page.ancestors(token)):
        yield "subject above"


def _last_speaker(cast: Cast, index: int) -> int:
    """The token of the last mention within reach that is the subject of a verb of saying; 0 where there is none."""
    return next((cast.mentions[one].head for one in _earlier(cast, index) if _speaks(cast, cast.token(one))), 0)


def _part(cast: Cast, token: Token) -> str:
    """The token's part in its sentence; for one in apposition, or joined to another, that one's."""
    while token.dep in ("appos", "conj") and token.head != token.index:
        token = cast.page.head(token)
    if token.dep == "pobj" and cast.page.head(token).dep == "agent":
        token = cast.page.head(token)
    if token.dep in _SUBJECTS:
        return "main subject" if cast.page.head(token).dep == "ROOT" else "subject"
    return {"dobj": "object", "poss": "possessor"}.get(token.dep, "other")


def _speaks(cast: Cast, token: Token) -> bool:
    """Whether the token is the subject of a verb with a clause or quotation as its object."""
    head = cast.page.head(token)
    if token.dep == "pobj":
        return cast.page.head(head).lemma == "accord"
    return token.dep == "nsubj" and (
        head.dep == "parataxis" or any(one.dep == "ccomp" for one in cast.page.children(head))
    )


def _signs_of_party(cast: Cast, index: int, party: Party, last: int) -> Iterator[str]:
    """What the party is, and how it was last spoken of."""
    found, other = cast.mentions[index], cast.mentions[last]
    if other.quoted != found.quoted:
        yield "across a quotation mark"
    if other.form == "pronoun" and family(other) == family(found):
        yield "already so called"
    if found.gender and party.gender == found.gender:
        yield "sex told"
    if party.number == "plural":
        yield "plural"
    if party.spelling or party.known is not None:
        yield "named"
    yield party.kind or "unknown kind"
