"""Debian's Chromium, and the example dossier served to it. Without Chromium these tests are left out."""

import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Page

from verbale.web.app import application
from verbale.web.desk import Desk, Served

CHROMIUM = Path(os.environ.get("VERBALE_CHROMIUM", "/usr/bin/chromium"))
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    if not CHROMIUM.exists():
        pytest.skip(f"there is no Chromium at {CHROMIUM}")
    return {"executable_path": str(CHROMIUM), "args": list(QUIET), "headless": True}


@pytest.fixture(scope="session")
def browser_context_args(base_url: str) -> dict[str, Any]:
    return {
        "base_url": base_url,
        "viewport": {"width": 1200, "height": 900},
        "locale": "en-GB",
        "reduced_motion": "reduce",
    }


def serving(path: Path) -> Iterator[str]:
    """Serves the dossier in this process, on any free port."""
    bound = socket.create_server(("127.0.0.1", 0))
    app = application(Desk.open(Served(str(path))))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    bound.close()


@pytest.fixture(scope="session")
def base_url(example: Path) -> Iterator[str]:
    """Where the example dossier is served."""
    yield from serving(example)


@pytest.fixture(autouse=True)
def patience(page: Page) -> None:
    """No test waits long for what isn't there."""
    page.set_default_timeout(5_000)


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser's console said, and scripts that failed."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said
