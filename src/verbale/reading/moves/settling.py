"""From tellings to moves: each gets its condition, what is told twice is one, and a kind follows from both.

"Promised to withdraw if …" is an offer; "won't sign unless …" a condition; "is ready to take measures if …" a
threat.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.reading.clauses import child, helpers, is_negated, is_passive, own_subject, stretch
from verbale.reading.moves.conditions import Condition
from verbale.reading.moves.scene import Scene
from verbale.reading.moves.threats import is_harmful
from verbale.reading.moves.told import Told
from verbale.reading.page import Page, Token
from verbale.record import MoveKind
from verbale.spans import Span, covered, joined

_LIMITING = ("unless", "until", "without", "before", "till", "only", "as long as", "while", "not before", "if")
_TYING = (
    "unless",
    "provided",
    "providing",
    "only",
    "once",
    "as long as",
    "so long as",
    "on condition",
    "on the condition",
)
_IF = ("if", "should", "were", "had", "whenever")
_SLIGHT = frozenset({"if necessary", "if needed", "if possible", "if asked", "if required", "if need be"})
_LASTING = ("before", "until", "till", "while", "without")
"""They tell how long a promise holds."""
_ALIKE = 0.5
"""Share of the shorter content's words that two tellings of one move have in common; set by hand."""
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Settled:
    """A move with all its tellings, the fullest first."""

    told: Told
    more: tuple[Told, ...] = ()


def settle(scene: Scene, told: Sequence[Told], conditions: tuple[Condition, ...]) -> list[Settled]:
    """The moves, in the order of the text."""
    under = [_kinded(scene, _with_condition(scene, _without_day(scene, one), conditions)) for one in told]
    under = [each for one in under for each in _parted(scene, one)]
    under += [echo for one in under for echo in _echoes(scene, one)]
    under += list(_beside_offers(scene, under))
    under.sort(key=lambda one: (one.at.index, one.content[0].start))
    return _merged(scene, _without_shadows(scene, under))


def _parted(scene: Scene, one: Told) -> Iterator[Told]:
    """Each of several deeds joined: "to sign the text and withdraw the guns" is two moves."""
    one = _without_deeds(scene.page, one)
    joined = _joined(scene.page, one)
    if not joined:
        yield one
        return
    first = joined[0]
    inside = {token.index for token in scene.page.subtree(first)}
    begin = min(index for index in inside if all(each in inside for each in range(index, first.index)))
    cut = scene.page.tokens[begin].span.start
    for part in (Span(one.content[0].start, cut), Span(cut, one.content[-1].end)):
        spans = tuple(_shortened(scene.page, span, part) for span in one.content if span.overlaps(part))
        kept = tuple(span for span in spans if span.end > span.start)
        if kept:
            yield replace(one, content=kept, top=one.top if part.start < cut else first)


def _without_deeds(page: Page, one: Told) -> Told:
    """The content without what was done besides: "urged them to wait and spoke with the envoy"."""
    if one.top is None or one.top.tag != "VB":
        return one
    done = next((each for each in page.children(one.top) if each.dep == "conj" and each.tag == "VBD"), None)
    if done is None or own_subject(page, done) is not None:
        return one
    begin = min(token.index for token in page.subtree(done))
    kept = (_shortened(page, span, Span(0, page.tokens[begin].span.start)) for span in one.content)
    content = tuple(span for span in kept if span.end > span.start)
    return replace(one, content=content) if content else one


def _joined(page: Page, one: Told) -> list[Token]:
    """The verbs joined to the content's main verb that have an object of their own and no subject."""
    if one.top is None or not one.top.tag.startswith("VB") or one.kind == "warning":
        return []
    return [
        each
        for each in page.children(one.top)
        if each.dep == "conj"
        and each.tag == one.top.tag
        and each.index > one.top.index
        and own_subject(page, each) is None
        and child(page, each, "dobj", "prep") is not None
        and any(span.contains(each.span) for span in one.content)
    ]


def _shortened(page: Page, span: Span, part: Span) -> Span:
    """What the span has of the part, without the "and" at its end."""
    words = page.tokens_in(Span(max(span.start, part.start), min(span.end, part.end)))
    while words and (words[-1].pos in ("CCONJ", "PUNCT") or words[-1].lower in ("and", "or", "but")):
        words = words[:-1]
    return Span(words[0].span.start, words[-1].span.end) if words else Span(span.start, span.start)


def _without_day(scene: Scene, one: Told) -> Told:
    """The content without the day of the deed, which the parse hangs on its noun: "dropped its demand on Sunday"."""
    last = one.content[-1]
    time = next((each for each in scene.times if each.end == last.end and each.start > last.start), None)
    words = scene.page.tokens_in(Span(last.start, time.start)) if time is not None else ()
    noun = one.top is not None and one.top.pos in ("NOUN", "PROPN")
    if one.own or not noun or len(words) < _FEWEST or words[-1].lower != "on":
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, words[-2].span.end)))


