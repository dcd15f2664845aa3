"""Whom the words around an event mean: entities of the record, each once, and none on both sides.

"The Norlandish delegation" is Norland, since a delegation acts for its state; a person stands for themself. Of a group
the members are the parties ("both sides" of Norland and Sudria), since PLOVER lists actors one by one and only they
can be found again in another article; a group whose members the text doesn't tell is a party as it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verbale.lexicon.events import EventWords, Need
from verbale.reading.events.candidate import Candidate, Tokens
from verbale.reading.events.clauses import joined, objects_after
from verbale.reading.page import Page, Token
from verbale.record import Entity, EntityKind
from verbale.spans import Span

_PARTIES: frozenset[EntityKind] = frozenset({"person", "state", "organisation", "group", "outlet"})
_BEFORE = ("poss", "amod", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of the page and the places where it speaks of them."""

    page: Page
    entities: dict[str, Entity]
    words: EventWords
    headed: dict[int, str] = field(default_factory=dict)
    """By the main token of a mention, whom it means."""
    covered: dict[int, str] = field(default_factory=dict)
    """By any token of a mention."""
    in_office: frozenset[str] = frozenset()
    """Persons of whom the article need not tell that they hold an office: the registry knows."""


def make_cast(
    page: Page, entities: Sequence[Entity], words: EventWords, in_office: frozenset[str] = frozenset()
) -> Cast:
    """The entities, found by their tokens; of nested mentions the smallest counts."""
    cast = Cast(page, {entity.id: entity for entity in entities}, words, in_office=in_office)
    mentions = [
        (mention.span, entity)
        for entity in entities
        if not entity.members or len(entity.mentions)
        for mention in entity.mentions
    ]
    for span, entity in sorted(mentions, key=lambda one: one[0].start - one[0].end):
        inside = page.tokens_in(span)
        top = page.top(span)
        joint = entity.members and any(token.dep == "conj" for token in inside)
        if top is None or joint:
            continue
        cast.headed[top.index] = entity.id
        cast.covered.update((token.index, entity.id) for token in inside)
    return cast


@dataclass(frozen=True, slots=True)
class Parties:
    """The ids of who acts and to whom; none of them on both sides."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    confidence: float
    """How sure the event's parties are (0-1)."""
    acting: tuple[Span, ...] = ()
    """The words that name the actors."""
    receiving: tuple[Span, ...] = ()
    """The words that name the recipients."""

    def marked(self, page: Page, anchor: Token) -> tuple[Span, Span, tuple[Span, ...], tuple[Span, ...]]:
        """The sentence, the anchor and the words for actors and recipients, as a judge of types is asked."""
        return page.sentences[anchor.sentence], anchor.span, self.acting, self.receiving


def parties_of(cast: Cast, candidate: Candidate) -> Parties:
    """Who acts and to whom; of those who do it to each other the first is taken for the actor."""
    itself = cast.covered.get(candidate.anchor.index)
    actors = _first(cast, candidate.actors, acting=True) or _hosts(cast, candidate)
    recipients = _first(cast, candidate.recipients, acting=candidate.group.direct)
    acting = {one: span for one, span in actors.items() if one != itself}
    receiving = {one: span for one, span in recipients.items() if one not in acting and one != itself}
    if not receiving and len(acting) > 1 and _is_mutual(candidate):
        first, *others = acting
        acting, receiving = {first: acting[first]}, {one: acting[one] for one in others}
    sure = _SURE if acting else _HALF
    return Parties(tuple(acting), tuple(receiving), sure, _spans(acting), _spans(receiving))


def _is_mutual(candidate: Candidate) -> bool:
    """Whether each does it to the others, of a kind that PLOVER codes with a recipient: "sanctions on each other"."""
    others = any(token.lower in ("other", "another") for tokens in candidate.recipients for token in tokens)
    needs = "recipient" in candidate.group.parties
    return needs and (others or "COOPERATE" in candidate.types)


