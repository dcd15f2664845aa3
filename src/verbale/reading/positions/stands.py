"""Stands before they are entries: from moves, and from verbs of being for or against."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.lexicon.moves import MoveWords
from verbale.reading.clauses import child, is_passive, own_subject, stretch, subject
from verbale.reading.page import Page, Token
from verbale.reading.positions.things import thing_of
from verbale.reading.telling import Telling
from verbale.record import Move, Side
from verbale.spans import Span
from verbale.timex import days

_BY_KIND: Mapping[str, Side] = {
    "demand": "for",
    "offer": "for",
    "commitment": "for",
    "agreement": "for",
    "refusal": "against",
    "condition": "conditional",
    "concession": "conditional",
}
"""What a move of a kind wants of its content; a threat or a warning wants nothing of it."""
_OTHER: Mapping[Side, Side] = {"for": "against", "against": "for", "conditional": "conditional"}
_VERB_SURE = 0.6
_LETTING_GO = frozenset({"demand", "objection", "opposition", "insistence", "condition", "precondition", "requirement"})


@dataclass(frozen=True, slots=True)
class Stand:
    """One party's stand on an issue, in the words of one place."""

    party: str
    side: Side
    issue: tuple[Span, ...]
    evidence: tuple[Span, ...]
    sure: float
    date: str | None = None
    move: str | None = None

    @property
    def start(self) -> int:
        """Where the article comes to it."""
        return self.issue[0].start


def by_moves(telling: Telling, moves: Sequence[Move], words: MoveWords) -> Iterator[Stand]:
    """What the moves tell: who demands or offers something is for it, who refuses it against."""
    entities = telling.referents.by_id
    for move in moves:
        side = _BY_KIND.get(move.kind)
        thing = thing_of(telling, move.content.spans)
        if side is None or thing is None or _lets_go(telling.page, move):
            continue
        if thing.ended(words, refused=move.kind == "refusal"):
            side = _OTHER[side]
        if move.if_ is not None and move.kind not in ("demand", "refusal"):
            side = "conditional"
        for party in dict.fromkeys(entities[one].represents or one for one in move.actor):
            yield Stand(party, side, thing.words, move.evidence, move.confidence, move.date, move.id)


def _lets_go(page: Page, move: Move) -> bool:
    """Whether it drops a demand: that tells what the party no longer wants."""
    top = page.top(move.content.spans[0])
    return move.kind == "concession" and top is not None and top.lemma in _LETTING_GO


def by_verbs(telling: Telling, words: MoveWords) -> Iterator[Stand]:
    """Who backs or opposes something."""
    page, entities = telling.page, telling.referents.by_id
    for verb in page.tokens:
        side = _side(page, verb, words)
        thing = _thing(page, verb) if side is not None else None
        if side is None or thing is None or thing.pos != "NOUN" or not telling.is_done(verb):
            continue
        cued, around = telling.cued(verb), telling.around(verb)
        if not telling.is_told(around if cued is None else telling.outer(cued)):
            continue
        said = cued or around
        date = said.date if said is not None and said.date is not None and days(said.date) is not None else None
        for party in dict.fromkeys(entities[one].represents or one for one in telling.who(subject(page, verb), around)):
            yield Stand(party, side, stretch(page, thing), page.sentences_of(verb.span, thing.span), _VERB_SURE, date)


def _side(page: Page, verb: Token, words: MoveWords) -> Side | None:
    if not verb.tag.startswith("VB"):
        return None
    behind = [one.lower for one in page.children(verb) if one.dep in ("prep", "prt") and one.index > verb.index]
    forms = (
        verb.lemma,
        *(f"{verb.lemma} {one}" for one in behind),
        *(f"{verb.lemma} {one} favour of" for one in behind),
    )
    if any(one in words.supporting.words for one in forms):
        return "for"
    return "against" if any(one in words.opposing.words for one in forms) else None


def _thing(page: Page, verb: Token) -> Token | None:
    if is_passive(page, verb):
        return own_subject(page, verb)
    preposition = next(
        (one for one in page.children(verb) if one.dep == "prep" and one.lower in ("to", "of", "against", "for")), None
    )
    return child(page, verb, "dobj") or (child(page, preposition, "pobj") if preposition is not None else None)
