"""Fifty people read the example dossier at once, over the network, and each of them is answered."""

import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import uvicorn

from verbale.web.app import application
from verbale.web.desk import Desk, Served

READERS = 50
TURNS = 2
PAGES = (
    "/", "/articles", "/articles/1", "/timeline", "/positions", "/documents", "/conflicts", "/changes",
    "/search?words=draft", "/api/timeline", "/api/articles/2", "/api/reports/statement",
)  # fmt: skip


def test_fifty_readers_at_once_are_all_answered(example: Path) -> None:
    app = application(Desk.open(Served(str(example))))
    with socket.create_server(("127.0.0.1", 0), backlog=256) as bound:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        home = f"http://127.0.0.1:{bound.getsockname()[1]}"
        together = threading.Barrier(READERS)

        def read(number: int) -> list[int]:
            pages = [PAGES[(number + turn) % len(PAGES)] for turn in range(TURNS)]
            with httpx.Client(base_url=home, timeout=60, trust_env=False) as reader:
                together.wait(timeout=60)
                return [reader.get(page).status_code for page in pages]

        try:
            with ThreadPoolExecutor(READERS) as readers:
                answered = [status for some in readers.map(read, range(READERS)) for status in some]
        finally:
            server.should_exit = True
            thread.join()

    assert answered == [200] * READERS * TURNS
