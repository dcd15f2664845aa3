"""Which forecasts came true, where the record can tell.

A forecast is held against what later articles tell to have happened: its deed, who takes part, where and by when. It
came true where all that it says is told of one happening; it didn't where the same parties did the same within days of
its horizon on another day or in another town, or where it was called off. Anything else is silence: that something is
not told doesn't mean that it didn't happen. What is expected under a condition, or held possible only, can't fail.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from verbale import timex
from verbale.dossier.answers import Change, ChangeKind, Named, Report
from verbale.dossier.changes.issues import Stems, stems_of
from verbale.dossier.changes.order import in_order
from verbale.dossier.telling import day, name, outlet
from verbale.lexicon.changes import among, load_changes
from verbale.record import Event, Forecast, Round

Happening = Report[Event] | Report[Round]

TOLD = 0.7
"""The share of a claim's stems that the words of a happening must have; of a claim of one or two, all."""
NEAR = 7
"""Days from its horizon within which the same parties' same deed is the expected one on another day."""

_EXPECTED = frozenset({"certain", "likely"})
_NOT_EXPECTED = frozenset({"unlikely", "impossible", "doubtful"})
_ACTING = frozenset({"person", "state", "organisation"})


class _Claim(NamedTuple):
    """What is expected, taken apart."""

    deed: Stems
    acting: tuple[tuple[int | None, str], ...]
    """Who: the party's number where there is one, and the name."""
    places: tuple[tuple[int | None, str], ...]
    horizon: tuple[date, date] | None
    until: bool
    """Whether the horizon is the last day, and any earlier one will do."""


def forecast_changes(forecasts: Sequence[Report[Forecast]], happenings: Sequence[Happening]) -> Iterator[Change]:
    """What became of every forecast of which the record can tell it, an article's copies once."""
    events = in_order(happenings)
    told: set[tuple[int, str]] = set()
    for forecast in in_order(forecasts):
        key = forecast.source.witness, forecast.entry.claim.text
        if key in told or not _can_tell(forecast):
            continue
        told.add(key)
        if found := _outcome(forecast, [one for one in events if _is_after(one, forecast)]):
            yield _change(*found, forecast)


def _can_tell(forecast: Report[Forecast]) -> bool:
    words = load_changes()
    entry = forecast.entry
    if entry.likelihood not in _EXPECTED | _NOT_EXPECTED or among(words.negative, entry.claim.text):
        return False
    return not among(words.conditional, " ".join((entry.claim.text, *forecast.proof)))


def _is_after(happening: Happening, forecast: Report[Forecast]) -> bool:
    """Whether it took place, by a later article, on a day that the forecast could still expect."""
    made, told = forecast.source.published, happening.source.published
    return bool(made and told and happening.first_day and told >= made and happening.first_day >= made)


def _outcome(forecast: Report[Forecast], later: Sequence[Happening]) -> tuple[ChangeKind, Happening] | None:
    claim = _claim(forecast)
    if not _is_definite(claim):
        return None
    same = [one for one in later if _same_deed(claim, one) and _same_parties(claim, one)]
    took_place = [one for one in same if one.entry.status in ("happened", "ongoing")]
    exact = next((one for one in took_place if _in_time(claim, one) and _in_place(claim, one)), None)
    if exact:
        expected = forecast.entry.likelihood in _EXPECTED
        return ("came true" if expected else "did not come true"), exact
    if forecast.entry.likelihood not in _EXPECTED:
        return None
    off = (one for one in same if one.entry.status == "cancelled" and _in_time(claim, one) and _in_place(claim, one))
    other = (one for one in took_place if len(claim.acting) > 1 and _is_near(claim, one))
    missed = next(off, None) or next(other, None)
    return ("did not come true", missed) if missed else None


