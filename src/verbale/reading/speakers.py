"""Who speaks: the entity behind an attribution's source.

"Hoxha said", "the envoy said" and "she added" are one speaker where the entities stage found one entity.
A source that may be two ("the Foreign Ministry" after two states, a surname that two bear) is left open with
its candidates; one that the text keeps nameless ("a senior official") has no speaker. A joint source
("A and B said") has the group of both as its speaker. Wrong is worse than null: nothing is given to the
nearest name. A quotation without any source goes on from the one before it, or is whose act the sentence
before it tells; both are marked by a lower confidence.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from verbale.lexicon.people import People
from verbale.reading.drafts import Attribution, Speaking
from verbale.reading.page import Page, Token
from verbale.record import Entity, Mention, SpeakerStatus
from verbale.spans import Span, hull

_BODIES = frozenset({"organisation", "outlet", "document", "group"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_UNKNOWN = Speaking(None, "unknown", confidence=0.5)
# How sure a speaker found in each way is taken to be: estimates, not yet measured or calibrated.
_SURE = {"name": 0.97, "nominal": 0.9, "pronoun": 0.85}
_ELIDED, _CONTINUED, _SAME_PARAGRAPH, _ACTOR_BEFORE = 0.8, 0.95, 0.75, 0.6
# More states than this before "the Foreign Ministry" and its country is unknown, not open between a few.
_FEW = 4


def find_speakers(
    page: Page, attributions: Sequence[Attribution], entities: Sequence[Entity], people: People
) -> tuple[Speaking, ...]:
    """One answer an attribution, in their order."""
    hall = Hall(page, entities, people)
    answers: list[Speaking] = []
    for index, attribution in enumerate(attributions):
        answer = _speaker(hall, attributions, answers, index)
        answers.append(replace(answer, addressee=_addressee(hall, attribution, answer.speaker)))
    return tuple(answers)


@dataclass(frozen=True)
class Hall:
    """The page with its entities, by place."""

    page: Page
    entities: Sequence[Entity]
    people: People

    @cached_property
    def _places(self) -> list[tuple[Mention, Entity]]:
        pairs = [(mention, entity) for entity in self.entities for mention in entity.mentions]
        return sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end))

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention, _ in self._places]

    def at(self, token: Token) -> tuple[Mention, Entity] | None:
        """The smallest mention that holds the token, with its entity."""
        last = bisect_right(self._starts, token.span.start)
        holding = [pair for pair in self._places[max(0, last - 12) : last] if pair[0].span.contains(token.span)]
        return min(holding, key=lambda pair: pair[0].end - pair[0].start) if holding else None

    def within(self, span: Span) -> list[tuple[Mention, Entity]]:
        """The mentions that lie in the span, in the order of the text."""
        first, last = bisect_right(self._starts, span.start - 1), bisect_right(self._starts, span.end)
        return [pair for pair in self._places[first:last] if span.contains(pair[0].span)]

    def before(self, offset: int) -> Iterator[tuple[Mention, Entity]]:
        """The mentions that begin before the offset, the nearest first."""
        return reversed(self._places[: bisect_right(self._starts, offset - 1)])


def _speaker(hall: Hall, attributions: Sequence[Attribution], answers: Sequence[Speaking], index: int) -> Speaking:
    attribution = attributions[index]
    if "continued" in attribution.flags and answers:
        return _again(answers[-1], _CONTINUED)
    if attribution.source:
        return _of_source(hall, hull(attribution.source))
    if attribution.cue:
        return _of_cue(hall, attribution)
    return _of_bare_quotation(hall, attributions, answers, index)


def _again(answer: Speaking, share: float) -> Speaking:
    return replace(answer, addressee=None, confidence=round(answer.confidence * share, 3))


def _of_source(hall: Hall, source: Span) -> Speaking:
    top = hall.page.top(source)
    if top is None:
        return _UNKNOWN
    joint = _joint(hall, top, source)
    if joint is not None:
        return joint
    found = hall.at(top) or _titled(hall, top, source) or _only_name(hall, source)
    if found is None:
        return _without_entity(hall, top, source)
    return _answer(hall, *found)


def _answer(hall: Hall, mention: Mention, entity: Entity) -> Speaking:
    status = _status(hall, entity)
    if status == "anonymous":
        return Speaking(None, status, confidence=0.9)
    return Speaking(entity.id, status, confidence=_SURE[mention.form])


def _status(hall: Hall, entity: Entity) -> SpeakerStatus:
    """How the article makes the speaker known; "the secretariat" names a body, "the spokesman" no person."""
    if any(mention.form == "name" for mention in entity.mentions):
        return "named"
    first = entity.mentions[0].span
    if _is_nameless(hall, first):
        return "anonymous"
    return "named" if entity.kind in _BODIES and _is_definite(hall.page, hall.page.top(first)) else "role"


def _is_nameless(hall: Hall, span: Span) -> bool:
    """Whether a description keeps its bearer nameless: "a senior official", "people close to the talks"."""
    top, people = hall.page.top(span), hall.people
    if top is None:
        return False
    words = {token.lemma.lower() for token in hall.page.tokens_in(span)}
    if words & people.nameless or top.lemma.lower() in people.hidden:
        return True
    return not _is_definite(hall.page, top) and bool({top.lemma.lower(), top.text.lower()} & people.anonymous)


def _is_definite(page: Page, token: Token | None) -> bool:
    """Whether an article, a demonstrative or a possessor stands before the noun."""
    if token is None:
        return False
    before = [child for child in page.children(token) if child.index < token.index]
    return any(child.text.lower() in _DEFINITE or child.dep == "poss" for child in before)


def _joint(hall: Hall, top: Token, source: Span) -> Speaking | None:
    """For "A and B": the group of both; the one of them that has a name, where the other has none."""
    others = [child for child in hall.page.children(top) if child.dep == "conj" and source.contains(child.span)]
    found = [pair for pair in (hall.at(token) for token in (top, *others)) if pair is not None]
    ids = list(dict.fromkeys(entity.id for _, entity in found if _status(hall, entity) == "named"))
    if not others or len(ids) < 2:
        return None
    group = next((entity for entity in hall.entities if set(entity.members) == set(ids)), None)
    if group is not None:
        return Speaking(group.id, "named", confidence=_SURE["name"])
    return Speaking(None, "named", tuple(ids), confidence=_SURE["name"])


def _titled(hall: Hall, top: Token, source: Span) -> tuple[Mention, Entity] | None:
    """The person whose name follows the title that heads the source: "Minister of the Republic of Norland Ada Berg".

    The parser takes such a name for a part of the country's; nothing but the title's own words may stand between.
    """
    for mention, entity in hall.within(source):
        if mention.form == "name" and entity.kind == "person" and mention.start > top.span.start:
            between = hall.page.tokens_in(Span(top.span.start, mention.start))
            titular = all(
                token.pos in _TITULAR and token.text != "," for token in between if token.span.end <= mention.start
            )
            return (mention, entity) if titular else None
    return None


_TITULAR = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ"})


def _only_name(hall: Hall, source: Span) -> tuple[Mention, Entity] | None:
    """The one entity named in the source outside any phrase that another noun of it governs."""
    inside = hall.within(source)
    free = [(mention, entity) for mention, entity in inside if not _is_governed(hall.page, mention.span, source)]
    return free[0] if len({entity.id for _, entity in free}) == 1 else None


def _is_governed(page: Page, span: Span, source: Span) -> bool:
    top = page.top(span)
    return top is None or (
        top.dep in ("pobj", "poss", "compound", "amod", "nmod") and source.contains(page.head(top).span)
    )


def _without_entity(hall: Hall, top: Token, source: Span) -> Speaking:
    """A source that the entities stage left open."""
    if top.tag in ("PRP", "PRP$"):
        return _open(_people_near(hall, top))
    if top.pos == "PROPN" and (bearers := _bearers(hall, top)):
        return _open(bearers)
    if top.lemma.lower() in hall.people.state_organs:
        return _open(dict.fromkeys(one.id for _, one in hall.before(source.start) if one.kind == "state"))
    if _is_nameless(hall, source) or top.tag in ("NNS", "NNPS"):
        return Speaking(None, "anonymous", confidence=0.8)
    return Speaking(None, "role" if top.pos in ("NOUN", "PROPN") else "unknown", confidence=0.5)


def _open(candidates: Iterable[str]) -> Speaking:
    ids = tuple(candidates)
    return Speaking(None, "ambiguous", ids, confidence=0.8) if 1 < len(ids) <= _FEW else _UNKNOWN


def _people_near(hall: Hall, token: Token) -> list[str]:
    """The people of the pronoun's sentence and the one before, in the order of the text."""
    first = hall.page.sentences[max(0, token.sentence - 1)].start
    near = [(mention, one) for mention, one in hall.before(token.span.start) if mention.start >= first]
    return list(dict.fromkeys(one.id for _, one in reversed(near) if one.kind == "person"))


