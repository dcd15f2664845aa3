"""Conditions that a noun or verb tells: "made a release a condition for talks", "tied the deal to a release"."""

from collections.abc import Iterator

from verbale.reading.clauses import child, is_negated, own_subject, stretch, subject
from verbale.reading.moves.scene import Scene
from verbale.reading.moves.told import Told
from verbale.reading.page import Page, Token

_SURE = 0.6
_OF_ITS_OBJECT = ("for", "of", "to")


def told_by_ties(scene: Scene) -> Iterator[Told]:
    """The conditions that the page's words make of one thing for another."""
    for token in scene.page.tokens:
        if token.pos == "NOUN" and token.lemma.lower() in scene.words.tying.nouns:
            yield from _called(scene, token)
        elif token.tag.startswith("VB"):
            yield from _tied(scene, token)
            yield from _first(scene, token)


def _called(scene: Scene, noun: Token) -> Iterator[Told]:
    """What is called a condition: "made a release a condition for talks", "a release is a condition for talks"."""
    page, verb = scene.page, _above(scene.page, noun)
    behind = next((one for one in page.children(noun) if one.dep == "prep" and one.lower in _OF_ITS_OBJECT), None)
    step = child(page, behind, "pobj", "pcomp") if behind is not None else None
    if verb is None or step is None or is_negated(page, verb):
        return
    if verb.lemma == "make":
        parts = (*page.children(noun), *page.children(verb))
        things = (one for one in parts if one.dep in ("nsubj", "dobj") and verb.index < one.index < noun.index)
        deed = next(things, None)
        yield from _told(scene, verb, step, deed, subject(page, verb))
    elif verb.lemma in ("be", "remain"):
        yield from _told(scene, verb, step, own_subject(page, verb), None)


def _above(page: Page, noun: Token) -> Token | None:
    """The verb that calls something a condition."""
    return next((one for one in list(page.ancestors(noun))[:2] if one.lemma in ("make", "be", "remain")), None)


def _tied(scene: Scene, verb: Token) -> Iterator[Told]:
    preposition = scene.words.tying.to.get(verb.lemma.lower())
    step = child(scene.page, verb, "dobj")
    if preposition is None or step is None:
        return
    for one in (*scene.page.children(verb), *scene.page.children(step)):
        if one.dep == "prep" and one.lower == preposition and one.index > step.index:
            yield from _told(scene, verb, step, child(scene.page, one, "pobj", "pcomp"), subject(scene.page, verb))
            return


def _first(scene: Scene, verb: Token) -> Iterator[Told]:
    """What is demanded first: "insists on an apology before any talks"."""
    page = scene.page
    carrier = next((one for one in page.children(verb) if one.dep == "prep" and one.index > verb.index), None)
    forms = {verb.lemma.lower(), f"{verb.lemma.lower()} {carrier.lower}" if carrier is not None else ""}
    if not forms & scene.words.tying.first:
        return
    deed = child(page, verb, "dobj") or (child(page, carrier, "pobj") if carrier is not None else None)
    before = next(
        (one for one in page.tokens[verb.index + 1 :][:12] if one.lower == "before" and one.dep == "prep"), None
    )
    if deed is None or before is None or before.sentence != verb.sentence or before.index < deed.index:
        return
    step = child(page, before, "pobj")
    if step is not None and not scene.is_when(step) and step.pos == "NOUN":
        yield from _told(scene, verb, step, deed, subject(page, verb))


def _told(scene: Scene, verb: Token, step: Token, deed: Token | None, who: Token | None) -> Iterator[Told]:
    """The condition that `deed` must come before the actor's `step`."""
    statement, around = scene.cued(verb), scene.around(verb)
    said = around if around is not None else statement
    if deed is None or not scene.is_told(said) or not scene.is_done(verb):
        return
    actor = scene.who(who, around) if who is not None else ()
    if not actor and scene.speaks_for_a_party(said):
        actor = scene.speaking(said)
    if actor:
        drop = frozenset(one.index for one in scene.page.subtree(step)) if step.index > deed.index else frozenset[int]()
        words = stretch(scene.page, deed, drop)
        yield Told("condition", verb, actor, stretch(scene.page, step), _SURE, step, (), said, words, True)
