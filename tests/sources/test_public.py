import socket

import httpx
import pytest

from tests.sources.found import the_failure
from verbale.errors import SourceError
from verbale.sources.address import fetch
from verbale.sources.open import open_source
from verbale.sources.public import is_public

OUTSIDE = "93.184.215.14"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",  # noqa: S104 not bound
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "no address",
    ],
)
def test_what_is_not_for_everybody_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [OUTSIDE, "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_what_anybody_can_reach_is_public(address: str) -> None:
    assert is_public(address)


class Names:
    """A resolver that answers what a test wants, and may answer otherwise the next time."""

    def __init__(self, **names: list[list[str]]) -> None:
        self.names = {name.replace("_", "."): answers for name, answers in names.items()}

    def __call__(self, name: str, port: int, **_: object) -> list[tuple[object, ...]]:
        answers = self.names.get(name, [[name]])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in answer]


class Web:
    """Answers in the place of the network, and keeps what it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, location: str = "") -> None:
        self.asked: list[httpx.Request] = []
        self.location = location
        monkeypatch.setattr(httpx.HTTPTransport, "handle_request", lambda _, request: self.answer(request))

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        if self.location and len(self.asked) == 1:
            return httpx.Response(302, headers={"Location": self.location})
        return httpx.Response(200, stream=httpx.ByteStream(b"The envoys met."))


def use(monkeypatch: pytest.MonkeyPatch, names: Names) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", names)


def test_it_connects_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    web = Web(monkeypatch)
    use(monkeypatch, Names(paper_example=[[OUTSIDE], ["127.0.0.1"]]))
    page = fetch("https://paper.example/1", public_only=True)

    assert page.data == b"The envoys met."
    assert page.url == "https://paper.example/1"
    [asked] = web.asked
    assert asked.url.host == OUTSIDE
    assert asked.headers["Host"] == "paper.example"
    assert asked.extensions["sni_hostname"] == "paper.example"


@pytest.mark.parametrize(
    "url",
    [
        "http://inside.example/",
        "http://both.example/",
        "http://127.0.0.1:8000/",
        "http://[::1]/",
        "http://169.254.169.254/latest/",
    ],
)
def test_what_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    web = Web(monkeypatch)
    use(monkeypatch, Names(inside_example=[["10.0.0.1"]], both_example=[[OUTSIDE, "127.0.0.1"]]))

    with pytest.raises(SourceError, match="isn't public"):
        fetch(url, public_only=True)
    assert web.asked == []


@pytest.mark.parametrize("location", ["http://inside.example/", "http://127.0.0.1/", "//[::1]/"])
def test_a_redirection_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch, location: str) -> None:
    web = Web(monkeypatch, location)
    use(monkeypatch, Names(paper_example=[[OUTSIDE]], inside_example=[["192.168.0.9"]]))

    with pytest.raises(SourceError, match="isn't public"):
        fetch("http://paper.example/", public_only=True)
    assert len(web.asked) == 1


def test_a_redirection_out_of_http_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    Web(monkeypatch, "file:///etc/passwd")
    use(monkeypatch, Names(paper_example=[[OUTSIDE]]))

    with pytest.raises(SourceError, match="no address"):
        fetch("http://paper.example/", public_only=True)


def test_a_name_of_no_server_is_said_to_be_none(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Names(nobody_example=[[]]))

    with pytest.raises(SourceError, match="no server of that name"):
        fetch("http://nobody.example/", public_only=True)


def test_a_source_that_must_be_public_is_a_failure_otherwise() -> None:
    assert "isn't public" in the_failure(open_source("http://127.0.0.1:9/", public_only=True)).what
