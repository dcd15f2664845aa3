"""The index of words: SQLite's FTS5, or PostgreSQL's text search. Both know English stems and phrases."""

import re
from collections.abc import Iterable

from sqlalchemy import Connection, text
from sqlalchemy.sql.elements import TextClause

_PART = re.compile(r'"([^"]*)"|(\S+)')


def make_index(connection: Connection) -> None:
    """Makes the empty index."""
    if connection.dialect.name == "sqlite":
        make = "CREATE VIRTUAL TABLE entry_words USING fts5(words, tokenize = 'porter unicode61 remove_diacritics 2')"
        connection.execute(text(make))
    else:
        connection.execute(text("CREATE TABLE entry_words (entry INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)"))
        connection.execute(text("CREATE INDEX entry_words_words ON entry_words USING gin (words)"))


def index_words(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Enters the entries' words by their numbers."""
    given = [{"entry": number, "words": words} for number, words in rows]
    if not given:
        return
    if connection.dialect.name == "sqlite":
        enter = "INSERT INTO entry_words (rowid, words) VALUES (:entry, :words)"
    else:
        enter = "INSERT INTO entry_words (entry, words) VALUES (:entry, to_tsvector('english', :words))"
    connection.execute(text(enter), given)


def forget_words(connection: Connection, numbers: Iterable[int]) -> None:
    """Takes the entries out of the index."""
    column = "rowid" if connection.dialect.name == "sqlite" else "entry"
    given = [{"entry": number} for number in numbers]
    if given:
        connection.execute(text(f"DELETE FROM entry_words WHERE {column} = :entry"), given)  # noqa: S608 a name of ours


def holding(connection: Connection, words: str) -> TextClause | None:
    """The numbers of the entries that hold all of the words, as a query, the last first; None without any word.

    A phrase in double quotation marks stands as it is. Nothing in the words is a command of the index.
    """
    words = words.replace("\0", " ")
    parts = [phrase or word for phrase, word in _PART.findall(words)]
    if not any(re.search(r"\w", part) for part in parts):
        return None
    if connection.dialect.name == "sqlite":
        match = " ".join('"' + part.replace('"', " ") + '"' for part in parts if re.search(r"\w", part))
        query = text("SELECT rowid AS entry FROM entry_words WHERE entry_words MATCH :match ORDER BY rowid DESC")
    else:
        match = words
        query = text(
            "SELECT entry FROM entry_words WHERE words @@ websearch_to_tsquery('english', :match) ORDER BY entry DESC"
        )
    return query.bindparams(match=match)
