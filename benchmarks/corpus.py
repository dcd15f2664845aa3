"""The labelled corpora: where they stand, what their rows hold, and a digest that tells their version.

They are not part of the project. `VERBALE_DATA` names their folder; without it they are looked for beside
the checkout.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.agreement import Parts
from verbale.article import Article
from verbale.errors import SourceError
from verbale.spans import Span

CHECKOUT = Path(__file__).parent.parent
STATEMENTS = Path("polnear", "dev.jsonl")


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with the statements that the annotators marked in it."""

    article: Article
    gold: tuple[Parts, ...]


def data_folder(settings: Mapping[str, str] = os.environ) -> Path:
    """The folder of the corpora, which may not be there."""
    return Path(settings.get("VERBALE_DATA") or CHECKOUT.parent / "shared" / "data")


def corpus(name: Path) -> Path:
    """The path of a corpus. Raises `SourceError` where it isn't there."""
    path = data_folder() / name
    if not path.exists():
        raise SourceError("there is no such corpus", where=str(path), remedy="say where with VERBALE_DATA=FOLDER")
    return path


def read_labelled(path: Path) -> tuple[Labelled, ...]:
    """The articles of a PolNeAR split, in order, their text code point for code point."""
    return tuple(_labelled(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip())


def _labelled(row: Mapping[str, Any]) -> Labelled:
    published = date.fromisoformat(row["published"])
    article = Article(id=row["id"], text=row["text"], published=published, published_from="given")
    return Labelled(article, tuple(_parts(one) for one in row["attributions"]))


def _parts(row: Mapping[str, Iterable[tuple[int, int]]]) -> Parts:
    source, cue, content = (tuple(Span(*span) for span in row[role]) for role in ("source", "cue", "content"))
    return Parts(source, cue, content)


def digest(paths: Iterable[Path]) -> str:
    """Which version of the files it is, whatever the way in which a checkout ends their lines."""
    known = hashlib.sha256()
    for path in paths:
        known.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return known.hexdigest()[:16]


def words(articles: Iterable[Article]) -> int:
    """How many words they have, a word being what stands between blanks."""
    return sum(len(article.text.split()) for article in articles)
