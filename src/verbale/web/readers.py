"""Opens what a stranger gave in a process of its own, within a time and a memory, and ends it when it is over."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from threading import Event, Timer
from typing import Any

from pydantic import ValidationError

from verbale.article import Article
from verbale.errors import Failure

SECONDS = 90.0
"""How long one may take to be opened."""
LONGEST = 300_000
"""Characters of an article: a book has as many."""
MOST = 200
"""Articles of one file."""
_LINE = 8 * LONGEST
"""Bytes of a line of the answer, in which every character may be written in six, and facts stand beside the text."""


class Opening:
    """One thing that is being opened."""

    def __init__(self, source: str, name: str, published: date | None = None, *, seconds: float = SECONDS) -> None:
        self._name = name
        self._ended = Event()
        self._late = Event()
        self._seconds = seconds
        given = published.isoformat() if published else ""
        command = [sys.executable, "-B", "-m", "verbale.web.reader", source, given]
        # What is run is our own; what was given is an argument that no shell sees.
        self._process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def end(self) -> None:
        """Ends it at once."""
        self._ended.set()
        self._process.kill()

    def found(self) -> Iterator[Article | Failure]:
        """What is in it; a failure where it took too long or too much."""
        timer = Timer(self._seconds, self._give_up)
        timer.start()
        try:
            yield from self._lines()
        finally:
            timer.cancel()
            self._process.kill()
            self._process.wait()
            if self._process.stdout:
                self._process.stdout.close()

    def _give_up(self) -> None:
        self._late.set()
        self._process.kill()

    def _lines(self) -> Iterator[Article | Failure]:
        count = 0
        output = self._process.stdout
        while output and (line := output.readline(_LINE + 1)):
            if self._ended.is_set():
                return
            count += 1
            if count > MOST:
                yield self._failure(f"it holds more than {MOST} articles", "add it with `verbale add`")
                return
            if len(line) > _LINE:
                yield self._too_long()
                return
            yield self._told(line)
        status = self._process.wait()
        if self._ended.is_set():
            return
        if self._late.is_set():
            what = f"it could not be opened within {self._seconds:.0f} seconds"
            yield self._failure(what, "save it as plain text, and add that")
        elif status != 0:
            yield self._failure("opening it takes too much memory or time", "save it as plain text, and add that")
        elif not count:
            yield self._failure("there is no article in it", "is it the right one?")

    def _told(self, line: bytes) -> Article | Failure:
        try:
            told: Mapping[str, Any] = json.loads(line)
            if "failure" in told:
                fault = Failure(**told["failure"])
                return self._failure(fault.what, fault.remedy)
            article = Article.model_validate(told["article"])
        except (ValueError, TypeError, KeyError, ValidationError):
            return self._failure("opening it gave no answer that makes sense", "save it as plain text, and add that")
        if not article.text.strip():
            return self._failure("there are no words in it", "is it the right one?")
        return article if len(article.text) <= LONGEST else self._too_long()

    def _too_long(self) -> Failure:
        return self._failure(f"it is longer than {LONGEST:,} characters, and no article is", "split it")

    def _failure(self, what: str, remedy: str) -> Failure:
        return Failure(self._name, "opening", what, remedy)
