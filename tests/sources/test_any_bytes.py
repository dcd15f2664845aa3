"""Whatever bytes a reader gets, it gives articles and failures, soon, and raises nothing."""

from collections.abc import Callable
from io import BytesIO
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sources.found import HERE
from tests.sources.test_open import EVERY_FORMAT
from verbale.article import Article
from verbale.errors import Failure
from verbale.sources.documents import read_document
from verbale.sources.facts import Findings
from verbale.sources.feed import read_feed
from verbale.sources.jsonl import read_jsonl
from verbale.sources.mail import read_mail
from verbale.sources.sniff import format_of
from verbale.sources.warc import read_warc

READERS: dict[str, Callable[[bytes], Findings]] = {
    "text": lambda data: read_document(data, HERE, "text"),
    "html": lambda data: read_document(data, HERE, "html"),
    "pdf": lambda data: read_document(data, HERE, "pdf"),
    "mail": lambda data: read_mail(data, HERE),
    "feed": lambda data: read_feed(data, HERE),
    "warc": lambda data: read_warc(BytesIO(data), HERE),
    "jsonl": lambda data: read_jsonl(BytesIO(data), HERE),
}
PIECES = [
    *(
        b"<p>",
        b"</p>",
        b"<div class=byline>",
        b"<q>",
        b"<time datetime=2022-01-18>",
        b"<script type='application/ld+json'>",
    ),
    *(
        b"<table><tr><td>",
        b"<!DOCTYPE html>",
        b"<![CDATA[",
        b"<!--",
        b"&#0;",
        b"&amp;quot;",
        b"<rss><channel><item>",
        b"</html>",
    ),
    *(
        b"WARC/1.0\r\nContent-Length: 9\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"\x1f\x8b\x08",
        b"From ",
        b"Subject: =?utf-8?b?",
    ),
    *(
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
        b'{"text": "',
        b'"}\n',
        b"%PDF-1.4 1 0 obj",
        b"stream",
        b"endobj",
    ),
    *(
        b"By Abigail Byrne\n",
        b"date 2022-01-18 ",
        b"14:05 GMT ",
        b"(Reporting by ",
        "â€œ".encode(),
        b"\xff\xfe",
        b"\x00",
        b"\n",
        b" ",
    ),
    *(
        "\u200f“No,” said Lena Hoxha.".encode(),
        b"\xed\xa0\x80",
        b"https://news.example.org/2022/01/18/a ",
        b"The envoy left. ",
    ),
]
ANYTHING = st.one_of(
    st.binary(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
)


def damaged(data: bytes) -> st.SearchStrategy[bytes]:
    """A file of ours with a stretch of it replaced."""
    return st.tuples(st.integers(0, len(data)), st.integers(0, 40), st.binary(max_size=20)).map(
        lambda cut: data[: cut[0]] + cut[2] + data[cut[0] + cut[1] :]
    )


@pytest.mark.parametrize("form", READERS)
@settings(
    max_examples=60, deadline=20_000, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.data())
def test_any_bytes_give_articles_or_failures(form: str, data: st.DataObject) -> None:
    given_bytes = data.draw(st.one_of(ANYTHING, damaged(EVERY_FORMAT[form])))

    for one in READERS[form](given_bytes):
        assert isinstance(one, Article | Failure)
        if isinstance(one, Article):
            one.model_dump_json()
            assert "\n" not in (one.title or "")


@given(ANYTHING)
def test_any_bytes_have_a_format_or_none(data: bytes) -> None:
    assert format_of(data) in {None, *READERS}


MANY = 30_000
# Seconds of processor time: the slowest takes 3 (a feed of 30,000 tags, in feedparser); a quadratic one takes minutes.
SOON = 20


@pytest.mark.parametrize("form", ["text", "html", "mail", "feed", "jsonl"])
@pytest.mark.parametrize(
    "piece",
    [
        b" ",
        b"\n",
        b" \n",
        b"<",
        b"<p>",
        b"<b>",
        b"(",
        b"a",
        b"&",
        b"By ",
        b"Reporting by ",
        b"\xcc\x81",
        b"[",
        b"1/",
        b"--x\n",
    ],
)
def test_one_piece_many_times_is_read_soon(form: str, piece: bytes) -> None:
    started = process_time()

    for one in READERS[form](piece * MANY):
        assert isinstance(one, Article | Failure)

    assert process_time() - started < SOON
