import gzip
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from tests.sources.found import texts, the_article, the_failure
from verbale.errors import SourceError
from verbale.sources import address
from verbale.sources.address import fetch
from verbale.sources.open import open_source

PAGE = "<html><body><p>Посланник покинул переговоры.</p></body></html>"
NOTHING_MORE: dict[str, str] = {}
closing = Event()


class Server(BaseHTTPRequestHandler):
    """A site with everything that goes wrong."""

    def do_GET(self) -> None:
        getattr(self, f"get_{self.path.strip('/').partition('?')[0]}", self.get_nothing)()

    def get_page(self) -> None:
        self._send(PAGE.encode("windows-1251"), "text/html; charset=windows-1251")

    def get_packed(self) -> None:
        self._send(gzip.compress(PAGE.encode()), "text/html", {"Content-Encoding": "gzip"})

    def get_moved(self) -> None:
        self._send(b"", "text/html", {"Location": "/page"}, 302)

    def get_circle(self) -> None:
        self._send(b"", "text/html", {"Location": "/circle"}, 302)

    def get_elsewhere(self) -> None:
        self._send(b"", "text/html", {"Location": "file:///etc/passwd"}, 302)

    def get_forbidden(self) -> None:
        self._send(b"no", "text/html", status=403)

    def get_broken(self) -> None:
        self._send(b"no", "text/html", status=503)

    def get_large(self) -> None:
        self._send(b"x" * 5_000, "text/plain")

    def get_bomb(self) -> None:
        self._send(gzip.compress(b"\0" * 5_000_000), "text/html", {"Content-Encoding": "gzip"})

    def get_strange(self) -> None:
        self._send(b"no", "text/html", {"Content-Encoding": "br"})

    def get_picture(self) -> None:
        self._send(b"\x89PNG\r\n\x1a\n", "image/png")

    def get_jsonl(self) -> None:
        self._send(b'{"text": "One."}\n{"text": "Two."}\n', "application/jsonl")

    def get_short(self) -> None:
        self._send(b"half", "text/html", {"Content-Length": "4000"})

    def get_silent(self) -> None:
        closing.wait(20)

    def get_drip(self) -> None:
        self._send(b"x", "text/html", {"Content-Length": "1000"})
        while not closing.wait(0.05):
            self.wfile.write(b"x")

    def get_nothing(self) -> None:
        self._send(b"no such page", "text/html", status=404)

    def _send(self, content: bytes, media: str, headers: dict[str, str] = NOTHING_MORE, status: int = 200) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media, "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing: the test's output is for the test."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    closing.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["page", "packed", "moved"])
def test_a_page_is_fetched_unpacked_and_decoded(site: str, path: str) -> None:
    article = the_article(open_source(f"{site}/{path}"))

    assert article.text == "Посланник покинул переговоры."
    assert article.url == f"{site}/{'page' if path == 'moved' else path}"


def test_an_address_may_hold_many_articles(site: str) -> None:
    assert texts(open_source(f"{site}/jsonl")) == ["One.", "Two."]


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("nothing", "no such page (HTTP 404)"),
        ("forbidden", "refuses programs (HTTP 403)"),
        ("broken", "fails (HTTP 503)"),
        ("circle", "without end"),
        ("elsewhere", "no address"),
        ("strange", "packed the page as br"),
        ("short", "did not arrive whole"),
        ("picture", "a picture"),
    ],
)
def test_what_went_wrong_is_said_in_words(site: str, path: str, what: str) -> None:
    failure = the_failure(open_source(f"{site}/{path}"))

    assert what in failure.what
    assert failure.source == f"{site}/{path}"


@pytest.mark.parametrize("path", ["large", "bomb"])
def test_no_more_is_read_than_the_limit(site: str, path: str) -> None:
    with pytest.raises(SourceError, match="larger"):
        fetch(f"{site}/{path}", limit=4_999)


def test_a_silent_server_is_not_waited_for(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "READ_SECONDS", 0.2)

    assert "does not answer" in the_failure(open_source(f"{site}/silent")).what


def test_a_server_that_drips_is_not_waited_for(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "TOTAL_SECONDS", 0.2)

    assert "did not arrive within" in the_failure(open_source(f"{site}/drip")).what


def test_a_server_that_is_not_there_is_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    assert "can't be reached" in the_failure(open_source(f"http://127.0.0.1:{port}/")).what


@pytest.mark.parametrize("url", ["http://", "https://[", "http://\x00", "http://a b/", "HTTP://"])
def test_what_is_no_address_is_said(url: str) -> None:
    the_failure(open_source(url))
