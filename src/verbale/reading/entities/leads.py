"""Whom a lead means: "a senior official said", before the next paragraph tells his name.

News names its source late: the lead says what he is, the next paragraph who. A full name that speaks there without
a word on who its bearer is must belong to somebody already described; one with a role of the lead's sort mostly
does. Where two names come up, or the source is said to stay nameless, it is nobody's.
"""

from collections.abc import Iterator

from verbale.reading.entities.cast import Cast, Party, Trait

# Paragraphs of the text that count as its lead: a dateline or headline may stand above it.
_LEAD = 2
# Paragraphs after the description in which the name is looked for.
_NEXT = 1
_FULL = 2


def named_after(cast: Cast, index: int, trait: Trait) -> Party | None:
    """The person who speaks under a full name in the paragraph after the description; None where that is open."""
    found, token = cast.mentions[index], cast.token(index)
    paragraph = cast.paragraph(token)
    if found.number == "plural" or not cast.acts(token) or paragraph > _LEAD or _is_hidden(cast, index):
        return None
    named = list(_names(cast, index, paragraph))
    if len(named) != 1 or not cast.acts(cast.token(named[0])) or cast.sentence(named[0]) == token.sentence:
        return None
    party = cast.home[named[0]]
    return party if _suits(cast, index, trait, party) and not _is_foreign(cast, trait, named[0]) else None


def _names(cast: Cast, index: int, paragraph: int) -> Iterator[int]:
    """The first places of full names of people, from the description to the end of the next paragraph."""
    for later in range(index + 1, len(cast.mentions)):
        if cast.paragraph(cast.token(later)) > paragraph + _NEXT:
            return
        party = cast.home.get(later)
        named = cast.mentions[later].form == "name"
        if party is None or not named or party.kind != "person" or len(cast.spelling(later)) < _FULL:
            continue
        if later == min(one for one in party.mentions if cast.mentions[one].form == "name"):
            yield later


def _suits(cast: Cast, index: int, trait: Trait, party: Party) -> bool:
    gender = cast.mentions[index].gender
    if gender and party.gender and gender != party.gender:
        return False
    called = {word for one in party.traits for word in (one.head, *cast.people.called(one.role))}
    return not party.traits or trait.head in called


def _is_foreign(cast: Cast, trait: Trait, later: int) -> bool:
    """Whether the name is told to be of another state than the description: "Norland's minister Ola Berg"."""
    token = cast.token(later)
    before = [one for one in cast.page.subtree(token) if one.index < token.index]
    parties = [party for party in map(cast.party_of_token, before) if party is not None]
    own = {party.country for party in (cast.home[later], *parties)} - {None}
    return bool(trait.countries and own) and not trait.countries & own


def _is_hidden(cast: Cast, index: int) -> bool:
    """Whether the text says that the source stays nameless: "a source", "on condition of anonymity"."""
    people, token = cast.people, cast.token(index)
    sentence = cast.page.sentences[token.sentence]
    words = {one.lemma.lower() for one in cast.page.tokens_in(sentence)}
    return token.lemma.lower() in people.hidden or bool(words & people.nameless)
