"""What the words of a time expression mean: "late last week" is the end of the week one before the publication's.

The phrases are written down in `lexicon/time.yaml`, each with the kind of its meaning; here every kind has a
function that turns the words' values into a `TimePhrase`. Values of durations and sets follow TimeML 1.2.1. Works on
plain strings: no parse, no calendar, no date of publication.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from verbale.lexicon.atoms import Value
from verbale.lexicon.patterns import Found
from verbale.lexicon.time import Meaning, Phrases, TimeWords
from verbale.reading.drafts import Origin, OwnYear, Point, Shift, TimePhrase
from verbale.spans import Span
from verbale.timex import FUTURE, PAST, Unit

Slots = Mapping[str, Value]


def read_phrases(text: str, words: TimeWords, within: Span | None = None) -> tuple[TimePhrase, ...]:
    """The time expressions of the text, or of a part of it, in order, with what they mean."""
    found = words.patterns.find(text, within)
    phrases = (phrase for one in found for phrase in _phrases(one, words.groups[one.pattern]))
    return tuple(replace(phrase, span=_without_stop(text, phrase.span)) for phrase in phrases)


def _without_stop(text: str, span: Span) -> Span:
    """The span without the full stop of its sentence: in "signed on 10 Jan." it isn't the abbreviation's alone."""
    if not text.endswith(".", span.start, span.end) or text.endswith(".m.", span.start, span.end):
        return span
    rest = text[span.end :].lstrip(" ")
    return span if rest[:1] and not (rest[0].isupper() or rest[0] == "\n") else Span(span.start, span.end - 1)


def _phrases(found: Found, group: Phrases) -> Iterator[TimePhrase]:
    """One expression; two where the words are a range of days or years; none where they make no sense."""
    phrase = _MEANINGS[group.meaning](found.slots, found.span)
    if phrase is None:
        return
    phrase = replace(phrase, confidence=group.sure)
    if phrase.point is None or phrase.point.own_year or _MORE.isdisjoint(found.places):
        yield phrase
    else:
        yield from _several(phrase, phrase.point, found)


_MORE = {"from_day", "also_day", "until_day", "until_year", "until_two"}


def _several(phrase: TimePhrase, point: Point, found: Found) -> Iterator[TimePhrase]:
    """Makes "January 10–13" two expressions, "9, 10 and 11 May" three, each with the month; "1939–45" two years."""
    named = sorted((place, slot) for slot, place in found.places.items() if slot in _MORE or slot in ("day", "year"))
    if "month" in found.places:
        named = [(place, slot) for place, slot in named if slot != "year"]
    for number, (place, slot) in enumerate(named, start=1):
        start = found.span.start if number == 1 else place.start
        end = found.span.end if number == len(named) else place.end
        yield replace(phrase, span=Span(start, end), point=_with(point, slot, int(found.slots[slot])))


def _with(point: Point, slot: str, value: int) -> Point:
    if slot.endswith("day"):
        return replace(point, day=value, weekday=point.weekday if slot == "day" else None)
    return replace(point, year=value + (point.year or 0) // 100 * 100 if slot == "until_two" else value)


def _calendar(slots: Slots, span: Span) -> TimePhrase | None:
    """A day, a month, a year … of the calendar: "Friday", "January 10", "the third quarter", "9 a.m. Tuesday"."""
    if "slashed" in slots:
        return _slashed(str(slots["slashed"]), span)
    if int(slots.get("quarter", 0)) > 4 or int(slots.get("half", 0)) > 2 or int(slots.get("century", 1)) > 99:
        return None
    hour = _hour(slots)
    point = Point(
        shift=_period(slots),
        which=None if "own_year" in slots else _integer(slots, "which"),
        year=_integer(slots, "year"),
        month=_integer(slots, "month"),
        day=_integer(slots, "day"),
        weekday=_integer(slots, "weekday"),
        nth=_integer(slots, "nth") if "weekday" in slots else None,
        part=_part(slots),
        fixed=_fixed(slots),
        holiday=str(slots.get("holiday", "")),
        hour=hour,
        own_year=cast(OwnYear, slots.get("own_year", "")),
    )
    return TimePhrase(span, "TIME" if hour else "DATE", point=point, mod=_mod(slots))


def _slashed(written: str, span: Span) -> TimePhrase | None:
    """Reads "04/03/2022" with the day first, and otherwise with the month first, as far as each can be."""
    first, second, year = (int(part) for part in re.split(r"[/.-]", written))
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    orders = ((first, second), (second, first)) if first != second else ((first, second),)
    points = [Point(year=year, month=month, day=day) for day, month in orders if month <= 12 and day <= 31]
    return TimePhrase(span, "DATE", point=points[0], otherwise=tuple(points[1:])) if points else None


def _period(slots: Slots) -> Shift | None:
    """The year, week or day in which the rest is to be found: of "June last year", the year -1."""
    if "which_year" in slots:
        return Shift(int(slots["which_year"]), "year")
    if "pointing_year" in slots:
        return Shift(int(slots["pointing_year"]), "year", "narrative")
    if "which_week" in slots:
        return Shift(int(slots["which_week"]), "week")
    if "own_year" in slots and "year" not in slots:
        return Shift(int(slots.get("which", 0)), "year")
    return Shift(int(slots["deictic"]), "day") if "deictic" in slots else None


def _part(slots: Slots) -> str:
    if "quarter" in slots:
        return f"Q{slots['quarter']}"
    if "half" in slots:
        return f"H{slots['half']}"
    return str(slots.get("season") or slots.get("week_of", ""))


def _fixed(slots: Slots) -> str:
    """The value of a decade, a century or a whole ISO date."""
    if "decade" in slots:
        digits = "".join(filter(str.isdigit, str(slots["decade"])))
        return digits[:-1] if len(digits) == 4 else f"19{digits[0]}"
    if "decade_said" in slots:
        return f"19{slots['decade_said']}"
    if "century" in slots:
        return f"{int(slots['century']) - 1:02}"
    return str(slots.get("iso", "")).upper().replace("/", "-")


def _unit(slots: Slots, span: Span) -> TimePhrase | None:
    """A day, week, month … counted from the publication: "last week", "this morning", "tonight"."""
    which, spell, hour = _integer(slots, "which"), _spell(slots), _hour(slots)
    if "beyond" in slots:
        which = (which or 0) + int(slots["beyond"])  # "the week before last"
    if "year_end" in slots:
        return TimePhrase(span, "DATE", point=Point(Shift(0, "year")), mod="END")
    if "overnight" in slots:
        return TimePhrase(span, "TIME", point=Point(Shift(-1, "day"), hour="TNI"))
    if spell == "quarter" and which is None and "mod" not in slots and "edge" not in slots:
        return _counted(slots, span, Shift(0, spell, "narrative"))
    if spell == "weekend":
        return TimePhrase(span, "DATE", point=Point(which=which, part="WE"), mod=_mod(slots))
    if spell == "day" and not hour and "mod" not in slots and "edge" not in slots:
        return None if which is None or which < 0 else _counted(slots, span, Shift(which, "day", "narrative"))
    return _counted(slots, span, Shift(which or 0, spell))


def _narrated(slots: Slots, span: Span) -> TimePhrase | None:
    """A day, week, month … counted from where the text has come to: "the same day", "that week"."""
    if "weekday" in slots:
        point = Point(Shift(0, "day", "narrative"), which=_integer(slots, "which"), weekday=_integer(slots, "weekday"))
        return TimePhrase(span, "DATE", point=point)
    amount = _integer(slots, "narrated") or 0
    return _counted(slots, span, Shift(amount, _spell(slots), "narrative"))


def _counted(slots: Slots, span: Span, shift: Shift) -> TimePhrase:
    hour = _hour(slots)
    return TimePhrase(span, "TIME" if hour else "DATE", point=Point(shift, hour=hour), mod=_mod(slots))


def _away(slots: Slots, span: Span) -> TimePhrase | None:
    """So long before or after the publication: "two weeks ago"."""
    return _distance(slots, span, _integer(slots, "ago") or -1, "publication")


def _away_narrated(slots: Slots, span: Span) -> TimePhrase | None:
    """So long before or after the day that the text has come to: "two days earlier"."""
    return _distance(slots, span, _integer(slots, "earlier") or -1, "narrative")


def _distance(slots: Slots, span: Span, direction: int, origin: Origin) -> TimePhrase | None:
    """The point as many units away as the words say; some time in the past or future where they don't say."""
    shift = _shift(_amount(slots), _unit_of(slots), direction, origin)
    if shift is None and origin == "narrative":
        return TimePhrase(span, "DURATION", _duration(_amount(slots), _unit_of(slots)), mod=_mod(slots))
    if shift is None:
        return TimePhrase(span, "DATE", PAST if direction < 0 else FUTURE, mod=_mod(slots))
    return TimePhrase(span, "DATE", point=Point(shift), mod=_mod(slots))


