"""Whom a source's words mean: one entity, the group of several, or one of several candidates."""

from collections.abc import Iterable, Iterator

from verbale.reading.drafts import Speaking
from verbale.reading.page import Page, Token
from verbale.reading.speakers.hall import SUBJECTS, SURE, UNKNOWN, Hall, answer, is_nameless, status
from verbale.record import Entity, Mention
from verbale.spans import Span

Place = tuple[Mention, Entity]
_TITLED = frozenset({"person", "organisation", "outlet"})
_FEW = 4
"""More states than this before "the Foreign Ministry", and its country is unknown, not open between a few."""
_OWNED = 0.6
"""How sure it is that a state's own organ speaks for it: an estimate."""
_POINTED = 0.7
"""How sure "the former" and "both" are: an estimate."""


def of_source(hall: Hall, source: Span) -> Speaking:
    """Who is behind the words of a source; a bracket at its end ("Jan Aldo (Ind, Wexham)") only says more of him."""
    words = source.of(hall.page.text)
    opening = words.rfind(" (") if words.endswith(")") else -1
    source = Span(source.start, source.start + opening) if opening > 0 else source
    top = hall.page.top(source)
    if top is None:
        return UNKNOWN
    joint = _joint(hall, top, source) or _pointed(hall, source)
    if joint is not None:
        return joint
    found = _apposed(hall, source) or hall.at(top) or _titled(hall, top, source) or _only_name(hall, source)
    if found is None:
        return _without_entity(hall, top, source)
    nameless = status(hall, found[1]) != "named" and _titled(hall, top, source)
    return answer(hall, *(nameless or found))


def _joint(hall: Hall, top: Token, source: Span) -> Speaking | None:
    """For "A and B": the group of both; the one of them that has a name, where the other has none."""
    others = [token for token in _joined(hall.page, top) if source.contains(token.span)]
    found = [pair for pair in (hall.at(token) for token in (top, *others)) if pair is not None]
    ids = list(dict.fromkeys(entity.id for _, entity in found if status(hall, entity) == "named"))
    return _together(hall, ids, SURE["name"]) if others and len(ids) > 1 else None


def _joined(page: Page, top: Token) -> Iterator[Token]:
    """What "and" and commas join to the word, one behind the other."""
    for child in page.children(top):
        if child.dep == "conj":
            yield child
            yield from _joined(page, child)


def _together(hall: Hall, ids: list[str], sure: float) -> Speaking:
    group = next((entity for entity in hall.entities if set(entity.members) == set(ids)), None)
    if group is not None:
        return Speaking(group.id, "named", confidence=sure)
    return Speaking(None, "named", tuple(ids), confidence=sure)


def _pointed(hall: Hall, source: Span) -> Speaking | None:
    """For "the former", "the latter" and "both": of the two people whom the sentence before names, in their order."""
    word = source.of(hall.page.text).lower().removeprefix("the ")
    if word not in hall.people.pointing:
        return None
    sentence = hall.page.sentence_at(source.start)
    spans = [hall.page.sentences[index] for index in range(max(0, sentence - 1), sentence)]
    places = [place for span in spans for place in hall.within(span)]
    pair = list(dict.fromkeys(one.id for mention, one in places if one.kind == "person" and mention.form == "name"))
    if len(pair) != 2:
        return None
    which = hall.people.pointing[word]
    return _together(hall, pair, _POINTED) if which is None else Speaking(pair[which], "named", confidence=_POINTED)


def _apposed(hall: Hall, source: Span) -> Place | None:
    """The person whose name ends the source behind what he is: "the chair, Ilse Varga", "First Deputy … Ilse Varga".

    The name must be no part of the description before it ("the mother of Ilse Varga").
    """
    names = [pair for pair in hall.within(source) if pair[0].form == "name" and pair[1].kind == "person"]
    if not names or names[-1][0].start == source.start or _words_behind(hall.page, names[-1][0].span, source):
        return None
    name = names[-1][0].span
    before = hall.page.tokens_in(Span(source.start, name.start))
    behind_comma = before[-1].text == "," and len(before) > 1 and before[-1].span.end <= name.start
    return names[-1] if behind_comma and not any(token.pos == "CCONJ" for token in before) else None