def _with_condition(scene: Scene, one: Told, conditions: tuple[Condition, ...]) -> Told:
    near = [
        each
        for each in conditions
        if each.sentence == one.at.sentence
        and _is_its(each, one)
        and not (one.kind == "commitment" and each.opener in _LASTING)
    ]
    if not near:
        return one
    best = min(near, key=lambda each: abs(each.main.index - (one.top or one.at).index))
    kept = tuple(span for part in one.content for span in _cut(scene.page, part, best.spans))
    return replace(one, condition=best.spans, content=kept) if kept else one


def _is_its(condition: Condition, one: Told) -> bool:
    """Whether it hangs on the move's word or on its content's main clause."""
    tops = {one.at.index, (one.top or one.at).index}
    if all(condition.spans[0].contains(span) for span in one.content):
        return False
    if condition.main.index in tops or 0 <= condition.spans[0].start - one.content[-1].end <= len(", "):
        return True
    inside = any(span.contains(condition.main.span) for span in one.content)
    if inside and condition.main.pos in ("VERB", "AUX", "NOUN"):
        return True
    return condition.opener.split()[0] in ("in", "subject", "only") and any(
        part.contains(condition.spans[0]) for part in one.content
    )


def _cut(page: Page, content: Span, out: tuple[Span, ...]) -> Iterator[Span]:
    """The content without the condition, which may stand in its midst."""
    edges = ' ,;:–—"“”'
    place = out[0]
    if not place.overlaps(content):
        yield content
        return
    for part in (Span(content.start, max(content.start, place.start)), Span(min(content.end, place.end), content.end)):
        trimmed = part.trimmed(page.text, edges)
        if trimmed.end - trimmed.start > 1:
            yield trimmed


def _kinded(scene: Scene, one: Told) -> Told:
    kind: MoveKind = one.kind
    opener = one.condition[0].of(scene.page.text).lower() if one.condition else ""
    if kind in ("offer", "commitment", "warning") and _is_threat(scene, one, opener):
        kind = "threat"
    elif kind in ("offer", "commitment") and _is_tied(one, opener):
        kind = "condition"
    elif kind == "commitment" and opener:
        kind = "offer"
    elif kind == "commitment" and _is_kept_from(scene, one):
        kind = "refusal"
    elif kind == "refusal" and opener.startswith(_LIMITING):
        kind = "condition"
    return replace(one, kind=kind)


def _is_tied(one: Told, opener: str) -> bool:
    """Whether the actor's own step depends on the other's; what a verb offers "if" or "in exchange" is on offer."""
    opener = opener.removeprefix("but ")
    return opener.startswith(_TYING) or (opener.startswith(_IF) and one.own and opener not in _SLIGHT)


def _is_kept_from(scene: Scene, one: Told) -> bool:
    """Whether it is a vow not to do what the other side wants: "vowed that Norland would not sign"."""
    page, top = scene.page, one.top
    if top is None or not is_negated(page, top) or own_subject(page, top) is None or is_passive(page, top):
        return False
    return top.lemma.lower() in scene.words.refused.words and not is_harmful(scene, top)


def _is_threat(scene: Scene, one: Told, opener: str) -> bool:
    """Whether it tells a harm that the actor would do; what somebody "offers" is none, whatever it is."""
    if one.kind == "commitment" and one.top is not None and one.top.lemma.lower() in scene.words.harmful.consequences:
        return True
    if one.top is None or not one.top.tag.startswith("VB") or (one.kind == "offer" and one.at.pos == "VERB"):
        return False
    if opener.startswith(("in exchange", "in return")) or is_negated(scene.page, one.top):
        return False
    meant = bool(opener) or one.kind == "warning" or _is_grave(scene, one)
    return meant and is_harmful(scene, one.top) and _is_by(scene, one)


def _is_grave(scene: Scene, one: Told) -> bool:
    return one.top is not None and one.top.lemma.lower() in scene.words.harmful.grave


def _is_by(scene: Scene, one: Told) -> bool:
    """Whether the consequence is the actor's own doing: the content's subject is the actor, or it has none."""
    if one.top is None:
        return False
    who = own_subject(scene.page, one.top)
    if who is None:
        return one.kind != "warning"
    named = set(scene.who(who, one.statement))
    side = set(one.actor) | scene.side(one.statement)
    theirs = bool(named & side) or scene.is_own(who, one.statement)
    return theirs or scene.may_speak_for(sorted(named), one.statement)


