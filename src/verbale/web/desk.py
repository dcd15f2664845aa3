"""What every page needs: the dossier, its templates, and the secrets under which it is served."""

import hmac
import secrets  # noqa: TID251 a secret under which pages are served is no part of what they show
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from threading import Lock
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from verbale.dossier.dossier import Dossier

Value = TypeVar("Value")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""Names of this machine that nobody else can reach."""
TEMPLATES = Environment(
    loader=PackageLoader("verbale.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Served:
    """What is served, where, and to whom."""

    dossier: str
    """A file, or a postgresql:// address."""
    host: str = "127.0.0.1"
    """The address that the server is bound to."""
    token: str | None = None
    """What a browser has to bring; nothing on the loopback address."""
    create: bool = False
    """Whether to make the dossier where there is none."""

    @property
    def name(self) -> str:
        """The dossier's name: its file's, or its database's without the server and the password."""
        if self.dossier.startswith("postgresql"):
            return urlsplit(self.dossier).path.strip("/") or "dossier"
        return Path(self.dossier).stem


@dataclass(frozen=True)
class Desk:
    """A dossier that is being served: one for all requests, of several threads."""

    served: Served
    dossier: Dossier
    key: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    """What forms of this server's pages carry, so that those of other sites are told apart."""

    _kept: dict[str, tuple[str, object]] = field(default_factory=dict, repr=False)
    _locks: dict[str, Lock] = field(default_factory=dict, repr=False)

    @classmethod
    def open(cls, served: Served) -> "Desk":
        """Opens the dossier. Raises `DossierError`."""
        return cls(served, Dossier.open(served.dossier, create=served.create))

    @property
    def name(self) -> str:
        """The dossier's name."""
        return self.served.name

    def kept(self, name: str, make: Callable[[], Value]) -> Value:
        """What takes a while to work out: once for all who ask, until the dossier is changed."""
        state = self.dossier.state()
        with self._locks.setdefault(name, Lock()):
            before, value = self._kept.get(name, ("", None))
            if before != state:
                value = make()
                self._kept[name] = (state, value)
        return value  # type: ignore[return-value]

    def welcomes(self, host: str) -> bool:
        """Whether a request may call the server so: by a loopback name, or as it was bound.

        A page of another site that has its own name resolve to this machine is refused by it.
        """
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        if name in LOOPBACK or name == self.served.host:
            return True
        return self.served.host in ("0.0.0.0", "::") and _is_address(name)  # noqa: S104 compared, not bound

    def knows(self, given: str | None) -> bool:
        """Whether the token, or what a cookie keeps of it, is the one that is asked for."""
        if self.served.token is None:
            return True
        theirs = (given or "").encode()
        return any(hmac.compare_digest(theirs, one.encode()) for one in (self.served.token, self.pass_for_token()))

    def pass_for_token(self) -> str:
        """What the cookie keeps in the place of the token: of use to nobody once the server has ended."""
        return hmac.new(self.key.encode(), (self.served.token or "").encode(), "sha256").hexdigest()

    def made_here(self, given: str | None) -> bool:
        """Whether a form was on a page of this server."""
        return hmac.compare_digest((given or "").encode(), self.key.encode())

    def page(
        self, template: str, values: Mapping[str, object] | None = None, *, at: str = "", status: int = 200
    ) -> HTMLResponse:
        """The template with its values; `at` is the address of the part of the dossier in which it stands."""
        html = TEMPLATES.get_template(template).render(name=self.name, key=self.key, at=at, **(values or {}))
        return HTMLResponse(html, status_code=status)


def desk_of(request: Request) -> Desk:
    """The desk of the application that was asked."""
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]
"""The argument by which a page is given the desk."""


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
