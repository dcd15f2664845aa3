"""Who held which office from when to when, and how sure that is on a given day.

A source may tell a year only, or leave the end open. An open end means in office on the day that the source
was made (`asof`) and unknown after it.
"""

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from verbale.timex import days

MARGIN = timedelta(days=45)
"""Around the ends of a term nothing is sure: sources differ by a month (election, oath, publication), and so do the
articles that speak of the old and the new holder. An estimate, not measured."""


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office."""

    person: str
    key: str
    """Who it is, across terms: a Wikidata id, or the name with the body."""
    body: str
    """Whose office it is: ISO 3166-1 alpha-3 of a state, or the id of an organisation in the registry."""
    office: str
    """The kind of office that only one person holds at a time, as `lexicon/offices.yaml` names it; else empty."""
    title: str
    """As the source words it."""
    first: str
    """TIMEX3 value of a day, month or year; empty where unknown."""
    last: str
    """The same of its end; empty where it had not ended or is unknown."""
    asof: str = ""
    """For an open end: the day, month or year of the source that tells who is in office."""
    aliases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def surely(self, day: date) -> bool:
        """Whether the person held the office that day, whatever inexactness of the source and whatever margin."""
        start, end = days(self.first), days(self.last or self.asof)
        if start is None or end is None:
            return False
        return start[1] + MARGIN <= day <= end[0] - (MARGIN if self.last else timedelta())

    def possibly(self, day: date) -> bool:
        """Whether the person may have held it that day: an open end doesn't end."""
        start, end = days(self.first), days(self.last)
        begins = start[0] - MARGIN if start else date.min
        ends = end[1] + MARGIN if end else date(MAXYEAR, 12, 31)
        return begins <= day <= ends

    @property
    def words(self) -> str:
        """When it was, for a reader: `from 2004-07-20 to 2007-01-16`."""
        end = f"to {self.last}" if self.last else f"on, and still in {self.asof}" if self.asof else "on"
        return f"from {self.first} {end}" if self.first else (f"until {self.last}" if self.last else "at some time")
