"""A page fetched from its address: within a time and a size, and with a clear word on what went wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic
from typing import Any

from verbale.errors import SourceError
from verbale.sources.limits import LARGEST, unzipped
from verbale.sources.public import public_addresses

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
"""How long a server may be silent."""
TOTAL_SECONDS = 60.0
"""How long all of it may take, however busily the server drips."""
_MOST_REDIRECTS = 10
_HEADERS = {
    "User-Agent": "verbale (reads news about negotiations)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
}
_REASONS = {
    401: ("wants a password", "save the page from your browser and read the file"),
    402: ("wants to be paid", "save the page from your browser and read the file"),
    403: ("refuses programs", "save the page from your browser and read the file"),
    404: ("has no such page", "check the address"),
    410: ("has taken the page away", "look for it in a web archive"),
    429: ("says that there were too many requests", "wait a while"),
}


@dataclass(frozen=True)
class Fetched:
    """What a server sent."""

    data: bytes
    url: str
    """Where it came from, after redirections."""
    content_type: str


def fetch(url: str, *, limit: int = LARGEST, public_only: bool = False) -> Fetched:
    """The page at an http(s) address. Raises `SourceError` that says what went wrong and what to do.

    `public_only`: only of servers that anybody can reach, redirections too; for addresses that strangers give.
    """
    import httpx  # noqa: PLC0415 -- slow to load, and only addresses need it

    timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
    try:
        with (
            httpx.Client(
                timeout=timeout,
                follow_redirects=True,
                max_redirects=_MOST_REDIRECTS,
                headers=_HEADERS,
                transport=_pinned() if public_only else None,
            ) as client,
            client.stream("GET", url) as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise _refused(response.status_code)
            data = _within(response.iter_raw(), limit)
            packed = response.headers.get("Content-Encoding", "").lower()
            kind = response.headers.get("Content-Type", "")
            return Fetched(_unpacked(data, packed, limit), str(response.url), kind)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError) as fault:
        raise _failed(fault) from fault


def _pinned() -> Any:
    """Connects to the very address that was checked: asked again, a name could lead elsewhere."""
    import httpx  # noqa: PLC0415 -- loaded already

    class Pinned(httpx.BaseTransport):
        def __init__(self) -> None:
            # A connection that is kept would serve another name at the same address.
            self._inner = httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.scheme not in ("http", "https"):
                raise httpx.UnsupportedProtocol("only http and https")
            url, name = request.url, request.url.host
            fault: Exception = SourceError("the server can't be reached", remedy="check the address")
            for address in public_addresses(name, url.port or (443 if url.scheme == "https" else 80)):
                pinned = httpx.Request(
                    request.method,
                    url.copy_with(host=address),
                    headers=request.headers,
                    extensions={**request.extensions, "sni_hostname": name},
                )
                try:
                    return self._inner.handle_request(pinned)
                except httpx.ConnectError as error:
                    fault = error
            raise fault

        def close(self) -> None:
            self._inner.close()

    return Pinned()


def _within(chunks: Iterator[bytes], limit: int) -> bytes:
    started, data = monotonic(), bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > limit:
            raise SourceError(f"the page is larger than {limit // 1_000_000} MB", remedy="is it an article?")
        if monotonic() - started > TOTAL_SECONDS:
            raise SourceError(f"the page did not arrive within {TOTAL_SECONDS:.0f} seconds", remedy="try again later")
    return bytes(data)


def _unpacked(data: bytes, encoding: str, limit: int) -> bytes:
    if encoding in ("", "identity"):
        return data
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise SourceError(f"the server packed the page as {encoding}, unasked", remedy="save it from your browser")
    return unzipped(data, limit) if data else data


def _refused(status: int) -> SourceError:
    what, remedy = _REASONS.get(status, ("fails" if status >= 500 else "refuses", "try again later"))
    return SourceError(f"the server {what} (HTTP {status})", remedy=remedy)


def _failed(fault: Exception) -> SourceError:
    """The fault in words: httpx's own are for programmers."""
    import httpx  # noqa: PLC0415 -- loaded already, or there would be no fault

    if isinstance(fault, httpx.TimeoutException):
        return SourceError("the server does not answer", remedy="try again later")
    if isinstance(fault, httpx.TooManyRedirects):
        return SourceError("the address leads from one to another without end", remedy="open it in a browser")
    if isinstance(fault, httpx.InvalidURL | httpx.UnsupportedProtocol | UnicodeError):
        return SourceError("this is no address of a page", remedy="it begins with http:// or https://")
    if isinstance(fault, httpx.ConnectError):
        return SourceError(f"the server can't be reached: {fault}", remedy="check the address and the network")
    return SourceError(f"the page did not arrive whole: {fault}", remedy="try again")
