"""The short tables in README.md, between two marks: `python -m benchmarks --readme` rewrites them."""

import re
from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus import CHECKOUT
from benchmarks.table import Table, markdown
from verbale.errors import SourceError

README = CHECKOUT / "README.md"
START, END = "<!-- bench -->", "<!-- /bench -->"

_BLOCK = re.compile(f"{START}.*?{END}", re.DOTALL)


def rewrite(tables: Iterable[Table], path: Path) -> None:
    """Puts the short tables in the file. Raises `SourceError` where it has not just one place for them."""
    text = path.read_text("utf-8")
    path.write_text(with_tables(text, tables, where=path.name), "utf-8")


def with_tables(text: str, tables: Iterable[Table], *, where: str = "the text") -> str:
    """The text with the short tables between its marks."""
    if len(_BLOCK.findall(text)) != 1:
        raise SourceError("there is not just one place for the figures", where=where, remedy=f"{START} {END}")
    block = f"{START}\n{short(tables)}\n{END}"
    return _BLOCK.sub(lambda _: block, text)


def short(tables: Iterable[Table]) -> str:
    """The columns that matter most, in Markdown."""
    return markdown(brief for table in tables if (brief := table.brief()))
