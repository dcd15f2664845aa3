"""Opens a dossier's database: makes it where it isn't there, brings an older one up to date, refuses what is none."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError

from verbale.errors import DossierError

WAIT = 60
"""Seconds that one who adds waits for another."""

_MIGRATIONS = "verbale.dossier.store:migrations"
_LOCK = 0x56455242
"""The key of the lock under which one at a time writes on a PostgreSQL server: the letters VERB."""


def opened(where: str | Path, *, create: bool) -> Engine:
    """The database of the dossier: a path of a file, or an address that begins with `postgresql://`.

    Raises `DossierError` where it isn't there (and not to be made), is no dossier, is a newer Verbale's, or where the
    server can't be reached.
    """
    name = str(where)
    engine = _on_server(name) if name.startswith("postgresql") else _in_file(Path(where), create=create)
    try:
        _bring_up_to_date(engine, name, create=create)
    except (OperationalError, InterfaceError) as error:
        engine.dispose()
        raise _fault(error, name) from error
    except DBAPIError as error:
        engine.dispose()
        raise DossierError("this is no dossier", where=name, remedy="is it the right file?") from error
    except DossierError:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine, where: str) -> Iterator[Connection]:
    """A transaction that writes, one at a time; all of it is kept, or nothing. Raises `DossierError`."""
    try:
        with engine.connect() as plain:
            if engine.dialect.name == "sqlite":
                connection = plain.execution_options(writing=True)
            else:
                # What others kept while it waited for the lock has to be seen.
                connection = plain.execution_options(isolation_level="READ COMMITTED")
            with connection.begin():
                if engine.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                yield connection
    except OperationalError as error:
        raise _fault(error, where) from error


@contextmanager
def reading(engine: Engine, where: str) -> Iterator[Connection]:
    """A transaction that reads, and sees the dossier as it was when it began. Raises `DossierError`."""
    try:
        with engine.connect() as connection, connection.begin():
            yield connection
    except OperationalError as error:
        raise _fault(error, where) from error


def _in_file(path: Path, *, create: bool) -> Engine:
    if path.is_dir():
        raise DossierError("this is a folder", where=str(path), remedy="name a file")
    if not path.exists() and not create:
        raise DossierError("there is no such dossier", where=str(path), remedy="verbale add makes one")
    if not path.parent.is_dir():
        raise DossierError("its folder does not exist", where=str(path), remedy="make the folder first")
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT, "check_same_thread": False})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    """SQLite's settings: readers don't wait for a writer, and what was acknowledged outlives a failing machine."""
    connection.isolation_level = None  # transactions are ours to begin
    for setting in (f"busy_timeout={WAIT * 1000}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _on_server(address: str) -> Engine:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise DossierError("not an address of a database", where=address) from error
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+pg8000")
    try:
        return create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=True)
    except ModuleNotFoundError as error:
        remedy = "pip install 'verbale[postgres]'"
        raise DossierError(
            "the driver for PostgreSQL isn't installed", where=_without_password(address), remedy=remedy
        ) from error


def _bring_up_to_date(engine: Engine, name: str, *, create: bool) -> None:
    config = Config()
    config.set_main_option("script_location", _MIGRATIONS)
    script = ScriptDirectory.from_config(config)
    with reading(engine, name) as connection:
        if _revision(connection) == script.get_current_head():
            return
    with writing(engine, name) as connection:
        now = _revision(connection)
        if now == script.get_current_head():
            return
        if now is None and inspect(connection).get_table_names():
            raise DossierError("this is no dossier", where=_without_password(name), remedy="is it the right one?")
        if now is None and not create:
            raise DossierError(
                "there is no dossier in it", where=_without_password(name), remedy="verbale add makes one"
            )
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            remedy = "install a newer Verbale"
            raise DossierError(
                "it was made by a newer Verbale", where=_without_password(name), remedy=remedy
            ) from error


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _fault(error: OperationalError | InterfaceError, name: str) -> DossierError:
    told, where = str(error.orig).lower(), _without_password(name)
    if "locked" in told or "busy" in told:
        return DossierError("somebody else is writing to it", where=where, remedy="try again later")
    if "readonly" in told or "unable to open" in told:
        return DossierError("it can't be written to", where=where, remedy="mind who may write there")
    if "full" in told:
        return DossierError("there is no room on the disk", where=where)
    if "malformed" in told or "not a database" in told:
        return DossierError("it is damaged, or no dossier", where=where, remedy="take a copy kept elsewhere")
    return DossierError("the database can't be reached", where=where, remedy="is the server running?")


def _without_password(name: str) -> str:
    return make_url(name).render_as_string(hide_password=True) if name.startswith("postgresql") else name
