"""What is done by saying it: an order in quoted words is a request, a conditional harm of one's own a threat.

“Stop the shelling,” the envoy told both commanders: nothing has stopped, she requests it of them. “If they cross, we
will break off the talks”: nothing is broken off, but it is threatened.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from verbale.lexicon.status import StatusWords
from verbale.reading.clauses import child, helpers, own_subject
from verbale.reading.events.conditions import conditions_of
from verbale.reading.events.parties import Cast
from verbale.reading.events.tense import first_joined
from verbale.reading.page import Page, Token
from verbale.reading.referents import side_of
from verbale.record import Event, EventType, Statement

_REQUESTED: Final[Mapping[EventType, str]] = {
    "RETREAT": "yield",
    "CONCEDE": "yield",
    "CONSULT": "meet",
    "AID": "assist",
    "COOPERATE": "assist",
}
"""PLOVER's mode of a request for such an event; `change` for any other."""
_THREATENED: Final[Mapping[EventType, str | None]] = {
    "SANCTION": "relations",
    "REJECT": "relations",
    "COERCE": "restrict",
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "PROTEST": None,
}
"""PLOVER's mode of a threat of such an event."""
_WILL = frozenset({"will", "would", "'ll", "’ll", "shall"})


def is_order(page: Page, anchor: Token, claim: Statement | None) -> bool:
    """Whether the anchor is an imperative in quoted words: nothing there governs it; no subject, no helper."""
    if claim is None or claim.form != "direct" or claim.speaker is None or anchor.tag not in ("VB", "VBP"):
        return False
    verb = first_joined(page, anchor)
    above = page.head(verb)
    governed = above != verb and any(part.contains(above.span) for part in claim.content)
    free = not governed and not child(page, verb, "mark") and not helpers(page, verb) and not helpers(page, anchor)
    return free and own_subject(page, verb) is None and own_subject(page, anchor) is None


def as_request(event: Event, type_: EventType, claim: Statement) -> Event:
    """The event that the order is: the speaker requests it of whoever is spoken to, when it was said."""
    recipients = (claim.addressee,) if claim.addressee and claim.addressee != claim.speaker else ()
    return event.model_copy(
        update={
            "type": "REQUEST",
            "mode": _REQUESTED.get(type_, "change"),
            "actors": (claim.speaker,),
            "recipients": recipients,
            "status": "happened",
            "place": None,
            "time": claim.time,
            "date": claim.date,
            "according_to": None,
        }
    )


def is_threat(cast: Cast, anchor: Token, event: Event, claim: Statement | None, words: StatusWords) -> bool:
    """Whether the actor says of itself what harm it will do under a condition."""
    if claim is None or event.status != "possible" or event.type not in _THREATENED or not event.actors:
        return False
    will = helpers(cast.page, anchor) | helpers(cast.page, first_joined(cast.page, anchor))
    speaker = cast.entities.get(claim.speaker or "")
    own = speaker is not None and side_of(speaker) & {*event.actors}
    return bool(own and will & _WILL and conditions_of(cast.page, anchor, words))


def as_threat(cast: Cast, anchor: Token, event: Event, words: StatusWords) -> Event:
    """The event that the threat is; without another recipient it is against whoever must not fulfil the condition."""
    against = event.recipients or tuple(_conditioned(cast, anchor, event.actors, words))
    update = {"type": "THREATEN", "mode": _THREATENED[event.type], "recipients": against, "status": "happened"}
    return event.model_copy(update=update)


def _conditioned(cast: Cast, anchor: Token, actors: Sequence[str], words: StatusWords) -> list[str]:
    """Who acts in the condition."""
    subjects = (own_subject(cast.page, clause) for clause in conditions_of(cast.page, anchor, words))
    found = (cast.covered.get(subject.index) for subject in subjects if subject is not None)
    return [one for one in dict.fromkeys(found) if one is not None and one not in actors]
