"""Anchors: from when each time expression counts, when the article was published, and when things were said.

"The same day" is the day that the text named last; "a year earlier" compares with the quarter whose figures the text
gives; an hour belongs to the day that is named beside it. Where the publication isn't known the values stay open
(`XXXX-WXX-5`) or keep only a direction (`PAST_REF`): no clock is asked.
"""

import re
from collections.abc import Sequence
from datetime import date

from verbale.reading.drafts import Attribution, Point, Shift, TimePhrase
from verbale.reading.page import Page
from verbale.reading.reckoning import SCHOOL_BEGINS, Reference, reckon
from verbale.reading.when import governing_time
from verbale.record import Time
from verbale.spans import Span, hull
from verbale.timex import Unit, compare, days, move, place, precision, shift_value

Days = tuple[date, date]

COMPARES = 3
"""For how many sentences "a year earlier" is compared with the quarter whose figures were given. On TimeML's training
split 3 to 5 are alike; 1 and no limit lose two values each."""


def anchor(page: Page, phrases: Sequence[TimePhrase], published: date | None) -> tuple[Time, ...]:
    """The time expressions with their values, days and precision, as the record has them."""
    story = _Story(page, phrases, _written(page, phrases, published))
    return tuple(story.time(number) for number in range(len(phrases)))


def _written(page: Page, phrases: Sequence[TimePhrase], published: date | None) -> date | None:
    """The day from which the text counts: that of its dateline, where it lies in the week up to the publication."""
    for phrase in phrases[:_EARLY]:
        if published and phrase.point and phrase.point.day and _in_dateline(page, phrase.span):
            found = place(reckon(phrase.point, Reference(published))[0])
            if found and 0 <= (published - found.first).days < 7:
                return found.first
    return published