def _bearers(hall: Hall, token: Token) -> list[str]:
    """Those whose full name ends or begins with the word."""
    word = token.text.lower()
    return [
        one.id
        for one in hall.entities
        if one.kind == "person" and word in (one.name.lower().split()[0], one.name.lower().split()[-1])
    ]


def _of_cue(hall: Hall, attribution: Attribution) -> Speaking:
    """The subject that a verb shares with the one above it: "He left, saying that …"."""
    cue = hall.page.top(hull(attribution.cue))
    while cue is not None and not _is_passive(hall.page, cue):
        subject = next((child for child in hall.page.children(cue) if child.dep in _SUBJECTS), None)
        if subject is not None:
            found = hall.at(subject)
            return _again(_answer(hall, *found), _ELIDED) if found else _UNKNOWN
        shares = cue.dep in ("advcl", "xcomp", "conj", "acl", "pcomp", "prep", "dobj")
        cue = hall.page.head(cue) if shares and cue.head != cue.index else None
    return _UNKNOWN


def _is_passive(page: Page, verb: Token) -> bool:
    return any(child.dep in ("auxpass", "nsubjpass", "expl") for child in page.children(verb))


def _of_bare_quotation(
    hall: Hall, attributions: Sequence[Attribution], answers: Sequence[Speaking], index: int
) -> Speaking:
    """The speaker of the quotation before it in the paragraph, or the person whose act the sentence before tells."""
    if not attributions[index].content:
        return _UNKNOWN
    content = hull(attributions[index].content)
    paragraph = next((one for one in hall.page.paragraphs if one.overlaps(content)), content)
    for earlier in range(index - 1, -1, -1):
        if attributions[earlier].content and paragraph.overlaps(hull(attributions[earlier].content)):
            return _again(answers[earlier], _SAME_PARAGRAPH)
    sentence = hall.page.sentence_at(content.start)
    if sentence == 0:
        return _UNKNOWN
    actors = {one.id: one for one in _actors(hall, sentence - 1)}
    if len(actors) != 1:
        return _UNKNOWN
    actor = next(iter(actors.values()))
    return Speaking(actor.id, _status(hall, actor), confidence=_ACTOR_BEFORE)


def _actors(hall: Hall, sentence: int) -> Iterator[Entity]:
    """The people who are the subject of the sentence's main verb."""
    for token in hall.page.tokens_in(hall.page.sentences[sentence]):
        if token.dep in _SUBJECTS and hall.page.head(token).dep == "ROOT":
            found = hall.at(token)
            if found is not None and found[1].kind == "person":
                yield found[1]


def _addressee(hall: Hall, attribution: Attribution, speaker: str | None) -> str | None:
    """Whom the cue's object, outside source and content, says that it was told to."""
    parts = (*attribution.source, *attribution.content)
    for cue in attribution.cue:
        for token in hall.page.tokens_in(cue):
            for child in _objects(hall.page, token):
                found = None if any(part.contains(child.span) for part in parts) else hall.at(child)
                if found is not None and found[1].id != speaker and found[1].kind != "document":
                    return found[1].id
    return None


def _objects(page: Page, verb: Token) -> Iterator[Token]:
    if verb.pos != "VERB":
        return
    for child in page.children(verb):
        if child.dep in ("dobj", "dative") and child.pos != "ADP":
            yield child
        elif child.lemma == "to" and child.dep in ("prep", "dative"):
            yield from (below for below in page.children(child) if below.dep == "pobj")
