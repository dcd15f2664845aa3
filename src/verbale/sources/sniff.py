"""Which format some bytes are in: told by what they hold, and only then by their name or media type."""

import re

from verbale.sources.decoding import decode

HEAD = 8_192
"""How many bytes of an input are enough to tell."""

_SUFFIXES = {
    **dict.fromkeys(("txt", "text", "md"), "text"),
    **dict.fromkeys(("jsonl", "ndjson", "json"), "jsonl"),
    **dict.fromkeys(("html", "htm", "xhtml", "shtml"), "html"),
    **dict.fromkeys(("rss", "atom", "rdf"), "feed"),
    **dict.fromkeys(("eml", "mbox", "msg"), "mail"),
    "pdf": "pdf",
    "warc": "warc",
}
_MEDIA = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "message/rfc822": "mail",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/warc": "warc",
    "text/plain": "text",
}
# First bytes of what people take for articles and what holds no text that we can read, with what to do.
_BINARY = (
    (b"PK\x03\x04", "a zip archive, such as .docx or .odt", "save it as PDF, HTML or text"),
    (b"\xd0\xcf\x11\xe0", "an old Office file, such as .doc or .msg", "save it as PDF, HTML or text"),
    (b"\x89PNG", "a picture", "recognise its text first"),
    (b"\xff\xd8\xff", "a picture", "recognise its text first"),
    (b"GIF8", "a picture", "recognise its text first"),
    (b"{\\rtf", "Rich Text", "save it as PDF, HTML or text"),
)
# Text that no reader sees: it lies beside pages that a browser has saved.
_NEVER = frozenset("css js mjs map svg".split())
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_HTML = re.compile(r"<!doctype html|<html\b|<head\b|<body\b", re.IGNORECASE)
# Pieces of a page have no <html>, but they have tags that close.
_PIECE = re.compile(
    r"</(?:p|div|figure|article|section|blockquote|time|h[1-6]|ul|ol|table|span|aside)>|<p\b[^<>]*>", re.I
)
_HEADER = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_MAIL = re.compile(
    r"^(?:from|received|return-path|message-id|mime-version|delivered-to):", re.IGNORECASE | re.MULTILINE
)
_ROW = re.compile(r'\s*\{.*"text"\s*:|\s*[\[{]\s*\n\s*["{]', re.DOTALL)
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Of the characters of a text hardly any are control characters; of a binary file's bytes about one in ten.
_FEW_CONTROLS = 0.02


def format_of(head: bytes, name: str = "") -> str | None:
    """The format of an input that begins with these bytes; None where it is binary and none of ours.

    `name` is a file's name or a media type; it decides between formats that look alike.
    """
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"WARC/"):
        return "warc"
    if what_it_is(head) or name.lower().rpartition(".")[2] in _NEVER:
        return None
    text = decode(head[:HEAD])[0].lstrip()
    return _format_of_text(text, _named(name)) if _is_text(text) else None


def what_it_is(head: bytes) -> tuple[str, str] | None:
    """The kind of a well-known binary file and what to do with it; None for any other."""
    return next(((kind, remedy) for mark, kind, remedy in _BINARY if head.startswith(mark)), None)


def _named(name: str) -> str | None:
    media = _MEDIA.get(name.partition(";")[0].strip().lower())
    return media or _SUFFIXES.get(name.lower().removesuffix(".gz").rpartition(".")[2])


def _is_text(text: str) -> bool:
    return len(_NOT_TEXT.findall(text)) + text.count("\ufffd") <= max(1, _FEW_CONTROLS * len(text))


def _format_of_text(text: str, named: str | None) -> str:
    if text.startswith("<") and (_FEED.search(text[:2048]) and not _HTML.search(text[:512])):
        return "feed"
    if _ROW.match(text) or (named == "jsonl" and text.startswith(("{", "["))):
        return "jsonl"
    if _is_mail(text):
        return "mail"
    if _HTML.search(text) or _PIECE.search(text) or text.startswith("<?xml") or (named == "html" and "<" in text):
        return "html"
    return named if named in ("jsonl", "mail") else "text"


def _is_mail(text: str) -> bool:
    """Header lines from the first line on, one of them as only mails have it."""
    header = _HEADER.match(text.partition("\n")[2] if text.startswith("From ") else text)
    return header is not None and len(_MAIL.findall(header[0])) > 0 and header[0].count("\n") > 1
