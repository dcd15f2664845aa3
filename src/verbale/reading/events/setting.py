"""Where and when an event was, by what is attached to it: "the Geneva talks", "met in Oslo on Monday".

Unknown stays unknown: the day of publication is never an answer, and the dateline's town only for what the caller says
may lie there, in the dateline's own paragraph, where the words tell no other place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from verbale.lexicon.status import StatusWords
from verbale.reading.events.governors import carrier, told_beside
from verbale.reading.page import Page, Token
from verbale.reading.when import directness, governing_time, lies_within
from verbale.record import Entity, Time
from verbale.spans import Span

_VERBAL = ("VERB", "AUX")
_UNTIL = ("for", "until", "till", "to")
_DATELINE = re.compile(r"\s*[A-Z][A-Z .'’-]{2,}(?:,[^–—-]{0,40})?(?:\([^)]*\)\s*)?\s*[-–—]")
"""Capitals, at most a country and a date or an agency, and a dash: "GENEVA, Jan. 8 (Agency) -"."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when."""

    place: str | None = None
    """Entity id."""
    time: str | None = None
    """Time id."""
    date: str | None = None
    """TIMEX3 value."""


@dataclass(frozen=True)
class Surroundings:
    """Where the page names places and times."""

    page: Page
    entities: Sequence[Entity]
    times: Sequence[Time]
    words: StatusWords

    @cached_property
    def places(self) -> dict[int, str]:
        """For each token that heads the name of a place or state, the entity's id."""
        found: dict[int, str] = {}
        for entity in self.entities:
            if entity.kind in ("place", "state"):
                for mention in entity.mentions:
                    top = self.page.top(mention.span) if mention.form != "pronoun" else None
                    if top is not None:
                        found[top.index] = entity.id
        return found

    @cached_property
    def towns(self) -> frozenset[str]:
        """The ids of the places that are no states: where a name stands before a noun, they alone tell where."""
        return frozenset(entity.id for entity in self.entities if entity.kind == "place")

    @cached_property
    def dateline(self) -> str | None:
        """The place that the article's dateline names."""
        first = self.page.paragraphs[0] if self.page.paragraphs else Span(0, 0)
        shape = _DATELINE.match(first.of(self.page.text))
        inside = self.page.tokens_in(Span(first.start, first.start + shape.end())) if shape else ()
        return next((self.places[token.index] for token in inside if token.index in self.places), None)


def setting_of(
    around: Surroundings, anchor: Token, *, apart_from: Sequence[Span] = (), at_dateline: bool = False
) -> Setting:
    """Where and when what the anchor (a verb or a noun) tells was, as far as the words tell.

    Times inside the spans `apart_from` (what others say) don't count. `at_dateline`: whether the event may lie in the
    dateline's town where nothing else is told, as meetings and words do, but not what is done elsewhere.
    """
    time = _when(around, anchor, apart_from)
    place = _where(around, anchor)
    if place is None and at_dateline and _is_lead(around, anchor):
        place = around.dateline
    return Setting(place, time.id if time else None, time.value if time else None)


def _is_lead(around: Surroundings, anchor: Token) -> bool:
    """Whether it stands in the dateline's own paragraph, in a sentence that names no town."""
    page = around.page
    sentence = page.tokens_in(page.sentences[anchor.sentence])
    named = {around.places[token.index] for token in sentence if token.index in around.places}
    return page.paragraphs[0].contains(anchor.span) and not (named & around.towns) - {around.dateline}


# Time


def _when(around: Surroundings, anchor: Token, apart: Sequence[Span]) -> Time | None:
    page = around.page
    if anchor.pos in _VERBAL:
        return _of_verb(around, anchor, apart)
    own = _depending(around, anchor, 0, apart)
    for verb in told_beside(page, anchor, around.words):
        own = own or _depending(around, verb, 0, apart)
    carried = carrier(page, anchor, around.words)
    if carried is None:
        return own
    verb, governor = carried
    if own is not None:
        finer = _depending(around, verb, 1, apart) if governor.gives in ("same", "fact") else None
        return finer if finer is not None and lies_within(finer, own) else own
    if governor.gives == "same" or (governor.gives == "fact" and anchor.dep == "nsubj"):
        return _of_verb(around, verb, apart)
    due = governor.gives == "planned" and anchor.dep in ("nsubjpass", "nsubj") and verb.tag != "VBD"
    return _depending(around, verb, 0, apart, only=() if due else _UNTIL)


