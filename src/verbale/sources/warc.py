"""WARC, the format of web archives: each page in it is an article.

A record that breaks off is a `Failure` that names it and says how much of it was read; the sentences that are
whole are used all the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BufferedIOBase, BytesIO
from typing import BinaryIO

from verbale.article import Article, Notice
from verbale.errors import Failure
from verbale.sources.articles import as_far_as_whole
from verbale.sources.documents import DOCUMENTS, fenced, read_document
from verbale.sources.facts import Facts, Findings, Origin
from verbale.sources.limits import GZIP, LARGEST, unzipped
from verbale.sources.media import media_and_charset
from verbale.sources.sniff import format_of

_LONGEST_LINE = 1_000_000
_CHUNK = 1_000_000
# What archives hold beside pages (requests, metadata, pictures, scripts) is no article and no fault.
_KINDS = ("response", "resource", "conversion")
_MEDIA = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "")

Stream = BinaryIO | BufferedIOBase


@dataclass(frozen=True)
class _Record:
    id: str
    url: str
    kind: str
    content_type: str
    length: int
    """Bytes of the body as the record announces them."""
    body: bytes
    """As many of them as are there and are not too many."""

    @property
    def is_whole(self) -> bool:
        return len(self.body) >= min(self.length, LARGEST)


def read_warc(stream: Stream, origin: Origin) -> Findings:
    """The articles of an archive, in order; unpacked already, where it was packed."""
    return fenced(lambda: _read(stream, origin), origin, "warc")


def _read(stream: Stream, origin: Origin) -> Findings:
    for record in _records(stream, origin):
        if isinstance(record, _Record):
            if record.kind in _KINDS:
                yield from _found(record, origin)
        else:
            yield record


def _records(stream: Stream, origin: Origin) -> Iterator[_Record | Failure]:
    from warcio.statusandheaders import StatusAndHeadersParser  # noqa: PLC0415 -- warcio is slow to load

    parser = StatusAndHeadersParser(["WARC/"], verify=False)
    while line := stream.readline(_LONGEST_LINE):
        if not line.startswith(b"WARC/"):
            continue  # empty lines between records, or the rest of one whose length is wrong
        headers = parser.parse(_Lines(stream), line)
        told = {name.lower(): value for name, value in headers.headers}
        length = told.get("content-length", "")
        if not length.isdecimal():
            what = f"record {told.get('warc-record-id', 'without an id')} doesn't say how long it is"
            yield origin.failure("warc", what, "the file is damaged or incomplete: fetch it again")
            continue
        yield _record(told, int(length), stream)


def _record(told: dict[str, str], length: int, stream: Stream) -> _Record:
    body = stream.read(min(length, LARGEST))
    for start in range(len(body), length, _CHUNK):
        if not stream.read(min(_CHUNK, length - start)):
            break
    return _Record(
        id=told.get("warc-record-id", "").strip("<>"),
        url=told.get("warc-target-uri", "").strip("<>"),
        kind=told.get("warc-type", ""),
        content_type=told.get("content-type", ""),
        length=length,
        body=body,
    )


def _found(record: _Record, origin: Origin) -> Findings:
    name = f"{origin.name}, {record.url or record.id}"
    here = replace(origin, name=name, url=record.url or None, charset=None)
    if record.length > LARGEST:
        yield here.failure("warc", f"the record is larger than {LARGEST // 1_000_000} MB", "read it by itself")
        return
    for one in _pages(record, here):
        yield as_far_as_whole(one, _BROKEN_OFF) if isinstance(one, Article) and not record.is_whole else one
    if not record.is_whole:
        what = f"record {record.id} breaks off: {len(record.body)} of {record.length} bytes were read"
        yield here.failure("warc", what, "the file is incomplete: fetch it again")


def _pages(record: _Record, origin: Origin) -> Findings:
    status, media, charset, page = _page(record)
    if status not in ("", "200") or media not in _MEDIA or not page.strip():
        return
    form = format_of(page, media)
    if form in DOCUMENTS:
        yield from read_document(page, replace(origin, charset=charset), form, Facts(id=record.id or None))
    elif record.is_whole:
        yield origin.failure("warc", "it is neither text nor a page nor a PDF")


def _page(record: _Record) -> tuple[str, str, str | None, bytes]:
    """Status, media type, encoding and content of what the server sent, unpacked."""
    if not record.body.startswith(b"HTTP/"):
        return "", *media_and_charset(record.content_type), record.body
    from warcio.bufferedreaders import ChunkedDataReader  # noqa: PLC0415 -- warcio is slow to load
    from warcio.statusandheaders import StatusAndHeadersParser  # noqa: PLC0415

    stream = BytesIO(record.body)
    headers = StatusAndHeadersParser(["HTTP/"], verify=False).parse(stream)
    if (headers.get_header("transfer-encoding") or "").lower() == "chunked":
        page = ChunkedDataReader(stream).read()
    else:
        page = stream.read()
    if page.startswith(GZIP):
        page = unzipped(page, partly=not record.is_whole)
    return headers.get_statuscode(), *media_and_charset(headers.get_header("content-type")), page


_BROKEN_OFF = Notice(code="cut_short", message="the archive breaks off in this page; its whole sentences are used")


class _Lines:
    """A stream for warcio's parser of headers, which would read a line of any length."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        return self._stream.readline(_LONGEST_LINE)
