"""Events that a verb tells, with its object where that decides: "imposed sanctions on", "was accused by"."""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.lexicon.events import EventWords, VerbGroup
from verbale.reading.events.candidate import Candidate, Tokens
from verbale.reading.events.clauses import doer, is_passive, is_verb, joined, objects_after, patient, subject
from verbale.reading.page import Page, Token

_NEAR = 4
"""Words between a verb and its particle: "laid their heavy weapons down"."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb in one of its uses."""

    verb: Token
    group: VerbGroup
    key: str
    """Its words in the lexicon: "pull out of"."""
    thing: Token | None
    """What it is done to, or what stands behind its preposition."""


def find_deed(page: Page, verb: Token, words: EventWords) -> Deed | None:
    """The verb's use here, or None where it tells no event: named objects before any object, longer keys first."""
    if not is_verb(verb) or verb.lemma.lower() not in words.verb_heads:
        return None
    found = [deed for key in _keys(page, verb) for deed in _uses(page, verb, key, words)]
    return min(found, key=lambda deed: not deed.group.objects, default=None)


def _keys(page: Page, verb: Token) -> Iterator[str]:
    """The verb with the particles and prepositions that belong to it, the longest first; then alone."""
    lemma = verb.lemma.lower()
    below = [
        child
        for child in page.children(verb)
        if child.index > verb.index and (child.dep in ("prt", "prep", "advmod", "acomp", "oprd", "advcl", "ccomp"))
    ]
    for child in below:
        if child.index - verb.index > _NEAR and child.dep not in ("prt", "prep"):
            continue
        for deeper in page.children(child):
            if (deeper.dep == "prep" and child.dep != "advcl") or (child.dep == "prep" and deeper.dep == "pobj"):
                yield f"{lemma} {child.lower} {deeper.lower}"
        if child.dep == "prt" or child.dep == "advmod":
            for other in below:
                if other.dep == "prep" and other.index > child.index:
                    yield f"{lemma} {child.lower} {other.lower}"
    yield from (f"{lemma} {child.lower}" for child in below if child.dep in ("prt", "prep", "advmod", "acomp", "oprd"))
    yield lemma


def _uses(page: Page, verb: Token, key: str, words: EventWords) -> Iterator[Deed]:
    things = _things(page, verb, key, words)
    for group in words.verb(key):
        held = next((thing for thing in things if _names(page, thing, words) & group.objects), None)
        if group.objects and held is None:
            continue
        deed = Deed(verb, group, key, held or next(iter(things), None))
        if not group.beside or any(_stands(page, deed, word, words) for word in group.beside):
            yield deed


def _things(page: Page, verb: Token, key: str, words: EventWords) -> Tokens:
    """The verb's object and those coordinated with it; what follows its preposition."""
    held = patient(page, verb, words.control)
    behind = objects_after(page, verb, key.split()[1:])
    return tuple(one for first in (held, *behind) if first is not None for one in joined(page, first))


def _names(page: Page, noun: Token, words: EventWords) -> set[str]:
    """The noun, alone and with a word before it: `sanction`, `trade sanction`."""
    lemma = noun.lemma.lower()
    before = [child for child in page.children(noun) if child.dep in ("compound", "amod", "nmod")]
    governed = objects_after(page, noun, ["of", "in"]) if lemma in words.measures or noun.pos == "NUM" else ()
    deeper = {name for one in governed for name in _names(page, one, words)}
    return {lemma, noun.lower, *(f"{child.lemma.lower()} {lemma}" for child in before), *deeper}


def _stands(page: Page, deed: Deed, word: str, words: EventWords) -> bool:
    """Whether that stands beside the verb: an object, none, an infinitive or a preposition."""
    if word in ("object", "no object"):
        held = patient(page, deed.verb, words.control)
        direct = any(
            child.dep == "dobj" or (child.dep == "ccomp" and child.index > deed.verb.index)
            for child in page.children(deed.verb)
        )
        return (direct or held is not None) == (word == "object")
    if word == "passive":
        return is_passive(page, deed.verb)
    if word == "one":
        acting = subject(page, deed.verb, words.control)
        singular = acting is not None and acting.tag in ("NN", "NNP", "PRP") and acting.lower != "they"
        return singular and not is_passive(page, deed.verb) and acting is not None and len(joined(page, acting)) == 1
    if word == "infinitive":
        return any(_is_infinitive(page, child) for child in page.children(deed.verb))
    around = (deed.verb,) if deed.thing is None else (deed.verb, deed.thing)
    return word in deed.key.split()[1:] or any(objects_after(page, one, [word]) for one in around)


