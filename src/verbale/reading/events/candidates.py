"""The words that may tell an event, each with the words of who acts and to whom.

"Norland agreed to withdraw" has one anchor: what is agreed to is no event of its own, but decides what the agreement
is. Whom the words mean is `parties`' question, and whether it happened `status`'.
"""

from collections.abc import Iterable
from dataclasses import replace

from verbale.lexicon.events import EventWords
from verbale.reading.events import deeds, happenings
from verbale.reading.events.candidate import Candidate
from verbale.reading.events.deeds import Deed, complement, find_deed
from verbale.reading.events.happenings import find_happening
from verbale.reading.page import Page, Token
from verbale.record import EventType


def find_candidates(page: Page, words: EventWords) -> tuple[Candidate, ...]:
    """What may be an event, in the order of the anchors."""
    found: dict[int, Candidate] = {}
    taken: set[int] = set()
    for token in page.tokens:
        if token.index in taken:
            continue
        deed = find_deed(page, token, words)
        if deed is not None:
            candidate, absorbed = _of_deed(page, deed, words)
            taken |= absorbed
            if candidate is not None:
                found[token.index] = candidate
    for token in page.tokens:
        happening = find_happening(page, token, words) if token.index not in taken else None
        if happening is not None:
            found[token.index] = happenings.candidate_of(page, happening, words)
    return tuple(found[index] for index in sorted(found) if index not in taken)


def _of_deed(page: Page, deed: Deed, words: EventWords) -> tuple[Candidate | None, set[int]]:
    """The verb's candidate and the tokens that tell no event of their own beside it."""
    candidate = deeds.candidate_of(page, deed, words)
    taken = _object_of(deed)
    if not deed.group.absorbs:
        return candidate, taken
    about = complement(page, deed, words)
    if not deed.group.types:
        told = _told_in(page, (one for one in about if one.head == deed.verb.index and one.dep != "ccomp"), words)
        if told is None or likeliest(told) not in deed.group.becomes:
            return None, set()
        about = tuple(one for one in about if not _is_in_clause(page, deed, one))
    else:
        told = _told_in(page, about, words)
    return _turned(candidate, told), taken | {one.index for one in about}


def _object_of(deed: Deed) -> set[int]:
    """The object that makes the verb an event is none itself: "broke off the talks"."""
    return {deed.thing.index} if deed.group.objects and deed.thing is not None else set()


def _is_in_clause(page: Page, deed: Deed, token: Token) -> bool:
    """Whether it stands in a clause with a subject of its own below the verb."""
    for one in (token, *page.ancestors(token)):
        if one.index == deed.verb.index:
            return False
        if one.dep == "ccomp":
            return True
    return False


def _told_in(page: Page, about: Iterable[Token], words: EventWords) -> Candidate | None:
    """The first event that the complement tells, or None."""
    for token in about:
        deed, happening = find_deed(page, token, words), find_happening(page, token, words)
        if deed is not None and deed.group.types:
            return deeds.candidate_of(page, deed, words)
        if happening is not None:
            return happenings.candidate_of(page, happening, words)
    return None


def _turned(candidate: Candidate, told: Candidate | None) -> Candidate:
    """The candidate with the type and mode that its complement gives it, and with whom that is done to or with."""
    if told is None:
        return candidate
    group, inner = candidate.group, likeliest(told)
    types = {group.becomes[inner]: _TOLD} if inner in group.becomes else candidate.types
    others = (*candidate.recipients, *told.recipients, *(told.actors if told.group.together else ()))
    return replace(candidate, types=types, mode=group.modes.get(inner, group.mode), inner=inner, recipients=others)


def likeliest(candidate: Candidate) -> EventType:
    """The candidate's likeliest type by its words."""
    return max(candidate.types, key=lambda one: candidate.types[one])


_TOLD = 0.75
"""How likely the type is that a complement gives: an estimate."""
