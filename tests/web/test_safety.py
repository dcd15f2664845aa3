"""Who may ask, how much may be sent, and what a browser may do with the answer."""

import logging
from pathlib import Path

import pytest
from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.testclient import TestClient

from tests.web.conftest import HERE, Opened
from verbale.errors import DossierError
from verbale.web.app import application
from verbale.web.desk import Desk, Served
from verbale.web.safety import MOST, changing

TOKEN = "a-token-of-this-test"  # noqa: S105 it guards nothing
router = APIRouter()


@router.post("/written", dependencies=[Depends(changing)])
async def written() -> str:
    return "done"


@router.post("/swallowed")
async def swallowed(request: Request) -> int:
    return len(await request.body())


@router.get("/broken")
def broken() -> None:
    raise ValueError("the secret words")


@router.get("/unreachable")
def unreachable() -> None:
    raise DossierError("the database can't be reached", where="postgresql://somebody@server/talks")


@pytest.fixture
def desk(where: Path) -> Desk:
    return Desk.open(Served(str(where)))


@pytest.fixture
def client(desk: Desk) -> TestClient:
    """The application with pages of our own beside its own."""
    app: FastAPI = application(desk)
    app.include_router(router)
    return TestClient(app, base_url=HERE, raise_server_exceptions=False, follow_redirects=False)


@pytest.mark.parametrize("address", ["/", "/static/style.css", "/nothing", "/broken"])
def test_every_answer_tells_the_browser_what_it_may_do(client: TestClient, address: str) -> None:
    headers = client.get(address).headers

    assert "default-src 'none'; script-src 'self'; style-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "192.168.1.5", ""]
)
def test_who_calls_the_server_otherwise_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})

    assert answer.status_code == 421
    assert "talks" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_loopback_names_are_welcome(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"referer": "https://evil.example/page"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_change_from_another_site_is_refused(client: TestClient, desk: Desk, headers: dict[str, str]) -> None:
    answer = client.post("/written", data={"key": desk.key}, headers=headers)

    assert answer.status_code == 403
    assert "another site" in answer.text


@pytest.mark.parametrize("data", [{}, {"key": ""}, {"key": "guessed"}])
def test_a_form_of_no_page_of_ours_is_refused(client: TestClient, data: dict[str, str]) -> None:
    assert client.post("/written", data=data, headers={"origin": HERE}).status_code == 403


def test_our_own_form_and_our_own_script_may_change(client: TestClient, desk: Desk) -> None:
    assert client.post("/written", data={"key": desk.key}, headers={"origin": HERE}).status_code == 200
    assert client.post("/written", headers={"x-verbale-key": desk.key}).status_code == 200


def test_too_much_is_refused_whether_it_is_announced_or_not(client: TestClient) -> None:
    def without_length() -> object:
        yield from (b"x" * 65536 for _ in range(MOST // 65536 + 1))

    announced = client.post("/swallowed", content=b"x" * (MOST + 1))
    silent = client.post("/swallowed", content=without_length())  # type: ignore[arg-type]

    assert (announced.status_code, silent.status_code) == (413, 413)
    assert "1 MiB" in announced.text
    assert client.get("/").status_code == 200


def test_a_fault_of_ours_is_a_page_and_a_line_without_its_words(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = client.get("/broken")

    assert (answer.status_code, "Traceback" in answer.text, "secret" in answer.text) == (500, False, False)
    assert "a fault of our own at /broken: ValueError in test_safety.py" in caplog.text
    assert "secret words" not in caplog.text


def test_what_a_dossier_is_called_on_its_server_is_not_told(client: TestClient) -> None:
    answer = client.get("/unreachable")

    assert answer.status_code == 503
    assert "somebody" not in answer.text


def test_programs_get_faults_as_json(client: TestClient) -> None:
    assert client.get("/api/nothing").json() == {"detail": "Go back, or begin at the overview."}


@pytest.mark.parametrize("served", [{"host": "0.0.0.0", "token": TOKEN}, {"token": TOKEN}])  # noqa: S104 not bound
def test_without_the_token_nothing_is_shown(opened: Opened, where: Path, served: dict[str, str]) -> None:
    client = opened(at=where, **served)
    for address in ("/", "/articles/1", "/api/nothing", "/?token=guessed", "/?token="):
        answer = client.get(address)
        assert answer.status_code == 401
        assert "talks" not in answer.text
    assert client.get("/", headers={"authorization": "Bearer guessed"}).status_code == 401
    assert client.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_the_token_becomes_a_cookie_and_leaves_the_address(
    opened: Opened, where: Path, caplog: pytest.LogCaptureFixture
) -> None:
    client = opened(at=where, token=TOKEN)
    with caplog.at_level(logging.DEBUG, logger="verbale"):
        answer = client.get(f"/search?words=map&token={TOKEN}")
        cookie = answer.headers["set-cookie"]
        assert (answer.status_code, answer.headers["location"]) == (303, "/search?words=map")
        assert ("HttpOnly" in cookie, "SameSite=lax" in cookie, TOKEN in cookie) == (True, True, False)
        assert client.get("/search?words=map").status_code == 200
    assert TOKEN not in caplog.text


def test_a_way_out_is_not_hidden_behind_the_token(opened: Opened, where: Path) -> None:
    client = opened(at=where, token=TOKEN)

    assert client.get(f"{HERE}//evil.example/?token={TOKEN}").headers["location"] == "/evil.example/"


def test_a_cookie_that_is_none_lets_nobody_in(opened: Opened, where: Path) -> None:
    client = opened(at=where, token=TOKEN)

    assert client.get("/", headers={"cookie": "verbale_pass=x; \x01="}).status_code == 401
