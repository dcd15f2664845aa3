"""Parties that the text has told enough of become entities of the record."""

from collections.abc import Iterable

from verbale.reading.drafts import Found
from verbale.reading.entities.cast import Cast, Party
from verbale.reading.page import Token
from verbale.record import Entity, Mention
from verbale.spans import Span, joined

_ACTING = frozenset({"nsubj", "nsubjpass", "agent"})


def make_entities(cast: Cast) -> tuple[Entity, ...]:
    """The entities, with ids in the order of their first mentions."""
    kept = sorted((party for party in cast.parties if _is_somebody(cast, party)), key=lambda party: min(party.mentions))
    ids = {id(party): f"e{number}" for number, party in enumerate(kept, 1)}
    return tuple(_entity(cast, party, ids) for party in kept)


def _is_somebody(cast: Cast, party: Party) -> bool:
    """Whether the party has a name, comes up again, acts or is told something: not every noun is somebody."""
    found = [cast.mentions[index] for index in party.mentions]
    if not found or all(one.form == "pronoun" for one in found):
        return False
    if any(one.form == "name" for one in found) or len(found) > 1:
        return True
    token = cast.page.tokens[found[0].head]
    if token.dep == "pobj":
        return cast.page.head(token).dep in ("agent", "prep") and found[0].definite
    return token.dep in _ACTING or _is_told(cast, token) or _heads_a_sentence(cast, token)


def _is_told(cast: Cast, token: Token) -> bool:
    """Whether it is the object of a verb of telling, or of one that has a clause beside it: "told reporters that …"."""
    verb = cast.page.head(token)
    beside = {child.dep for child in cast.page.children(verb)}
    tells = verb.dep == "parataxis" or "ccomp" in beside or verb.lemma in cast.people.telling
    return token.dep in ("dobj", "dative") and tells


def _heads_a_sentence(cast: Cast, token: Token) -> bool:
    """Whether the parser took the verb behind it for a participle: "The council of elders called on them to stop"."""
    return token.dep == "ROOT" and any(child.dep == "acl" and child.tag == "VBN" for child in cast.page.children(token))


def _entity(cast: Cast, party: Party, ids: dict[int, str]) -> Entity:
    mentions = [cast.mentions[index] for index in sorted(party.mentions)]
    name = _name(cast, party, mentions)
    return Entity(
        id=ids[id(party)],
        name=name,
        kind=party.kind or "group",  # type: ignore[arg-type]
        aliases=tuple(_aliases(cast, mentions, name)),
        mentions=tuple(Mention(start=one.span.start, end=one.span.end, form=one.form) for one in mentions),
        country=party.country or (party.city.country if party.city else None),
        members=tuple(ids[id(member)] for member in party.members if id(member) in ids),
        evidence=_evidence(cast, party, mentions[0]),
        confidence=_confidence(party, mentions),
        registry_id=_registry_id(party),
    )


def _registry_id(party: Party) -> str | None:
    if party.known is not None:
        return party.known.id
    return party.city.id if party.city is not None else None


def _name(cast: Cast, party: Party, mentions: list[Found]) -> str:
    """The fullest name in the article; for a state or body of the registry its usual one, if it stands there.

    "German" and "Berlin" are no names of Germany: where the article has no other, the registry's stands for it.
    """
    names = [one.span.of(cast.page.text) for one in mentions if one.form == "name"]
    known = party.known
    if known is not None and (known.name in names or {*names} <= {*known.demonyms, *known.seats}):
        return known.name
    if names:
        return " ".join(max(names, key=lambda name: (len(name.split()), len(name))).split())
    return " ".join(mentions[0].span.of(cast.page.text).split())


def _aliases(cast: Cast, mentions: Iterable[Found], name: str) -> Iterable[str]:
    seen = {name.lower()}
    for one in mentions:
        text = " ".join(one.span.of(cast.page.text).split())
        if one.form != "pronoun" and text.lower() not in seen:
            seen.add(text.lower())
            yield text


def _evidence(cast: Cast, party: Party, first: Found) -> tuple[Span, ...]:
    return joined({*cast.page.sentences_of(first.span), *party.evidence})


def _confidence(party: Party, mentions: list[Found]) -> float:
    if party.known is not None:
        return 0.95
    return 0.9 if any(one.form == "name" for one in mentions) else 0.6
