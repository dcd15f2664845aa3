"""Moves that a content's own words make: "we will not sign", "they must withdraw", "we are ready to talk".

What "we" will or won't do counts for the verbs of a negotiation only (`moves.yaml`): nobody makes a move who
says that he won't forget. A threat is what hurts the other side, under a condition or beyond doubt.
"""

from collections.abc import Iterator

from verbale.reading.clauses import child, helpers, is_negated, is_question, own_subject, stretch
from verbale.reading.moves.conditions import Condition
from verbale.reading.moves.duties import duty, order
from verbale.reading.moves.making import PERHAPS, WILL
from verbale.reading.moves.promises import barred, bound
from verbale.reading.moves.scene import Scene
from verbale.reading.moves.threats import threat
from verbale.reading.moves.told import Told
from verbale.reading.moves.verdicts import called
from verbale.reading.page import Token
from verbale.record import MoveKind, Statement


def told_by_own_words(scene: Scene, conditions: tuple[Condition, ...]) -> Iterator[Told]:
    """The moves that the words of statements, and of the article itself, make."""
    for token in scene.page.tokens:
        statement = scene.around(token)
        if not scene.is_told(statement) or is_question(scene.page, token):
            continue
        yield from _ready(scene, token, statement)
        if token.tag.startswith("VB"):
            yield from _verb(scene, token, statement, conditions)
        if statement is not None and token.lower in scene.words.judging:
            yield from called(scene, token, statement)


def _verb(scene: Scene, verb: Token, statement: Statement | None, conditions: tuple[Condition, ...]) -> Iterator[Told]:
    things = {one.index for one in scene.page.children(verb) if one.dep in ("attr", "dobj")}
    under = [one for one in conditions if one.main.index == verb.index or one.main.index in things]
    found = (
        threat(scene, verb, statement, under)
        or bound(scene, verb, statement, under)
        or barred(scene, verb, statement, under)
        or (None if statement is None else duty(scene, verb, statement) or order(scene, verb, statement))
    )
    if found is not None:
        yield found


def _ready(scene: Scene, token: Token, statement: Statement | None) -> Iterator[Told]:
    """What somebody is ready or unwilling to do."""
    words, page = scene.words, scene.page
    willing = token.lower in words.ready.words
    if token.pos not in ("ADJ", "VERB") or not (willing or token.lower in words.unready.words):
        return
    being = page.head(token) if token.dep in ("acomp", "oprd", "attr", "conj") else token
    who = own_subject(page, being) or own_subject(page, token)
    what = child(page, token, "xcomp", "ccomp", "advcl")
    if what is None or "to" not in helpers(page, what):
        behind = next((one for one in page.children(token) if one.dep == "prep" and one.lower in ("to", "for")), None)
        what = child(page, behind, "pobj", "pcomp") if behind is not None else None
        if what is None or token.lower in ("willing", "unwilling", "loath"):
            return
    actor = scene.who(who, statement) or (scene.speaking(statement) if scene.is_own(who, statement) else ())
    if not actor or helpers(page, being) & (PERHAPS | {"must", "should", "to"}):
        return
    if token.lower == "prepared" and what.pos == "NOUN" and helpers(page, being) & WILL:
        return  # what is "prepared for adoption" offers nothing
    if what.pos == "NOUN" and is_negated(page, being):
        return  # who is "not prepared for a storm" refuses nothing
    kind: MoveKind = "offer" if willing != is_negated(page, being) else "refusal"
    sure = 0.7 if statement is not None else 0.6
    yield Told(kind, token, actor, stretch(page, what), sure, what, (), statement, (), True)
