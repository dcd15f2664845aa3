"""The pictures stand on a page of their own, each served as what it is."""

import pytest
from fastapi.testclient import TestClient


def test_the_page_shows_every_picture_with_what_it_shows_in_words(client: TestClient) -> None:
    page = client.get("/pictures?from=2022-01-01").text

    for kind in ("timeline", "positions", "network"):
        assert f'src="/pictures/{kind}.svg?from=2022-01-01"' in page
        assert f'href="/pictures/{kind}.png?from=2022-01-01"' in page
    assert page.count('<img src="/pictures/') == page.count('alt="W') == 3


@pytest.mark.parametrize(
    ("address", "kind", "begins"),
    [
        ("/pictures/timeline.svg", "image/svg+xml", b"<svg "),
        ("/pictures/network.svg?from=2022-01-01", "image/svg+xml", b"<svg "),
        ("/pictures/positions.png", "image/png", b"\x89PNG"),
    ],
)
def test_a_picture_is_served_as_what_it_is(client: TestClient, address: str, kind: str, begins: bytes) -> None:
    answer = client.get(address)

    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert answer.content.startswith(begins)
    assert client.get(address).content == answer.content


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/pictures/timeline", 404),
        ("/pictures/timeline.gif", 404),
        ("/pictures/portrait.svg", 404),
        ("/pictures/timeline.svg?party=Nobody", 404),
        ("/pictures?party=Nobody", 404),
        ("/pictures/timeline.svg?from=monday", 400),
    ],
)
def test_what_cannot_be_drawn_is_a_plain_page(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)

    assert answer.status_code == status
    assert "<h1>" in answer.text
