"""What somebody must do or give in a speaker's words, and orders in quoted ones."""

from verbale.reading.clauses import child, helpers, is_negated, is_passive, own_subject, stretch
from verbale.reading.moves.making import PERHAPS, made
from verbale.reading.moves.scene import Scene
from verbale.reading.moves.told import Told
from verbale.reading.page import Page, Token
from verbale.record import Statement

_SAID = 0.3
"""A statement less sure than this is as often none; set by hand."""


def duty(scene: Scene, verb: Token, statement: Statement) -> Told | None:
    """What somebody must do or give: "they must leave", "we must have guarantees", "we need guarantees"."""
    duty, page = scene.words.duty, scene.page
    lemma, who = verb.lemma.lower(), own_subject(page, verb)
    thing = child(page, verb, "dobj")
    if who is not None and lemma in duty.needed and scene.is_own(who, statement) and not is_negated(page, verb):
        wanted = thing is not None and thing.lemma.lower() in duty.given
        if wanted and thing is not None and not helpers(page, verb) & {"will", "would", "did", "do"}:
            actor = scene.who(who, statement)
            return Told("demand", verb, actor, stretch(page, thing), 0.5, thing, (), statement, (), True)
    aids = helpers(page, verb)
    strong = aids & duty.strong
    if verb.dep == "xcomp" and page.head(verb).lemma.lower() in ("have", "need") and "to" in aids:
        head = page.head(verb)
        strong, who = strong | {"have to"}, own_subject(page, head)
        if is_negated(page, head) or helpers(page, head) & (PERHAPS | {"would", "did", "does", "do"}):
            return None
    weak = aids & duty.weak
    if who is None or not (strong or weak) or _is_guess(page, verb, aids) or _is_aside(page, verb):
        return None
    return _laid(scene, verb, who, bool(strong), statement)


def _is_guess(page: Page, verb: Token, aids: frozenset[str]) -> bool:
    """Whether "must" is a guess: "it must have been the wind", "this must be a mistake"."""
    return "have" in aids or (verb.lemma == "be" and child(page, verb, "attr") is not None)


def _is_aside(page: Page, verb: Token) -> bool:
    """Whether it stands in a clause that only explains: "while most must wait", "those who must leave"."""
    top = page.head(verb) if verb.dep == "xcomp" else verb
    return top.dep in ("advcl", "relcl", "acl", "pcomp")


def _laid(scene: Scene, verb: Token, who: Token, strong: bool, statement: Statement) -> Told | None:
    """A duty that the speaker lays on somebody else."""
    page, speaker = scene.page, scene.speaker(statement)
    if speaker is None or not scene.speaking(statement) or statement.confidence < _SAID:
        return None
    named = scene.referents.parties(who)
    if scene.is_own(who, statement) or who.lower in ("you", "one", "it", "that", "this", "what"):
        ours = verb.lemma.lower() in scene.words.duty.ours and scene.is_own(who, statement) and strong
        if not ours or not _wants_given(scene, verb):
            return None
    elif (
        not (named or scene.speaks_for_a_party(statement))
        or not (strong or (named and scene.speaks_for_a_party(statement)))
        or not (named or is_passive(page, verb) or who.pos == "NOUN" or who.lower == "they")
    ):
        return None
    sure = (0.65 if named else 0.5) if strong else 0.45
    told = made(scene, "demand", verb, scene.speaking(statement), sure)
    return Told(
        told.kind,
        verb,
        told.actor,
        told.content,
        sure,
        verb,
        named if not is_passive(page, verb) else (),
        statement,
        (),
        True,
    )


def _wants_given(scene: Scene, verb: Token) -> bool:
    thing = child(scene.page, verb, "dobj")
    return thing is not None and thing.lemma.lower() in scene.words.duty.given


def order(scene: Scene, verb: Token, statement: Statement) -> Told | None:
    """An order in quoted words: “Open the gates”."""
    if statement.form != "direct" or verb.tag not in ("VB", "VBP") or verb.lemma.lower() in scene.words.no_order.words:
        return None
    page = scene.page
    if (
        own_subject(page, verb) is not None
        or helpers(page, verb) - {"do", "not", "n't", "n’t"}
        or not _opens(page, verb)
    ):
        return None
    if statement.kind != "demand" and not scene.speaks_for_a_party(statement):
        return None
    addressee = (statement.addressee,) if statement.addressee else ()
    told = made(scene, "demand", verb, scene.speaking(statement), 0.55)
    return Told("demand", verb, told.actor, told.content, 0.55, verb, addressee, statement, (), True)


def _opens(page: Page, verb: Token) -> bool:
    """Whether nothing but a mark, "do not" or an adverb stands before it in its sentence."""
    for index in range(verb.index - 1, -1, -1):
        token = page.tokens[index]
        if token.sentence != verb.sentence or token.text in ("“", '"', "«", "„", "``", "‘"):
            return True
        if token.lower not in ("do", "not", "n't", "n’t", "please", "immediately", "first", "then", "now", ","):
            return False
    return True
