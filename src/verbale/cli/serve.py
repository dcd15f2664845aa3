"""`verbale serve`: the dossier on pages, for a browser."""

import secrets  # noqa: TID251 a token is no part of what is shown
import socket
import webbrowser
from typing import Annotated

import typer

from verbale.cli.asking import Where
from verbale.errors import OptionError

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve_command(
    dossier: Where,
    host: Annotated[
        str,
        typer.Option(
            "--host",
            metavar="ADDRESS",
            help="Serve on this address; on another than this machine's own, a token is asked for.",
        ),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 is any free one.")] = 8000,
    token: Annotated[
        str | None,
        typer.Option(
            "--token",
            envvar="VERBALE_TOKEN",
            show_envvar=True,
            help="The token to be asked for, instead of a new one each time.",
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Serve the dossier on pages, to read, look and search in a browser, until Ctrl+C.

    On this machine alone, unless another address is given; then a browser has to bring the token that is printed.
    """
    try:
        import uvicorn

        from verbale.web.app import application
        from verbale.web.desk import Desk, Served
    except ModuleNotFoundError as error:
        raise OptionError("the pages aren't installed", remedy="pip install 'verbale[web]'") from error
    asked = token if token else None if host in _LOOPBACK else secrets.token_urlsafe(24)
    app = application(Desk.open(Served(dossier, host, asked)))
    with _bound(host, port) as listening:
        address = _address(host, listening.getsockname()[1])
        # A token that was given is known to who gave it, and stays off the screen.
        printed = f"{address}?token={asked}" if asked and not token else address
        typer.echo(f"The dossier is at {printed} (Ctrl+C ends it)")
        if show:
            webbrowser.open(f"{address}?token={asked}" if asked else address)
        # No log of requests: their addresses may hold the token, and what a desk looks for is its own.
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False)
        uvicorn.Server(config).run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        what = f"it can't be served there: {error.strerror or error}"
        raise OptionError(what, where=f"{host}:{port}", remedy="give another --host or --port") from error
    return bound


def _address(host: str, port: int) -> str:
    named = f"[{host}]" if ":" in host else host
    return f"http://{named}:{port}/"
