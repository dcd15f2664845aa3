"""JSON Lines: an object a line, with its text kept code point for code point.

{"id": "7", "text": "…", "title": "…", "outlet": "…", "authors": ["…"], "published": "2022-01-18", "url": "…"}
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BufferedIOBase
from typing import BinaryIO

from verbale.article import Notice
from verbale.sources.articles import make_article
from verbale.sources.credits import names_in
from verbale.sources.days import stamped_day
from verbale.sources.facts import Facts, Findings, Found, Origin
from verbale.sources.limits import LARGEST

_FORM = 'a line is an object such as {"text": "…", "published": "2022-01-18"}'

Row = dict[str, object]


def read_jsonl(stream: BinaryIO | BufferedIOBase, origin: Origin) -> Findings:
    """An article a line, in order; a line that is none is a `Failure` with its number."""
    number = 0
    for number, line in _lines(stream):
        yield _found(line, replace(origin, name=f"{origin.name}, line {number}"))
    if not number:
        yield origin.failure("jsonl", "there is no line in it", _FORM)


def _lines(stream: BinaryIO | BufferedIOBase) -> Iterator[tuple[int, bytes]]:
    """The lines that aren't empty, with their numbers; of a JSON file in one object or list, its objects."""
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if number == 1 and line.strip() in (b"{", b"["):
            yield from enumerate(_objects(line + stream.read(LARGEST)), start=1)
            return
        if line.strip():
            yield number, line
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = stream.readline(LARGEST + 1)


def _objects(data: bytes) -> list[bytes]:
    """The objects of a file that is indented over many lines, a line each; the whole where it is broken."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return [data]
    return [json.dumps(one).encode() for one in (whole if isinstance(whole, list) else [whole])]


def _found(line: bytes, origin: Origin) -> Found:
    if len(line) > LARGEST:
        return origin.failure("jsonl", f"the line is longer than {LARGEST // 1_000_000} MB", "split the text")
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return origin.failure("jsonl", "the line isn't UTF-8", "save the file as UTF-8")
    except (ValueError, RecursionError) as fault:
        where = f" (at its character {fault.pos + 1})" if isinstance(fault, json.JSONDecodeError) else ""
        return origin.failure("jsonl", f"the line isn't JSON{where}", _FORM)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return origin.failure("jsonl", "the line has no text", _FORM)
    return _article(row, origin)


def _article(row: Row, origin: Origin) -> Found:
    published, refused = _day(row.get("published"))
    facts = Facts(
        id=_told(row, "id"),
        title=_told(row, "title"),
        outlet=_told(row, "outlet"),
        authors=_authors(row.get("authors") or row.get("author")),
        modified=_day(row.get("modified"))[0],
        url=_told(row, "url"),
    )
    notices = (
        [Notice(code="no_date", message=f"published {refused!r} is not a day such as 2022-01-18")] if refused else []
    )
    return make_article(str(row["text"]), facts, replace(origin, published=published or origin.published), notices)


def _told(row: Row, key: str) -> str | None:
    value = row.get(key)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "" else None


def _day(value: object) -> tuple[date | None, str]:
    """The day, and what was given instead of one."""
    given = str(value).strip() if value is not None else ""
    day = stamped_day(given[:100])
    return day, "" if day else given[:40]


def _authors(value: object) -> tuple[str, ...]:
    """Authors as given in a list; in one string, the names of a byline."""
    if isinstance(value, list):
        return tuple(one for one in value if isinstance(one, str) and one)
    return (names_in(value) or (value,)) if isinstance(value, str) and value else ()
