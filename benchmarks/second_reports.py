"""Second reports of labelled articles, by another outlet: what of the two is the same statement, the same event.

`labels/second_reports/`, a file a negotiation. All pairs are labelled that a careful reader takes for one remark made
once, or for one happening; what only resembles is not. `python -m benchmarks.second_reports` checks the words.
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import yaml

from benchmarks.negotiation_labels import Label, Negotiated, read_labels
from tests.cases.letters import Letters
from verbale.article import Article

FOLDER = Path(__file__).parent / "labels" / "second_reports"

Pair = tuple[str, str]
"""Words of the first report and of the second."""


class Retold(Label):
    """A second report and what it shares with the first."""

    of: str
    """The id of the labelled article."""
    published: date
    outlet: str
    title: str
    text: str
    statements: tuple[Pair, ...]
    """Words of what is said, of a remark that both report."""
    events: tuple[Pair, ...]
    """The verb or noun that tells it, with as many words as make it plain which."""

    @property
    def article(self) -> Article:
        """What is read."""
        return Article(
            id=f"{self.of}-second",
            text=self.text.rstrip(),
            title=self.title,
            outlet=self.outlet,
            published=self.published,
            published_from="given",
        )


def read_reports(folder: Path = FOLDER) -> tuple[Retold, ...]:
    """All of them, a file after the other."""
    rows = (row for path in sorted(folder.glob("*.yaml")) for row in yaml.safe_load(path.read_text("utf-8")))
    return tuple(Retold.model_validate(row) for row in rows)


def faults(report: Retold, firsts: Mapping[str, Negotiated]) -> Iterator[str]:
    """What is not in the texts."""
    if report.of not in firsts:
        yield f"{report.of}: no such article"
        return
    texts = Letters(firsts[report.of].text), Letters(report.text)
    for pair in (*report.statements, *report.events):
        for words, text in zip(pair, texts, strict=True):
            if next(text.places(words), None) is None:
                yield f"{report.of}: not in the text: {words}"


def main() -> int:
    """Prints the faults, and how many reports there are. Returns the exit status."""
    firsts = {one.id: one for negotiation in read_labels() for one in negotiation.articles}
    reports = read_reports()
    told = [fault for report in reports for fault in faults(report, firsts)]
    print("\n".join([*told, f"{len(reports)} reports"]))
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
