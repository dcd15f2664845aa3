"""Moves that a content's own words make: "we will not sign", "they must withdraw", "we are ready to talk".

What "we" will or won't do counts for the verbs of a negotiation only (`moves.yaml`): nobody makes a move who
says that he won't forget. A threat is what hurts the other side, under a condition or beyond doubt.
"""

from collections.abc import Iterator

from verbale.reading.clauses import child, helpers, is_negated, is_passive, is_question, own_subject, stretch, subject
from verbale.reading.moves.conditions import Condition
from verbale.reading.moves.scene import Scene, phrase_at
from verbale.reading.moves.told import Told
from verbale.reading.page import Page, Token
from verbale.record import MoveKind, Statement
from verbale.spans import Span

_WILL = frozenset({"will", "wo", "'ll", "’ll", "would", "shall", "sha", "'d", "’d"})
_ABLE = frozenset({"can", "ca", "could", "cannot"})
_PERHAPS = frozenset({"may", "might", *_ABLE})
_SAID = 0.3
"""A statement less sure than this is as often none; set by hand."""


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
            yield from _called(scene, token, statement)


def _verb(scene: Scene, verb: Token, statement: Statement | None, conditions: tuple[Condition, ...]) -> Iterator[Told]:
    things = {one.index for one in scene.page.children(verb) if one.dep in ("attr", "dobj")}
    under = [one for one in conditions if one.main.index == verb.index or one.main.index in things]
    found = (
        _threat(scene, verb, statement, under)
        or _bound(scene, verb, statement, under)
        or _barred(scene, verb, statement, under)
        or (None if statement is None else _duty(scene, verb, statement) or _order(scene, verb, statement))
    )
    if found is not None:
        yield found


def _made(scene: Scene, kind: MoveKind, verb: Token, actor: tuple[str, ...], sure: float) -> Told:
    """A move whose content is the verb's clause, with the noun that the clause tells of."""
    page, taken = scene.page, _taken(scene.page, verb)
    content = stretch(page, verb, _joints(page, verb))
    if taken is not None:
        content = stretch(
            page, taken, frozenset(one.index for one in page.children(taken) if one.tag == "WDT" or one.lower == "what")
        )
    statement = scene.around(verb)
    if statement is not None:
        content = tuple(_common(one, part) for one in content for part in statement.content if one.overlaps(part))
    return Told(kind, verb, actor, content, sure, verb, (), statement, (), True)


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _joints(page: Page, verb: Token) -> frozenset[int]:
    """Clauses of their own beside the verb's, and what joins them, which are no part of its content."""
    drop: set[int] = set()
    joined = False
    for one in page.children(verb):
        apart = one.dep in ("conj", "parataxis") and own_subject(page, one) is not None
        if apart or (one.dep in ("conj", "parataxis", "ccomp") and one.index < verb.index):
            drop |= {token.index for token in page.subtree(one)}
            joined = joined or apart
    for one in page.children(verb):
        opening = one.dep in ("cc", "mark") and one.lower in ("that", "but", "and", "or")
        if opening and (one.index < verb.index or (joined and one.dep == "cc")):
            drop.add(one.index)
    return frozenset(drop)


def _lemma(page: Page, verb: Token) -> tuple[str, ...]:
    """The verb's base form, and with its particle or the word behind it before that."""
    lemma = verb.lemma.lower()
    behind = [
        one.lower for one in page.children(verb) if one.dep in ("prt", "prep", "advmod") and one.index > verb.index
    ]
    return (*(f"{lemma} {one}" for one in behind), lemma)


def is_harmful(scene: Scene, verb: Token) -> bool:
    """Whether what the verb tells hurts somebody: "suspend the talks", "take measures"."""
    harmful, page = scene.words.harmful, scene.page
    forms = _lemma(page, verb)
    things = [one for one in page.children(verb) if one.dep in ("dobj", "attr", "nsubjpass", "prep", "ccomp")]
    taken = _taken(page, verb)
    named = [*(inner for one in things for inner in page.subtree(one)), *([taken] if taken is not None else [])]
    nouns = {one.lemma.lower() for one in named if one.pos == "NOUN"}
    if verb.lemma.lower() in harmful.ceasing and nouns & harmful.relieved:
        return False
    if any(one in harmful.words and one not in harmful.weak for one in forms):
        return True
    return any(one in harmful.weak for one in forms) and bool(nouns & harmful.nouns)


def _taken(page: Page, verb: Token) -> Token | None:
    """What a clause behind its noun does to it: "the measures that Norland can take"."""
    return page.head(verb) if verb.dep == "relcl" and child(page, verb, "dobj") is None else None


