"""One body of tests, both databases."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.dossier.stores.server import FOLDERS, server, with_driver
from verbale.dossier.dossier import Dossier

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a server."""
    if not FOLDERS:
        pytest.skip("PostgreSQL isn't installed")
    with server() as address:
        yield address


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a dossier of this test's own may be made."""
    if request.param == "SQLite":
        return str(tmp_path / "talks.dossier")
    address: str = request.getfixturevalue("postgresql")
    name = f"dossier_{next(_NUMBERS)}"
    engine = create_engine(with_driver(f"{address}/postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{address}/{name}"


@pytest.fixture
def dossier(where: str) -> Iterator[Dossier]:
    """An empty dossier."""
    with Dossier.open(where) as opened:
        yield opened
