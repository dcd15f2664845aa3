"""Anchors: from when each time expression counts, when the article was published, and what time governs a clause.

"The same day" is the day that the text named last; "a year earlier" compares with the quarter or month whose figures
the sentence gives; an hour belongs to the day that is named beside it. Where the publication isn't known the values
stay open (`XXXX-WXX-5`) or keep only a direction (`PAST_REF`): no clock is asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from verbale.reading.drafts import Point, TimePhrase
from verbale.reading.page import Page
from verbale.reading.reckoning import Reference, reckon
from verbale.record import Time
from verbale.timex import days, move, place, precision


def anchor(page: Page, phrases: Sequence[TimePhrase], published: date | None) -> tuple[Time, ...]:
    """The time expressions with their values, days and precision, as the record has them."""
    story = _Story(page, phrases, published)
    times: list[Time] = []
    for number, phrase in enumerate(phrases):
        values = story.values(number)
        times.append(_time(page, number, phrase, values, published))
    return tuple(times)


class _Story:
    """What the text has come to, expression by expression."""

    def __init__(self, page: Page, phrases: Sequence[TimePhrase], published: date | None) -> None:
        self._page = page
        self._phrases = phrases
        self._published = published
        self._sentences = [page.sentence_at(phrase.span.start) for phrase in phrases]
        self._narrated = ""
        self._compared = ("", -9)

    def values(self, number: int) -> tuple[str, ...]:
        """The value of the expression and those of its other readings; the story goes on from there."""
        phrase = self._phrases[number]
        if phrase.value:
            return (phrase.value,)
        readings = [phrase.point, *phrase.otherwise] if phrase.point else []
        reference = self._reference(number, phrase)
        values = tuple(value for point in readings for value in reckon(point, reference))
        self._go_on(number, values[0])
        return values

    def _reference(self, number: int, phrase: TimePhrase) -> Reference:
        compared, sentence = self._compared
        near = self._sentences[number] - sentence <= 1
        return Reference(
            published=self._published,
            direction=phrase.direction,
            narrated=self._narrated,
            compared=compared if near and "Q" in compared else "",
            day=self._day_beside(number) if phrase.point and phrase.point.hour else "",
        )

    def _day_beside(self, number: int) -> str:
        """The day that the sentence names nearest to the hour, if it names one."""
        own = self._phrases[number]
        beside = [
            other
            for index, other in enumerate(self._phrases)
            if self._sentences[index] == self._sentences[number] and other.type == "DATE" and _names_day(other.point)
        ]
        for other in sorted(beside, key=lambda one: abs(one.span.start - own.span.start)):
            if other.point:
                reference = Reference(self._published, other.direction, self._narrated)
                return reckon(other.point, reference)[0]
        return ""

    def _go_on(self, number: int, value: str) -> None:
        point = self._phrases[number].point
        compares = point is not None and point.shift is not None and point.shift.unit == "year"
        if place(value) is None or compares:
            return
        self._narrated = value
        if precision(value) in ("quarter", "month"):
            self._compared = (value, self._sentences[number])


def _names_day(point: Point | None) -> bool:
    return point is not None and (
        bool(point.weekday or point.day or "T" in point.fixed) or (point.shift is not None and point.shift.unit == "day")
    )


def _time(
    page: Page, number: int, phrase: TimePhrase, values: Sequence[str], published: date | None
) -> Time:
    covered = days(values[0], phrase.mod)
    return Time(
        id=f"t{number + 1}",
        evidence=page.sentences_of(phrase.span),
        confidence=phrase.confidence,
        start=phrase.span.start,
        end=phrase.span.end,
        text=phrase.span.of(page.text),
        type=phrase.type,
        value=values[0],
        mod=phrase.mod or None,
        first_day=covered[0] if covered else None,
        last_day=covered[1] if covered else None,
        precision=precision(values[0]),
        otherwise=tuple(values[1:]),
    )