class _Story:
    """What the text has come to, expression by expression."""

    def __init__(self, page: Page, phrases: Sequence[TimePhrase], published: date | None) -> None:
        self._page = page
        self._phrases = phrases
        self._published = published
        self._sentences = [page.sentence_at(phrase.span.start) for phrase in phrases]
        self._narrated = ""
        self._quarter = ""
        self._quarter_sentence = -9
        self._last = ""

    def time(self, number: int) -> Time:
        """The next expression as an entry of the record; the story goes on from it."""
        phrase = self._phrases[number]
        values = [phrase.value] if phrase.value else self._values(number, phrase)
        covered = self._days(phrase, values[0])
        self._go_on(number, values[0])
        return Time(
            id=f"t{number + 1}",
            evidence=self._page.sentences_of(phrase.span),
            confidence=phrase.confidence,
            start=phrase.span.start,
            end=phrase.span.end,
            text=phrase.span.of(self._page.text),
            type=phrase.type,
            value=values[0],
            mod=phrase.mod or None,
            first_day=covered[0] if covered else None,
            last_day=covered[1] if covered else None,
            precision=precision(values[0]),
            otherwise=tuple(values[1:]),
        )

    def _values(self, number: int, phrase: TimePhrase) -> list[str]:
        """The value of the expression, then those of its other readings, none twice."""
        points = [phrase.point, *phrase.otherwise] if phrase.point else []
        reference = self._reference(number, phrase)
        values = [value for point in points for value in reckon(point, reference)]
        if self._goes_on_from_last(number):
            values[0] = _not_before(values[0], self._last, phrase.point)
        return list(dict.fromkeys(values))

    def _reference(self, number: int, phrase: TimePhrase) -> Reference:
        until = self._end_of_range(number, phrase)
        if until is not None:
            return Reference(until, "past")
        near = self._sentences[number] - self._quarter_sentence <= COMPARES
        asked = phrase.point is not None and phrase.point.shift is not None and phrase.point.shift.unit == "quarter"
        return Reference(
            published=self._published,
            direction=phrase.direction,
            narrated=self._narrated,
            compared=self._quarter if near or asked else "",
            day=self._day_beside(number) if phrase.point and phrase.point.hour else "",
        )

    def _day_beside(self, number: int) -> str:
        """The day that the sentence names nearest to the hour; empty where it names none."""
        own = self._phrases[number]
        beside = [
            other
            for index, other in enumerate(self._phrases)
            if self._sentences[index] == self._sentences[number] and _names_day(other)
        ]
        for other in sorted(beside, key=lambda one: abs(one.span.start - own.span.start)):
            if other.point:
                value = reckon(other.point, Reference(self._published, other.direction, self._narrated))[0]
                return value if place(value) else ""
        return ""

    def _goes_on_from_last(self, number: int) -> bool:
        """Whether the expression is the end of a range: "from December 28 until January 6"."""
        if number == 0 or not self._joined(number - 1):
            return False
        point = self._phrases[number].point
        return not (point and _bare_weekday(point) and self._phrases[number - 1].direction == "past")

    def _joined(self, number: int) -> bool:
        """Whether the expression and the next are the ends of a range: joined by "to", or "and" after "between"."""
        one, other = self._phrases[number].span, self._phrases[number + 1].span
        joint = self._page.text[one.end : other.start]
        if joint.strip() == "and" and self._is_past_weekday(number):
            return self._page.text[: one.start].rstrip().endswith("between")
        return bool(_RANGE.fullmatch(joint))

    def _is_past_weekday(self, number: int) -> bool:
        phrase = self._phrases[number]
        return phrase.direction == "past" and phrase.point is not None and _bare_weekday(phrase.point)

    def _end_of_range(self, number: int, phrase: TimePhrase) -> date | None:
        """The last day of the range that begins here, where the end alone tells the year or, of what is past, the week.

        "May 8 to 10, 2022"; "sat from Monday to Thursday", said on a Wednesday.
        """
        own = phrase.point
        if own is None or number + 1 >= len(self._phrases) or not self._joined(number):
            return None
        end = self._phrases[number + 1].point
        if end is None:
            return None
        if own.month and end.year and not own.year:
            found = place(reckon(end, Reference(None))[0])
        elif phrase.direction == "past" and _bare_weekday(own) and _bare_weekday(end):
            found = place(reckon(end, Reference(self._published, "past"))[0])
        else:
            return None
        return found.last if found else None

    def _days(self, phrase: TimePhrase, value: str) -> Days | None:
        """The days that the expression covers; of a length of time, those up to its end or the day of its end."""
        point = phrase.point
        if point and point.own_year:
            found = place(value)
            return _school_year(found.first) if found and point.own_year == "academic" else None
        if phrase.type != "DURATION" or point is None or point.shift is None:
            return days(value, phrase.mod)
        if point.stretch:
            return _stretch(self._published, point.shift)
        return days(reckon(point, Reference(self._published, phrase.direction, self._narrated))[0])

    def _go_on(self, number: int, value: str) -> None:
        point = self._phrases[number].point
        self._last = value
        compares = point is not None and point.shift is not None and point.shift.unit == "year" and not point.month
        if place(value) is None or compares:
            return
        self._narrated = value
        if precision(value) == "quarter":
            self._quarter, self._quarter_sentence = value, self._sentences[number]


_RANGE = re.compile(r"\s*(?:,?\s*(?:to|until|till|through)|-|–|—|and)\s*")


def _bare_weekday(point: Point) -> bool:
    return bool(point.weekday) and not (point.month or point.shift) and point.which is None


def _names_day(phrase: TimePhrase) -> bool:
    point = phrase.point
    if point is None or phrase.type != "DATE":
        return False
    return bool(point.weekday or point.day) or (point.shift is not None and point.shift.unit == "day")


def _not_before(value: str, first: str, point: Point | None) -> str:
    """The end of a range in the week or year after, where it would else lie before the beginning: Friday to Monday."""
    if point is None or point.year or compare(value, first) != "before":
        return value
    unit: Unit | None = "year" if point.month else "week" if point.weekday else None
    return (shift_value(value, 1, unit) if unit else None) or value


def _stretch(published: date | None, one: Shift) -> Days | None:
    end = move(published, one.amount, one.unit) if published else None
    return (min(end, published), max(end, published)) if end and published else None


