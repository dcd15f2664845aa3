"""Whole articles of our own on negotiations, labelled by hand: `labels/negotiations/`, after `docs/annotation.md`.

A file a negotiation. Of each article all rounds, documents, provisions, moves, forecasts and positions are known, in
words of its text. `python -m benchmarks.negotiation_labels` says what in the labels is not as the guidelines have it.
"""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from tests.cases.letters import Letters
from verbale.article import Article
from verbale.record import Force, Likelihood, MoveKind, PaperStatus, Side, Status
from verbale.timex import precision

FOLDER = Path(__file__).parent / "labels" / "negotiations"

LENGTH = range(150, 501)
"""Of an article, in words."""

Half = Literal["tuning", "measuring"]
Manner = Literal["agency", "broadsheet", "tabloid", "translated", "live blog", "press release"]
Words = tuple[str, ...]


def _as_value(given: object) -> object:
    """YAML takes 2024-03-05 for a day and 2024 for a number."""
    return str(given) if isinstance(given, date | int) else given


Value = Annotated[str, BeforeValidator(_as_value)]
"""A TIMEX3 value."""


class Label(BaseModel):
    """Anything labelled; what its fields mean is told in the guidelines."""

    # A row that is kept apart is not to be read in a message of a fault.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    def quoted(self) -> Iterator[str]:
        """All that it quotes of the text."""
        for name, value in self:
            if name not in _NOT_QUOTED:
                yield from (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()

    def dated(self) -> Iterator[str]:
        """Its TIMEX3 values."""
        for name, value in self:
            if name in _DATES and value is not None:
                yield value


_DATES = {"date", "deadline", "horizon"}
_NOT_QUOTED = _DATES | {"number", "format", "kind", "status", "force", "likelihood", "stand"}


class ToldRound(Label):
    """A meeting."""

    words: str
    number: int | None = None
    format: str
    parties: Words = ()
    place: str | None = None
    date: Value | None = None
    status: Status


class ToldDocument(Label):
    """A paper."""

    words: str
    kind: str
    authors: Words = ()
    parties: Words = ()
    date: Value | None = None
    status: PaperStatus | None = None


class ToldProvision(Label):
    """Who must, must not, may or will do what."""

    words: str
    bearer: Words
    force: Force
    action: str
    regarding: Words = ()
    condition: str | None = None
    deadline: Value | None = None
    document: str | None = None


class ToldMove(Label):
    """What a party does by speaking."""

    kind: MoveKind
    actor: Words
    addressee: Words = ()
    content: str
    if_: str | None = Field(default=None, alias="if")
    date: Value | None = None


class ToldForecast(Label):
    """What somebody expects."""

    by: str | None = None
    claim: str
    outcomes: Words = ()
    likelihood: Likelihood
    horizon: Value | None = None


class ToldPosition(Label):
    """What a party wants of an issue."""

    party: str
    issue: str
    stand: Side


class Negotiated(Label):
    """An article and all that is to be taken from it."""

    id: str
    manner: Manner
    published: date
    outlet: str
    title: str
    text: str
    rounds: tuple[ToldRound, ...] = ()
    documents: tuple[ToldDocument, ...] = ()
    provisions: tuple[ToldProvision, ...] = ()
    moves: tuple[ToldMove, ...] = ()
    forecasts: tuple[ToldForecast, ...] = ()
    positions: tuple[ToldPosition, ...] = ()

    @property
    def article(self) -> Article:
        """What is read. The title is no part of the text."""
        return Article(
            id=self.id,
            text=self.text.rstrip(),
            title=self.title,
            outlet=self.outlet,
            published=self.published,
            published_from="given",
        )

    @property
    def labels(self) -> tuple[Label, ...]:
        """Of all kinds."""
        return (
            *self.rounds,
            *self.documents,
            *self.provisions,
            *self.moves,
            *self.forecasts,
            *self.positions,
        )


class Negotiation(Label):
    """A file: one negotiation."""

    kind: str
    """What is negotiated about: water, trade, a ceasefire, …"""
    half: Half
    """Whether its articles are for tuning, or only for measuring and not to be looked at."""
    articles: tuple[Negotiated, ...]


def read_labels(folder: Path = FOLDER) -> tuple[Negotiation, ...]:
    """All negotiations, in the order of their files' names."""
    return tuple(map(read_file, sorted(folder.glob("*.yaml"))))


def read_file(path: Path) -> Negotiation:
    """One negotiation. Raises `ValidationError` where the file doesn't have its shape."""
    return Negotiation.model_validate(yaml.safe_load(path.read_text("utf-8")))


def faults(article: Negotiated) -> Iterator[str]:
    """What is not as the guidelines have it: words that the text doesn't have, a date that is none, the length."""
    letters = Letters(article.text)
    if (length := len(article.text.split())) not in LENGTH:
        yield f"{article.id}: {length} words"
    for label in article.labels:
        kind = type(label).__name__
        for words in label.quoted():
            if next(letters.places(words), None) is None:
                yield f"{article.id}: {kind}: not in the text: {words}"
        for value in label.dated():
            if precision(value) is None:
                yield f"{article.id}: {kind}: no date: {value}"


def main(paths: Iterable[Path]) -> int:
    """Prints the faults of these files, or how many articles there are and nothing else. Returns the exit status."""
    told, articles = list[str](), list[Negotiated]()
    for path in paths:
        try:
            articles += read_file(path).articles
        except (ValidationError, yaml.YAMLError) as error:
            told.append(f"{path.name}: {error}")
    told += [fault for article in articles for fault in faults(article)]
    print("\n".join([*told, f"{len(articles)} articles"]))
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(FOLDER.glob("*.yaml"))))