def _shift(amount: float | None, unit: str, direction: int, origin: Origin) -> Shift | None:
    """A shift by whole units of the calendar, smaller ones where needed; None by hours: nobody knows from which."""
    unit, factor = _COUNTED_IN.get(unit, (unit, 1))
    exact = (amount or 0) * factor * direction
    if exact % 1:
        unit, factor = _SMALLER.get(unit, ("hour", 24))
        exact *= factor
    if not exact or unit in ("hour", "minute", "second"):
        return None
    return Shift(round(exact), cast(Unit, unit), origin, measured=True)


_COUNTED_IN = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000)}
_SMALLER = {
    "year": ("month", 12), "quarter": ("month", 3), "month": ("day", 30), "week": ("day", 7),
}  # fmt: skip


def _length(slots: Slots, span: Span) -> TimePhrase | None:
    """How long: "three hours", "a two-day meeting", "decades"; but three quarters are mostly a fraction."""
    if _unit_of(slots) == "quarter" and _amount(slots) in (None, 1, 3):
        return None
    return TimePhrase(span, "DURATION", _duration(_amount(slots), _unit_of(slots)), mod=_mod(slots))


def _stretch(slots: Slots, span: Span) -> TimePhrase | None:
    """How long, up to or from the publication: "the past three months"; "the first day" is no length."""
    if not slots["stretch"] and _unit_of(slots) == "day" and _amount(slots) == 1:
        return None
    phrase = TimePhrase(span, "DURATION", _duration(_amount(slots), _unit_of(slots)), mod=_mod(slots))
    shift = _shift(_amount(slots), _unit_of(slots), _integer(slots, "stretch") or 0, "publication")
    return replace(phrase, point=Point(shift, stretch=True)) if shift else phrase


