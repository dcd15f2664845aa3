"""Small PDF files, written by hand: what a test needs of a typesetter."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """A line of Helvetica: points from the left and from the bottom of the page, and the size in points."""

    x: float
    y: float
    text: str
    size: int = 11


def pdf(pages: Sequence[Iterable[Line]], info: str = "") -> bytes:
    """A PDF with these pages (A4); `info` is the inside of its properties, such as `/Title (Talks)`."""
    streams = [_stream(lines) for lines in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        page = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects += [page.encode(), b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)]
    return _file([*objects, f"<< {info} >>".encode()])


def column(x: float, top: float, text: Sequence[str], size: int = 11) -> list[Line]:
    """Lines one under another, with a leading of 1.2; an empty string leaves a line free."""
    return [Line(x, top - number * size * 1.2, line, size) for number, line in enumerate(text) if line]


def _stream(lines: Iterable[Line]) -> bytes:
    shown = (
        b"BT /F1 %d Tf %.1f %.1f Td (%s) Tj ET" % (line.size, line.x, line.y, _escaped(line.text)) for line in lines
    )
    return b"\n".join(shown)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>" % (len(objects) + 1, len(objects))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        trailer,
        len(out),
    )
