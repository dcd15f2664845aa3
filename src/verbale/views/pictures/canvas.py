"""What a picture is made of, in points from its upper left corner, and how it becomes SVG or PNG."""

import json
import re
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any, Final, Literal
from xml.sax.saxutils import escape, quoteattr

from verbale.errors import OptionError

PAPER: Final = "#fffdf8"
INK: Final = "#1f2328"
GREY: Final = "#5a6068"
PALE: Final = "#dcd8cf"
MARGIN: Final = 24
_HEAD = 56
_FOOT = 40


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one line, or several."""

    x: float
    y: float
    """The middle of the first line."""
    text: str
    size: int = 12
    colour: str = INK
    align: Literal["left", "center", "right"] = "left"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled form around a point."""

    x: float
    y: float
    area: float
    shape: str
    """As Vega names it: circle, square, diamond, triangle-up, triangle-down, cross."""
    colour: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle between two corners."""

    x: float
    y: float
    x2: float
    y2: float
    colour: str


@dataclass(frozen=True, slots=True)
class Wedge:
    """A curve through points that grows thinner: each with its width."""

    points: Sequence[tuple[float, float, float]]
    colour: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and what is told with it."""

    title: str
    source: str
    alt: str
    """What it shows, for who doesn't see it."""
    width: int
    height: int
    """Without the title and the source line."""
    boxes: Sequence[Box] = ()
    wedges: Sequence[Wedge] = ()
    marks: Sequence[Mark] = ()
    words: Sequence[Words] = ()

    @property
    def whole_height(self) -> int:
        """With them."""
        return self.height + _HEAD + _FOOT


def to_svg(picture: Picture) -> str:
    """The picture as SVG. Raises `OptionError` where the extra isn't installed."""
    drawn: str = modules()[1].vegalite_to_svg(_spec(picture), allowed_base_urls=[])
    title, alt = _plain(picture.title), _plain(picture.alt)
    head, mark, rest = drawn.partition(">")
    named = f'{head} role="img" aria-label={quoteattr(f"{title}. {alt}")}{mark}'
    return f"{named}<title>{escape(title)}</title><desc>{escape(alt)}</desc>{rest}\n"


def to_png(picture: Picture) -> bytes:
    """The picture as PNG, with what it shows in its description. Raises `OptionError` where the extra is missing."""
    drawn: bytes = modules()[1].vegalite_to_png(_spec(picture), scale=2, allowed_base_urls=[])
    after = drawn.index(b"IDAT") - 4
    told = {"Title": picture.title, "Description": picture.alt, "Source": picture.source}
    return drawn[:after] + b"".join(_chunk(name, _plain(text)) for name, text in told.items()) + drawn[after:]


def _chunk(name: str, text: str) -> bytes:
    """An iTXt chunk (PNG, third edition, 11.3.3.4)."""
    body = b"iTXt" + name.encode() + b"\0\0\0\0\0" + text.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


@cache
def modules() -> tuple[ModuleType, ModuleType]:
    """What describes a picture, and what draws it. Raises `OptionError` where they aren't installed."""
    try:
        import altair
        import vl_convert
    except ImportError:
        remedy = "pip install 'verbale[pictures]'"
        raise OptionError("pictures need altair and vl-convert, which aren't installed", remedy=remedy) from None
    return altair, vl_convert


def wrapped(text: str, most: int, lines: int = 2) -> str:
    """The text in lines of at most so many letters; an ellipsis where it doesn't end within so many lines."""
    out: list[str] = []
    for word in _plain(text).split():
        if out and len(out[-1]) + 1 + len(word) <= most:
            out[-1] += f" {word}"
        else:
            out.append(word)
    if len(out) > lines:
        out = [*out[: lines - 1], f"{out[lines - 1][: most - 1]}…"]
    return "\n".join(one if len(one) <= most else f"{one[: most - 1]}…" for one in out)


# What XML can't hold, and what would turn the direction of the words around.
_UNDRAWABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


def _plain(text: str) -> str:
    return _UNDRAWABLE.sub("\ufffd", text)


