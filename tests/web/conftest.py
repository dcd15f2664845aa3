"""Dossiers to serve: one that is made by hand for each test, and the example, read once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import verbale
from tests.dossier.stores.articles import report
from verbale.dossier.dossier import Dossier
from verbale.record import Record
from verbale.web.app import application
from verbale.web.desk import Desk, Served

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "dossier").glob("*.html"))
HERE = "http://127.0.0.1"

Opened = Callable[..., TestClient]


@pytest.fixture
def where(tmp_path: Path) -> Path:
    """A dossier of three short articles: two of one meeting, and a later version of the second."""
    path = tmp_path / "talks.verbale"
    with Dossier.open(path) as dossier:
        dossier.add(report())
        dossier.add(report(report().article.text + " More.", outlet="Albion Courier", url="https://albion.example/1"))
        dossier.add(report("Ola Berg met somebody else.", outlet="Albion Courier", url="https://albion.example/1"))
    return path


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Opens a browser without a window on a dossier: of these records, or in that file, served as is said."""
    clients: list[TestClient] = []

    def open_(*records: Record, at: Path | None = None, **served: str) -> TestClient:
        path = at or tmp_path / f"of-{len(clients)}.verbale"
        with Dossier.open(path) as dossier:
            for record in records:
                dossier.add(record)
        app = application(Desk.open(Served(str(path), **served)))
        client = TestClient(app, base_url=HERE, raise_server_exceptions=False, follow_redirects=False)
        clients.append(client.__enter__())
        return client

    yield open_
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture
def client(opened: Opened, where: Path) -> TestClient:
    """A browser without a window, on the dossier of three articles."""
    return opened(at=where)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example dossier, read once; whoever changes it copies it."""
    path = tmp_path_factory.mktemp("example") / "example.verbale"
    with Dossier.open(path) as dossier:
        for record in verbale.read_all(EXAMPLES):
            assert isinstance(record, Record)
            dossier.add(record)
    return path
