"""What stands before every page: who may ask, how much may be sent, and what a browser may do with the answer."""

import asyncio
import logging
import traceback
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from pathlib import PurePath
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from fastapi import HTTPException, Request
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbale.web.desk import Desk
from verbale.web.faults import fault_page

MIB = 1024 * 1024
MOST = MIB
"""Bytes of a request's body, unless it is an upload."""
MOST_UPLOADED = 64 * MIB
"""Bytes of an upload, all its files together."""
PATIENCE = 60.0
"""Seconds in which a request's body has to arrive."""
COOKIE = "verbale_pass"
UPLOADS = ("/add",)
"""Under these addresses more may be sent."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not `no-referrer`: under it a browser hides the origin of our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

_LOG = logging.getLogger("verbale.web")
_READS = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True)
class Shield:
    """Goes before the application: refuses what isn't to be answered, and puts the headers on every answer."""

    app: ASGIApp
    desk: Desk
    uploads: tuple[str, ...] = field(default=UPLOADS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _Answer(send)
        most = MOST_UPLOADED if scope["path"].startswith(self.uploads) else MOST
        refusal = self._refusal(HTTPConnection(scope), most)
        if refusal is not None:
            await refusal(scope, receive, answer)
            return
        try:
            await self.app(scope, _limited(receive, most), answer)
        except Exception as error:
            _LOG.error("a fault of our own at %s: %s", scope["path"], _place_of(error))
            if answer.begun:
                raise
            await fault_page(self.desk, scope["path"], 500)(scope, receive, answer)

    def _refusal(self, request: HTTPConnection, most: int) -> Response | None:
        """The answer to a request that isn't let through."""
        path = request.url.path
        if not self.desk.welcomes(request.headers.get("host", "")):
            return fault_page(self.desk, path, 421, "This server isn't called by that name.")
        entry = self._entry(request)
        if entry is not None:
            return entry
        if request.scope["method"] not in _READS and not is_from_here(request):
            return fault_page(self.desk, path, 403, "This was sent from a page of another site.")
        announced = request.headers.get("content-length", "0")
        if announced.isdecimal() and int(announced[:_DIGITS]) > most:
            return fault_page(self.desk, path, 413, _too_much(most))
        return None

    def _entry(self, request: HTTPConnection) -> Response | None:
        """Who has no token isn't let in; who brings it in the address gets a cookie instead, and the address without.

        So it stays out of the browser's history, of bookmarks and of logs.
        """
        if self.desk.served.token is None or request.url.path.startswith("/static/"):
            return None
        query = parse_qsl(request.url.query, keep_blank_values=True)
        brought = next((value for name, value in query if name == "token"), None)
        if brought is not None and self.desk.knows(brought):
            rest = urlencode([one for one in query if one[0] != "token"])
            path = quote("/" + request.url.path.lstrip("/"))
            answer = RedirectResponse(path + (f"?{rest}" if rest else ""), status_code=303)
            # Not "strict": the link may stand in a letter that is read in the browser.
            answer.set_cookie(COOKIE, self.desk.pass_for_token(), httponly=True, samesite="lax")
            return answer
        if self.desk.knows(_cookie(request)) or self.desk.knows(_bearer(request)):
            return None
        return fault_page(self.desk, request.url.path, 401, "Open the address that `verbale serve` printed.")


def is_from_here(request: HTTPConnection) -> bool:
    """Whether a change was sent by a page of this server, or by a program; a browser always says from where."""
    headers = request.headers
    for name in ("origin", "referer"):
        if name in headers:
            return urlsplit(headers[name]).netloc == headers.get("host")
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


async def changing(request: Request) -> None:
    """To be depended on by every page that changes something: the form has to be one of this server's pages."""
    if request.method in _READS:
        return
    given = request.headers.get("x-verbale-key")
    if given is None:
        form = await request.form()
        sent = form.get("key")
        given = sent if isinstance(sent, str) else None
    if not request.app.state.desk.made_here(given):
        raise HTTPException(403, "The page is of an earlier run of the server. Go back, load it again, and repeat it.")


class _Answer:
    """Sends an answer with our headers, and knows whether it has begun."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await self._send(message)


_DIGITS = 18


def _too_much(most: int) -> str:
    return f"That is too much at once: {most // MIB} MiB may be sent."


def _limited(receive: Receive, most: int) -> Receive:
    """The body, as long as it isn't too much and doesn't take too long."""
    taken = 0
    started: float | None = None

    async def next_part() -> Message:
        nonlocal taken, started
        loop = asyncio.get_running_loop()
        started = loop.time() if started is None else started
        message = await receive()
        if message["type"] == "http.request":
            taken += len(message.get("body", b""))
            if taken > most:
                raise HTTPException(413, _too_much(most))
            if loop.time() - started > PATIENCE:
                raise HTTPException(408, "It took too long to arrive.")
        return message

    return next_part


def _cookie(request: HTTPConnection) -> str | None:
    try:
        kept = SimpleCookie(request.headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return kept.value if kept else None


def _bearer(request: HTTPConnection) -> str | None:
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else None


def _place_of(error: BaseException) -> str:
    """The fault's kind and where it arose; not its words, in which an article or a secret may stand."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {PurePath(last.filename).name}, line {last.lineno}"
