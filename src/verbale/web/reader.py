"""A process of its own that opens one thing that a stranger gave, and may die of it: `python -m verbale.web.reader`.

Its answer is JSON, a line an article or a failure: nothing in it can do anything to whoever reads it.
"""

import json
import os
import resource
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from verbale.article import Article
from verbale.errors import Failure
from verbale.sources.live import entries_of
from verbale.sources.open import open_source

MEMORY = 2 * 1024**3
"""Bytes of address space."""
SECONDS = 60
"""Of computing."""


def main(source: str, published: str) -> None:
    """Opens a file or an address, and writes what is found to standard output."""
    _be_modest()
    # What a library prints must not be taken for an answer.
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for found in _opened(source, date.fromisoformat(published) if published else None):
        if isinstance(found, Failure):
            line = {"failure": asdict(found)}
        else:
            line = {"article": found.model_dump(mode="json", exclude_computed_fields=True)}
        answer.write(json.dumps(line) + "\n")
        answer.flush()


def _opened(source: str, published: date | None) -> Iterator[Article | Failure]:
    for found in open_source(source, published=published, public_only=True):
        yield from (found,) if isinstance(found, Failure) else entries_of(found)


def _be_modest() -> None:
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main(*sys.argv[1:])
