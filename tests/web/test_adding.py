"""What strangers give: each gets a clear answer, and the server stays up."""

import gzip
import io
import re
import time
import zipfile

import pytest
from fastapi.testclient import TestClient

from tests.dossier.stores.articles import report
from verbale.web.adding import FILES
from verbale.web.readers import LONGEST, Opening

SCRIPT = "<script>alert(1)</script>"
WORDS = "Ola Berg met Ada Holm in Geneva on Monday. “The map is not for sale,” she said afterwards to reporters."


def key_of(client: TestClient) -> str:
    found = re.search(r'name="key" value="([^"]+)"', client.get("/add").text)
    assert found
    return found.group(1)


def outcome(client: TestClient, address: str, data: dict[str, str], **sent: object) -> str:
    """The page of what was added, when all is done."""
    answer = client.post(address, data={"key": key_of(client), **data}, **sent)  # type: ignore[arg-type]
    assert answer.status_code == 303, answer.text
    return done(client, answer.headers["location"])


def done(client: TestClient, address: str) -> str:
    for _ in range(600):
        page = client.get(address).text
        if "data-poll" not in page:
            return page
        time.sleep(0.05)
    raise AssertionError("it goes on and on")


def upload(client: TestClient, *files: tuple[str, bytes]) -> str:
    return outcome(client, "/add/files", {}, files=[("files", one) for one in files])


def test_a_pasted_text_is_read_and_added(client: TestClient) -> None:
    given = {"text": WORDS, "title": "Talks", "outlet": "Lake Post", "published": "2022-01-11"}
    page = outcome(client, "/add/text", given)

    assert 'href="/articles/4"' in page
    assert "Lake Post" in client.get("/articles/4").text


def test_a_text_that_is_there_is_not_added_again(client: TestClient) -> None:
    article = report().article
    given = {"text": article.text, "title": article.title or "", "outlet": article.outlet or ""}

    assert "which was there already" in outcome(client, "/add/text", given)
    assert client.get("/articles/4").status_code == 404


def test_files_are_added_and_those_that_are_none_say_why(client: TestClient) -> None:
    page = upload(client, ("talks.txt", WORDS.encode()), ("cat.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 99))

    assert "Article 4" in page
    assert "cat.png" in page
    assert "a picture" in page
    assert "What to do" in page


def test_scripts_are_shown_as_text(client: TestClient) -> None:
    words = f"Ola Berg met Ada Holm on Monday. “The map {SCRIPT} is not for sale,” said Ada Holm on Tuesday."
    page = outcome(client, "/add/text", {"text": words, "title": f"Talks {SCRIPT}", "outlet": SCRIPT})
    pages = [page, *(client.get(one).text for one in ("/articles/4", "/", "/articles", "/search?words=map", "/queue"))]

    assert all(SCRIPT not in one for one in pages)
    assert "&lt;script&gt;" in pages[1]


def bomb() -> bytes:
    return gzip.compress(b"\0" * 200_000_000, 9)


def zipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"\0" * 50_000_000)
    return packed.getvalue()


def looping_pdf() -> bytes:
    """Its pages have themselves as children, and its table of places lies."""
    body = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    body += b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>endobj\n"
    return body + b"trailer<</Root 1 0 R/Size 3/Prev 9>>\nstartxref\n9\n%%EOF"


def lying_pdf() -> bytes:
    """A stream that says that it is far longer than the file."""
    body = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    body += b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]>>endobj\n"
    return body + b"4 0 obj<</Length 999999999999>>stream\nBT ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.txt.gz", bomb()),
        ("bomb.zip", zipped()),
        ("loop.pdf", looping_pdf()),
        ("lies.pdf", lying_pdf()),
        ("nothing.txt", b""),
        ("program", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40),
        ("long.txt", b"The envoys met. " * 100_000),
        ("../../etc/passwd", b"\0\0\0"),
    ],
)
def test_what_is_no_article_gets_a_clear_answer(client: TestClient, name: str, content: bytes) -> None:
    page = upload(client, (name, content))

    assert 'class="fault"' in page
    assert "Traceback" not in page
    assert client.get("/").status_code == 200


def test_deeply_nested_html_is_read(client: TestClient) -> None:
    page = upload(client, ("deep.html", b"<html><body>" + b"<div>" * 200_000 + WORDS.encode()))

    assert 'href="/articles/4"' in page


def test_fifty_megabytes_are_refused_at_once(client: TestClient) -> None:
    files = [("files", ("long.txt", b"x" * 50_000_000))]
    answer = client.post("/add/files", data={"key": key_of(client)}, files=files)

    assert answer.status_code == 413
    assert "Split it" in answer.text


def test_too_long_a_text_is_refused(client: TestClient) -> None:
    answer = client.post("/add/text", data={"key": key_of(client), "text": "x" * (LONGEST + 1)})

    assert answer.status_code == 413


def test_too_many_files_are_refused(client: TestClient) -> None:
    files = [("files", (f"{number}.txt", b"x")) for number in range(FILES + 1)]
    answer = client.post("/add/files", data={"key": key_of(client)}, files=files)

    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("address", "words"),
    [("/add/text", "no text"), ("/add/addresses", "no address"), ("/add/files", "")],
)
def test_an_empty_form_says_what_is_missing(client: TestClient, address: str, words: str) -> None:
    answer = client.post(address, data={"key": key_of(client)})

    assert answer.status_code in (400, 422)
    assert words in answer.text


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://paper.example/", "/etc/passwd", "http://["])
def test_other_addresses_than_of_pages_are_refused(client: TestClient, address: str) -> None:
    answer = client.post("/add/addresses", data={"key": key_of(client), "addresses": address})

    assert answer.status_code == 400
    assert "no address of a page" in answer.text


def test_an_address_within_our_network_is_refused(client: TestClient) -> None:
    page = outcome(client, "/add/addresses", {"addresses": "http://127.0.0.1:9/\nhttp://[::1]/ http://2130706433/"})

    assert page.count("isn&#39;t public") == 3


def test_without_the_key_nothing_is_added(client: TestClient) -> None:
    assert client.post("/add/text", data={"text": WORDS}).status_code == 403


def test_what_was_cancelled_is_left_out(client: TestClient) -> None:
    files = [("files", (f"{number}.txt", f"{WORDS} {number}".encode())) for number in range(5)]
    answer = client.post("/add/files", data={"key": key_of(client)}, files=files)
    address = answer.headers["location"]
    client.post(f"{address}/cancel", data={"key": key_of(client)})
    page = done(client, address)

    assert "cancelled" in page


def test_what_takes_too_long_is_ended() -> None:
    opening = Opening("/dev/zero", "zero.txt", seconds=0.01)
    [fault] = opening.found()

    assert "within" in fault.what  # type: ignore[union-attr]


def test_what_dies_is_a_failure() -> None:
    opening = Opening("x", "x.txt")
    opening._process.kill()
    [fault] = opening.found()

    assert "too much" in fault.what  # type: ignore[union-attr]
