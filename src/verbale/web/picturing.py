"""The pictures: a page that shows them, and each as SVG and PNG."""

from dataclasses import dataclass
from threading import Lock
from typing import get_args

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse, Response

from verbale.dossier.answers import Query
from verbale.dossier.changes import same_issue
from verbale.errors import OptionError
from verbale.views.pictures import PictureKind, Pictures, to_png, to_svg
from verbale.views.pictures.canvas import modules
from verbale.web.asking import Asked, AskedFor
from verbale.web.desk import AtDesk, Desk

router = APIRouter()

KINDS: tuple[PictureKind, ...] = get_args(PictureKind)
_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
_DRAWING = Lock()
"""One picture at a time: drawing takes a core for a second, and pages have to be answered meanwhile."""


@dataclass(frozen=True)
class Shown:
    """A picture on a page."""

    kind: PictureKind
    title: str
    alt: str
    width: int
    height: int
    svg: str
    """Its address."""
    png: str


@router.get("/pictures")
def pictures(desk: AtDesk, asked: AskedFor) -> HTMLResponse:
    """All pictures of what was asked for. Raises `OptionError` where the extra isn't installed."""
    modules()
    shown = [_shown(desk, kind, asked) for kind in KINDS]
    return desk.page("pictures.html", {"pictures": shown, "asked": asked}, at="/pictures")


def _shown(desk: Desk, kind: PictureKind, asked: Asked) -> Shown:
    query, name = _query(desk, asked)
    picture = Pictures(desk.dossier, same_issue).of(kind, query, of=name)
    svg, png = (asked.address(f"/pictures/{kind}.{form}", page="") for form in _TYPES)
    return Shown(kind, picture.title, picture.alt, picture.width, picture.whole_height, svg, png)


@router.get("/pictures/{name}")
def picture(desk: AtDesk, name: str, asked: AskedFor) -> Response:
    """One picture as SVG or PNG."""
    kind, _, form = name.partition(".")
    if kind not in KINDS or form not in _TYPES:
        raise HTTPException(404, f"There are these pictures: {', '.join(KINDS)}, each as .svg and .png.")
    if (asked.party, asked.first, asked.last) == ("", "", ""):
        content = desk.kept(f"picture {name}", lambda: _drawn(desk, kind, form, asked))
    else:
        content = _drawn(desk, kind, form, asked)
    return Response(content, media_type=_TYPES[form])


def _drawn(desk: Desk, kind: PictureKind, form: str, asked: Asked) -> bytes:
    query, name = _query(desk, asked)
    with _DRAWING:
        made = Pictures(desk.dossier, same_issue).of(kind, query, of=name)
        return to_svg(made).encode() if form == "svg" else to_png(made)


def _query(desk: Desk, asked: Asked) -> tuple[Query, str]:
    """What is drawn, and the party's name. Raises `OptionError` where no article speaks of it."""
    query = asked.query
    party = desk.dossier.party(asked.party) if asked.party else None
    if asked.party and party is None:
        raise OptionError("no article speaks of it", where=asked.party, remedy="look for another name of it")
    number = str(party.number) if party else None
    return Query(party=number, first_day=query.first_day, last_day=query.last_day), party.name if party else ""