def _spans(named: Mapping[str, Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(named.values()))


_SURE, _HALF = 0.95, 0.75
"""How sure an event is with and without a known actor: estimates."""


def are_enough(cast: Cast, candidate: Candidate, parties: Parties) -> bool:
    """Whether the event has the parties that its word needs, and any at all."""
    everybody = (*parties.actors, *parties.recipients)
    return bool(everybody) and all(_has(cast, need, parties, candidate) for need in candidate.group.parties)


def _suffering(candidate: Candidate, parties: Parties) -> tuple[str, ...]:
    """Those who stand where the object does: the guest, where the host is told as the subject."""
    return parties.actors if "subject" in candidate.group.to else parties.recipients


def _is_official(cast: Cast, entity: Entity) -> bool:
    """Whether it is a state or body, or a person who holds an office: "Norland's president"."""
    role = entity.name.lower().split()[-1] in cast.words.state_agents and not _is_named(entity)
    return entity.kind in _BODIES or bool(entity.offices or entity.represents) or role or entity.id in cast.in_office


_BODIES: frozenset[EntityKind] = frozenset({"state", "organisation"})


def is_unheard(candidate: Candidate, parties: Parties) -> bool:
    """Whether somebody acts by the words, but the text doesn't tell who: "they urged Norland"."""
    return bool(candidate.actors) and not parties.actors


def _has(cast: Cast, need: Need, parties: Parties, candidate: Candidate) -> bool:
    everybody = (*parties.actors, *parties.recipients)
    acting = [cast.entities[one] for one in parties.actors]
    if need == "two":
        return len(everybody) > 1
    if need == "several":
        return len(everybody) > 1 or any(one.kind in ("group", "organisation") for one in acting)
    if need == "official":
        return any(one.kind == "group" for one in acting) or any(
            _is_official(cast, cast.entities[one]) for one in everybody
        )
    if need == "aimed":
        return bool(parties.recipients) or candidate.inner is not None
    if need == "outlet":
        return any(one.kind == "outlet" for one in acting)
    if need == "person":
        others = everybody[1:] if candidate.group.together else _suffering(candidate, parties)
        kinds = ("person", "group", "state") if "subject" in candidate.group.to else ("person", "group")
        return any(cast.entities[one].kind in kinds for one in others)
    return bool(parties.actors if need == "actor" else parties.recipients)


def _titled_together(page: Page, token: Token) -> Tokens:
    """The names behind a title that several share: "Presidents Ada Berg and Ilse Varga"; else the token itself."""
    if token.tag not in ("NNS", "NNPS"):
        return (token,)
    beside = [one for one in page.children(token) if one.dep == "appos" and one.index > token.index]
    siblings = (one for one in page.children(page.head(token)) if one.dep == token.dep and one.index > token.index)
    beside += [one for one in siblings if page.subtree(one)[0].index == token.index + 1]
    shared = any(below.dep == "conj" and below.pos == "PROPN" for one in beside for below in page.children(one))
    return tuple(beside) if shared else (token,)


def _hosts(cast: Cast, candidate: Candidate) -> dict[str, Span]:
    """The first body in whose house it is, with the word that names it."""
    found = ((one, token.span) for token in candidate.hosts for one in meant(cast, token, acting=True))
    return dict([pair for pair in found if cast.entities[pair[0]].kind == "organisation"][:1])


def _first(cast: Cast, places: Iterable[Tokens], *, acting: bool) -> dict[str, Span]:
    """Those whom the first of the places names that names any, each with the words that name them."""
    for tokens in places:
        parts = [
            part for token in tokens for one in _titled_together(cast.page, token) for part in joined(cast.page, one)
        ]
        found: dict[str, Span] = {}
        for part in parts:
            for one in _of_phrase(cast, part, acting):
                found.setdefault(one, _phrase(cast.page, part))
        if found:
            return found
    return {}


def _phrase(page: Page, token: Token) -> Span:
    """The words of a phrase before and with its main word: "Norland's foreign minister Ada Berg"."""
    before = [
        child for child in page.children(token) if child.dep in (*_BEFORE, "nummod") and child.index < token.index
    ]
    first = min((one for child in before for one in page.subtree(child)), key=lambda one: one.index, default=token)
    return Span(min(first.span.start, token.span.start), token.span.end)


def meant(cast: Cast, token: Token, *, acting: bool) -> tuple[str, ...]:
    """The parties that a phrase means, by its main token, with those coordinated with it."""
    return tuple(one for part in joined(cast.page, token) for one in _of_phrase(cast, part, acting))


def _of_phrase(cast: Cast, token: Token, acting: bool) -> Iterator[str]:
    entity = _at(cast, token)
    if entity is not None and entity.kind in _PARTIES:
        yield from _persons(cast, token, entity)
    elif entity is not None and entity.kind == "place":
        if _is_party_place(token, acting):
            yield entity.id
    elif entity is None:
        yield from _of_description(cast, token, acting)
    elif not acting:
        yield from _owners_of(cast, token)


def _persons(cast: Cast, token: Token, entity: Entity) -> Iterator[str]:
    """The members of a group; the state of "the Norlandish and Sudrian delegations"; else the entity itself."""
    if entity.members:
        yield from entity.members
    elif entity.name.lower() in cast.words.nobody:
        return
    elif entity.kind == "group" or (entity.kind == "organisation" and not _is_named(entity)):
        states = _states_before(cast, token) if token.lemma.lower() in cast.words.state_agents else ()
        yield from states or (entity.id,)
    else:
        yield entity.id


def _is_named(entity: Entity) -> bool:
    return any(mention.form == "name" for mention in entity.mentions)


def _is_party_place(token: Token, acting: bool) -> bool:
    """Whether a place stands for its people: as a subject or owner that acts, or where something is done to it."""
    return token.dep in ("nsubj", "poss") if acting else token.dep not in ("compound", "amod", "nmod")


def _at(cast: Cast, token: Token) -> Entity | None:
    """The entity whose mention has the token for its main word, or holds it."""
    found = cast.headed.get(token.index)
    if found is None and token.pos in ("PROPN", "PRON", "ADJ", "NOUN"):
        found = cast.covered.get(token.index)
    return cast.entities.get(found) if found is not None else None


def _of_description(cast: Cast, token: Token, acting: bool) -> Iterator[str]:
    """Of a noun that no entity stands for: the name beside it, the state it acts for, or what it counts."""
    page, lemma = cast.page, token.lemma.lower()
    titled = _titled(cast, token)
    if titled is not None:
        yield titled
        return
    for child in page.children(token):
        if child.dep == "appos" and (named := _at(cast, child)) is not None and named.kind in _PARTIES:
            yield named.id
            return
    if lemma in cast.words.state_agents:
        yield from _states_before(cast, token)
    elif lemma in cast.words.counting:
        for one in objects_after(page, token, ["of"]):
            yield from meant(cast, one, acting=acting)
    elif not acting:
        yield from _owners_of(cast, token)


def _owners_of(cast: Cast, thing: Token) -> tuple[str, ...]:
    """Whose a thing is, to which something is done: "rejected Sudria's plan", "a plan of Sudria"."""
    children = cast.page.children(thing)
    owner = [child for child in children if child.dep == "poss"]
    before = [child for child in children if child.dep in ("amod", "compound", "nmod")]
    behind = objects_after(cast.page, thing, ["of", "by", "from"])
    for tokens in (owner, before, behind):
        found = tuple(one for token in tokens for one in meant(cast, token, acting=True))
        if found:
            return found
    return ()


def _titled(cast: Cast, title: Token) -> str | None:
    """The person whose name ends the phrase that a title heads: "Minister of the Republic of Norland Ada Berg".

    The parser takes such a name for a part of the country's. Any other noun is a title only where such a name of a
    body stands between: "the deputy of the Norlandish Parliament Ada Berg", but not "the mother of Ada Berg".
    """
    is_title = title.pos == "PROPN" or title.lemma.lower() in cast.words.state_agents
    for token in cast.page.subtree(title):
        if token.index <= title.index:
            continue
        found = cast.entities.get(cast.covered.get(token.index, ""))
        if found is not None and found.kind == "person":
            return found.id if is_title else None
        is_title = is_title or token.pos == "PROPN"
        if token.pos not in ("PROPN", "ADP", "DET", "NOUN", "ADJ", "CCONJ") or token.text == ",":
            return None
    return None


def _states_before(cast: Cast, token: Token) -> tuple[str, ...]:
    """The states and bodies named before a noun or after its "of": "the Norlandish and Sudrian delegations"."""
    before = [child for child in cast.page.children(token) if child.dep in _BEFORE]
    for places in (before, *(objects_after(cast.page, token, [word]) for word in ("of", "from", "in"))):
        found = [one for first in places for part in _chain(cast.page, first) for one in _body(cast, part, token)]
        if found:
            return tuple(found)
    return ()


def _body(cast: Cast, token: Token, whole: Token) -> tuple[str, ...]:
    """The state or body that the token names, unless it is the phrase itself."""
    found = cast.entities.get(cast.headed.get(token.index) or cast.covered.get(token.index) or "")
    if found is None or found.kind not in ("state", "organisation", "group") or _holds(found, whole):
        return ()
    return found.members or (found.id,)


def _holds(entity: Entity, token: Token) -> bool:
    """Whether one of the entity's mentions holds the token itself: no owner of it, but the phrase."""
    return any(mention.span.contains(token.span) for mention in entity.mentions)


def _chain(page: Page, token: Token) -> tuple[Token, ...]:
    """The token with those coordinated with it, adjectives and the nouns between them included."""
    below = [one for child in page.children(token) if child.dep in ("conj", *_BEFORE) for one in _chain(page, child)]
    return (token, *below)
