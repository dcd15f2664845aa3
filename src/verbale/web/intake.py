"""What is being added to the dossier: one source after another, by a worker of the server's own."""

import queue
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path
from threading import Event, Lock, Thread

from verbale.api import read_all
from verbale.article import Article
from verbale.dossier.dossier import Dossier
from verbale.errors import Failure, VerbaleError
from verbale.record import Record
from verbale.web.readers import Opening

WAITING = 200
"""Sources that may wait at once."""
KEPT = 50
"""Batches of which the outcome is remembered."""


@dataclass(frozen=True)
class Given:
    """What somebody gave: a file that was uploaded, an address, or an article of a pasted text."""

    name: str
    """As the person calls it."""
    path: Path | None = None
    url: str | None = None
    article: Article | None = None
    published: date | None = None


@dataclass(frozen=True)
class Progress:
    """How far a source has come."""

    name: str
    state: str = "waiting"
    """waiting, being opened, being read, done, failed, or cancelled."""
    added: tuple[int, ...] = ()
    """The numbers of the articles in the dossier."""
    known: tuple[int, ...] = ()
    """Of those, the ones that were in it already."""
    failures: tuple[Failure, ...] = ()

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "failed", "cancelled")


@dataclass
class Batch:
    """What was given at once."""

    number: int
    given: tuple[Given, ...]
    progress: list[Progress]
    cancelled: Event = field(default_factory=Event)

    @property
    def over(self) -> bool:
        """Whether all of it is done."""
        return all(one.over for one in self.progress)


class Intake:
    """Takes what is given, and adds it one at a time; the worker starts with the first."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._batches: dict[int, Batch] = {}
        self._numbers = count(1)
        self._lock = Lock()
        self._queue: queue.Queue[Batch | None] = queue.Queue()
        self._worker: Thread | None = None
        self._opening: Opening | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def folder(self) -> Path:
        """Where uploads lie until they are added."""
        with self._lock:
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(prefix="verbale-")
            return Path(self._folder.name)

    def take(self, given: Sequence[Given]) -> Batch | None:
        """Puts them in the line; nothing where too much waits already."""
        with self._lock:
            waiting = sum(not one.over for batch in self._batches.values() for one in batch.progress)
            if waiting + len(given) > WAITING:
                return None
            batch = Batch(next(self._numbers), tuple(given), [Progress(one.name) for one in given])
            self._batches[batch.number] = batch
            for old in [number for number, one in self._batches.items() if one.over][:-KEPT]:
                del self._batches[old]
            if self._worker is None:
                self._worker = Thread(target=self._work, daemon=True)
                self._worker.start()
        self._queue.put(batch)
        return batch

    def batch(self, number: int) -> Batch | None:
        """What was given at once, by its number."""
        return self._batches.get(number)

    def batches(self) -> list[Batch]:
        """All that is remembered, the latest first."""
        return sorted(self._batches.values(), key=lambda one: -one.number)

    def cancel(self, batch: Batch) -> None:
        """Ends what is being opened, and leaves the rest out; what was added stays."""
        batch.cancelled.set()
        with self._lock:
            if self._opening is not None and self._current is batch:
                self._opening.end()

    def close(self) -> None:
        """Ends the worker, and forgets what waits."""
        for batch in self._batches.values():
            self.cancel(batch)
        if self._worker is not None:
            self._queue.put(None)
            self._worker.join(timeout=30)
        if self._folder is not None:
            self._folder.cleanup()

    _current: Batch | None = None

    def _work(self) -> None:
        while (batch := self._queue.get()) is not None:
            for place, given in enumerate(batch.given):
                self._take_one(batch, place, given)

    def _take_one(self, batch: Batch, place: int, given: Given) -> None:
        def show(**changed: object) -> None:
            batch.progress[place] = replace(batch.progress[place], **changed)  # type: ignore[arg-type]

        try:
            self._add(batch, given, show)
        except Exception as error:  # noqa: BLE001 the worker must outlive every source
            what = error.what if isinstance(error, VerbaleError) else f"Verbale failed on it: {type(error).__name__}"
            show(failures=(*batch.progress[place].failures, Failure(given.name, "adding", what, "please report it")))
        finally:
            if given.path is not None:
                given.path.unlink(missing_ok=True)
        done = batch.progress[place]
        state = "cancelled" if batch.cancelled.is_set() and not done.added else "done" if done.added else "failed"
        show(state=state)

    def _add(self, batch: Batch, given: Given, show: Callable[..., None]) -> None:
        added: list[int] = []
        known: list[int] = []
        failures: list[Failure] = []
        show(state="being opened")
        for found in self._found(batch, given):
            if batch.cancelled.is_set():
                return
            if isinstance(found, Failure):
                failures.append(found)
            else:
                show(state="being read")
                number, fate = self._read(found, given.name)
                if isinstance(number, Failure):
                    failures.append(number)
                else:
                    added.append(number)
                    known += [number] if fate == "known" else []
            show(added=tuple(added), known=tuple(known), failures=tuple(failures))

    def _found(self, batch: Batch, given: Given) -> Iterator[Article | Failure]:
        if batch.cancelled.is_set():
            return
        if given.article is not None:
            yield given.article
            return
        opening = Opening(given.url or str(given.path), given.name, given.published)
        with self._lock:
            self._opening, self._current = opening, batch
        try:
            yield from opening.found()
        finally:
            with self._lock:
                self._opening = None

    def _read(self, article: Article, name: str) -> tuple[int | Failure, str]:
        if self._dossier.has(article.fingerprint):
            # A second time it is only looked up.
            return self._dossier.add(Record(article=article)).article, "known"
        for outcome in read_all([article]):
            if isinstance(outcome, Record):
                done = self._dossier.add(outcome)
                return done.article, done.fate
            return replace(outcome, source=name), ""
        return Failure(name, "reading", "there is no article in it"), ""
