"""What a party will or won't do, and what it makes depend on a condition."""

from verbale.reading.clauses import child, helpers, is_negated, is_passive, own_subject, stretch
from verbale.reading.moves.conditions import Condition, is_none
from verbale.reading.moves.making import ABLE, WILL, acting, forms_of, made
from verbale.reading.moves.scene import Scene
from verbale.reading.moves.told import Told
from verbale.reading.page import Page, Token
from verbale.record import Statement


def bound(scene: Scene, verb: Token, statement: Statement | None, under: list[Condition]) -> Told | None:
    """What a party will or won't do."""
    page, aids, forms = scene.page, helpers(scene.page, verb), forms_of(scene.page, verb)
    modal = verb
    who = own_subject(page, verb)
    if (
        verb.dep == "xcomp"
        and page.head(verb).lemma in ("go", "intend")
        and page.head(verb).tag in ("VBG", "VBP", "VBZ", "VB")
    ):
        modal, aids = page.head(verb), aids | {"will"}
        who = own_subject(page, modal)
    if who is None or not aids & (WILL | ABLE):
        return None
    if who.dep == "expl":
        return _denied(scene, verb, statement)
    own, negated = scene.is_own(who, statement), is_negated(page, modal)
    said = "would" not in aids or statement is None or statement.form != "direct" or bool(under)
    told = statement is None and aids & {"will", "wo"} and scene.who(who, None)
    others = statement is not None and not own and scene.may_speak_for(scene.who(who, statement), statement)
    if not said or not (own or told or others):
        return None
    actor, sure = acting(scene, who, verb, statement), 0.7 if own else 0.45
    if negated and _is_refused(scene, verb, forms):
        return made(scene, "refusal", verb, actor, sure)
    if negated and own and aids & WILL and _is_deed(scene, verb) and scene.speaks_for_a_party(statement):
        return made(scene, "refusal", verb, actor, sure - 0.15)
    if negated or not aids & WILL or not (own or ((others or told) and under)) or is_passive(page, verb):
        return None
    if any(one in scene.words.promised.words for one in forms):
        return made(scene, "commitment", verb, actor, sure - 0.1)
    if under and any(one in scene.words.refused.words for one in forms):
        return made(scene, "offer", verb, actor, sure - 0.15)
    return None


def _denied(scene: Scene, verb: Token, statement: Statement | None) -> Told | None:
    """What a party says there will be none of: "there will be no pause in the fighting"."""
    thing = child(scene.page, verb, "attr")
    if thing is None or not is_none(scene.page, thing):
        return None
    known = {thing.lower, thing.lemma.lower()} & (scene.words.matter.words | scene.words.duty.given)
    if not known or not scene.speaks_for_a_party(statement) or "will" not in helpers(scene.page, verb):
        return None
    drop = frozenset(one.index for one in scene.page.children(thing) if one.dep == "det")
    content = stretch(scene.page, thing, drop)
    return Told("refusal", verb, scene.speaking(statement), content, 0.5, thing, (), statement, (), True)


def _is_refused(scene: Scene, verb: Token, forms: tuple[str, ...]) -> bool:
    words = scene.words.refused
    if is_passive(scene.page, verb):
        return any(one in words.passive for one in forms)
    if verb.lemma in ("be", "remain"):
        return child(scene.page, verb, "attr") is not None and any(
            one.lower in ("part", "party", "bound", "hostage", "signatory") for one in scene.page.children(verb)
        )
    return any(one in words.words for one in forms)


def _is_deed(scene: Scene, verb: Token) -> bool:
    """Whether it is something that is done to something: "ship the stockpile abroad"."""
    thing = child(scene.page, verb, "dobj")
    done = thing is not None and thing.pos in ("NOUN", "PROPN") and not is_passive(scene.page, verb)
    return done and verb.lemma.lower() not in scene.words.refused.idle


def barred(scene: Scene, verb: Token, statement: Statement | None, under: list[Condition]) -> Told | None:
    """What a party makes depend on a condition: "there can be no talks until …", "talks won't resume without …"."""
    limits = [one for one in under if one.opener not in ("if", "in case")]
    if not limits or not scene.speaks_for_a_party(statement):
        return None
    who, aids = own_subject(scene.page, verb), helpers(scene.page, verb)
    missing = any(is_none(scene.page, thing) for thing in page_things(scene.page, verb))
    only = any(one.lower == "only" for one in scene.page.children(verb))
    if (
        who is None
        or not (is_negated(scene.page, verb) or missing or only)
        or not (aids & (WILL | ABLE) or who.dep == "expl")
    ):
        return None
    if (
        who.dep != "expl"
        and who.lemma.lower() not in scene.words.harmful.nouns
        and who.lower not in scene.words.matter.words
    ):
        return None
    return made(scene, "condition", verb, scene.speaking(statement), 0.6)


def page_things(page: Page, verb: Token) -> list[Token]:
    """What is said to be or done: objects, predicates, and a passive's subject."""
    return [one for one in page.children(verb) if one.dep in ("attr", "dobj", "nsubj", "nsubjpass")]
