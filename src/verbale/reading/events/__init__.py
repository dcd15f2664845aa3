"""Events: who did what to whom, where and when, and whether at all (PLOVER).

Each step has its file: the words that may tell an event (`candidates`), whom they mean (`parties`), whether it
happened (`status`), who claims it (`claims`), where and when (`setting`), and what is told twice (`told_twice`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.lexicon.events import EventWords
from verbale.lexicon.status import StatusWords
from verbale.reading.events.candidates import find_candidates, likeliest
from verbale.reading.events.claims import apart_from, as_claimed, claimed_by
from verbale.reading.events.deciding import Judge, decide, in_time
from verbale.reading.events.parties import are_enough, is_unheard, make_cast, parties_of
from verbale.reading.events.setting import Surroundings, setting_of
from verbale.reading.events.status import status_of
from verbale.reading.events.told_twice import merged
from verbale.reading.page import Page
from verbale.record import Entity, Event, EventType, Statement, Time

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
    judge: Judge | None = None
    """The trained head, asked of each candidate; without it the words alone decide."""


def find_events(
    page: Page, entities: Sequence[Entity], times: Sequence[Time], statements: Sequence[Statement], lore: Lore
) -> tuple[Event, ...]:
    """The events of the page, with ids `v1`, `v2`, … in the order of their anchors."""
    found = merged(page, tuple(_told(page, entities, times, statements, lore)), lore.status)
    return tuple(event.model_copy(update={"id": f"v{number}"}) for number, event in enumerate(found, start=1))


def _told(
    page: Page, entities: Sequence[Entity], times: Sequence[Time], statements: Sequence[Statement], lore: Lore
) -> Iterator[Event]:
    """Each telling of an event as an event of its own."""
    cast = make_cast(page, entities, lore.words)
    around = Surroundings(page, entities, times, lore.status)
    by_id = {time.id: time for time in times}
    for number, candidate in enumerate(find_candidates(page, lore.words), start=1):
        anchor = candidate.anchor
        parties = parties_of(cast, candidate)
        if not are_enough(cast, candidate, parties):
            continue
        said = likeliest(candidate) in _IN_WORDS
        setting = setting_of(around, anchor, apart_from=apart_from(anchor.span, statements), at_dateline=said)
        claim = claimed_by(anchor.span, statements)
        when = by_id.get(setting.time or "")
        status = as_claimed(status_of(page, anchor, lore.status, time=when, published=lore.published), claim)
        judged = lore.judge.chances(*parties.marked(page, anchor)) if lore.judge else None
        told, sure = decide(candidate.types, judged)
        type_ = in_time(told, status, lore.words)
        if (type_ in _DIRECTED and not parties.recipients) or (type_ in _IN_WORDS and is_unheard(candidate, parties)):
            continue
        yield Event(
            id=f"v{number}",
            evidence=(page.sentences[anchor.sentence],),
            confidence=round(sure * parties.confidence, 2),
            type=type_,
            mode=candidate.mode if type_ == likeliest(candidate) else None,
            anchor=anchor.span,
            actors=parties.actors,
            recipients=parties.recipients,
            place=setting.place,
            time=setting.time,
            date=setting.date,
            status=status,
            according_to=claim.id if claim is not None else None,
        )