def _of_verb(around: Surroundings, verb: Token, apart: Sequence[Span]) -> Time | None:
    """The time of the verb's own clause, of the one it is joined to, or the story's."""
    own = _depending(around, verb, 1, apart)
    if own is not None or verb.dep in ("xcomp", "advcl", "acl", "relcl", "pcomp", "ccomp"):
        return own
    return governing_time(around.page, around.times, verb.span, apart_from=apart)


def _depending(
    around: Surroundings, top: Token, rank: int, apart: Sequence[Span], *, only: Sequence[str] = ()
) -> Time | None:
    """The nearest time that belongs to the word so directly, behind one of the prepositions `only` where any."""
    page = around.page
    found = []
    for time in around.times:
        span = Span(time.start, time.end)
        if (
            time.first_day is None
            or page.sentence_at(time.start) != top.sentence
            or any(s.overlaps(span) for s in apart)
        ):
            continue
        own = directness(page, top, time)
        if own is not None and own <= rank and (not only or _preposition(page, span) in only):
            found.append((own, abs(time.start - top.span.start), time.start, time))
    return min(found, key=lambda one: one[:3])[3] if found else None


def _preposition(page: Page, span: Span) -> str:
    top = page.top(span)
    return page.head(top).lower if top is not None and top.dep == "pobj" else ""


# Place


def _where(around: Surroundings, anchor: Token) -> str | None:
    for word in _holders(around, anchor):
        found = next(_at(around, word), None)
        if found is not None:
            return found
    return None


def _holders(around: Surroundings, anchor: Token) -> Iterator[Token]:
    """The words to which the place may be attached: the anchor, what tells of it, the verb that carries it."""
    page, words = around.page, around.words
    yield anchor
    if anchor.pos not in _VERBAL:
        yield from told_beside(page, anchor, words)
        carried = carrier(page, anchor, words)
        if carried is None or carried[1].gives not in ("same", "planned", "fact"):
            return
        yield carried[0]
        anchor = carried[0]
    while anchor.dep == "conj" and not any(child.dep in ("nsubj", "nsubjpass") for child in page.children(anchor)):
        anchor = page.head(anchor)
        yield anchor


def _at(around: Surroundings, word: Token) -> Iterator[str]:
    """The places attached to the word, the likeliest first."""
    page, places = around.page, around.words.places
    goes = word.lemma.lower() in places.destination
    for child in page.children(word):
        if (
            child.dep in ("compound", "nmod", "amod", "poss", "npadvmod")
            and around.places.get(child.index) in around.towns
        ):
            yield around.places[child.index]
        if goes and child.dep == "dobj" and child.index in around.places:
            yield around.places[child.index]
        if child.dep in ("prep", "advmod", "prt") and (
            child.lower in places.prepositions or (goes and child.lower in places.towards)
        ):
            yield from _behind(around, child)
        if child.dep == "dobj" and child.entity == "PERSON":
            yield from _beside_name(around, child)
    for child in page.children(word):
        if child.dep == "prep" and child.lower in places.occasions:
            for occasion in page.children(child):
                if occasion.dep == "pobj" and occasion.index not in around.places:
                    yield from _at_noun(around, occasion)


def _beside_name(around: Surroundings, name: Token) -> Iterator[str]:
    """The place that the parse hangs on the name before it: "met Ada Berg in Oslo"."""
    for child in around.page.children(name):
        if child.dep == "prep" and child.lower in around.words.places.prepositions:
            yield from (one for one in _behind(around, child) if one in around.towns)


def _behind(around: Surroundings, preposition: Token) -> Iterator[str]:
    """The place behind the preposition: "in Oslo", "in the town of Narvik", "at the palace in Oslo"."""
    for child in around.page.children(preposition):
        if child.dep == "pobj":
            within = list(_at_noun(around, child))
            named = around.places.get(child.index)
            yield from (*within, *([named] if named else [])) if named not in around.towns else (named,)
        elif child.dep == "prep":
            yield from _behind(around, child)


def _at_noun(around: Surroundings, noun: Token) -> Iterator[str]:
    """The place of a place: "the palace in Oslo", "the Oslo palace"."""
    for child in around.page.children(noun):
        if child.dep in ("compound", "nmod", "amod", "poss") and around.places.get(child.index) in around.towns:
            yield around.places[child.index]
        if child.dep == "prep" and child.lower in around.words.places.prepositions | {"of"}:
            for below in around.page.children(child):
                found = around.places.get(below.index)
                if found is not None and (found in around.towns or child.lower != "of"):
                    yield found
