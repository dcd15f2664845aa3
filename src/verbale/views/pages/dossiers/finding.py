"""What was found, each entry once however many papers print the report that it stands in."""

from collections.abc import Iterable

from verbale.dossier.answers import Party, Report
from verbale.record import Entry
from verbale.views.pages.dossiers.lines import Line, line_of
from verbale.views.pages.dossiers.names import Names


def found_lines(reports: Iterable[Report[Entry]], parties: Iterable[Party] = ()) -> tuple[Line, ...]:
    """The lines in the order of the reports; without the parties under the names that each article has.

    What copies have in the same words is one with what they are copies of.
    """
    names = Names.of(parties)
    groups: dict[object, list[Report[Entry]]] = {}
    for report in reports:
        key = (report.source.witness, type(report.entry), report.words, names.sides(report, report.named))
        group = groups.setdefault(key, [])
        if any(one.source.article == report.source.article for one in group):
            groups[report.ref] = [report]
        else:
            group.append(report)
    return tuple(line_of(group, names) for group in groups.values())
