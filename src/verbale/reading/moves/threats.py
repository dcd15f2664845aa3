"""What hurts the other side when a party does it, under a condition or beyond doubt."""

from verbale.reading.clauses import child, helpers, is_negated, is_passive, own_subject
from verbale.reading.moves.conditions import Condition
from verbale.reading.moves.making import PERHAPS, WILL, acting, forms_of, made, taken
from verbale.reading.moves.scene import Scene
from verbale.reading.moves.told import Told
from verbale.reading.page import Token
from verbale.record import Statement


def is_harmful(scene: Scene, verb: Token) -> bool:
    """Whether what the verb tells hurts somebody: "suspend the talks", "take measures"."""
    harmful, page = scene.words.harmful, scene.page
    forms = forms_of(page, verb)
    things = [one for one in page.children(verb) if one.dep in ("dobj", "attr", "nsubjpass", "prep", "ccomp")]
    noun = taken(page, verb)
    named = [*(inner for one in things for inner in page.subtree(one)), *([noun] if noun is not None else [])]
    nouns = {one.lemma.lower() for one in named if one.pos == "NOUN"}
    if verb.lemma.lower() in harmful.ceasing and nouns & harmful.relieved:
        return False
    if any(one in harmful.words and one not in harmful.weak for one in forms):
        return True
    return any(one in harmful.weak for one in forms) and bool(nouns & harmful.nouns)


def threat(scene: Scene, verb: Token, statement: Statement | None, under: list[Condition]) -> Told | None:
    """The threat that the verb's clause makes, where it makes one."""
    aids, who = helpers(scene.page, verb), own_subject(scene.page, verb)
    if who is None or not aids & (WILL | PERHAPS) or is_negated(scene.page, verb):
        return None
    answered = is_passive(scene.page, verb) and verb.lemma.lower() in scene.words.harmful.answering
    own = scene.is_own(who, statement)
    if not answered and not is_harmful(scene, verb) and not (own and _is_answer(scene, verb, under)):
        return None
    conditional = any(one.opener not in ("until", "before", "while", "without") for one in under)
    grave = any(one in scene.words.harmful.grave for one in forms_of(scene.page, verb))
    if own and (conditional or (grave and aids & WILL)):
        return made(scene, "threat", verb, acting(scene, who, verb, statement), 0.65)
    if statement is None and conditional and aids & WILL and not is_passive(scene.page, verb):
        actor = scene.who(who, None)
        return made(scene, "threat", verb, actor, 0.5) if actor else None
    named = scene.who(who, statement)
    if conditional and scene.may_speak_for(named, statement) and not is_passive(scene.page, verb):
        return made(scene, "threat", verb, named, 0.5)
    looming = who.lemma.lower() in scene.words.harmful.consequences or is_passive(scene.page, verb) or who.dep == "expl"
    if answered and child(scene.page, verb, "agent", "prep") is not None and scene.speaks_for_a_party(statement):
        return made(scene, "threat", verb, scene.speaking(statement), 0.5)
    if conditional and looming and aids & WILL and scene.speaks_for_a_party(statement):
        return made(scene, "threat", verb, scene.speaking(statement), 0.5)
    return None


def _is_answer(scene: Scene, verb: Token, under: list[Condition]) -> bool:
    """Whether it is done because the other side does amiss: "if they refuse, we will set our own quota"."""
    page, forms = scene.page, forms_of(scene.page, verb)
    done = child(page, verb, "dobj") is not None and not any(one in scene.words.promised.words for one in forms)
    tops = (
        page.top(one.spans[0]) for one in under if one.opener not in ("unless", "until", "before", "while", "without")
    )
    amiss = scene.words.harmful.amiss
    return done and any(top is not None and (is_negated(page, top) or top.lemma.lower() in amiss) for top in tops)
