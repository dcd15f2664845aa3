"""Moves that a verb makes: "demanded that …", "refused to sign", "the draft was rejected by Norland".

The construction tells what is demanded or refused (`moves.yaml` shows each). Where the verb reports a statement, its
speaker and its words are the statement's.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.lexicon.moves import MoveFrame, MoveVerbs
from verbale.reading.clauses import antecedent, child, helpers, is_negated, is_passive, own_subject, stretch, subject
from verbale.reading.moves.scene import Scene
from verbale.reading.moves.told import Told
from verbale.reading.page import Page, Token
from verbale.record import Statement
from verbale.spans import Span

_SURE: dict[str, float] = {"cue": 0.8, "story": 0.7, "nobody": 0.45}
_SPANS_OF_TIME = frozenset({"minute", "hour", "day", "week", "month", "year", "deadline"})
_EMPTY = frozenset({"it", "that", "this", "them", "him", "so", "which", "what", "her", "who", "everything", "anything"})
_STATES = frozenset({"be", "have", "do", "know", "want", "need", "say", "think", "believe", "remain", "seem"})
_COMING = frozenset({"will", "would", "'ll", "’ll", "shall", "wo", "'d", "’d"})


@dataclass(frozen=True, slots=True)
class _Use:
    """A verb in one construction."""

    frame: MoveFrame
    top: Token
    """The content's main word."""
    content: tuple[Span, ...]
    addressee: Token | None = None


def told_by_verbs(scene: Scene) -> Iterator[Told]:
    """The moves that the page's verbs make."""
    for token in scene.page.tokens:
        if token.tag.startswith("VB") and token.dep not in ("aux", "auxpass"):
            told = _told(scene, token)
            if told is not None:
                yield told


def _told(scene: Scene, verb: Token) -> Told | None:
    for key, carrier in _keys(scene, verb):
        for group in scene.words.verb(key):
            use = next(
                (
                    one
                    for one in _uses(scene.page, verb, carrier)
                    if one.frame in group.takes and _fits(scene.page, one, group)
                ),
                None,
            )
            if use is not None:
                return _of_use(scene, verb, group, use)
            told = _of_statement(scene, verb, group)
            if told is not None:
                return told
    return None


def _keys(scene: Scene, verb: Token) -> Iterator[tuple[str, Token | None]]:
    """The verb with what it may be listed with, the longest first, and what then carries the content."""
    page, lemma = scene.page, verb.lemma.lower()
    following = page.tokens[verb.index + 1 : verb.index + 3]
    if len(following) == 2:  # "say no to"
        yield " ".join((lemma, *(one.lower for one in following))), following[1]
    thing = child(page, verb, "dobj")
    behind = [
        one
        for one in page.children(verb)
        if one.dep in ("prep", "prt", "dative", "agent") and one.index > verb.index and not _tells_when(scene, one)
    ]
    if thing is not None:
        for one in (*(inner for inner in page.children(thing) if inner.dep == "prep"), *behind):
            yield f"{lemma} {thing.lemma.lower()} {one.lower}", one
        yield f"{lemma} {thing.lemma.lower()}", None
    particles = [one.lower for one in behind if one.dep == "prt"]
    for one in behind:
        if particles and one.dep == "prep":
            yield f"{lemma} {particles[0]} {one.lower}", one
        nested = child(page, one, "prep")
        if nested is not None:
            yield f"{lemma} {one.lower} {nested.lower}", nested
        yield f"{lemma} {one.lower}", one if one.dep in ("prep", "dative") else None
    yield lemma, None


def _tells_when(scene: Scene, preposition: Token) -> bool:
    """Whether it is "on Thursday"."""
    thing = child(scene.page, preposition, "pobj")
    return thing is not None and scene.is_when(thing)