def _claim(forecast: Report[Forecast]) -> _Claim:
    entry = forecast.entry
    spoken_for = {one.represents for one in forecast.named.values()}
    named = [
        (key, one)
        for key, one in forecast.named.items()
        if key != entry.by and (key not in spoken_for or one.name in entry.claim.text)
    ]
    acting = tuple((forecast.parties.get(key), one.name) for key, one in named if one.kind in _ACTING)
    places = tuple((forecast.parties.get(key), one.name) for key, one in named if one.kind == "place")
    names = stems_of(" ".join(one for _, one in (*acting, *places)))
    return _Claim(
        deed=stems_of(entry.claim.text) - names - frozenset(_numbers(entry.claim.text)),
        acting=acting,
        places=places,
        horizon=timex.days(entry.horizon) if entry.horizon else None,
        until=bool(among(load_changes().by, entry.claim.text)),
    )


def _numbers(text: str) -> Iterator[str]:
    return (one for one in stems_of(text) if one[0].isdigit())


def _is_definite(claim: _Claim) -> bool:
    """Whether it says enough to be known again: a deed with a horizon and a party or a place, or one of two parties."""
    where_or_who = bool(claim.acting or claim.places)
    return bool(claim.deed) and (
        bool(claim.horizon and where_or_who) or (len(claim.acting) > 1 and len(claim.deed) > 1)
    )


def _same_deed(claim: _Claim, happening: Happening) -> bool:
    told = stems_of(" ".join((happening.words, *happening.proof)))
    needed = len(claim.deed) if len(claim.deed) < 3 else TOLD * len(claim.deed)
    own = stems_of(_kernel(happening))
    return len(claim.deed & told) >= needed and not claim.deed.isdisjoint(own)


def _kernel(happening: Happening) -> str:
    """The words that tell it; of a round what it is called too."""
    called = happening.entry.format if isinstance(happening.entry, Round) else ""
    return f"{happening.words} {called}"


def _same_parties(claim: _Claim, happening: Happening) -> bool:
    entry = happening.entry
    ids = (*entry.actors, *entry.recipients) if isinstance(entry, Event) else entry.parties
    numbers = {happening.parties.get(one) for one in ids}
    told = " ".join((happening.words, *happening.proof)).casefold()
    return all(
        (number in numbers) if number is not None else named.casefold() in told for number, named in claim.acting
    )


def _in_time(claim: _Claim, happening: Happening) -> bool:
    if claim.horizon is None or not (happening.first_day and happening.last_day):
        return claim.horizon is None
    first, last = claim.horizon
    return happening.first_day <= last and (claim.until or first <= happening.last_day)


def _in_place(claim: _Claim, happening: Happening) -> bool:
    """Whether a place that the claim names is told; a happening without a place may have been there."""
    place = _place(happening)
    if not claim.places or place is None:
        return True
    number = happening.parties.get(happening.entry.place or "")
    proof = " ".join(happening.proof)
    return any((known is not None and known == number) or named in proof for known, named in claim.places)


def _is_near(claim: _Claim, happening: Happening) -> bool:
    """The same within days of the horizon, but too late, too early or elsewhere: the expected one, on another day."""
    if claim.horizon is None or not (happening.first_day and happening.last_day):
        return False
    first, last = claim.horizon
    away = max(0, (happening.first_day - last).days, (first - happening.last_day).days)
    return away <= NEAR and (away > 1 or not _in_place(claim, happening))


def _place(happening: Happening) -> Named | None:
    return happening.named.get(happening.entry.place or "")


def _change(kind: ChangeKind, happening: Happening, forecast: Report[Forecast]) -> Change:
    by = forecast.entry.by
    who = name(forecast, by) if by else "Somebody"
    place = _place(happening)
    where = f" in {place.name}" if place else ""
    when = f" on {day(happening.first_day)}" if happening.first_day else ""
    verb = "expected" if forecast.entry.likelihood in _EXPECTED else "did not expect"
    what = f"{who} {verb} “{forecast.entry.claim.text}”; {outlet(happening)} tells it{when}{where}."
    party = forecast.parties.get(by) if by else None
    return Change(kind=kind, party=party, issue=forecast.entry.claim.text, what=what, earlier=forecast, later=happening)
