"""Events that a noun tells: "a meeting of the delegations took place", "Norland's attack on Sudria", "held talks"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verbale.lexicon.events import EventWords, NounGroup
from verbale.reading.events.candidate import Candidate, Tokens
from verbale.reading.events.clauses import doer, is_clause, is_verb, joined, objects_after, subject
from verbale.reading.page import Page, Token

_PART = ("compound", "amod", "nmod", "poss", "npadvmod", "punct")


@dataclass(frozen=True, slots=True)
class Happening:
    """A noun in one of its uses."""

    noun: Token
    group: NounGroup


def find_happening(page: Page, noun: Token, words: EventWords) -> Happening | None:
    """The noun's use here, or None where it tells no event: with a word before it rather than alone."""
    if noun.pos not in ("NOUN", "PROPN") or noun.dep in _PART or noun.lemma.lower() not in words.noun_heads:
        return None
    if (
        noun.pos == "PROPN"
        and noun.text != noun.lower
        and noun.entity in ("ORG", "PERSON", "GPE", "WORK_OF_ART", "LAW")
    ):
        return None
    for key in _keys(page, noun):
        for group in words.noun(key):
            if _fits(page, noun, group):
                return Happening(noun, group)
    return None


def _fits(page: Page, noun: Token, group: NounGroup) -> bool:
    """Whether what stands behind the noun is what the group asks for."""
    if group.beside and not any(objects_after(page, noun, [word]) for word in group.beside):
        return False
    behind = (one for thing in objects_after(page, noun, ["of"]) for one in joined(page, thing))
    return not group.things or any(one.lemma.lower() in group.things for one in behind)


def _keys(page: Page, noun: Token) -> Iterator[str]:
    lemma = noun.lemma.lower()
    for child in page.children(noun):
        if child.dep in ("compound", "amod", "nmod"):
            yield f"{child.lower} {lemma}"
    yield lemma


@dataclass(frozen=True, slots=True)
class _Around:
    """The words around a noun that may name who takes part."""

    owners: Tokens
    behind: Tokens
    """What its "of" holds."""
    doers: Tokens
    """Who follows "by"."""
    places: list[Tokens]
    """What follows the prepositions of its group, for each in order."""
    acting: Tokens
    """Who acts by the verb that says that it takes place."""


def candidate_of(page: Page, found: Happening, words: EventWords) -> Candidate:
    """The noun's event, with those who take part by its own words or by its light verb's."""
    around = _around(page, found, words)
    if found.group.together:
        return _together(page, found, around, words)
    return _directed(found, around)


def _around(page: Page, found: Happening, words: EventWords) -> _Around:
    noun, group = found.noun, found.group
    verb, carrying = _light(page, noun, words), _carrier(page, noun, words)
    behind = objects_after(page, noun, ["of"])
    near = (noun, *([carrying] if carrying else []), *(behind if group.things else ()))
    return _Around(
        owners=tuple(child for child in page.children(noun) if child.dep in _OWNERS),
        behind=behind,
        doers=tuple(one for word in (noun, *behind) for one in objects_after(page, word, ["by"])),
        places=[_behind(page, noun, near, where) for where in group.to],
        acting=() if verb is None else _doer(page, verb, noun, words),
    )


_OWNERS = ("poss", "amod", "compound", "nmod")
"""How the name before a noun may depend on it: "Norland's visit", "the Norlandish attack", "Norland-Sudria talks"."""


def _together(page: Page, found: Happening, around: _Around, words: EventWords) -> Candidate:
    """All who take part are actors; of "talks with Sudria" alone, whoever does something at or after them, too."""
    noun, group = found.noun, found.group
    behind = around.behind if group.of == "actor" else ()
    inside = (*around.owners, *behind, *around.doers, *(one for place in around.places for one in place))
    alone = not (around.acting or around.owners or around.behind) and len(inside) <= 1
    everybody = ((*(_nearby(page, noun, words) if alone else around.acting), *inside),)
    return Candidate(noun, group, group.types, group.mode, _filled(everybody), (), hosts=_hosts(page, noun))


