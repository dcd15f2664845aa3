import gzip
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.sources.found import codes, texts, the_article, the_failure
from tests.sources.pages import column, pdf
from verbale.article import Article
from verbale.errors import Failure, OptionError
from verbale.sources.open import FORMATS, article_from_text, inputs_of, open_source

MAIL = b"From: Abigail Byrne <a@example.org>\nDate: Tue, 18 Jan 2022 10:00:00 +0000\n\nThe envoy left."
FEED = b"<rss version='2.0'><channel><item><description>The envoy left.</description></item></channel></rss>"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The envoy left.</p>"
WARC = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(HTTP), HTTP)
EVERY_FORMAT = {
    "text": b"The envoy left.",
    "jsonl": b'{"text": "The envoy left."}',
    "html": b"<html><body><p>The envoy left.</p></body></html>",
    "pdf": pdf([column(60, 700, ["The envoy left."])]),
    "mail": MAIL,
    "feed": FEED,
    "warc": WARC,
}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_told_by_its_content(tmp_path: Path, form: str) -> None:
    path = tmp_path / "no-suffix"
    path.write_bytes(EVERY_FORMAT[form])

    assert texts(open_source(path)) == ["The envoy left."]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_may_be_packed_and_forced(tmp_path: Path, form: str) -> None:
    path = tmp_path / "article.txt.gz"
    path.write_bytes(gzip.compress(EVERY_FORMAT[form]))

    assert texts(open_source(path, format=form)) == ["The envoy left."]
    assert texts(open_source(path)) == ["The envoy left."]


def test_a_forced_format_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<p>The envoy left.</p>")

    assert texts(open_source(path, format="text")) == ["<p>The envoy left.</p>"]
    assert "jsonl" in the_failure(open_source(path, format="jsonl")).stage


def test_a_format_that_is_none_is_the_persons_fault() -> None:
    with pytest.raises(OptionError, match="text, jsonl, html"):
        open_source("a", format="docx")


def test_the_day_that_the_person_gives_reaches_every_article(tmp_path: Path) -> None:
    for form, data in EVERY_FORMAT.items():
        (tmp_path / form).write_bytes(data)
    found = [one for one in open_source(tmp_path, published=date(2022, 3, 9)) if isinstance(one, Article)]

    assert [(one.published, one.published_from) for one in found] == [(date(2022, 3, 9), "given")] * len(FORMATS)


@pytest.mark.parametrize("name", ["missing.txt", "missing/", "a\x00b", "x" * 5_000])
def test_a_file_that_is_not_there_is_a_failure_and_raises_nothing(tmp_path: Path, name: str) -> None:
    failure = the_failure(open_source(f"{tmp_path}/{name}"))

    assert failure.source == f"{tmp_path}/{name}"
    assert failure.stage == "open"


def test_a_folder_is_read_in_order_with_all_below_it_but_hidden_files(tmp_path: Path) -> None:
    for name in ["b.txt", "a/z.txt", "a/b/c.txt", ".hidden", ".git/config", "c.jsonl"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"text": "c.jsonl"}' if name == "c.jsonl" else name)

    assert texts(open_source(str(tmp_path))) == ["a/b/c.txt", "a/z.txt", "b.txt", "c.jsonl"]


def test_what_cannot_be_read_in_a_folder_is_a_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "b.css").write_text("p { color: red }")
    (tmp_path / "c.txt").write_text("The envoy left.")
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.4 junk")
    (tmp_path / "e.txt").symlink_to(tmp_path / "nowhere")
    found = list(open_source(tmp_path))

    assert [one.source.rpartition("/")[2] if isinstance(one, Failure) else one.text for one in found] == [
        "a.docx",
        "b.css",
        "The envoy left.",
        "d.pdf",
        "e.txt",
    ]


def test_a_link_in_a_circle_does_not_end_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The envoy left.")
    (tmp_path / "again").symlink_to(tmp_path)

    assert texts(open_source(tmp_path)) == ["The envoy left."]


def test_an_empty_folder_is_a_failure(tmp_path: Path) -> None:
    assert "no files" in the_failure(open_source(tmp_path)).what


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The envoy left.")
    path.chmod(0)

    assert "may not" in the_failure(open_source(path)).what


def test_a_file_that_is_too_large_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(b"The envoy left.")
        file.truncate(60_000_000)

    assert "larger than 50 MB" in the_failure(open_source(path, format="text")).what


def test_a_packed_file_that_breaks_off_gives_what_is_whole_and_a_failure(tmp_path: Path) -> None:
    lines = "".join(f'{{"text": "Clause {number * number} is open."}}\n' for number in range(5_000)).encode()
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines)[:-2_000])
    *articles, failure = open_source(path)

    assert len(articles) > 1_000
    assert isinstance(failure, Failure)


class Slow(io.RawIOBase):
    """A pipe whose writer sends a few bytes at a time."""

    def __init__(self, data: bytes) -> None:
        self._rest = data

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        piece, self._rest = self._rest[:7], self._rest[7:]
        buffer[: len(piece)] = piece
        return len(piece)


@pytest.mark.parametrize("form", FORMATS)
def test_standard_input_may_hold_any_format_and_come_slowly(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    stdin = io.TextIOWrapper(io.BufferedReader(Slow(EVERY_FORMAT[form])))
    monkeypatch.setattr(sys, "stdin", stdin)

    assert texts(open_source("-")) == ["The envoy left."]


def test_an_article_of_a_text_keeps_it_code_point_for_code_point() -> None:
    text = " date 2022-01-18 nego\u00adtiators\r\n(Editing by Toby Kerr) "
    article = article_from_text(text, title="Talks", outlet="The Courier", published=date(2022, 1, 18))

    assert article.text == text
    assert (article.published_from, codes(article)) == ("given", set())


def test_importing_the_door_loads_none_of_the_libraries_behind_it() -> None:
    code = (
        "import sys, verbale.sources.open; heavy = {'trafilatura', 'lxml', 'pypdfium2', 'feedparser', 'warcio',"
        " 'httpx', 'ftfy', 'charset_normalizer', 'py3langid'}; print(*sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""


def test_an_article_is_the_same_when_it_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(EVERY_FORMAT["html"])

    assert the_article(open_source(path)) == the_article(open_source(path))


def test_a_folder_is_its_files_and_anything_else_itself(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", ".hidden", "b/d.txt"):
        (tmp_path / name).touch()

    assert inputs_of(tmp_path) == [str(tmp_path / name) for name in ("a.txt", "b/d.txt", "c.txt")]
    for name in ("-", "https://news.example.org/", str(tmp_path / "a.txt"), "nowhere", "a\0b"):
        assert inputs_of(name) == [name]


def test_an_empty_folder_stays_one_input_that_says_so(tmp_path: Path) -> None:
    assert inputs_of(tmp_path) == [str(tmp_path)]


def test_a_packed_text_that_breaks_off_is_used_as_far_as_it_is_whole(tmp_path: Path) -> None:
    text = "".join(f"The envoy said on day {day} that the draft stood, and left the hall. " for day in range(2000))
    (tmp_path / "talks.txt.gz").write_bytes(gzip.compress(text.encode())[:-200])
    article, failure = open_source(tmp_path / "talks.txt.gz")

    assert isinstance(article, Article)
    assert isinstance(failure, Failure)
    assert article.text.endswith("left the hall.")
    assert "cut_short" in codes(article)
    assert "breaks off" in failure.what


def test_a_text_in_the_place_of_a_path_is_told_where_texts_go() -> None:
    (failure,) = open_source("He said no and left.")

    assert isinstance(failure, Failure)
    assert "standard input" in failure.remedy