def _uses(page: Page, verb: Token, carrier: Token | None) -> Iterator[_Use]:
    """The constructions that the verb stands in, the fuller ones first."""
    infinitive = next(
        (one for one in page.children(verb) if one.dep in ("xcomp", "advcl") and _is_infinitive(page, one)), None
    )
    clause = next((one for one in page.children(verb) if one.dep == "ccomp" and one.index > verb.index), None)
    thing = _thing(page, verb, carrier)
    if clause is not None:
        yield from _clause(page, clause)
    given = child(page, verb, "dative")
    span = child(page, verb, "npadvmod", "dobj")
    if given is not None and span is not None and infinitive is not None and span.lemma in _SPANS_OF_TIME:
        yield _Use("until", infinitive, stretch(page, infinitive), given)
    if thing is not None and infinitive is not None and _has_until(page, thing, infinitive):
        yield _Use("until", infinitive, stretch(page, infinitive, _up_to(page, infinitive)), thing)
    if thing is not None and infinitive is not None and infinitive.index > thing.index:
        yield _Use("object", infinitive, _from(page, thing, infinitive), thing)
    if thing is not None:
        inner = next(
            (one for one in page.children(thing) if one.dep in ("acl", "relcl") and _is_infinitive(page, one)), None
        )
        if inner is not None and own_subject(page, inner) is None:
            if thing.lower == "right":
                yield _Use("right", inner, stretch(page, thing))
            yield _Use("object", inner, stretch(page, thing), thing)
    passive = own_subject(page, verb) if is_passive(page, verb) else None
    if passive is not None and infinitive is not None:
        yield _Use("object", infinitive, (*stretch(page, passive), *stretch(page, infinitive)), passive)
    if infinitive is not None and thing is None:
        yield _Use("infinitive", infinitive, stretch(page, infinitive))
    if carrier is not None and carrier.lower == "with" and thing is not None:
        yield _Use("with", thing, stretch(page, thing))
    if thing is not None:
        frame: MoveFrame = "noun"
        yield _Use(frame, thing, stretch(page, thing), _owner(page, thing))
        yield _Use("on", thing, stretch(page, thing))
    gerund = next((one for one in page.children(verb) if one.dep in ("xcomp", "ccomp") and one.tag == "VBG"), None)
    if gerund is not None:
        yield _Use("noun", gerund, stretch(page, gerund))
    for word in ("with", "for"):
        beside = next((one for one in page.children(verb) if one.dep == "prep" and one.lower == word), None)
        other = child(page, beside, "pobj") if beside is not None else None
        if other is not None and (word == "with" or thing is not None):
            yield _Use("with" if word == "with" else "for", other, stretch(page, other), thing)


def _has_until(page: Page, thing: Token, infinitive: Token) -> bool:
    return any(one.lower in ("until", "till") for one in page.tokens[thing.index : infinitive.index])


def _up_to(page: Page, infinitive: Token) -> frozenset[int]:
    """The words before the infinitive's "to", which the parse hangs on it: "until noon to surrender"."""
    start = next((one.index for one in page.children(infinitive) if one.tag == "TO"), infinitive.index)
    return frozenset(one.index for one in page.subtree(infinitive) if one.index < start)


def _clause(page: Page, clause: Token) -> Iterator[_Use]:
    who = own_subject(page, clause)
    if _is_infinitive(page, clause):
        if who is not None:
            yield _Use("object", clause, stretch(page, clause), who)
        return
    if clause.tag == "VBG":
        return
    spans = stretch(page, clause, _opening(page, clause))
    if (
        (clause.tag == "VB" or (clause.tag == "VBP" and clause.lemma not in _STATES))
        and not helpers(page, clause) & {"will", "would", "can", "could", "may", "might", "do", "did"}
    ) or (helpers(page, clause) & {"should", "must"}):
        yield _Use("mandate", clause, spans, who)
    if helpers(page, clause) & {"could", "may", "might"} and not is_negated(page, clause):
        yield _Use("opening", clause, spans, who)
    yield _Use("clause", clause, spans, who)


def _opening(page: Page, clause: Token) -> frozenset[int]:
    return frozenset(one.index for one in page.children(clause) if one.dep == "mark" and one.lower == "that")


def _is_infinitive(page: Page, verb: Token) -> bool:
    return verb.tag in ("VB", "VBN") and "to" in helpers(page, verb)


def _thing(page: Page, verb: Token, carrier: Token | None) -> Token | None:
    """What it is done to: the object, the noun behind its preposition, the subject of a passive, an antecedent."""
    if carrier is not None:
        return None if is_passive(page, verb) else child(page, carrier, "pobj", "pcomp")
    thing = child(page, verb, "dobj") or child(page, verb, "dative")
    if thing is not None and thing.pos == "ADP":
        thing = None
    if thing is None and is_passive(page, verb):
        thing = own_subject(page, verb)
        if thing is None and verb.dep in ("acl", "conj"):
            thing = page.head(verb) if verb.dep == "acl" else _thing_above(page, verb)
    return None if thing is None else antecedent(page, thing, verb)


def _thing_above(page: Page, verb: Token) -> Token | None:
    above = page.head(verb)
    return own_subject(page, above) if is_passive(page, above) else None


def _from(page: Page, first: Token, top: Token) -> tuple[Span, ...]:
    spans = (*stretch(page, first), *stretch(page, top))
    return (Span(spans[0].start, spans[-1].end),) if spans[-1].start - spans[0].end in (0, 1) else spans


def _owner(page: Page, thing: Token) -> Token | None:
    """Whose demand or draft it is, to whom a refusal or an acceptance then goes."""
    return child(page, thing, "poss")


def _fits(page: Page, use: _Use, group: MoveVerbs) -> bool:
    if use.frame == "right":
        return True
    lemma = use.top.lemma.lower()
    if use.top.lower in _EMPTY or lemma in group.never:
        return False
    if use.frame == "clause" and group.kind in ("commitment", "threat") and not helpers(page, use.top) & _COMING:
        return False
    if group.over and not any(one.lemma.lower() in group.over for one in page.children(use.top) if one.dep == "dobj"):
        return False
    return not group.objects or lemma in group.objects


