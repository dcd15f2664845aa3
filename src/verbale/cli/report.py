"""What a run tells on standard error: the faults as they come, how far it is, and a count at the end."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from verbale.errors import Failure
from verbale.record import Record
from verbale.views.terminal import visible


def progress_of(console: Console, *, inputs: int, bar: bool) -> Progress:
    """A bar that is gone at the end; over one input, a sign that something goes on."""
    columns: list[ProgressColumn] = [
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
    ]
    if inputs > 1:
        columns[3:] = [MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn()]
    # Rich would redirect standard output to the terminal of the bar; the records are to go elsewhere.
    return Progress(
        *columns,
        console=console,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
        disable=not bar,
    )


class Report:
    """Counts what a run gives; to be used in a `with` block, at whose end the progress bar is gone."""

    def __init__(self, console: Console, *, inputs: int, bar: bool) -> None:
        self.read = 0
        self.failed = 0
        self.inputs = inputs
        self.current = ""
        self._warnings: Counter[str] = Counter()
        self._last: Record | None = None
        self._console = console
        self.progress = progress_of(console, inputs=inputs, bar=bar)
        self._task = self.progress.add_task("loading", total=inputs if inputs > 1 else None)

    def __enter__(self) -> Self:
        self.progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.progress.stop()

    @property
    def seen(self) -> int:
        """How many articles and faults there were."""
        return self.read + self.failed

    def records(self, outcomes: Iterable[Record | Failure]) -> Iterator[Record]:
        """The records among the outcomes; a fault is told at once and counted."""
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                self.failed += 1
                self._say(str(outcome))
            else:
                self.read += 1
                self._last = outcome
                self._warnings.update(warning.code for warning in outcome.article.warnings)
                yield outcome
            self.progress.update(self._task, description=f"{_articles(self.read)} read")

    def begin(self, source: str) -> None:
        """This input is being read."""
        self.current = source

    def next_input(self) -> None:
        """One of the inputs is through."""
        self.progress.advance(self._task)

    def close(self, *, warnings_shown: bool) -> int:
        """Tell the count, and what the readers of the output can't see there; gives the exit status."""
        if not self.seen:
            self._say("no article was found in what was given")
        elif self.seen > 1:
            self._say(self._count())
        elif self._last and not warnings_shown:
            for warning in self._last.article.warnings:
                self._say(f"warning: {warning.message}")
        return 1 if self.failed or not self.seen else 0

    def _count(self) -> str:
        line = f"{_articles(self.read)} read, {self.failed} failed"
        kinds = ", ".join(f"{code} {count}" for code, count in sorted(self._warnings.items()))
        return f"{line}; warnings: {kinds}" if kinds else line

    def _say(self, line: str) -> None:
        self._console.print(Text(visible(line)), soft_wrap=True)


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"
