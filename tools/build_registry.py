"""Writes the registry's two files from CLDR's English names, the facts in tools/registry and the shared lists.

usage: python -m tools.build_registry ../shared/data [FOLDER]

The same lists give the same bytes. `share-alike.sqlite` holds the rows that rest on share-alike sources only, and
is under that licence; NOTICE names all sources.
"""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.rows.bodies import groups, organisations
from tools.rows.cities import cities
from tools.rows.offices import terms
from tools.rows.sheets import Sheets
from tools.rows.states import regions, states
from verbale.registry import Known
from verbale.registry.shelf import Rows, names_of, write_rows

TARGET = Path(__file__).parent.parent / "src" / "verbale" / "registry"
FREE = (("licence", "as each row's source tells: Unicode License v3, CC0, CC BY 4.0, public domain, MIT, Apache-2.0"),)
SHARED = (("licence", "CC BY-SA 4.0"), ("attribution", "the authors of Wikipedia's articles that the rows name"))
# Where a database keeps the version of the library that wrote it: not ours, and no part of what is in it.
_LIBRARY = slice(96, 100)


def main(data: Path, target: Path = TARGET) -> None:
    """Write the two files and say how many rows each has."""
    sheets = Sheets(data)
    known = [*states(sheets), *regions(), *organisations(sheets)]
    known += groups(sheets, {name for row in known for name, _ in names_of(row)})
    dated = terms(sheets, known)
    free = Rows(_without_clashes(known), tuple(cities(sheets)), tuple(dated.free), FREE)
    write(target / "registry.sqlite", free)
    write(target / "share-alike.sqlite", Rows(terms=tuple(dated.share_alike), about=SHARED))
    print(f"{len(known)} states, regions, organisations and groups, {len(free.cities)} names of cities")
    print(f"{len(dated.free)} terms in office, {len(dated.share_alike)} more that rest on share-alike sources only")


def _without_clashes(known: list[Known]) -> tuple[Known, ...]:
    """The rows, each id once: a second one would be lost without a word."""
    ids = [row.id for row in known]
    twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
    if twice:
        raise SystemExit(f"these ids are given twice: {', '.join(twice)}")
    return tuple(known)


def write(path: Path, rows: Rows) -> None:
    """The rows as a file, the same bytes whenever and by whatever SQLite it is written."""
    connection = sqlite3.connect(":memory:")
    write_rows(connection, rows)
    connection.execute("VACUUM")
    content = bytearray(connection.serialize())
    connection.close()
    content[_LIBRARY] = bytes(4)
    new = path.with_suffix(".new")
    new.write_bytes(content)
    new.replace(path)


def _paths(arguments: list[str]) -> Iterator[Path]:
    if len(arguments) not in (1, 2):
        raise SystemExit(__doc__)
    yield from map(Path, arguments)


if __name__ == "__main__":
    main(*_paths(sys.argv[1:]))