def _beside_offers(scene: Scene, told: Sequence[Told]) -> Iterator[Told]:
    """What an offer is tied to: "announced its readiness to talk, but the agenda must be changed"."""
    for one in told:
        if one.kind in ("offer", "agreement", "commitment"):
            yield from (_tied(scene, one, clause) for clause in _contrary(scene, one))


def _echoes(scene: Scene, one: Told) -> Iterator[Told]:
    """The same move by somebody who "used the same words"."""
    if one.statement is None or not one.own:
        return
    for statement in scene.statements:
        if (
            "echoed" in statement.flags
            and statement.content == one.statement.content
            and statement.id != one.statement.id
        ):
            own = set(one.actor) <= set(scene.speaking(one.statement))
            yield replace(one, statement=statement, actor=scene.speaking(statement) if own else one.actor)


def _contrary(scene: Scene, one: Told) -> Iterator[Token]:
    page = scene.page
    sentence = [token for token in page.tokens_in(page.sentences[one.at.sentence]) if token.index > one.at.index]
    but = next((token for token in sentence if token.lower in ("but", "though", "although", "provided")), None)
    if but is None:
        return
    duty = scene.words.duty
    for token in sentence:
        laid = helpers(page, token) & (duty.strong | duty.weak) or _must_have(page, token)
        if token.index > but.index and token.tag.startswith("VB") and laid and own_subject(page, token) is not None:
            yield token


def _must_have(page: Page, verb: Token) -> bool:
    return (
        verb.lemma in ("have", "need")
        and child(page, verb, "xcomp") is not None
        and own_subject(page, verb) is not None
    )


def _tied(scene: Scene, offer: Told, clause: Token) -> Told:
    apart = {
        token.index
        for one in scene.page.children(clause)
        if one.dep == "conj" and own_subject(scene.page, one) is not None
        for token in scene.page.subtree(one)
    }
    marks = {one.index for one in scene.page.children(clause) if one.dep == "cc"}
    content = stretch(scene.page, clause, frozenset(apart | marks))
    return Told("condition", clause, offer.actor, content, 0.55, clause, (), offer.statement, (), True)


def _without_shadows(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """Of two readings of the same words by the same side the one whose own words tell it, or the surer."""
    kept: list[Told] = []
    for one in sorted(told, key=lambda each: (each.condition == (), not each.own, -each.sure)):
        if not any(_shadows(scene, other, one) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.at.index, one.content[0].start))


def _shadows(scene: Scene, kept: Told, one: Told) -> bool:
    if kept.at.sentence != one.at.sentence or not _same_side(scene, kept, one) or _is_echo(kept, one):
        return False
    both = covered(kept.content) + covered(one.content) - covered(joined((*kept.content, *one.content)))
    return 2 * both > min(covered(kept.content), covered(one.content))


def _is_echo(kept: Told, one: Told) -> bool:
    """Whether somebody else says the same words."""
    a, b = kept.statement, one.statement
    if kept.actor == one.actor:
        return False
    return a is not None and b is not None and a.id != b.id and "echoed" in {*a.flags, *b.flags}


def _same_side(scene: Scene, first: Told, second: Told) -> bool:
    return bool(_side(scene, first) & _side(scene, second)) or not first.actor or not second.actor


def _side(scene: Scene, one: Told) -> frozenset[str]:
    entities = scene.referents.by_id
    return frozenset({*one.actor, *(entities[id_].represents or id_ for id_ in one.actor)})


def _merged(scene: Scene, told: Sequence[Told]) -> list[Settled]:
    """What is announced in one sentence and quoted in another is one move."""
    out: list[Settled] = []
    for one in told:
        at = next((place for place, other in enumerate(out) if _is_same(scene, other.told, one)), None)
        if at is None:
            out.append(Settled(one))
        else:
            out[at] = replace(out[at], more=(*out[at].more, one))
    return out


def _is_same(scene: Scene, first: Told, second: Told) -> bool:
    if first.kind != second.kind or not (_side(scene, first) & _side(scene, second)) or _said_apart(first, second):
        return False
    one, other = _bag(scene, first), _bag(scene, second)
    shared = len(one & other)
    return one == other or (shared >= _FEWEST and shared >= _ALIKE * min(len(one), len(other)))


def _said_apart(first: Told, second: Told) -> bool:
    """Whether they were said on different days, or by somebody who repeats them."""
    a, b = first.statement, second.statement
    if a is None or b is None or a.id == b.id:
        return False
    return "echoed" in {*a.flags, *b.flags} or (a.date is not None and b.date is not None and a.date != b.date)


def _bag(scene: Scene, one: Told) -> frozenset[str]:
    words = scene.tokens_of(one.content)
    return frozenset(word.lemma.lower() for word in words if word.pos in ("NOUN", "VERB", "PROPN", "ADJ", "NUM"))
