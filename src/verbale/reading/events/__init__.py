"""Events: who did what to whom, where and when, and whether at all (PLOVER).

Each step has its file: the words that may tell an event (`candidates`), whom they mean (`parties`), whether it
happened (`status`), who claims it (`claims`), where and when (`setting`), which type it is (`judging` by the trained
head, `deciding` with the words beside it), and what is told twice (`told_twice`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.lexicon.events import EventWords
from verbale.lexicon.status import StatusWords
from verbale.reading.events.candidate import Candidate
from verbale.reading.events.candidates import find_candidates, likeliest
from verbale.reading.events.claims import apart_from, as_claimed, claimed_by
from verbale.reading.events.deciding import Asked, decide, in_time
from verbale.reading.events.judging import Given, Judge, classify, classify_all
from verbale.reading.events.parties import Cast, Parties, are_enough, is_unheard, make_cast, parties_of
from verbale.reading.events.setting import Setting, Surroundings, setting_of
from verbale.reading.events.spoken import as_request, as_threat, is_order, is_threat
from verbale.reading.events.status import status_of
from verbale.reading.events.told_twice import merged
from verbale.reading.page import Page, Token
from verbale.record import Entity, Event, EventType, Statement, Status, Time
from verbale.registry.registry import Registry

__all__ = ["Given", "Judge", "Lore", "classify", "classify_all", "find_events"]

_DIRECTED: frozenset[EventType] = frozenset({"COOPERATE", "AID", "SANCTION"})
"""PLOVER has no such event without a recipient."""
_IN_WORDS: frozenset[EventType] = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
)
"""What is said lies where the report comes from, unless it says otherwise; what is done needn't."""


@dataclass(frozen=True, slots=True)
class Lore:
    """What the stage knows beside the article's own words."""

    words: EventWords
    status: StatusWords
    published: date | None = None
    judge: Asked | None = None
    """The trained head, asked of each candidate; without it the words alone decide."""
    registry: Registry | None = None
    """Who holds an office, though the article doesn't say so: "Biden and Putin spoke by telephone"."""


def find_events(
    page: Page, entities: Sequence[Entity], times: Sequence[Time], statements: Sequence[Statement], lore: Lore
) -> tuple[Event, ...]:
    """The events of the page, with ids `v1`, `v2`, … in the order of their anchors."""
    cast = make_cast(page, entities, lore.words, _in_office(entities, lore))
    ground = _Ground(cast, Surroundings(page, entities, times, lore.status), statements, lore)
    told = (event for candidate in find_candidates(page, lore.words) for event in ground.told(candidate))
    numbered = (event.model_copy(update={"id": f"v{number}"}) for number, event in enumerate(told, start=1))
    found = merged(page, tuple(numbered), lore.status)
    return tuple(event.model_copy(update={"id": f"v{number}"}) for number, event in enumerate(found, start=1))


def _in_office(entities: Sequence[Entity], lore: Lore) -> frozenset[str]:
    """The persons who by the registry may hold an office on the day of publication."""
    day, registry = lore.published, lore.registry
    if day is None or registry is None:
        return frozenset()
    persons = (one for one in entities if one.kind == "person" and " " in one.name)
    return frozenset(one.id for one in persons if any(term.possibly(day) for term in registry.held_by(one.name)))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every event of the page is asked about."""

    cast: Cast
    around: Surroundings
    statements: Sequence[Statement]
    lore: Lore

    def told(self, candidate: Candidate) -> Iterator[Event]:
        """The candidate as an event, if it has the parties that it needs."""
        parties = parties_of(self.cast, candidate)
        if not are_enough(self.cast, candidate, parties):
            return
        span, claim = candidate.anchor.span, claimed_by(candidate.anchor.span, self.statements)
        said = likeliest(candidate) in _IN_WORDS
        setting = setting_of(
            self.around, candidate.anchor, apart_from=apart_from(span, self.statements), at_dateline=said
        )
        status = as_claimed(self._status(candidate.anchor, setting), claim)
        told, sure = self._type(candidate, parties)
        type_ = in_time(told, status, self.lore.words)
        if (type_ in _DIRECTED and not parties.recipients) or (type_ in _IN_WORDS and is_unheard(candidate, parties)):
            return
        event = Event(
            id="v0",
            evidence=self.around.page.sentences_of(span),
            confidence=round(sure * parties.confidence, 2),
            type=type_,
            mode=candidate.mode if type_ == likeliest(candidate) else None,
            anchor=span,
            actors=parties.actors,
            recipients=parties.recipients,
            place=setting.place,
            time=setting.time,
            date=setting.date,
            status=status,
            according_to=claim.id if claim is not None else None,
        )
        yield self._spoken(candidate, event, claim)

    def _spoken(self, candidate: Candidate, event: Event, claim: Statement | None) -> Event:
        """The event; what is done by saying it where it is an order or a threat."""
        anchor, words = candidate.anchor, self.lore.status
        if claim is not None and is_order(self.around.page, anchor, claim):
            return as_request(event, likeliest(candidate), claim)
        harm = event.model_copy(update={"type": likeliest(candidate)})
        return as_threat(self.cast, anchor, harm, words) if is_threat(self.cast, anchor, harm, claim, words) else event

    def _status(self, anchor: Token, setting: Setting) -> Status:
        when = next((time for time in self.around.times if time.id == setting.time), None)
        return status_of(self.around.page, anchor, self.lore.status, time=when, published=self.lore.published)

    def _type(self, candidate: Candidate, parties: Parties) -> tuple[EventType, float]:
        judge = self.lore.judge
        asked = parties.marked(self.around.page, candidate.anchor)
        return decide(candidate.types, None if judge is None else judge.chances(*asked))
