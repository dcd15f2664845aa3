import pytest

from verbale.sources.sniff import format_of, what_it_is

MAIL = b"From: Abigail Byrne <a@example.org>\r\nDate: Tue, 18 Jan 2022\r\nSubject: Talks\r\n\r\nThe envoy left."


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b"%PDF-1.4\n%\xe2\xe3", "pdf"),
        (b"\n\n%PDF-1.7", "pdf"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "warc"),
        (b"<!DOCTYPE html><p>x", "html"),
        (b"\xef\xbb\xbf  <html><body>", "html"),
        ("<!doctype html><p>Женева".encode("utf-16"), "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html>", "html"),
        (b"<figure><img src=x><figcaption>A</figcaption></figure><p>The two did not meet.</p>", "html"),
        (b"https://news.example.org/a <time>25 April 2021</time> <p>Talks resumed.</p>", "html"),
        (b"<?xml version='1.0'?><newsItem><p>x</p></newsItem>", "html"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel>", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        (b"<?xml version='1.0'?>\n<rdf:RDF xmlns:rdf='x'>", "feed"),
        (b'{"id": 1, "text": "x"}\n{"text": "y"}', "jsonl"),
        (b'[\n  {"text": "x"}\n]', "jsonl"),
        (MAIL, "mail"),
        (b"From a@example.org Tue Jan 18 10:00:00 2022\n" + MAIL, "mail"),
        (b"Title: Talks\nDate: 18 January 2022\n\nThe envoy left.", "text"),
        (b"From: one side came a draft, from the other none.\n\nThe envoy left.", "text"),
        (b"The envoy said: 5 < 6 and <b> is a tag.", "text"),
        (b"", "text"),
        (b"{a set of braces}", "text"),
        (b"The envoy\x00 left.", "text"),
    ],
)
def test_the_format_is_told_by_the_content(head: bytes, form: str) -> None:
    assert format_of(head) == form


@pytest.mark.parametrize(
    ("head", "name", "form"),
    [
        (b"no object", "a.jsonl", "jsonl"),
        (b'{"title": "no text"}', "a.jsonl", "jsonl"),
        (b"The envoy <b>left</b>.", "a.html", "html"),
        (b"The envoy <b>left</b>.", "text/html; charset=utf-8", "html"),
        (b"<html><p>x</p>", "a.txt", "html"),
        (b"%PDF-1.4", "a.html", "pdf"),
        (b"The envoy left.", "a.pdf", "text"),
        (b"p { color: red }", "page_files/a.css", None),
    ],
)
def test_the_name_decides_only_where_the_content_does_not(head: bytes, name: str, form: str | None) -> None:
    assert format_of(head, name) == form


@pytest.mark.parametrize(
    "head",
    [b"PK\x03\x04\x14\x00", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"{\\rtf1 The envoy", bytes(range(256)) * 8],
)
def test_binary_files_are_none_of_ours(head: bytes) -> None:
    assert format_of(head, "a.txt") is None


def test_well_known_files_are_called_by_their_names() -> None:
    kind, remedy = what_it_is(b"PK\x03\x04") or ("", "")

    assert ".docx" in kind
    assert "PDF" in remedy
    assert what_it_is(b"The envoy") is None
