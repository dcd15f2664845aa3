"""What a dossier calls whom its articles name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verbale.dossier.answers import Party, Report
from verbale.record import Entry
from verbale.views.pages.words import one_line

SIDES = ("state", "organisation", "group")
"""What a person can speak for."""


@dataclass(frozen=True)
class Names:
    """The dossier's parties by their numbers, to be asked for the names of an article's entities."""

    parties: Mapping[int, Party]

    @classmethod
    def of(cls, parties: Iterable[Party]) -> "Names":
        """The names of these parties."""
        return cls({party.number: party for party in parties})

    def name(self, report: Report[Entry], reference: str | None) -> str | None:
        """The party's name; otherwise the article's for the entity of that id, or the words where they are no id."""
        if reference is None:
            return None
        party = self.parties.get(report.parties.get(reference, 0))
        named = report.named.get(reference)
        return one_line(party.name if party else named.name if named else reference)

    def names(self, report: Report[Entry], references: Iterable[str]) -> tuple[str, ...]:
        """The names of these entities, each once."""
        found = (self.name(report, one) for one in references)
        return tuple(dict.fromkeys(one for one in found if one))

    def side(self, report: Report[Entry], reference: str) -> str:
        """The entity id of the party that somebody speaks for; their own where they speak for none."""
        side, seen = reference, {reference}
        while (following := self._speaks_for(report, side)) and following not in seen:
            side = following
            seen.add(side)
        return side

    def sides(self, report: Report[Entry], references: Iterable[str]) -> tuple[str, ...]:
        """The names of the parties that these speak for, each once."""
        return self.names(report, (self.side(report, one) for one in references))

    def numbers(self, report: Report[Entry], references: Iterable[str]) -> frozenset[int]:
        """The numbers of the parties that these speak for."""
        ids = (self.side(report, one) for one in references)
        return frozenset(report.parties[one] for one in ids if one in report.parties)

    def _speaks_for(self, report: Report[Entry], reference: str) -> str | None:
        named = report.named.get(reference)
        target = report.named.get(named.represents) if named and named.represents else None
        return named.represents if named and target and target.kind in SIDES else None