def _directed(found: Happening, around: _Around) -> Candidate:
    """Who acts, and those to whom it is done."""
    noun, group = found.noun, found.group
    actors, recipients = [around.doers, around.acting], [*around.places]
    # "Norland's killing of the envoy" has its victim behind "of"; whoever else owns a killing suffers it.
    owner_acts = group.owner == "actor" or (bool(around.behind) and group.of == "recipient")
    (actors if owner_acts else recipients).append(around.owners)
    if group.of != "none":
        (actors if group.of == "actor" else recipients).append(around.behind)
    return Candidate(noun, group, group.types, group.mode, _filled(actors), _filled(recipients))


def _behind(page: Page, noun: Token, around: Tokens, preposition: str) -> Tokens:
    """What stands behind the preposition after the noun."""
    found = (one for word in around for one in objects_after(page, word, [preposition]))
    return tuple(one for one in found if page.head(one).index > noun.index)


def _filled(places: Iterable[Tokens]) -> tuple[Tokens, ...]:
    return tuple(place for place in places if place)


def _light(page: Page, noun: Token, words: EventWords) -> Token | None:
    """The verb that says that it takes place: "Norland held talks", "an attack launched by Norland"."""
    verb = _carrier(page, noun, words)
    governing = page.head(noun) if noun.dep == "pobj" and not _is_counted(page, noun, words) else None
    if verb is not None and _is_light(page, verb, words, governing):
        return verb
    below = (child for child in page.children(noun) if child.dep in ("acl", "relcl") and is_verb(child))
    return next((child for child in below if _is_light(page, child, words)), None)


def _doer(page: Page, verb: Token, noun: Token, words: EventWords) -> Tokens:
    acting = doer(page, verb, words.control)
    return () if acting is None or acting.index == noun.index else (acting,)


def _hosts(page: Page, noun: Token) -> Tokens:
    """In whose house it is held: "consultations at the seat of the Union"."""
    head = page.head(noun)
    around = (noun, head) if noun.dep in ("nsubj", "nsubjpass") else (noun,)
    places = [one for word in around for one in objects_after(page, word, ["at", "within"])]
    return (*places, *(one for place in places for one in objects_after(page, place, ["of"])))


def _carrier(page: Page, noun: Token, words: EventWords) -> Token | None:
    """The verb whose object the noun is, or its subject in the passive, or which governs it by a preposition."""
    head = page.head(noun)
    while (noun.dep == "conj" or _is_counted(page, noun, words)) and head.index != noun.index:
        noun = head if noun.dep == "conj" else page.head(head)
        head = page.head(noun)
    if noun.dep in ("dobj", "nsubjpass", "attr") and is_clause(head):
        return head
    if noun.dep == "pobj" and is_clause(page.head(head)):
        return page.head(head)
    return None


def _is_counted(page: Page, noun: Token, words: EventWords) -> bool:
    """Whether another noun counts it: "a round of talks"."""
    preposition = page.head(noun)
    return noun.dep == "pobj" and preposition.lower == "of" and page.head(preposition).lemma.lower() in words.measures


def _is_light(page: Page, verb: Token, words: EventWords, preposition: Token | None = None) -> bool:
    """Whether the verb, with the preposition that governs the noun, only says that what the noun names takes place."""
    lemma = verb.lemma.lower()
    below = [child.lower for child in page.children(verb) if child.dep in ("prt", "advmod", "dobj", "acomp")]
    stems = (lemma, *(f"{lemma} {word}" for word in below))
    tail = "" if preposition is None else f" {preposition.lower}"
    return any(stem + tail in words.light.takes for stem in stems)


def _nearby(page: Page, noun: Token, words: EventWords) -> Tokens:
    """Who does something at or after it: "Berg said after talks with Sudria" has Berg at the talks."""
    preposition = page.head(noun)
    verb = page.head(preposition)
    if noun.dep != "pobj" or preposition.lower not in words.around or not is_clause(verb):
        return ()
    acting = subject(page, verb, words.control)
    return () if acting is None or acting.index == noun.index else (acting,)
