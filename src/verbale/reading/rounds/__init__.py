"""The meetings of a negotiation, in their order.

"The talks took place in three stages. On 10 January, a meeting of the delegations took place in Geneva. …" Every
telling of a meeting is a sitting (`sittings`); those of the negotiation (`belonging`) are joined where they are one
(`same`), and what the text tells of their end is added (`outcomes`). Deliberately missed: rounds that are only summed
up ("after seven rounds"), and what is called "it".
"""

from collections.abc import Iterable, Sequence

from verbale.lexicon.rounds import Rounds
from verbale.reading.named import Named
from verbale.reading.page import Page, Token
from verbale.reading.rounds.belonging import Negotiation
from verbale.reading.rounds.outcomes import Ending, find_endings
from verbale.reading.rounds.same import Told, join
from verbale.reading.rounds.sittings import find_sittings
from verbale.record import Document, Event, Round, Status

_AFTER = frozenset({"after", "following", "since", "during", "at", "in", "throughout"})
_BEFORE = frozenset({"before", "until", "for", "towards", "toward"})


def find_rounds(
    page: Page,
    named: Named,
    told_of: tuple[Sequence[Event], Sequence[Document]],
    words: Rounds,
    *,
    about: bool = False,
) -> tuple[Round, ...]:
    """The rounds, with ids `r1`, `r2`, … in the order in which the text first tells them.

    `told_of`: the page's events and papers; `about`: whether the article is about a negotiation.
    """
    events, documents = told_of
    sittings = find_sittings(page, named, events, words)
    negotiation = Negotiation(page, named, sittings, documents, words, about)
    told = join(one for one in sittings if negotiation.has(one))
    _count(told, negotiation)
    _share_parties(told, named, negotiation)
    found = find_endings(page, named, words)
    known = [
        (one, status)
        for one in told
        if (status := _status(page, one) or _ended(one, found) or (_presumed(one) if about else None)) is not None
    ]
    endings = _endings_of([one for one, _ in known], found)
    return tuple(
        _round(page, number, one, status, endings.get(number - 1)) for number, (one, status) in enumerate(known, 1)
    )


def _count(told: Sequence[Told], negotiation: Negotiation) -> None:
    """Numbers those that a sentence announces, where there are just as many and none has a number."""
    amounts_of = {id(one): [negotiation.announced(sitting) for sitting in one.sittings] for one in told}
    listed = [one for one in told if any(amounts_of[id(one)])]
    amounts = {amount for one in listed for amount in amounts_of[id(one)] if amount}
    if amounts == {len(listed)} and all(one.number is None for one in listed):
        for number, one in enumerate(listed, 1):
            one.assigned = number


def _share_parties(told: Sequence[Told], named: Named, negotiation: Negotiation) -> None:
    """Gives a counted meeting that names nobody the parties of the others, where these are always the same.

    "The two sides" are nobody by name. Where no meeting names its parties, the talks as a whole or the papers may.
    """
    counted = [one for one in told if any(sitting.counted for sitting in one.sittings)]
    known = [one.parties for one in told if len(one.parties) > 1]
    known = known or negotiation.sides
    most = max(known, key=len, default=())
    if known and all(set(each) <= set(most) for each in known):
        for one in counted:
            one.shared = (
                one.parties if any(not _is_nameless(id_, named, negotiation.words) for id_ in one.parties) else most
            )


def _is_nameless(id_: str, named: Named, words: Rounds) -> bool:
    """Whether it is a group of which the text doesn't tell who is in it: "the two delegations"."""
    entity = named.referents.by_id[id_]
    last = entity.name.lower().split()[-1]
    return (
        entity.kind == "group" and not entity.members and (last in ("both", "two") or last.rstrip("s") in words.sides)
    )


def _status(page: Page, told: Told) -> Status | None:
    """Whether it took place: as told, by the preposition before it, or by its day; None where nothing tells."""
    published, time = page.article.published, told.time
    ahead = published is not None and time is not None and time.first_day is not None and time.first_day > published
    if told.status is not None:
        return "planned" if ahead and told.status in ("ongoing", "happened") else told.status
    before = [page.head(one.token).lower for one in told.sittings if one.token.dep == "pobj"]
    if any(word in _AFTER for word in before):
        return "happened"
    if any(word in _BEFORE for word in before) or any(_is_ahead(page, one.token) for one in told.sittings):
        return "planned"
    if published is None or time is None or time.first_day is None:
        return None
    return "planned" if ahead else "happened"


def _ended(told: Told, endings: Iterable[Ending]) -> Status | None:
    """What has brought something took place."""
    return "happened" if any(_tells(told, one.meeting) for one in endings) else None


def _presumed(told: Told) -> Status | None:
    """Of a round that is only counted: the next one is planned, one with a number has been."""
    if any(one.ahead for one in told.sittings):
        return "planned"
    return "happened" if told.number is not None and told.sittings[0].definite else None


def _is_ahead(page: Page, token: Token) -> bool:
    """Whether "ahead of" stands before it."""
    over = page.head(token)
    return over.lower == "of" and page.head(over).lower == "ahead"


def _endings_of(told: Sequence[Told], endings: Iterable[Ending]) -> dict[int, Ending]:
    """For each round the ending told last: by its own noun, or by one that comes back to the round before it."""
    found: dict[int, Ending] = {}
    for ending in endings:
        own = [place for place, one in enumerate(told) if _tells(one, ending.meeting)]
        held = [place for place, one in enumerate(told) if one.status in ("happened", "ongoing", None)]
        before = [place for place in held if told[place].sittings[0].token.index < ending.meeting.index]
        latest = max(before, key=lambda place: _last_before(told[place], ending.meeting), default=None)
        place = own[0] if own else latest
        if place is not None:
            found[place] = ending
    return found


def _tells(told: Told, meeting: Token) -> bool:
    return any(one.token.index == meeting.index for one in told.sittings)


def _last_before(told: Told, meeting: Token) -> int:
    return max(one.token.index for one in told.sittings if one.token.index < meeting.index)


def _round(page: Page, number: int, told: Told, status: Status, ending: Ending | None) -> Round:
    spans = [one.token.span for one in told.sittings]
    time = told.time
    return Round(
        id=f"r{number}",
        evidence=page.sentences_of(*spans, *([ending.verb.span] if ending else [])),
        confidence=_confidence(told),
        number=told.number,
        format=told.format,
        parties=told.shared or told.parties,
        place=told.place,
        time=time.id if time else None,
        date=time.value if time else None,
        status=status,
        outcome=ending.passage if ending else None,
        events=tuple(dict.fromkeys(id_ for one in told.sittings for id_ in one.events)),
    )


def _confidence(told: Told) -> float:
    """Counted, or with parties, place and day, it is one; less told, less sure."""
    full = bool(told.parties and told.place and told.time)
    return 0.85 if full or told.number is not None else 0.7
