"""What may be asked of a dossier: the arguments and options that several commands share."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from verbale.dossier.answers import Report
from verbale.dossier.dossier import Dossier
from verbale.errors import OptionError
from verbale.record import Entry

Where = Annotated[str, typer.Argument(metavar="DOSSIER", help="The dossier: its file, or a postgresql:// address.")]
PartyName = Annotated[
    str | None, typer.Option("--party", metavar="NAME", help="Only what this party takes part in; a number will do.")
]
FirstDay = Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day on, such as 2022-01-10.")]
LastDay = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day.")]
Most = Annotated[int | None, typer.Option("--limit", metavar="NUMBER", min=1, help="Not more than so many.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH", help="Write to this file instead.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of a dossier is wanted."""

    party: str | None = None
    first: str | None = None
    last: str | None = None
    limit: int | None = None

    @property
    def first_day(self) -> date | None:
        """The first day. Raises `OptionError` where it is no day."""
        return day_of(self.first, "--from")

    @property
    def last_day(self) -> date | None:
        """The last day. Raises `OptionError` where it is no day."""
        return day_of(self.last, "--to")

    def party_in(self, dossier: Dossier) -> int | None:
        """The number of the party. Raises `OptionError` where no article speaks of it."""
        if self.party is None:
            return None
        party = dossier.party(self.party)
        if party is None:
            remedy = "verbale minutes shows who is in the dossier"
            raise OptionError("no article speaks of it", where=f"--party {self.party}", remedy=remedy)
        return party.number


def day_of(text: str | None, option: str) -> date | None:
    """The day that was given with an option. Raises `OptionError` where it is none."""
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError:
        raise OptionError("not a day", where=f"{option} {text}", remedy="write it as 2022-01-18") from None


def concerns(report: Report[Entry], party: int | None, first_day: date | None, last_day: date | None) -> bool:
    """Whether the entry is of that party, and of these days; of one without a date its article's day counts."""
    begins = report.first_day or report.source.published
    ends = report.last_day or report.source.published
    if first_day and (ends is None or ends < first_day):
        return False
    if last_day and (begins is None or begins > last_day):
        return False
    return party is None or party in report.parties.values() or party == report.thread