def _threat(scene: Scene, verb: Token, statement: Statement | None, under: list[Condition]) -> Told | None:
    aids, who = helpers(scene.page, verb), own_subject(scene.page, verb)
    if who is None or not aids & (_WILL | _PERHAPS) or is_negated(scene.page, verb):
        return None
    answered = is_passive(scene.page, verb) and verb.lemma.lower() in scene.words.harmful.answering
    own = scene.is_own(who, statement)
    if not answered and not is_harmful(scene, verb) and not (own and _is_answer(scene, verb, under)):
        return None
    conditional = any(one.opener not in ("until", "before", "while", "without") for one in under)
    grave = any(one in scene.words.harmful.grave for one in _lemma(scene.page, verb))
    if own and (conditional or (grave and aids & _WILL)):
        return _made(scene, "threat", verb, _acting(scene, who, verb, statement), 0.65)
    if statement is None and conditional and aids & _WILL and not is_passive(scene.page, verb):
        actor = scene.who(who, None)
        return _made(scene, "threat", verb, actor, 0.5) if actor else None
    named = scene.who(who, statement)
    if conditional and scene.may_speak_for(named, statement) and not is_passive(scene.page, verb):
        return _made(scene, "threat", verb, named, 0.5)
    looming = who.lemma.lower() in scene.words.harmful.consequences or is_passive(scene.page, verb) or who.dep == "expl"
    if answered and child(scene.page, verb, "agent", "prep") is not None and scene.speaks_for_a_party(statement):
        return _made(scene, "threat", verb, scene.speaking(statement), 0.5)
    if conditional and looming and aids & _WILL and scene.speaks_for_a_party(statement):
        return _made(scene, "threat", verb, scene.speaking(statement), 0.5)
    return None


def _is_answer(scene: Scene, verb: Token, under: list[Condition]) -> bool:
    """Whether it is done because the other side does amiss: "if they refuse, we will set our own quota"."""
    page, forms = scene.page, _lemma(scene.page, verb)
    done = child(page, verb, "dobj") is not None and not any(one in scene.words.promised.words for one in forms)
    tops = (
        page.top(one.spans[0]) for one in under if one.opener not in ("unless", "until", "before", "while", "without")
    )
    amiss = scene.words.harmful.amiss
    return done and any(top is not None and (is_negated(page, top) or top.lemma.lower() in amiss) for top in tops)


def _acting(scene: Scene, who: Token | None, verb: Token, statement: Statement | None) -> tuple[str, ...]:
    """The party that the words name, or else the speaker."""
    named = who if who is not None and not is_passive(scene.page, verb) else subject(scene.page, verb)
    return scene.who(named, statement) or scene.speaking(statement)


def _bound(scene: Scene, verb: Token, statement: Statement | None, under: list[Condition]) -> Told | None:
    """What a party will or won't do."""
    page, aids, forms = scene.page, helpers(scene.page, verb), _lemma(scene.page, verb)
    modal = verb
    who = own_subject(page, verb)
    if (
        verb.dep == "xcomp"
        and page.head(verb).lemma in ("go", "intend")
        and page.head(verb).tag in ("VBG", "VBP", "VBZ", "VB")
    ):
        modal, aids = page.head(verb), aids | {"will"}
        who = own_subject(page, modal)
    if who is None or not aids & (_WILL | _ABLE):
        return None
    if who.dep == "expl":
        return _denied(scene, verb, statement)
    own, negated = scene.is_own(who, statement), is_negated(page, modal)
    said = "would" not in aids or statement is None or statement.form != "direct" or bool(under)
    told = statement is None and aids & {"will", "wo"} and scene.who(who, None)
    others = statement is not None and not own and scene.may_speak_for(scene.who(who, statement), statement)
    if not said or not (own or told or others):
        return None
    actor, sure = _acting(scene, who, verb, statement), 0.7 if own else 0.45
    if negated and _is_refused(scene, verb, forms):
        return _made(scene, "refusal", verb, actor, sure)
    if negated and own and aids & _WILL and _is_deed(scene, verb) and scene.speaks_for_a_party(statement):
        return _made(scene, "refusal", verb, actor, sure - 0.15)
    if negated or not aids & _WILL or not (own or ((others or told) and under)) or is_passive(page, verb):
        return None
    if any(one in scene.words.promised.words for one in forms):
        return _made(scene, "commitment", verb, actor, sure - 0.1)
    if under and any(one in scene.words.refused.words for one in forms):
        return _made(scene, "offer", verb, actor, sure - 0.15)
    return None


def _denied(scene: Scene, verb: Token, statement: Statement | None) -> Told | None:
    """What a party says there will be none of: "there will be no pause in the fighting"."""
    thing = child(scene.page, verb, "attr")
    if thing is None or not any(one.lower == "no" for one in scene.page.children(thing)):
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