def _is_infinitive(page: Page, verb: Token) -> bool:
    if verb.dep not in ("xcomp", "ccomp", "advcl"):
        return False
    return any(child.dep == "aux" and child.lower == "to" for child in page.children(verb))


def complement(page: Page, deed: Deed, words: EventWords) -> tuple[Token, ...]:
    """The tokens of what the verb is about: what is agreed to, refused, demanded or announced, with all below it."""
    roots = [
        child for child in page.children(deed.verb) if _is_about(page, child, words) and child.index > deed.verb.index
    ]
    if is_passive(page, deed.verb) and deed.thing is not None:
        roots.append(deed.thing)
    above = {one.index for one in (deed.verb, *page.ancestors(deed.verb))}
    found = {one.index: one for root in roots if root.index not in above for one in page.subtree(root)}
    found.pop(deed.verb.index, None)
    return tuple(found[index] for index in sorted(found))


def _is_about(page: Page, child: Token, words: EventWords) -> bool:
    """Whether what depends on a verb so says what it is about."""
    if child.dep == "prep":
        return child.lower in words.about
    return child.dep in ("xcomp", "ccomp", "dobj", "dative", "acomp") or _is_infinitive(page, child)


def parties_of(page: Page, deed: Deed, words: EventWords) -> tuple[tuple[Tokens, ...], tuple[Tokens, ...]]:
    """The words for who acts and to whom."""
    control = words.control
    acting = doer(page, deed.verb, control)
    actors: Tokens = () if acting is None else (acting,)
    places = [_place(page, deed, where, words) for where in deed.group.to]
    if "subject" in deed.group.to:
        held = patient(page, deed.verb, control)
        return (() if held is None else ((held,),)), ((actors,) if actors else ())
    if deed.group.together:
        others = tuple(one for place in places for one in place)
        return ((*actors, *others),), ()
    owners = _owners(page, deed.thing) if deed.group.owned else ()
    return tuple(one for one in (owners, actors) if one), tuple(place for place in places if place)


def _place(page: Page, deed: Deed, where: str, words: EventWords) -> Tokens:
    """The words that stand where the group looks for the recipient."""
    held = patient(page, deed.verb, words.control)
    if where == "object":
        return (held,) if held is not None else objects_after(page, deed.verb, deed.key.split()[1:])
    if where == "dative":
        if is_passive(page, deed.verb):
            given = subject(page, deed.verb, words.control)
            return () if given is None or given is held else (given,)
        return tuple(child for child in page.children(deed.verb) if child.dep == "dative" and child.pos != "ADP")
    if where == "clause":
        return tuple(_clause_subjects(page, deed.verb))
    behind = objects_after(page, deed.verb, [where])
    return behind if behind or deed.thing is None else objects_after(page, deed.thing, [where])


def _clause_subjects(page: Page, verb: Token) -> Iterator[Token]:
    for child in page.children(verb):
        if child.dep in ("ccomp", "xcomp", "advcl") and child.index > verb.index:
            yield from (one for one in page.children(child) if one.dep in ("nsubj", "nsubjpass"))


def _owners(page: Page, thing: Token | None) -> Tokens:
    return () if thing is None else tuple(child for child in page.children(thing) if child.dep == "poss")


def candidate_of(page: Page, deed: Deed, words: EventWords) -> Candidate:
    """The verb's event before anybody asks what its complement makes of it."""
    actors, recipients = parties_of(page, deed, words)
    return Candidate(_anchor(page, deed), deed.group, deed.group.types, deed.group.mode, actors, recipients)


def _anchor(page: Page, deed: Deed) -> Token:
    """The verb; the adjective in "is ready to"."""
    told = deed.key.split()[-1]
    return next((one for one in page.children(deed.verb) if one.dep == "acomp" and one.lower == told), deed.verb)