def _words_behind(page: Page, name: Span, source: Span) -> bool:
    """Whether words follow the name in the source; a number behind a comma is an age."""
    rest = [token for token in page.tokens_in(source) if token.span.start >= name.end]
    return any(token.text[0].isalpha() for token in rest)


def _titled(hall: Hall, top: Token, source: Span) -> Place | None:
    """The person whose name follows the title that heads the source: "Minister of the Republic of Norland Ada Berg".

    The parser takes such a name for a part of the country's; nothing but the title's own words may stand between,
    and no second person's title ("a spokesman for Minister Ada Berg").
    """
    for mention, entity in hall.within(source):
        if mention.form == "name" and entity.kind in _TITLED and mention.start > top.span.start:
            between = hall.page.tokens_in(Span(top.span.start, mention.start))
            before = [token for token in between if token.span.end <= mention.start]
            if entity.kind != "person" and not (before == [top] and top.lemma.lower() in hall.people.relations):
                continue
            titular = all(token.pos in _TITULAR and token.text != "," for token in before)
            return (mention, entity) if titular and not _is_governing(hall, before) else None
    return None


def _is_governing(hall: Hall, before: list[Token]) -> bool:
    """Whether the words before a name make it somebody else's: they end in a preposition, or in a title behind one."""
    if not before or before[-1].pos == "ADP":
        return bool(before)
    return len(before) > 1 and bool(hall.people.role([before[-1].lower]))


_TITULAR = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ"})


def _only_name(hall: Hall, source: Span) -> Place | None:
    """The one entity named in the source outside any phrase that another noun of it governs."""
    inside = hall.within(source)
    free = [place for place in inside if place[0].form == "name" and not _is_governed(hall.page, place[0].span, source)]
    return free[0] if len({entity.id for _, entity in free}) == 1 else None


def _is_governed(page: Page, span: Span, source: Span) -> bool:
    top = page.top(span)
    return top is None or (
        top.dep in ("pobj", "poss", "compound", "amod", "nmod") and source.contains(page.head(top).span)
    )


def _without_entity(hall: Hall, top: Token, source: Span) -> Speaking:
    """A source that the entities stage left open."""
    if top.tag in ("PRP", "PRP$"):
        pronoun = hall.people.pronoun(top.lower)
        return _open(_people_near(hall, top)) if pronoun is not None and pronoun.gender else UNKNOWN
    if top.pos == "PROPN" and (bearers := _bearers(hall, top)):
        return _open(bearers)
    if top.lemma.lower() in hall.people.state_organs:
        owner = _owner(hall, top)
        if owner is not None:
            return Speaking(owner.id, "named", confidence=_OWNED)
        return _open(dict.fromkeys(one.id for _, one in hall.before(source.start) if one.kind == "state"))
    if is_nameless(hall, source) or top.tag in ("NNS", "NNPS"):
        return Speaking(None, "anonymous", confidence=0.8)
    return Speaking(None, "role" if top.pos in ("NOUN", "PROPN") else "unknown", confidence=0.5)


def _owner(hall: Hall, top: Token) -> Entity | None:
    """Whose organ "its foreign ministry" is: the pronoun's state, else the one that acts in the sentence before."""
    possessor = next((child for child in hall.page.children(top) if child.tag == "PRP$"), None)
    if possessor is None:
        return None
    found = hall.at(possessor)
    if found is not None and found[0].form == "pronoun":
        return found[1] if found[1].kind == "state" else None
    sentence = hall.page.sentences[max(0, top.sentence - 1)]
    acting = [hall.at(token) for token in hall.page.tokens_in(sentence) if token.dep in SUBJECTS]
    states = {pair[1].id: pair[1] for pair in acting if pair is not None and pair[1].kind == "state"}
    return next(iter(states.values())) if len(states) == 1 else None


def _open(candidates: Iterable[str]) -> Speaking:
    ids = tuple(candidates)
    return Speaking(None, "ambiguous", ids, confidence=0.8) if 1 < len(ids) <= _FEW else UNKNOWN


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
