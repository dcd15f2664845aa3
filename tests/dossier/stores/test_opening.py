"""What isn't a dossier is refused in a line; the schema is what the migrations make."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text

from tests.dossier.stores.articles import report
from tests.dossier.stores.server import with_driver
from verbale.dossier.dossier import Dossier
from verbale.dossier.store.schema import METADATA
from verbale.errors import DossierError


def test_the_migrations_make_the_schema(where: str) -> None:
    Dossier.open(where).close()
    with _connected(where) as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        assert compare_metadata(context, METADATA) == []


def test_a_newer_verbales_dossier_is_refused(where: str) -> None:
    Dossier.open(where).close()
    with _connected(where) as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DossierError, match="newer Verbale"):
        Dossier.open(where)


def test_none_is_made_where_none_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="there is no such dossier"):
        Dossier.open(tmp_path / "talks.dossier", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"not a database at all, but a text of some length" * 40])
def test_another_file_is_no_dossier(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(DossierError, match="dossier"):
        Dossier.open(path, create=False)
    assert path.read_bytes()[: len(content)] == content


def test_another_database_is_no_dossier(tmp_path: Path) -> None:
    path = tmp_path / "songs.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    with pytest.raises(DossierError, match="this is no dossier"):
        Dossier.open(path)


def test_a_folder_is_no_dossier(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="this is a folder"):
        Dossier.open(tmp_path)
    with pytest.raises(DossierError, match="its folder does not exist"):
        Dossier.open(tmp_path / "nowhere" / "talks.dossier")


def test_a_server_that_is_not_there_is_told_without_its_password() -> None:
    with pytest.raises(DossierError, match="can't be reached") as told:
        Dossier.open("postgresql://ada:secret@127.0.0.1:1/talks")
    assert "secret" not in str(told.value)


def test_a_damaged_dossier_is_told(tmp_path: Path) -> None:
    path = tmp_path / "talks.dossier"
    with Dossier.open(path) as dossier:
        dossier.add(report())
    kept = path.read_bytes()
    path.write_bytes(kept[:4096] + b"\xff" * (len(kept) - 4096))
    with pytest.raises(DossierError, match=r"damaged|no dossier"):
        Dossier.open(path).articles()


@contextmanager
def _connected(where: str) -> Iterator[Connection]:
    engine = create_engine(with_driver(where) if where.startswith("postgresql") else f"sqlite:///{where}")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _is_ours(name: str | None, *_: object) -> bool:
    """Whether it is a table that the schema knows; the index of words is made by hand."""
    return not (name or "").startswith("entry_words")