def _barred(scene: Scene, verb: Token, statement: Statement | None, under: list[Condition]) -> Told | None:
    """What a party makes depend on a condition: "there can be no talks until …", "talks won't resume without …"."""
    limits = [one for one in under if one.opener not in ("if", "in case")]
    if not limits or not scene.speaks_for_a_party(statement):
        return None
    who, aids = own_subject(scene.page, verb), helpers(scene.page, verb)
    missing = any(one.lower == "no" for thing in page_things(scene.page, verb) for one in scene.page.children(thing))
    only = any(one.lower == "only" for one in scene.page.children(verb))
    if (
        who is None
        or not (is_negated(scene.page, verb) or missing or only)
        or not (aids & (_WILL | _ABLE) or who.dep == "expl")
    ):
        return None
    if (
        who.dep != "expl"
        and who.lemma.lower() not in scene.words.harmful.nouns
        and who.lower not in scene.words.matter.words
    ):
        return None
    return _made(scene, "condition", verb, scene.speaking(statement), 0.6)


def page_things(page: Page, verb: Token) -> list[Token]:
    """What is said to be or done: objects, predicates, and a passive's subject."""
    return [one for one in page.children(verb) if one.dep in ("attr", "dobj", "nsubj", "nsubjpass")]


def _duty(scene: Scene, verb: Token, statement: Statement) -> Told | None:
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
        if is_negated(page, head) or helpers(page, head) & (_PERHAPS | {"would", "did", "does", "do"}):
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
    made = _made(scene, "demand", verb, scene.speaking(statement), sure)
    return Told(
        made.kind,
        verb,
        made.actor,
        made.content,
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


def _order(scene: Scene, verb: Token, statement: Statement) -> Told | None:
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
    made = _made(scene, "demand", verb, scene.speaking(statement), 0.55)
    return Told("demand", verb, made.actor, made.content, 0.55, verb, addressee, statement, (), True)


def _opens(page: Page, verb: Token) -> bool:
    """Whether nothing but a mark, "do not" or an adverb stands before it in its sentence."""
    for index in range(verb.index - 1, -1, -1):
        token = page.tokens[index]
        if token.sentence != verb.sentence or token.text in ("“", '"', "«", "„", "``", "‘"):
            return True
        if token.lower not in ("do", "not", "n't", "n’t", "please", "immediately", "first", "then", "now", ","):
            return False
    return True


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
    if not actor or helpers(page, being) & (_PERHAPS | {"must", "should", "to"}):
        return
    if token.lower == "prepared" and what.pos == "NOUN" and helpers(page, being) & _WILL:
        return  # what is "prepared for adoption" offers nothing
    if what.pos == "NOUN" and is_negated(page, being):
        return  # who is "not prepared for a storm" refuses nothing
    kind: MoveKind = "offer" if willing != is_negated(page, being) else "refusal"
    sure = 0.7 if statement is not None else 0.6
    yield Told(kind, token, actor, stretch(page, what), sure, what, (), statement, (), True)


def _called(scene: Scene, token: Token, statement: Statement) -> Iterator[Told]:
    """What is called acceptable or not: "the draft is unacceptable", "called the deadline non-negotiable"."""
    for group, kind in ((scene.words.unacceptable.words, "refusal"), (scene.words.negotiable.words, "concession")):
        length = next((n for n in (6, 5, 4, 3, 2, 1) if phrase_at(scene.page, token, n) in group), 0)
        if not length or (kind == "concession" and _is_preceded_by_not(scene.page, token)):
            continue
        content = _before(scene.page, token, statement)
        if content and scene.speaking(statement):
            made: MoveKind = "refusal" if kind == "refusal" else "concession"
            yield Told(
                made,
                token,
                scene.speaking(statement),
                content,
                0.55,
                scene.page.top(content[0]),
                (),
                statement,
                (),
                True,
            )
        return


def _is_preceded_by_not(page: Page, token: Token) -> bool:
    before = [one.lower for one in page.tokens[max(0, token.index - 2) : token.index]]
    return bool({"not", "n't", "n’t", "non"} & set(before))


def _before(page: Page, token: Token, statement: Statement) -> tuple[Span, ...]:
    """What it is said of: the subject of "is", or the words of the statement's sentence before it."""
    near = (page.head(token), page.head(page.head(token)))
    being = next((one for one in near if one.lemma == "be"), None)
    who = own_subject(page, being) if being is not None else None
    if who is not None:
        if who.pos in ("NOUN", "PROPN"):
            return stretch(page, who)
        return tuple(span.trimmed(page.text, ' ,;."“”') for span in statement.content if span.contains(token.span))
    inside = [
        one
        for span in statement.content
        for one in page.tokens_in(span)
        if one.index < token.index and one.sentence == token.sentence
    ]
    while inside and (inside[-1].pos in _BETWEEN or inside[-1].lower in ("be", "as", "to")):
        inside.pop()
    while inside and (inside[0].pos in ("PUNCT", "CCONJ") or inside[0].lower == "that"):
        inside.pop(0)
    named = any(one.pos in ("NOUN", "PROPN") for one in inside) and not any(one.pos == "VERB" for one in inside)
    return (Span(inside[0].span.start, inside[-1].span.end),) if named else ()


_BETWEEN = frozenset({"AUX", "PART", "ADV", "PUNCT", "DET"})