def _every(slots: Slots, span: Span) -> TimePhrase | None:
    """How often: "every Tuesday", "daily", "each of three weeks"."""
    return TimePhrase(span, "SET", _set(slots))


def _set(slots: Slots) -> str:
    hour = f"T{slots['part']}" if "part" in slots else ""
    if "weekday" in slots:
        return f"XXXX-WXX-{slots['weekday']}{hour}"
    if "month" in slots:
        return f"XXXX-{int(slots['month']):02}"
    if "season" in slots:
        return f"XXXX-{slots['season']}"
    if hour:
        return f"XXXX-XX-XX{hour}"
    return str(slots["regular"]) if "regular" in slots else _duration(_amount(slots), _unit_of(slots))


def _reference(slots: Slots, span: Span) -> TimePhrase | None:
    """Some time in the past, present or future: "recently", "in coming weeks"."""
    return TimePhrase(span, "DATE", str(slots.get("reference") or slots["referring"]))


_MEANINGS: dict[Meaning, Callable[[Slots, Span], TimePhrase | None]] = {
    "calendar": _calendar,
    "unit": _unit,
    "narrated": _narrated,
    "away": _away,
    "away_narrated": _away_narrated,
    "length": _length,
    "stretch": _stretch,
    "every": _every,
    "reference": _reference,
}