def _school_year(first: date) -> Days | None:
    begins, ends = move(first, SCHOOL_BEGINS, "month"), move(first, SCHOOL_BEGINS + 12, "month")
    last = move(ends, -1, "day") if ends else None
    return (begins, last) if begins and last else None


def published_from_text(page: Page, phrases: Sequence[TimePhrase]) -> date | None:
    """The day of publication as the text itself tells it, or None where it doesn't, or not the year.

    It tells it in a line of its own ("Published 18 January 2022"), in a dateline ("GENEVA, Jan. 8, 2022 -"), or by a
    weekday with its date near the beginning ("said on Tuesday, January 18"), where only one of the years that the text
    names, or the next after one of them, has that day on that weekday.
    """
    end = page.paragraphs[min(_EARLY, len(page.paragraphs)) - 1].end if page.paragraphs else 0
    early = [phrase for phrase in phrases if phrase.span.end <= end and phrase.point]
    for phrase in early:
        day = _whole_day(phrase.point)
        if day and _stands_apart(page, phrase.span):
            return day
    told = [phrase.point for phrase in early if phrase.direction == "past"]
    return next((day for point in told if point and (day := _dated(point, phrases))), None)


_EARLY = 3
"""How many paragraphs, or expressions, from the top an article says when it was written: in a line of its own, its
dateline or its first sentence."""
_DATE_LABEL = re.compile(r"\W*(?:published|posted|issued|dated?|first published)\W+(?:on\W+)?", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z][A-Z .,'-]+(?:, [A-Z][\w. ]+)?,?\s*\(?")
_DATELINE_ENDS = re.compile(r"\s*\)?\s*(?:\([^)]*\)\s*)?(?:[-–—_:]|$)")


def _stands_apart(page: Page, span: Span) -> bool:
    """Whether the date is in a line with hardly anything else, or in a dateline."""
    paragraph = next((one for one in page.paragraphs if one.contains(span)), None)
    if paragraph is None:
        return False
    before, after = page.text[paragraph.start : span.start], page.text[span.end : paragraph.end]
    if _DATE_LABEL.fullmatch(before) or _in_dateline(page, span):
        return True
    return len(page.tokens_in(paragraph)) <= 12 and not re.search(r"[.!?]$", after)


def _in_dateline(page: Page, span: Span) -> bool:
    """Whether the date stands between a place in capitals and a dash: "GENEVA, Jan. 8 (Agency) -"."""
    paragraph = next((one for one in page.paragraphs if one.contains(span)), Span(0, 0))
    before, after = page.text[paragraph.start : span.start], page.text[span.end : paragraph.end]
    return bool(_DATELINE.fullmatch(before) and _DATELINE_ENDS.match(after))


def _whole_day(point: Point | None) -> date | None:
    if point is None or not (point.fixed or (point.year and point.month and point.day)):
        return None
    found = place(reckon(point, Reference(None))[0])
    return found.first if found and found.first == found.last else None


def _dated(point: Point, phrases: Sequence[TimePhrase]) -> date | None:
    """The day of a weekday and a date, in its year or in the only year that the text allows."""
    if not (point.weekday and point.month and point.day):
        return None
    named = {phrase.point.year for phrase in phrases if phrase.point and phrase.point.year}
    years = {point.year} if point.year else named | {year + 1 for year in named}
    found = [place(f"{year:04}-{point.month:02}-{point.day:02}") for year in sorted(years)]
    fitting = [one.first for one in found if one and one.first.isoweekday() == point.weekday]
    return fitting[0] if len(fitting) == 1 else None


def said_at(page: Page, times: Sequence[Time], attributions: Sequence[Attribution]) -> tuple[Time | None, ...]:
    """When each was said: the time that governs its cue or, without one, its source; none of its own content's.

    A stretch of time is no answer: whoever demands a reply "within a week" doesn't speak for a week.
    """
    dated = [one for one in times if one.type != "DURATION"]
    return tuple(
        governing_time(page, dated, hull(words), apart_from=one.content) if (words := one.cue or one.source) else None
        for one in attributions
    )
