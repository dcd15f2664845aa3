"""How well an article's statements are found: what annotators marked beside what a tool answers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from benchmarks.agreement import Comparison, Counts, Spoken, agreement, compare
from benchmarks.calibration import Judged
from benchmarks.corpus import Labelled
from benchmarks.forms import by_form, form_of, loose_by_form
from verbale.article import Article
from verbale.record import Record, Statement

Reader = Callable[[Article], Record]
"""How an article is read: `verbale.reading.pipeline.read` with its tools, or a stand-in."""

FIRST = 12
"""Articles of the fast slice: a seventh of them, some ten seconds of reading on two cores."""


@dataclass(frozen=True)
class Answered:
    """A labelled article and what a tool found in it."""

    labelled: Labelled
    found: Sequence[Spoken]

    @cached_property
    def comparison(self) -> Comparison:
        """Both side by side."""
        return compare(self.labelled.article.text, self.labelled.gold, self.found)

    @cached_property
    def forms(self) -> dict[str, Counts]:
        """The loose measure by form."""
        return loose_by_form(self.labelled.article.text, self.comparison)


@dataclass(frozen=True)
class Accuracy:
    """What a tool reached on some articles."""

    measures: dict[str, Counts]
    """`loose`, `exact`, `token source`, `span cue` …"""
    forms: dict[str, Counts]
    """The loose measure of direct, indirect and mixed statements."""

    def points(self) -> dict[str, float]:
        """Every F1 by name, 0-100."""
        loose = {f"loose {form}": counts.f1 for form, counts in self.forms.items()}
        return {**{name: counts.f1 for name, counts in self.measures.items()}, **loose}


def read_all(articles: Iterable[Labelled], read: Reader) -> tuple[Answered, ...]:
    """What the reading finds in each."""
    return tuple(Answered(one, read(one.article).statements) for one in articles)


def accuracy(answers: Sequence[Answered]) -> Accuracy:
    """Over all the articles together."""
    return Accuracy(agreement(one.comparison for one in answers), by_form([one.forms for one in answers]))


def form_right(answers: Iterable[Answered]) -> float:
    """Of the statements that are right, the share whose form is the gold one's, told by its marks; 0-1."""
    told = [one for answered in answers for one in _forms_right(answered)]
    return sum(told) / max(1, len(told))


def judged(answers: Iterable[Answered]) -> list[Judged]:
    """Each statement's confidence, and whether it is right by the loose measure."""
    return [row for one in answers for row in _judged(one)]


def untuned(answers: Sequence[Answered]) -> Sequence[Answered]:
    """The articles at odd places: `training.calibrate` fitted the curves on those at even ones."""
    return answers[1::2]


def _forms_right(answered: Answered) -> Iterator[bool]:
    comparison = answered.comparison
    tell = form_of(comparison.tokens, answered.labelled.article.text)
    for place, gold in comparison.loose_pairs():
        found = comparison.found[place]
        if isinstance(found, Statement):
            yield found.form == tell(comparison.gold[gold])


def _judged(answered: Answered) -> list[Judged]:
    right = {place for place, _ in answered.comparison.loose_pairs()}
    return [(one.confidence, place in right) for place, one in enumerate(answered.found) if isinstance(one, Statement)]
