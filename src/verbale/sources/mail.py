"""E-mail by the standard library: a press release, a newsletter, an article that somebody sent on."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from functools import partial

from verbale.article import Article, Notice
from verbale.errors import Failure
from verbale.sources.cleaning import clean_line
from verbale.sources.credits import names_in
from verbale.sources.days import stamped_day
from verbale.sources.decoding import decode
from verbale.sources.documents import DOCUMENTS, fenced, read_document
from verbale.sources.facts import Facts, Findings, Origin
from verbale.sources.html import html_article
from verbale.sources.sniff import format_of
from verbale.sources.text import plain_article

_NEXT_IN_MBOX = re.compile(rb"(?:\A|\n)From [^\n]*\n")
_SIGNATURE = re.compile(r"\n-- \n.*\Z", re.DOTALL)
_SOFT_BREAK = re.compile(r"(?<=[^\n-]) \r?\n(?=[^\s>])")
# A plain part this long is the message; a shorter one says that the message is in HTML.
_A_MESSAGE = 200
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def read_mail(data: bytes, origin: Origin) -> Findings:
    """The articles of one mail, or of each mail of an mbox: its text, and what attachments can be read."""
    if not data.startswith(b"From "):
        yield from fenced(lambda: _read(data, origin), origin, "mail")
        return
    for number, one in enumerate(_NEXT_IN_MBOX.split(data)[1:], start=1):
        yield from fenced(partial(_read, one, origin.within(f"mail {number}")), origin, "mail")


def _read(data: bytes, origin: Origin) -> Findings:
    message = message_from_bytes(data)
    facts = _facts(message)
    parts = [one for one in message.walk() if not one.is_multipart()]
    bodies = [one for one in parts if not _is_attached(one)]
    attached = [found for one in parts if _is_attached(one) for found in _attachment(one, origin)]
    body = _body(bodies, facts, origin)
    if body.text or not any(isinstance(one, Article) for one in attached):
        yield body
    yield from attached


def _facts(message: Message) -> Facts:
    name, _ = parseaddr(_header(message, "From"))
    authors = names_in(name)
    return Facts(
        id=_header(message, "Message-ID").strip("<> ") or None,
        title=_REPLY.sub("", _header(message, "Subject")) or None,
        authors=authors,
        outlet=None if authors else name or None,
        published=stamped_day(_header(message, "Date")),
    )


def _header(message: Message, name: str) -> str:
    value = message.get(name, "")
    try:
        text = str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        text = str(value)
    return clean_line(decode(text.encode("utf-8", "surrogateescape"))[0])


def _body(parts: list[Message], facts: Facts, origin: Origin) -> Article:
    """The message as plain text where that is more than a line; else as HTML."""
    plain = next((one for one in parts if one.get_content_type() == "text/plain"), None)
    page = next((one for one in parts if one.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    text, notices = _text(plain) if plain is not None else ("", ())
    if page is not None and len(text) < _A_MESSAGE:
        markup, notices = _text(page)
        return html_article(markup, facts, origin, notices)
    return plain_article(_SIGNATURE.sub("", text.replace("\r\n", "\n")), facts, origin, notices)


def _text(part: Message) -> tuple[str, tuple[Notice, ...]]:
    text, notices = decode(_payload(part), part.get_content_charset())
    if part.get_param("format") == "flowed":  # RFC 3676: a line that ends in a space goes on in the next
        text = _SOFT_BREAK.sub(" ", text)
    return text, notices


def _payload(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_content_maintype() not in (
        "text",
        "multipart",
    )


def _attachment(part: Message, origin: Origin) -> Iterator[Article | Failure]:
    """The article of an attachment; pictures in the text are no loss, other files are said to be left out."""
    data, name = _payload(part), part.get_filename() or part.get_content_type()
    here = origin.within(f"attachment {clean_line(name)}")
    form = format_of(data, name)
    if form in DOCUMENTS:
        yield from read_document(data, replace(here, charset=None), form)
    elif part.get_content_disposition() == "attachment" and part.get_content_maintype() != "image" and data:
        yield here.failure("mail", "the attachment is in no format that Verbale reads", "save it as PDF, HTML or text")
