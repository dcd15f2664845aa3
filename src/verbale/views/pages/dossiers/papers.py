"""The papers of a dossier, with what they lay down."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.dossier.answers import Conflict, Report, Thread
from verbale.record import Entry, Provision
from verbale.views.pages.dossiers.gathering import current, gathered
from verbale.views.pages.dossiers.lines import Line, line_of
from verbale.views.pages.dossiers.names import Names
from verbale.views.pages.listing import Listed, listed

Disputed = Mapping[int, tuple[str, ...]]
"""What the articles tell differently of a thread: date, place, …"""


@dataclass(frozen=True, slots=True)
class PaperAcross:
    """A paper with what it lays down."""

    paper: Line | None
    """Nothing for the provisions that belong to no paper."""
    provisions: Listed[Line]


def disputed_of(conflicts: Iterable[Conflict]) -> Disputed:
    """What is disputed, by threads."""
    found: dict[int, tuple[str, ...]] = {}
    for one in conflicts:
        found[one.thread] = (*found.get(one.thread, ()), one.kind)
    return found


def papers_across(
    documents: Sequence[Thread[Entry]],
    provisions: Sequence[Report[Entry]],
    names: Names,
    disputed: Disputed,
    *,
    full: bool,
) -> Iterator[PaperAcross]:
    """The papers in the dossier's order, then what is laid down in none."""
    papers = {report.ref: thread.number for thread in documents for report in thread.reports}
    by_paper: dict[int, list[Report[Entry]]] = defaultdict(list)
    for report in current(provisions):
        entry = report.entry
        document = entry.document if isinstance(entry, Provision) else None
        by_paper[papers.get(report.ref._replace(entry=document or "-"), 0)].append(report)
    for thread in documents:
        line = line_of(thread.reports, names, disputed.get(thread.number, ()))
        yield PaperAcross(line, _provisions(by_paper[thread.number], names, full=full))
    if by_paper[0]:
        yield PaperAcross(None, _provisions(by_paper[0], names, full=full))


def _provisions(reports: Sequence[Report[Entry]], names: Names, *, full: bool) -> Listed[Line]:
    groups = gathered(reports, lambda one: getattr(one.entry, "force", None))
    return listed((line_of(some, names) for some in groups), full=full)
