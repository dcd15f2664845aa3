"""The door of this room: files, folders, standard input and addresses in; articles and failures out.

What a thing is, is told by what it holds first and by its name second. Nothing is raised for a bad input: it
is a `Failure` in its place, and the rest goes on.
"""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from io import BufferedIOBase, BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import BinaryIO, Literal, get_args

from verbale.article import Article, Notice
from verbale.errors import Failure, OptionError, SourceError
from verbale.sources.address import fetch
from verbale.sources.articles import as_far_as_whole, make_article
from verbale.sources.documents import fenced, read_document
from verbale.sources.facts import Facts, Findings, Origin
from verbale.sources.feed import read_feed
from verbale.sources.jsonl import read_jsonl
from verbale.sources.limits import GZIP, Unzipped, read_within
from verbale.sources.mail import read_mail
from verbale.sources.media import media_and_charset
from verbale.sources.sniff import HEAD, format_of, what_it_is
from verbale.sources.warc import read_warc

Format = Literal["text", "jsonl", "html", "pdf", "mail", "feed", "warc"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""The formats that Verbale reads."""

Stream = BinaryIO | BufferedIOBase

# Files of many articles are read as they come, so they may be larger than memory.
_COLLECTIONS: dict[str, Callable[[Stream, Origin], Findings]] = {"jsonl": read_jsonl, "warc": read_warc}
_BROKEN_OFF = Notice(code="cut_short", message="the file breaks off; its whole sentences are used")
_SEVERAL: dict[str, Callable[[bytes, Origin], Findings]] = {"mail": read_mail, "feed": read_feed}


def open_source(
    source: str | Path, *, published: date | None = None, format: str | None = None, public_only: bool = False
) -> Findings:
    """The articles of a file, a folder with all below it, an http(s) address, or standard input ("-").

    Folders are read in the order of their files' paths; hidden files are left out. `published` is the day
    as the person knows it, and goes before the page's own; `format` is one of `FORMATS` and keeps Verbale
    from telling by itself; with `public_only` an address is fetched only from servers that anybody can reach.
    Raises `OptionError` for another format, and nothing for a bad input: that is a `Failure` in its place.
    """
    if format is not None and format not in FORMATS:
        raise OptionError("there is no such format", where=format, remedy=f"it is one of {', '.join(FORMATS)}")
    origin = Origin(str(source), published=published)
    if public_only and _is_address(origin.name):
        return _address(origin, format, public_only=True)
    return _opened(source, origin, format)


def inputs_of(source: str | Path) -> list[str]:
    """A folder's files, in the order in which they are read; any other source, as it is.

    So that whoever reads many can count and name them. A folder in which something can't be listed, or
    nothing lies, stays one source: opening it says why.
    """
    name = str(source)
    if name == "-" or _is_address(name):
        return [name]
    faults: list[OSError] = []
    try:
        files = sorted(_files(Path(source), faults))
    except ValueError:  # no path at all, such as one with a zero in it
        return [name]
    return [name] if faults or not files else [str(path) for path in files]


def article_from_text(  # noqa: PLR0913 -- an article's facts, each by its name
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    authors: tuple[str, ...] = (),
    published: date | None = None,
    url: str | None = None,
) -> Article:
    """An article of a text that you have. It is kept code point for code point, so your offsets hold."""
    facts = Facts(title=title, outlet=outlet, authors=authors, url=url)
    return make_article(text, facts, Origin("text", published=published))


def _opened(source: str | Path, origin: Origin, form: str | None) -> Findings:
    if origin.name == "-":
        yield from _stream(sys.stdin.buffer, Origin("standard input", published=origin.published), form)
    elif _is_address(origin.name):
        yield from _address(origin, form)
    else:
        yield from _path(Path(source), origin, form)


def _is_address(name: str) -> bool:
    return name.lower().startswith(("http://", "https://"))


def _address(origin: Origin, form: str | None, *, public_only: bool = False) -> Findings:
    try:
        page = fetch(origin.name, public_only=public_only)
    except SourceError as fault:
        yield origin.failure("address", fault.what, fault.remedy)
        return
    media, charset = media_and_charset(page.content_type)
    here = Origin(origin.name, url=page.url, charset=charset, published=origin.published)
    yield from _stream(BytesIO(page.data), here, form, name=media)


def _path(path: Path, origin: Origin, form: str | None) -> Findings:
    try:
        if path.is_dir():
            yield from _folder(path, origin, form)
        else:
            with path.open("rb") as stream:
                yield from _stream(stream, origin, form, name=path.name)
    except FileNotFoundError:
        remedy = "check the path; a text is read from standard input: -" if " " in origin.name else "check the path"
        yield origin.failure("open", "there is no such file or folder", remedy)
    except (OSError, ValueError) as fault:
        yield _unreadable(origin, fault)


def _unreadable(origin: Origin, fault: Exception) -> Failure:
    if isinstance(fault, PermissionError):
        return origin.failure("open", "you may not read it", "ask its owner, or copy it")
    why = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return origin.failure("open", f"it can't be read: {why}", "check the path")


def _folder(folder: Path, origin: Origin, form: str | None) -> Findings:
    faults: list[OSError] = []
    files = sorted(_files(folder, faults))
    for path in files:
        yield from _path(path, Origin(str(path), published=origin.published), form)
    for fault in faults:
        yield _unreadable(Origin(str(fault.filename or folder)), fault)
    if not files and not faults:
        yield origin.failure("open", "the folder holds no files", "is it the right one?")


def _files(folder: Path, faults: list[OSError]) -> Iterator[Path]:
    """All files below the folder but hidden ones; links to folders are left, since they may go in circles."""
    for place, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = [one for one in folders if not one.startswith(".")]
        for name in names:
            path = Path(place, name)
            if not name.startswith(".") and (path.is_file() or path.is_symlink()):
                yield path


def _stream(stream: Stream, origin: Origin, form: str | None, *, name: str = "") -> Findings:
    """The articles of an open stream, which is unpacked first where it is packed."""
    head = stream.read(HEAD)
    whole = BufferedReader(_Joined(head, stream))
    if not head.startswith(GZIP):
        yield from _read(whole, head, origin, form or format_of(head, name))
        return
    inner = Unzipped(whole)
    unpacked = BufferedReader(inner)
    head = unpacked.read(HEAD)
    faults = 0
    for one in _read(BufferedReader(_Joined(head, unpacked)), head, origin, form or format_of(head, name)):
        faults += isinstance(one, Failure)
        yield as_far_as_whole(one, _BROKEN_OFF) if inner.fault and isinstance(one, Article) else one
    if inner.fault and not faults:
        yield origin.failure("open", inner.fault, "fetch it again; what is whole has been read")


def _read(stream: Stream, head: bytes, origin: Origin, form: str | None) -> Findings:
    if form is None:
        kind, remedy = what_it_is(head) or ("of no kind that Verbale reads", f"it reads {', '.join(FORMATS)}")
        yield origin.failure("open", f"the file is {kind}", remedy)
    elif form in _COLLECTIONS:
        yield from _COLLECTIONS[form](stream, origin)
    else:
        yield from fenced(lambda: _read_whole(read_within(stream), origin, form), origin, form)


def _read_whole(data: bytes, origin: Origin, form: str) -> Findings:
    return _SEVERAL[form](data, origin) if form in _SEVERAL else read_document(data, origin, form)


class _Joined(RawIOBase):
    """A stream from its beginning, after some of it has been read."""

    def __init__(self, head: bytes, rest: Stream) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """Fills the buffer; 0 at the end."""
        piece, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        piece = piece or self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
