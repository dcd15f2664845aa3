"""A shelf of the registry: one SQLite file, read only and a row at a time, or the same in memory.

The package ships two such files: `registry.sqlite`, and `share-alike.sqlite` with the rows that rest on share-alike
sources only. Nothing is read before somebody asks for it, and what was asked lately is remembered.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from verbale.errors import ToolsError
from verbale.registry.known import City, Known, Use
from verbale.registry.likeness import key_of
from verbale.registry.terms import Term

SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE origin (id INTEGER PRIMARY KEY, words TEXT);
CREATE TABLE known (id TEXT PRIMARY KEY, row TEXT) WITHOUT ROWID;
CREATE TABLE name (name TEXT, id TEXT, use TEXT, PRIMARY KEY (name, id, use)) WITHOUT ROWID;
CREATE TABLE first_word (word TEXT PRIMARY KEY, longest INTEGER) WITHOUT ROWID;
CREATE TABLE city (name TEXT, id TEXT, country TEXT, region TEXT, population INTEGER, latitude REAL, longitude REAL,
                   PRIMARY KEY (name, id)) WITHOUT ROWID;
CREATE TABLE term (id INTEGER PRIMARY KEY, person TEXT, key TEXT, body TEXT, office TEXT, title TEXT,
                   first TEXT, last TEXT, asof TEXT, aliases TEXT, sources TEXT);
CREATE TABLE bearer (key TEXT, term INTEGER, PRIMARY KEY (key, term)) WITHOUT ROWID;
CREATE INDEX term_of_office ON term (body, office) WHERE office <> '';
"""

_TERM = ("person", "key", "body", "office", "title", "first", "last", "asof")

_REMEMBERED = 4096
"""Answers kept of each kind of question: more than the capitalised words of a long article."""


@dataclass(frozen=True)
class Rows:
    """What a shelf holds."""

    known: Sequence[Known] = ()
    cities: Sequence[City] = ()
    terms: Sequence[Term] = ()
    about: tuple[tuple[str, str], ...] = ()
    """What a person should know of the file: its licence, and what it is made of."""


class Shelf:
    """The rows of one file. Every question is one look-up by an index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.names = lru_cache(_REMEMBERED)(self._names)
        self.longest = lru_cache(_REMEMBERED)(self._longest)
        self.known = lru_cache(_REMEMBERED)(self._known)
        self.cities = lru_cache(_REMEMBERED)(self._cities)
        self.held_by = lru_cache(_REMEMBERED)(self._held_by)
        self.holders = lru_cache(_REMEMBERED)(self._holders)

    @property
    def about(self) -> dict[str, str]:
        """What the file says of itself."""
        return dict(self._connection.execute("SELECT key, value FROM about"))

    def _names(self, name: str) -> tuple[tuple[str, Use], ...]:
        """The ids of what the name may mean, and how."""
        return tuple(self._connection.execute("SELECT id, use FROM name WHERE name = ?", (name,)))

    def _longest(self, word: str) -> int:
        """The characters of the longest name that begins with the word; 0 where none does."""
        found = self._connection.execute("SELECT longest FROM first_word WHERE word = ?", (word,)).fetchone()
        return found[0] if found else 0

    def _known(self, id_: str) -> Known | None:
        found = self._connection.execute("SELECT row FROM known WHERE id = ?", (id_,)).fetchone()
        return _known_from(json.loads(found[0])) if found else None

    def _cities(self, name: str) -> tuple[City, ...]:
        """The towns of that name, the largest first."""
        query = """SELECT id, name, country, region, population, latitude, longitude FROM city
                   WHERE name = ? ORDER BY population DESC, id"""
        return tuple(City(*row) for row in self._connection.execute(query, (name,)))

    def _held_by(self, key: str) -> tuple[Term, ...]:
        """The terms of whoever bears a name with that key (`likeness.key_of`)."""
        return self._terms("JOIN bearer ON bearer.term = term.id WHERE bearer.key = ?", key)

    def _holders(self, body: str, office: str) -> tuple[Term, ...]:
        """All terms in that office."""
        return self._terms("WHERE body = ? AND office = ?", body, office)

    def _terms(self, condition: str, *values: str) -> tuple[Term, ...]:
        query = f"""SELECT person, term.key, body, office, title, first, last, asof, aliases, sources
                    FROM term {condition} ORDER BY first, person, term.id"""  # noqa: S608 the conditions are above
        rows = self._connection.execute(query, values).fetchall()
        return tuple(self._term(*row) for row in rows)

    def _term(self, *row: str) -> Term:
        fields = dict(zip(_TERM, row[:8], strict=True))
        return Term(**fields, aliases=tuple(json.loads(row[8])), sources=self._origins(json.loads(row[9])))

    def _origins(self, ids: Iterable[int]) -> tuple[str, ...]:
        query = "SELECT words FROM origin WHERE id = ?"
        return tuple(self._connection.execute(query, (id_,)).fetchone()[0] for id_ in ids)


def open_shelf(path: Path) -> Shelf:
    """The shelf in the file. Raises `ToolsError` where it is none."""
    try:
        # Immutable and never written, so that one connection may serve all threads.
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        connection.execute("SELECT count(*) FROM about").fetchone()
    except sqlite3.Error as error:
        raise ToolsError(f"not a registry: {error}", where=path.name, remedy="install the package anew") from error
    return Shelf(connection)


def shelf_of(rows: Rows) -> Shelf:
    """The same in memory."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    write_rows(connection, rows)
    return Shelf(connection)