def _spec(picture: Picture) -> str:
    altair, _ = modules()
    width, height = picture.width, picture.whole_height
    frame = {"x": altair.X("x:Q", axis=None, scale=altair.Scale(domain=[0, width], nice=False, zero=False))}
    frame["y"] = altair.Y("y:Q", axis=None, scale=altair.Scale(domain=[height, 0], nice=False, zero=False))
    title = [
        Words(MARGIN, 28, picture.title, size=18, bold=True),
        Words(MARGIN, height - 18, wrapped(picture.source, width // 6, 1), size=11, colour=GREY),
    ]
    words = [*title, *(_lower(one) for one in picture.words)]
    layers = [*_boxes(altair, picture, frame), *_wedges(altair, picture, frame), *_marks(altair, picture, frame)]
    layers += _words(altair, words, frame)
    chart = altair.layer(*layers, width=width, height=height, background=PAPER, padding=0)
    chart = chart.configure_view(stroke=None).configure(aria=False, background=PAPER, padding=0)
    return json.dumps(chart.to_dict(), sort_keys=True)


def _lower(one: Words) -> Words:
    return Words(one.x, one.y + _HEAD, one.text, one.size, one.colour, one.align, one.bold)


def _data(altair: ModuleType, rows: Iterable[Mapping[str, object]]) -> Any:
    return altair.Data(values=[dict(one) for one in rows])


def _boxes(altair: ModuleType, picture: Picture, frame: Mapping[str, Any]) -> list[Any]:
    rows = [{"x": b.x, "y": b.y + _HEAD, "x2": b.x2, "y2": b.y2 + _HEAD, "fill": b.colour} for b in picture.boxes]
    chart = altair.Chart(_data(altair, rows)).mark_rect()
    return [chart.encode(**frame, x2="x2:Q", y2="y2:Q", fill=altair.Fill("fill:N", scale=None))] if rows else []


def _wedges(altair: ModuleType, picture: Picture, frame: Mapping[str, Any]) -> list[Any]:
    out = []
    for wedge in picture.wedges:
        rows = [{"x": x, "y": y + _HEAD, "size": size, "at": at} for at, (x, y, size) in enumerate(wedge.points)]
        chart = altair.Chart(_data(altair, rows)).mark_trail(color=wedge.colour, opacity=0.6)
        out.append(chart.encode(**frame, size=altair.Size("size:Q", scale=None, legend=None), order="at:Q"))
    return out


def _marks(altair: ModuleType, picture: Picture, frame: Mapping[str, Any]) -> list[Any]:
    rows = [
        {
            "x": m.x,
            "y": m.y + _HEAD,
            "size": m.area,
            "shape": m.shape,
            "fill": PAPER if m.hollow else m.colour,
            "stroke": m.colour,
        }
        for m in picture.marks
    ]
    given = {
        "size": altair.Size("size:Q", scale=None),
        "shape": altair.Shape("shape:N", scale=None),
        "fill": altair.Fill("fill:N", scale=None),
        "stroke": altair.Stroke("stroke:N", scale=None),
    }
    chart = altair.Chart(_data(altair, rows)).mark_point(strokeWidth=2, opacity=1)
    return [chart.encode(**frame, **given)] if rows else []


def _words(altair: ModuleType, words: Sequence[Words], frame: Mapping[str, Any]) -> list[Any]:
    """A layer for each look: how words are aligned can't be told by a datum."""
    out = []
    looks = dict.fromkeys((one.size, one.colour, one.align, one.bold) for one in words)
    for look in looks:
        size, colour, align, bold = look
        rows = [
            {"x": one.x, "y": one.y, "text": _plain(one.text)}
            for one in words
            if (one.size, one.colour, one.align, one.bold) == look
        ]
        chart = altair.Chart(_data(altair, rows)).mark_text(
            fontSize=size, color=colour, align=align, fontWeight="bold" if bold else "normal", font="sans-serif",
            baseline="middle", lineBreak="\n", lineHeight=round(size * 1.25), limit=0,
        )  # fmt: skip
        out.append(chart.encode(**frame, text="text:N"))
    return out
