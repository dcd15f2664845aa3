"""The store: transactions that read, and transactions that write."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from verbale.dossier.store.opening import opened, reading, writing
from verbale.dossier.store.reader import Reader
from verbale.dossier.store.writer import Writer


class Store:
    """A dossier's database."""

    def __init__(self, where: str | Path, *, create: bool) -> None:
        """Opens it. Raises `DossierError`."""
        self.where = str(where)
        self._engine = opened(where, create=create)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A view of the dossier as it is now."""
        with reading(self._engine, self.where) as connection:
            yield Reader(connection)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """A change of the dossier: all of it, or nothing where the block raises."""
        with writing(self._engine, self.where) as connection:
            yield Writer(connection)

    def faults(self) -> tuple[str, ...]:
        """What the database itself finds damaged; nothing where all is well. Of a file alone."""
        if self._engine.dialect.name != "sqlite":
            return ()
        with reading(self._engine, self.where) as connection:
            said = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
            said += [f"a row of {row[0]} names nothing" for row in connection.execute(text("PRAGMA foreign_key_check"))]
        return tuple(one for one in said if one != "ok")

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()
