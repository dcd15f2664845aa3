import gzip
from io import BytesIO
from pathlib import Path

import pytest

from tests.sources.found import HERE, codes, texts, the_article
from verbale.article import Article
from verbale.errors import Failure
from verbale.sources.facts import Found
from verbale.sources.open import open_source
from verbale.sources.warc import read_warc

HTML = "<html><body><p>{}</p></body></html>"


def record(kind: str, body: bytes, *, number: int = 1, media: str = "application/http; msgtype=response") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: https://news.example.org/{number}\r\nContent-Type: {media}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def http(page: bytes, header: str = "Content-Type: text/html", status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\n{header}\r\n\r\n".encode() + page


def page(text: str, number: int = 1, header: str = "Content-Type: text/html; charset=utf-8") -> bytes:
    return record("response", http(HTML.format(text).encode(), header), number=number)


def read(data: bytes) -> list[Found]:
    return list(read_warc(BytesIO(data), HERE))


def test_every_response_is_an_article_with_its_address() -> None:
    one, two = read(record("warcinfo", b"software: x") + page("The envoy left.", 1) + page("The mediator stayed.", 2))

    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.text, one.url, one.id) == ("The envoy left.", "https://news.example.org/1", "urn:uuid:1")
    assert (two.text, two.url) == ("The mediator stayed.", "https://news.example.org/2")
    assert one.published is None  # the day of the crawl isn't the day of publication


@pytest.mark.parametrize(
    "other",
    [
        record("request", b"GET / HTTP/1.1\r\n\r\n"),
        record("metadata", b"x: y"),
        record("response", http(b"gone", status="404 Not Found")),
        record("response", http(b"\x89PNG", "Content-Type: image/png")),
        record("response", http(b"p { color: red }", "Content-Type: text/css")),
        record("revisit", b""),
        b"\r\n\r\n",
    ],
)
def test_what_archives_hold_beside_pages_is_passed_over(other: bytes) -> None:
    assert texts(read(other + page("The envoy left.") + other)) == ["The envoy left."]


@pytest.mark.parametrize(
    "whole",
    [
        record(
            "response",
            http(gzip.compress(b"<p>The envoy left.</p>"), "Content-Encoding: gzip\r\nContent-Type: text/html"),
        ),
        record(
            "response",
            http(
                b"5\r\n<p>Th\r\n11\r\ne envoy left.</p>\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Type: text/html",
            ),
        ),
        record("response", http(b"<p>The envoy left.</p>", "X-Powered-By: y")),
        record("resource", b"<p>The envoy left.</p>", media="text/html"),
        record("conversion", b"The envoy left.", media="text/plain"),
        record("response", http("<p>The envoy left.</p>".encode("utf-16"), "Content-Type: text/html; charset=utf-16")),
    ],
)
def test_transfer_and_content_encodings_are_undone(whole: bytes) -> None:
    assert the_article(read(whole)).text == "The envoy left."


def test_a_member_that_breaks_off_is_reported_and_used_as_far_as_it_is_whole(tmp_path: Path) -> None:  # F01
    members = [
        gzip.compress(page(text, number)) for number, text in enumerate(["The envoy left.", "The mediator stayed."], 1)
    ]
    last = page(
        "The guarantors will meet on Thursday. " + "".join(f"Clause {n} is open. " for n in range(900)) + "Then", 3
    )
    path = tmp_path / "talks.warc.gz"
    path.write_bytes(b"".join(members) + zlib_without_end(last))

    one, two, three, failure = open_source(path)

    assert [a.text for a in (one, two) if isinstance(a, Article)] == ["The envoy left.", "The mediator stayed."]
    assert isinstance(three, Article)
    assert three.text.startswith("The guarantors will meet on Thursday. Clause 0 is open.")
    assert three.text.endswith("is open.")
    assert "cut_short" in codes(three)
    assert isinstance(failure, Failure)
    assert "urn:uuid:3" in failure.what
    assert "bytes were read" in failure.what
    assert failure.source.endswith("talks.warc.gz, https://news.example.org/3")


def zlib_without_end(data: bytes) -> bytes:
    packed = gzip.compress(data)
    return packed[: len(packed) // 2]


def test_a_record_without_one_whole_sentence_gives_the_failure_only() -> None:
    whole = page("The guarantors will meet on Thursday.", 3)
    found = read(whole[: whole.index(b" on Thursday")])

    assert [type(one) for one in found if not isinstance(one, Article) or one.text] == [Failure]


@pytest.mark.parametrize("length", [b"", b"x", b"-5"])
def test_a_record_without_a_length_is_a_failure_and_the_rest_goes_on(length: bytes) -> None:
    broken = (
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + length + b"\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx\r\n\r\n"
    )
    failure, article = read(broken + page("The envoy left."))

    assert isinstance(failure, Failure)
    assert isinstance(article, Article)


def test_one_gzip_member_around_the_whole_archive_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "talks.warc.gz"
    path.write_bytes(gzip.compress(page("The envoy left.", 1) + page("The mediator stayed.", 2)))

    assert texts(open_source(path)) == ["The envoy left.", "The mediator stayed."]


def test_a_bomb_in_a_record_is_a_failure() -> None:
    bomb = gzip.compress(b" " * 60_000_000)
    found = read(record("response", http(bomb, "Content-Encoding: gzip\r\nContent-Type: text/html")))

    assert [type(one) for one in found] == [Failure]
