"""Whether two reports may speak of the same days."""

from datetime import date, timedelta
from typing import NamedTuple

from verbale.dossier.answers import Report
from verbale.record import Entry

LEEWAY = 1
"""Days: a call late in the evening is the next day's further east."""
RECENT = 3
"""How many days before its publication an article may mean where it tells no day: what news reports without one is
of these days."""
SOON = 60
"""How many days ahead it may mean of what is only planned."""


class Days(NamedTuple):
    """The first and the last day that a report may mean."""

    first: date
    last: date
    told: bool
    """Whether the article tells them; else they are worked out from its day of publication."""

    @property
    def single(self) -> bool:
        """Whether the article tells one day."""
        return self.told and self.first == self.last


def days_of(report: Report[Entry], *, back: int = RECENT, ahead: bool = False) -> Days | None:
    """The days that the report may mean; None where neither they nor its day of publication are known.

    Where the article tells none, it may mean one of the days up to `back` before its publication; with `ahead`, where
    it tells what is to come, one of those after it.
    """
    if report.first_day and report.last_day:
        return Days(report.first_day, report.last_day, told=True)
    published = report.source.published
    if published is None:
        return None
    first = published if ahead else _moved(published, -back)
    return Days(first, _moved(published, SOON) if ahead else published, told=False)


def gap(one: Days, other: Days) -> int:
    """How many days lie between the two; 0 where they overlap."""
    return max(0, (one.first - other.last).days, (other.first - one.last).days)


def apart(one: Report[Entry], other: Report[Entry]) -> int | None:
    """How many days lie between the two articles; None where one has no day."""
    left, right = one.source.published, other.source.published
    return abs((left - right).days) if left and right else None


def _moved(day: date, by: int) -> date:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return day