def write_rows(connection: sqlite3.Connection, rows: Rows) -> None:
    """Lay the rows out in an empty database, in an order that depends on them alone."""
    connection.executescript(SCHEMA)
    insert = connection.executemany
    insert("INSERT INTO about VALUES (?, ?)", sorted(rows.about))
    known = sorted(rows.known, key=lambda one: one.id)
    insert("INSERT INTO known VALUES (?, ?)", ((one.id, json.dumps(_row_of(one), ensure_ascii=False)) for one in known))
    names = sorted({(name, one.id, use) for one in known for name, use in names_of(one)})
    insert("INSERT INTO name VALUES (?, ?, ?)", names)
    insert("INSERT INTO first_word VALUES (?, ?)", sorted(_longest(name for name, _, _ in names).items()))
    insert("INSERT INTO city VALUES (?, ?, ?, ?, ?, ?, ?)", _city_rows(rows.cities))
    _write_terms(
        connection, sorted(rows.terms, key=lambda one: (one.body, one.office, one.first, one.person, one.title))
    )
    connection.commit()


def _write_terms(connection: sqlite3.Connection, terms: Sequence[Term]) -> None:
    origins = {words: id_ for id_, words in enumerate(sorted({words for one in terms for words in one.sources}), 1)}
    connection.executemany("INSERT INTO origin VALUES (?, ?)", ((id_, words) for words, id_ in origins.items()))
    connection.executemany("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _term_rows(terms, origins))
    named = ((name, id_) for id_, one in enumerate(terms, 1) for name in (one.person, *one.aliases))
    bearers = sorted({(key, id_) for name, id_ in named if (key := key_of(name))})
    connection.executemany("INSERT INTO bearer VALUES (?, ?)", bearers)


def _term_rows(terms: Iterable[Term], origins: dict[str, int]) -> Iterator[tuple[object, ...]]:
    for id_, one in enumerate(terms, 1):
        aliases = json.dumps(one.aliases, ensure_ascii=False)
        sources = json.dumps([origins[words] for words in one.sources])
        dates = (one.first, one.last, one.asof)
        yield (id_, one.person, one.key, one.body, one.office, one.title, *dates, aliases, sources)


def _city_rows(cities: Iterable[City]) -> list[tuple[object, ...]]:
    return sorted(
        (one.name, one.id, one.country, one.region, one.population, one.latitude, one.longitude) for one in cities
    )


def names_of(row: Known) -> Iterator[tuple[str, Use]]:
    """Every name of the row, and how it means it."""
    yield from ((name, "name") for name in (row.name, *row.aliases))
    yield from ((name, "demonym") for name in row.demonyms)
    yield from ((name, "seat") for name in row.seats)


def _longest(names: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in names:
        first = name.split()[0]
        longest[first] = max(longest.get(first, 0), len(name))
    return longest


def _row_of(row: Known) -> dict[str, object]:
    """The row without what is empty."""
    return {key: value for key in Known.__slots__ if (value := getattr(row, key))}


def _known_from(row: dict[str, Any]) -> Known:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Known(**fields)