def _of_use(scene: Scene, verb: Token, group: MoveVerbs, use: _Use) -> Told | None:
    yields = group.kind == "demand" and is_no_longer(scene.page, verb)
    if not scene.is_done(verb) and not yields:
        return None
    statement = scene.cued(verb)
    around = scene.around(verb) if statement is None else _outside(scene, verb, statement)
    if not scene.is_told(around) or (statement is not None and not scene.is_told(statement)):
        return None
    who = subject(scene.page, verb)
    actor = scene.who(who, around) or scene.speaking(statement)
    addressee = _addressed(scene, use, statement, actor)
    if group.name == "want" and not addressee:
        return None
    if group.kind == "warning" and use.frame == "noun" and scene.referents.parties(use.top):
        return None  # whom one warns is not what one warns of
    if use.frame == "opening" and not (statement is not None and scene.is_own(use.addressee, statement)):
        return None
    if statement is None and helpers(scene.page, verb) & _COMING and not scene.is_own(who, around):
        return None
    way = "nobody" if not actor else "story" if statement is None else "cue"
    if way == "nobody" and (statement is None or statement.speaker_status == "unknown" or statement.speaker):
        return None
    kind = group.jointly if group.jointly is not None and _are_several(scene, who, actor) else group.kind
    kind = "concession" if yields else kind
    content = _with_term(scene, verb, use.content) if kind == "demand" else use.content
    return Told(kind, verb, actor, content, _SURE[way], use.top, addressee, statement or around)


def _with_term(scene: Scene, verb: Token, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content with the term behind it, which the parse hangs on the verb: "demanded a reply within a week"."""
    for one in scene.page.children(verb):
        thing = child(scene.page, one, "pobj")
        gap = one.span.start - content[-1].end
        term = one.lower == "within" or (one.lower == "by" and thing is not None and scene.is_when(thing))
        if one.dep == "prep" and term and 0 <= gap <= 1:
            end = scene.page.subtree(one)[-1].span.end
            return (*content[:-1], Span(content[-1].start, end))
    return content


def is_no_longer(page: Page, verb: Token) -> bool:
    """Whether it was done and is no more: "no longer insists", "doesn't insist any more"."""
    words = " ".join(one.lower for one in page.tokens[max(0, verb.index - 3) : verb.index])
    return words.endswith("no longer") and bool({"VB", "VBP", "VBZ", "VBG", "VBD"} & {verb.tag})


def _are_several(scene: Scene, who: Token | None, actor: tuple[str, ...]) -> bool:
    plural = who is not None and (who.tag in ("NNS", "NNPS") or who.lower in ("they", "both"))
    return plural or len(actor) > 1 or any(scene.referents.by_id[one].kind == "group" for one in actor)


def _outside(scene: Scene, verb: Token, statement: Statement) -> Statement | None:
    """The statement around the one that the verb itself reports."""
    around = scene.around(verb)
    return None if around is not None and around.id == statement.id else around


def _addressed(scene: Scene, use: _Use, statement: Statement | None, actor: tuple[str, ...]) -> tuple[str, ...]:
    found = scene.referents.parties(use.addressee)
    if not found and statement is not None and statement.addressee:
        found = (statement.addressee,)
    return tuple(one for one in found if one not in actor)


def _of_statement(scene: Scene, verb: Token, group: MoveVerbs) -> Told | None:
    """A verb that reports a statement whose words the parse doesn't hang on it: “…,” they demanded."""
    statement = scene.cued(verb)
    if statement is None or not statement.content or group.objects or not scene.is_done(verb):
        return None
    quoted = "quote" in group.takes and statement.form == "direct"
    first = scene.page.tokens_in(statement.content[0])[0]
    claused = first.lower in ("that", "to") and {"clause", "infinitive"} & set(group.takes)
    if not (quoted or (statement.kind == group.kind and (claused or "noun" in group.takes))):
        return None
    if not scene.is_told(statement) or not scene.is_told(_outside(scene, verb, statement)):
        return None
    top = scene.page.top(max(statement.content, key=lambda span: span.end - span.start))
    if top is not None and top.lemma.lower() in group.never:
        return None
    actor = scene.speaking(statement)
    if not actor and (statement.speaker_status == "unknown" or statement.speaker):
        return None
    spans = tuple(_without_that(scene.page, span) for span in statement.content)
    addressee = (statement.addressee,) if statement.addressee else ()
    return Told(group.kind, verb, actor, spans, _SURE["cue" if actor else "nobody"], top, addressee, statement)


def _without_that(page: Page, span: Span) -> Span:
    words = page.tokens_in(span)
    if len(words) > 1 and words[0].lower == "that":
        span = Span(words[1].span.start, span.end)
    return span.trimmed(page.text, ' ,;"“”„«»')
