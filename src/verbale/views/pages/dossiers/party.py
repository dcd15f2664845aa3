"""A party: who speaks for it, what it wants, what it did and what it said."""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.dossier.answers import Party, Report
from verbale.record import Entry, Move, Statement
from verbale.views.pages.dossiers.gathering import current, gathered
from verbale.views.pages.dossiers.lines import Line, line_of
from verbale.views.pages.dossiers.minutes import whose
from verbale.views.pages.dossiers.names import Names
from verbale.views.pages.dossiers.parties import PartyAcross, PersonAcross, parties_across, party_across
from verbale.views.pages.dossiers.positions import IssueAcross, SameIssue, positions_page
from verbale.views.pages.words import one_line


@dataclass(frozen=True, slots=True)
class AboutParty:
    """What the page is made of."""

    party: Party
    named: tuple[Party, ...]
    """Whom the entries name, and whoever may speak for it."""
    entities: tuple[Report[Entry], ...] = ()
    """Entries of those who may speak for it."""
    positions: tuple[Report[Entry], ...] = ()
    moves: tuple[Report[Entry], ...] = ()
    statements: tuple[Report[Entry], ...] = ()


@dataclass(frozen=True, slots=True)
class PartyPage:
    """One party, or one person."""

    party: PartyAcross
    kind: str
    names: tuple[str, ...]
    """All names that are known, the most frequent first."""
    known_as: str | None
    """Its key in the registry, where it stands there."""
    issues: tuple[IssueAcross, ...]
    moves: tuple[Line, ...]
    """The latest first."""
    statements: tuple[Line, ...]
    """The latest first."""


def party_page(about: AboutParty, same_issue: SameIssue) -> PartyPage:
    """The page of what the dossier gave."""
    party, names = about.party, Names.of((*about.named, about.party))
    people = _people(about)
    moves = [one for one in current(about.moves) if isinstance(one.entry, Move) and _is_by(one, one.entry.actor, about)]
    said = [
        one
        for one in current(about.statements)
        if isinstance(one.entry, Statement) and one.entry.speaker and _is_by(one, (one.entry.speaker,), about)
    ]
    every = positions_page(about.positions, (*about.named, about.party), same_issue)
    return PartyPage(
        party=party_across(party, people),
        kind=party.kind,
        names=tuple(one_line(one) for one in party.names),
        known_as=party.registry_id,
        issues=tuple(issue for one in every if one.party == one_line(party.name) for issue in one.issues),
        moves=tuple(line_of(some, names) for some in reversed(gathered(moves, lambda one: whose(one, names)))),
        statements=tuple(line_of(some, names) for some in reversed(gathered(said, lambda one: one.thread))),
    )


def _people(about: AboutParty) -> tuple[PersonAcross, ...]:
    found = parties_across((about.party, *about.named), about.entities, frozenset({about.party.number}))
    return next((one.people for one in found if one.number == about.party.number), ())


def _is_by(report: Report[Entry], ids: Sequence[str], about: AboutParty) -> bool:
    """Whether it is the party's own, or of one who speaks for it."""
    names = Names.of(())
    own = {report.parties[one] for one in ids if one in report.parties}
    return about.party.number in own | names.numbers(report, ids)
