"""How reports are told in a sentence: their day, their outlet, the names in them."""

from collections.abc import Iterable
from datetime import date

from verbale.dossier.answers import Report
from verbale.record import Entry

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def day(one: date) -> str:
    """Such as 12 January 2022."""
    return f"{one.day} {_MONTHS[one.month - 1]} {one.year}"


def days(first: date, last: date) -> str:
    """Such as 12 January 2022; from 10 to 16 January 2022; January 2022."""
    if first == last:
        return day(first)
    following = date.fromordinal(last.toordinal() + 1)
    if first.day == 1 and following.day == 1:
        whole = first.month == following.month == 1
        if whole and following.year == first.year + 1:
            return str(first.year)
        if (first.year, first.month) == (last.year, last.month):
            return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"from {day(first)} to {day(last)}"


def said_on(report: Report[Entry]) -> date | None:
    """The first day that the entry is dated; where it isn't, the day on which its article appeared."""
    return report.first_day or report.source.published


def outlet(report: Report[Entry]) -> str:
    """Who reports it; where its outlet isn't known, by its number in the dossier."""
    return report.source.outlet or f"article {report.ref.article}"


def name(report: Report[Entry], entity: str) -> str:
    """What its article calls the entity."""
    found = report.named.get(entity)
    return found.name if found else entity


def listed(words: Iterable[str]) -> str:
    """Such as: one; one and another; one, another and a third."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def ordinal(number: int) -> str:
    """Such as third, 11th."""
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
