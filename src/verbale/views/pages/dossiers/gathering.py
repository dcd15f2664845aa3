"""Moves, forecasts and provisions that several articles tell: each once, by its words and its day.

What a dossier matches itself (statements, events, rounds, papers) comes as threads; these don't, and a page that lists
them shouldn't repeat an agency's sentence for every paper that prints it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from verbale.dossier.answers import Report
from verbale.record import Entry

Key = Callable[[Report[Entry]], object]

_WORD = re.compile(r"\w{3,}")
# Of two wordings of one report most words are the same; what is said on another day is said anew.
_ALIKE = 0.6


def gathered(reports: Iterable[Report[Entry]], key: Key) -> tuple[tuple[Report[Entry], ...], ...]:
    """The reports of one thing together, in the order of their days.

    One thing: of one key, in like words, and of one day or one witness. A paragraph that an earlier article has word
    for word tells nothing anew.
    """
    groups: list[list[Report[Entry]]] = []
    by_key: dict[object, list[list[Report[Entry]]]] = {}
    for report in sorted(reports, key=_order):
        among = by_key.setdefault(key(report), [])
        group = next((some for some in among if any(_same(report, one) for one in some)), None)
        if group is None:
            group = []
            among.append(group)
            groups.append(group)
        group.append(report)
    return tuple(tuple(group) for group in groups)


def day_of(report: Report[Entry]) -> date | None:
    """The day that the entry is dated; otherwise the day on which its article appeared."""
    return report.first_day or report.source.published


def _order(report: Report[Entry]) -> tuple[date, object]:
    return day_of(report) or date.max, report.ref


def _same(left: Report[Entry], right: Report[Entry]) -> bool:
    if left.background == right.ref or right.background == left.ref:
        return True
    if left.source.witness != right.source.witness and day_of(left) != day_of(right):
        return False
    return left.source.article != right.source.article and _overlap(left.words, right.words) >= _ALIKE


def _overlap(left: str, right: str) -> float:
    """The share of the words of both that either has (Jaccard)."""
    one, other = (set(_WORD.findall(words.casefold())) for words in (left, right))
    return len(one & other) / len(one | other) if one | other else float(left == right)


def current(reports: Sequence[Report[Entry]]) -> tuple[Report[Entry], ...]:
    """Without what earlier versions of a page say, but where nothing else is left."""
    return tuple(one for one in reports if one.source.replaced_by is None) or tuple(reports)
