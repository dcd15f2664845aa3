"""`verbale add`: reads articles into a dossier. What is in it already is left out before it is read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from verbale.api import read_all
from verbale.article import Article
from verbale.cli.asking import Where, day_of
from verbale.cli.report import progress_of
from verbale.dossier.answers import Added
from verbale.dossier.dossier import Dossier
from verbale.errors import Failure
from verbale.reading.tools import Tools
from verbale.record import Record
from verbale.sources.live import entries_of
from verbale.sources.open import inputs_of, open_source
from verbale.views.terminal import visible


def add_command(
    dossier: Where,
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FILE|FOLDER|ADDRESS|-", help="What to add: as many as you like; - is standard input."),
    ],
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day of publication, such as 2022-01-18, where you know it better."),
    ] = None,
    names: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Names of your own, as YAML or CSV; they go before the registry's."),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read those anew that are in it already; people's corrections stay.")
    ] = False,
) -> None:
    """Read articles into a dossier, which is made where there is none.

    An article that is in it already is passed over before it is read, so a run that was broken off goes on when it is
    started again. A live blog is split into its timed entries. What cannot be read stands in a table at the end, and
    the exit status is 1.
    """
    day = day_of(published, "--published")
    tools = None if names is None else Tools.load(names=names)
    raise typer.Exit(add(dossier, sources, published=day, tools=tools, again=again))


def add(
    where: str,
    sources: Sequence[str],
    *,
    published: date | None = None,
    tools: Tools | None = None,
    again: bool = False,
) -> int:
    """Read the sources into the dossier; gives the exit status.

    Raises `DossierError` where the dossier can't be opened or written to; what was added until then is kept.
    """
    errors = Console(stderr=True, markup=False, emoji=False, highlight=False)
    inputs = [one for source in sources for one in inputs_of(source) if not _is_the_dossier(one, where)]
    with Dossier.open(where) as dossier, progress_of(errors, inputs=len(inputs), bar=errors.is_terminal) as progress:
        run = _Run(dossier, errors, progress, again=again)
        task = progress.add_task("loading", total=len(inputs) if len(inputs) > 1 else None)
        for source in inputs:
            for found in open_source(source, published=published):
                run.take(found, tools)
                progress.update(task, description=run.count())
            progress.advance(task)
    return run.close()


class _Run:
    """Adds what is found and keeps count of what became of it."""

    def __init__(self, dossier: Dossier, console: Console, progress: Progress, *, again: bool) -> None:
        self._dossier = dossier
        self._console = console
        self._progress = progress
        self._again = again
        self._fates: Counter[str] = Counter()
        self._warnings: Counter[str] = Counter()
        self._failures: list[Failure] = []

    def take(self, found: Article | Failure, tools: Tools | None) -> None:
        """Adds an article, or keeps a fault."""
        if isinstance(found, Failure):
            self._failures.append(found)
            return
        entries = entries_of(found)
        new = [one for one in entries if self._again or not self._dossier.has(one.fingerprint)]
        self._fates["known"] += len(entries) - len(new)
        if new and len(entries) > 1:
            self._say(f"{_name(found)}: a live blog, split into {len(entries)} articles")
        for article in new:
            self._read(article, tools)

    def _read(self, article: Article, tools: Tools | None) -> None:
        for outcome in read_all([article], tools=tools):
            if isinstance(outcome, Failure):
                self._failures.append(outcome)
            else:
                added = self._dossier.add(outcome, again=self._again)
                self._fates[added.fate] += 1
                self._warnings.update(warning.code for warning in article.warnings)
                for line in self._told(outcome, added):
                    self._say(line)

    def _told(self, record: Record, added: Added) -> Iterator[str]:
        name = f"{_name(record.article)} [{added.article}]"
        if added.fate == "version":
            gone = len(self._dossier.gone(added.article))
            lost = f"; of {gone} earlier entries the sentence no longer stands" if gone else ""
            yield f"{name}: a later version of a page that is in it{lost}"
        elif added.copy_of is not None:
            yield f"{name}: a copy of [{added.copy_of}]"

    def count(self) -> str:
        """How many were added so far."""
        return f"{_articles(self._fates['new'] + self._fates['version'])} added"

    def close(self) -> int:
        """Tells the count and the faults; gives the exit status."""
        if not self._fates and not self._failures:
            self._say("no article was found in what was given")
            return 1
        parts = [self.count()]
        if self._fates["known"]:
            done = "read again" if self._again else "there already"
            parts.append(f"{self._fates['known']} {done}")
        parts.append(f"{len(self._failures)} failed")
        line = ", ".join(parts)
        kinds = ", ".join(f"{code} {count}" for code, count in sorted(self._warnings.items()))
        self._say(f"{line}; warnings: {kinds}" if kinds else line)
        if self._failures:
            self._console.print(_table(self._failures))
        return 1 if self._failures else 0

    def _say(self, line: str) -> None:
        self._console.print(Text(visible(line)), soft_wrap=True)


def _table(failures: Sequence[Failure]) -> Table:
    table = Table("source", "what is wrong", "what to do", box=None, pad_edge=False, header_style="bold")
    for one in failures:
        cells = (one.source, one.what, one.remedy)
        table.add_row(*(Text(visible(" ".join(cell.split())), overflow="fold") for cell in cells))
    return table


def _is_the_dossier(source: str, where: str) -> bool:
    """Whether a file of a folder is the dossier itself, or what SQLite keeps beside it."""
    return any(_same_file(source, f"{where}{ending}") for ending in ("", "-wal", "-shm", "-journal"))


def _same_file(source: str, where: str) -> bool:
    try:
        return Path(source).samefile(where)
    except (OSError, ValueError):  # one of them isn't there, or is an address
        return False


def _name(article: Article) -> str:
    who = article.outlet or article.title or "an article"
    return f"{who}, {article.id}" if article.id else who


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"