def _amount(slots: Slots) -> float | None:
    """How many units: one where no number is named, None where the words leave it open ("several", "weeks")."""
    number = slots.get("n", 0 if "half_of" in slots else "X" if "unit_many" in slots else 1)
    half = float(slots.get("half_of", 0)) + float(slots.get("and_half", 0))
    return None if number == "X" else float(number) + half


def _unit_of(slots: Slots) -> str:
    return str(slots["unit_many"] if "unit_many" in slots else slots["unit"])


_DURATIONS = {
    "second": ("PT", 1, "S"), "minute": ("PT", 1, "M"), "hour": ("PT", 1, "H"), "day": ("P", 1, "D"),
    "weekend": ("P", 1, "WE"), "week": ("P", 1, "W"), "fortnight": ("P", 2, "W"), "month": ("P", 1, "M"),
    "quarter": ("P", 1, "Q"), "year": ("P", 1, "Y"), "decade": ("P", 10, "Y"), "century": ("P", 100, "Y"),
    "millennium": ("P", 1000, "Y"),
}  # fmt: skip
_VAGUE = {"decade": "PXDE", "century": "PXCE", "millennium": "PXML"}
_REST = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}
"""What a half of the unit is counted in: two and a half years are `P2Y6M`."""


def _duration(amount: float | None, unit: str) -> str:
    prefix, factor, letter = _DURATIONS[unit]
    if amount is None:
        return _VAGUE.get(unit, f"{prefix}X{letter}")
    whole, rest = divmod(amount * factor, 1)
    if not rest or unit not in _REST:
        return f"{prefix}{amount * factor:g}{letter}"
    parts, smaller = _REST[unit]
    return f"{prefix}{f'{whole:g}{letter}' if whole else ''}{round(rest * parts)}{smaller}"


def _spell(slots: Slots) -> Unit:
    """The day, week, month … that the words name; a day where they name a part of one."""
    return cast(Unit, slots.get("spell", "day"))


def _mod(slots: Slots) -> str:
    """The TIMEX3 mod that the words give, the outermost first."""
    return next((str(slots[name]) for name in ("quant", "mod", "edge", "or_so", "and_on") if slots.get(name)), "")


def _integer(slots: Slots, name: str) -> int | None:
    return int(slots[name]) if name in slots else None


def _hour(slots: Slots) -> str:
    """What follows the day in a value: `T14:05Z` of "14:05 GMT", `TMO` of "morning"; nothing where there is no such."""
    if "noon" in slots:
        return f"T{slots['noon']}{slots.get('zone', '')}"
    hour, minute = _clock(slots)
    if hour is None or hour > 24 or minute > 59:
        part = slots.get("part") or slots.get("tonight")
        return f"T{part}" if part else ""
    return f"T{_of_day(hour, slots):02}:{minute:02}{slots.get('zone', '')}"


def _clock(slots: Slots) -> tuple[int | None, int]:
    if "clock" in slots:
        hour, minute = re.split("[:.]", str(slots["clock"]))[:2]
        return int(hour), int(minute)
    if "military" in slots:
        return divmod(int(slots["military"]), 100)
    hour, past = _integer(slots, "hour"), int(slots.get("past_hour", 0))
    return (hour - 1, 60 + past) if hour and past < 0 else (hour, past)


def _of_day(hour: int, slots: Slots) -> int:
    """The hour of 24 that "a.m.", "p.m." or "in the evening" make of an hour of 12."""
    half = str(slots.get("ampm", ""))[:1]
    late = half == "p" or (not half and slots.get("part") in ("AF", "EV", "NI") and hour >= 4)
    if late and hour < 12:
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour
