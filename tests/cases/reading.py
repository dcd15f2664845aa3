"""Reads a case as its person would: its text, or a file with that text."""

from pathlib import Path

from tests.cases.labels import Case
from verbale import Article, Record, read
from verbale.article import PublishedFrom
from verbale.reading.tools import Tools


def record_of(case: Case, folder: Path, tools: Tools | None = None) -> Record:
    """The reading of a case; `folder` is where its file is written, if it has one."""
    if case.file is None:
        known: PublishedFrom = "given" if case.published else "unknown"
        return read(Article(text=case.text, published=case.published, published_from=known), tools=tools)
    path = folder / case.file
    path.write_text(case.text, "utf-8")
    return read(path, published=case.published, tools=tools)
