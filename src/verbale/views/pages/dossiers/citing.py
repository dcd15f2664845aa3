"""Who tells it: the article behind a line, in how many others it stands, and the sentences that prove it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.dossier.answers import Ref, Report, Source
from verbale.record import Entry
from verbale.views.pages.proof import Mark, Passage
from verbale.views.pages.words import day_words, one_line


@dataclass(frozen=True, slots=True)
class Citation:
    """An article, as a line cites it."""

    article: int
    """Its number in the dossier."""
    who: str
    """Its outlet; where that isn't known its title, or its number."""
    date: str | None
    """The day of publication, such as `18 January 2022`."""
    entry: str = ""
    """The id of the entry in it that is cited; nothing where it is the article as a whole."""


@dataclass(frozen=True, slots=True)
class Told:
    """By whom something is told."""

    count: str
    """How many articles tell it, and how many of them are not copies of one another."""
    first: Citation
    """The earliest of them."""
    proof: tuple[Passage, ...]
    """The sentences of the earliest that prove it."""
    corrected: bool = False
    """Whether a person has changed what the reading found."""
    others: tuple[Citation, ...] = ()
    """The other articles that tell it, in the order of their days."""


def cite(source: Source, entry: str = "") -> Citation:
    """The article as a line cites it, for one of its entries."""
    who = one_line(source.outlet or "") or one_line(source.title or "") or f"article {source.article}"
    return Citation(source.article, who, day_words(source.published) if source.published else None, entry)


def told_by(reports: Sequence[Report[Entry]]) -> Told:
    """Who tells what these are reports of."""
    first = earliest(reports)
    corrected = any(one.corrected for one in reports)
    others = tuple(cite(one.source, one.ref.entry) for one in sorted(reports, key=_order) if one.ref != first.ref)
    return Told(count_words(reports), cite(first.source, first.ref.entry), proof_of(first), corrected, others)


def earliest(reports: Iterable[Report[Entry]]) -> Report[Entry]:
    """The report of the article that appeared first; of those without a day, the one that was added first."""
    return min(reports, key=_order)


def _order(report: Report[Entry]) -> tuple[date, Ref]:
    return report.source.published or date.max, report.ref


def proof_of(report: Report[Entry]) -> tuple[Passage, ...]:
    """The sentences that prove it, with its own words set apart where they stand in one piece."""
    return tuple(_passage(sentence, report.words) for sentence in report.proof)


def count_words(reports: Iterable[Report[Entry]]) -> str:
    """Such as "seven articles, two independent"; versions of one page are one article."""
    every = tuple(reports)
    articles, witnesses = page_count(every), witness_count(every)
    if articles == 1:
        return "one article"
    if witnesses == 1:
        return f"{number_words(articles)} articles, copies of one"
    return f"{number_words(articles)} articles, {number_words(witnesses)} independent"


def page_count(reports: Iterable[Report[Entry]]) -> int:
    """In how many articles it stands; versions of one page are one."""
    return len({one.source.version_of or one.source.article for one in reports})


def witness_count(reports: Iterable[Report[Entry]]) -> int:
    """How many tell it of their own: no copy of another, and no paragraph that stood in an earlier article already."""
    every = tuple(reports)
    witness = {one.ref.article: one.source.witness for one in every}
    return len({_own_witness(one, witness) for one in every})


def _own_witness(report: Report[Entry], witness: dict[int, int]) -> int:
    earlier = report.background.article if report.background else None
    return witness.get(earlier, earlier) if earlier else report.source.witness


def number_words(number: int) -> str:
    """The number in words up to twelve, in figures beyond."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def _passage(sentence: str, words: str) -> Passage:
    text = one_line(sentence)
    at = text.find(words) if words else -1
    return Passage(text, (Mark(at, at + len(words), "content"),) if at >= 0 else ())
