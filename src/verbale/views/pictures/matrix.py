"""Where the parties stand: a row an issue, a column a party, each stand told by a colour and by a word."""

from collections.abc import Iterator, Mapping

from verbale.views.pages.dossiers.citing import number_words
from verbale.views.pages.dossiers.matrix import Matrix
from verbale.views.pictures.canvas import GREY, INK, MARGIN, PALE, Box, Picture, Words, wrapped

ROWS = 30
COLUMNS = 9
_LABEL = 270
"""The breadth of the issues."""
_CELL = 112
_ROW = 44
_TOP = 64
_LEGEND = "Where each stands now, and since when"
_LOOKS: Mapping[str, tuple[str, str, str]] = {
    "for": ("#cfe6d4", "#14532d", "+ for"),
    "against": ("#f6d3cf", "#7f1d1d", "− against"),
    "conditional": ("#fbe6b3", "#6b4400", "± conditional"),
}


def draw_positions(matrix: Matrix, source: str) -> Picture:
    """The latest stand of each party on each issue, and since when."""
    parties, rows = matrix.parties[:COLUMNS], matrix.rows[:ROWS]
    height = _TOP + _ROW * max(1, len(rows)) + 6
    width = max(640, 2 * MARGIN + _LABEL + _CELL * len(parties))
    return Picture(
        title="Where the parties stand",
        source=f"{source}{_missing(matrix)}",
        alt=_alt(matrix),
        width=width,
        height=height,
        boxes=(*_lines(len(rows), width), *_cells(matrix)),
        words=(Words(MARGIN, 6, _LEGEND, size=11, colour=GREY), *_heads(parties), *_labels(matrix)),
    )


def _x(column: int) -> float:
    return MARGIN + _LABEL + _CELL * column


def _y(row: int) -> float:
    return _TOP + _ROW * row


def _lines(rows: int, width: int) -> Iterator[Box]:
    for row in range(rows + 1):
        yield Box(MARGIN, _y(row), width - MARGIN, _y(row) + 0.7, PALE)


def _cells(matrix: Matrix) -> Iterator[Box]:
    for at, row in enumerate(matrix.rows[:ROWS]):
        for column, cell in enumerate(row.cells[:COLUMNS]):
            if cell is not None:
                colour = _LOOKS[cell.history[-1].stand][0]
                yield Box(_x(column) + 3, _y(at) + 4, _x(column + 1) - 3, _y(at + 1) - 3, colour)


def _heads(parties: tuple[str, ...]) -> Iterator[Words]:
    for column, party in enumerate(parties):
        label = wrapped(party, 15)
        first = _TOP - 14 - 15 * label.count("\n")
        yield Words(_x(column) + _CELL / 2, first, label, align="center", bold=True)


def _labels(matrix: Matrix) -> Iterator[Words]:
    for at, row in enumerate(matrix.rows[:ROWS]):
        label = wrapped(row.issue, 40)
        yield Words(MARGIN, _y(at) + _ROW / 2 - 7.5 * label.count("\n"), label, colour=INK)
        for column, cell in enumerate(row.cells[:COLUMNS]):
            if cell is not None:
                _, ink, words = _LOOKS[cell.history[-1].stand]
                middle, since = _x(column) + _CELL / 2, cell.history[-1].since
                yield Words(middle, _y(at) + (16 if since else 22), words, colour=ink, align="center", bold=True)
                if since:
                    yield Words(middle, _y(at) + 31, since, size=10, colour=ink, align="center")
    if not matrix.rows:
        yield Words(MARGIN, _y(0) + _ROW / 2, "No article tells where a party stands.", colour=GREY)


def _missing(matrix: Matrix) -> str:
    parts = []
    if len(matrix.rows) > ROWS:
        parts.append(f"{number_words(len(matrix.rows) - ROWS)} more issues")
    if len(matrix.parties) > COLUMNS:
        parts.append(f"{number_words(len(matrix.parties) - COLUMNS)} more parties")
    return f" Not shown: {', '.join(parts)}." if parts else ""


def _alt(matrix: Matrix) -> str:
    told = (
        f"{party} on {row.issue}: {cell.history[-1].stand}"
        for row in matrix.rows[:ROWS]
        for party, cell in zip(matrix.parties, row.cells[:COLUMNS], strict=False)
        if cell is not None
    )
    return "; ".join(told) or "No article tells where a party stands."
