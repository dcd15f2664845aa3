"""Moves that a noun stands for: "Moscow's demand that …", "an offer to …", "expressed its readiness to …"."""

from collections.abc import Iterator

from verbale.lexicon.moves import MoveNouns, NounFrame
from verbale.reading.clauses import child, helpers, is_negated, stretch, subject
from verbale.reading.moves.scene import Scene
from verbale.reading.moves.told import Told
from verbale.reading.page import Page, Token
from verbale.record import Statement
from verbale.spans import Span

_SURE = 0.65
_PREPOSITIONS: dict[str, NounFrame] = {"for": "for", "of": "of", "on": "on"}


def told_by_nouns(scene: Scene) -> Iterator[Told]:
    """The moves that the page's nouns stand for."""
    for token in scene.page.tokens:
        if token.pos == "NOUN":
            groups = scene.words.noun(token.lemma.lower())
            told = next((one for group in groups if (one := _told(scene, token, group)) is not None), None)
            if told is not None:
                yield told


def _told(scene: Scene, noun: Token, group: MoveNouns) -> Told | None:
    found = min((one for one in _contents(scene.page, noun) if one[0] in group.takes), key=_fullness, default=None)
    if group.kind == "threat" and noun.tag == "NNS":
        return None  # "threats from the south" are no words of anybody
    if found is None or any(one.lower in ("no", "any", "without") for one in scene.page.children(noun)):
        return None
    statement, around = scene.cued(noun), scene.around(noun)
    governor = _governor(scene.page, noun)
    if governor is not None and not _stands(scene, governor):
        return None
    if not scene.is_told(around) or not scene.is_told(statement):
        return None
    actor = _actor(scene, noun, governor, around) or scene.speaking(statement)
    if not actor:
        return None
    frame, top, content = found
    owner = scene.referents.of(top)
    if frame == "of" and owner is not None and owner.id in actor:
        return None  # "the proposal of the envoy" is his, and about something else
    addressee = _addressee(scene, noun, top, actor)
    return Told(group.kind, noun, actor, content, _SURE, top, addressee, statement or around)


def _fullness(content: tuple[NounFrame, Token, tuple[Span, ...]]) -> bool:
    """Whether it is but a noun: "the refusal of the bank to pay" is a refusal to pay."""
    return content[0] in ("of", "for", "on")


def _contents(page: Page, noun: Token) -> Iterator[tuple[NounFrame, Token, tuple[Span, ...]]]:
    for one in page.children(noun):
        if one.index < noun.index:
            continue
        if one.dep in ("acl", "ccomp", "xcomp", "relcl") and one.tag == "VB" and "to" in helpers(page, one):
            yield "infinitive", one, stretch(page, one)
        mark = child(page, one, "mark")
        if one.dep in ("acl", "ccomp") and mark is not None and mark.lower == "that":
            yield "clause", one, stretch(page, one, frozenset({mark.index}))
        frame = _PREPOSITIONS.get(one.lower) if one.dep == "prep" else None
        thing = child(page, one, "pobj", "pcomp") if frame is not None else None
        if frame is not None and thing is not None:
            yield frame, thing, stretch(page, thing)
    among = noun.dep == "pobj" and page.head(noun).lower == "among"
    above = page.head(page.head(noun)) if among else page.head(noun)
    if (noun.dep == "nsubj" and above.lemma in ("be", "include")) or (among and above.lemma == "be"):
        what = child(page, above, *(("attr", "nsubj") if among else ("ccomp", "attr", "xcomp", "dobj")))
        if what is not None and what.index > above.index:
            mark = child(page, what, "mark")
            yield "is", what, stretch(page, what, frozenset({mark.index} if mark is not None else ()))


def _governor(page: Page, noun: Token) -> Token | None:
    """The verb whose subject or object the noun is."""
    above = page.head(noun)
    return above if noun.dep in ("dobj", "nsubj", "nsubjpass", "pobj") and above.pos in ("VERB", "AUX") else None


def _stands(scene: Scene, governor: Token) -> bool:
    """Whether the verb doesn't say that there was none: "made no offer", "denied the demand"."""
    brought = governor.lemma.lower() in scene.words.bringing.words
    if any(group.kind == "concession" for group in scene.words.verb(governor.lemma.lower())):
        return False  # "dropped its demand" is told by its verb
    return not (brought and is_negated(scene.page, governor)) and governor.lemma not in (
        "deny",
        "lack",
        "want",
        "need",
        "expect",
        "await",
    )


def _actor(scene: Scene, noun: Token, governor: Token | None, around: Statement | None) -> tuple[str, ...]:
    """Its owner, or whom a word before it or "by" names, or else whoever brings it forward."""
    page = scene.page
    for one in page.children(noun):
        if one.dep in ("poss", "amod", "compound", "nmod") and one.index < noun.index:
            found = scene.who(one, around) if one.dep != "amod" or scene.referents.of(one) is not None else ()
            if one.dep == "poss" and one.lower in ("our", "my"):
                found = scene.speaking(around)
            if found:
                return found
    for one in page.children(noun):
        if one.dep == "prep" and one.lower in ("by", "from", "of"):
            behind = child(page, one, "pobj")
            entity = scene.referents.of(behind) if behind is not None else None
            if entity is not None and entity.kind != "place":
                return scene.who(behind, around)
    if governor is not None and noun.dep == "dobj" and governor.lemma.lower() in scene.words.bringing.words:
        return scene.who(subject(page, governor), around) or scene.speaking(scene.cued(governor))
    return ()


def _addressee(scene: Scene, noun: Token, top: Token, actor: tuple[str, ...]) -> tuple[str, ...]:
    """Whom it is directed to: "an offer to Sudria to …", or the subject of what is demanded."""
    for one in scene.page.children(noun):
        if one.dep == "prep" and one.lower in ("to", "on"):
            found = scene.referents.parties(child(scene.page, one, "pobj"))
            if found:
                return tuple(each for each in found if each not in actor)
    who = child(scene.page, top, "nsubj")
    return tuple(each for each in scene.referents.parties(who) if each not in actor)
