"""A page as a reader sees it: its blocks of text in order, each written out exactly.

trafilatura chooses the article's blocks (`html.py`); how they read is decided here, since extractors put
spaces where a link ends, and mark lists with dashes that look like quotation marks.
"""

import re
from dataclasses import dataclass
from itertools import groupby

from verbale.sources.furniture import is_standfirst
from verbale.sources.tree import Element

_BLOCKS = frozenset(
    "html body article section main header div p blockquote pre ul ol li dl dt dd table caption"
    " thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 hr figure fieldset form legend address details"
    " summary center title".split()
)
_QUOTES = frozenset(("blockquote", "figure"))
_WHITE = re.compile(r"[ \t\r\n\f]+")
_LINES = re.compile(r"(?<! ) *\n *")


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, item or cell."""

    text: str
    tag: str
    place: int
    """Which element holds it, counted in the page's order."""
    parent: int
    """Which element holds that one: paragraphs of one text share it."""
    linked: int
    """How many of its characters are links."""
    quoted: bool
    """Whether it stands in a block quotation."""
    sums_up: bool
    """Whether it stands in what the page calls its standfirst."""
    key: str
    """Its letters and digits: the same for the same words, however spaced and marked."""


def key_of(text: str) -> str:
    """Letters and digits of a text, without case."""
    return "".join(filter(str.isalnum, text.casefold()))


def blocks_of(tree: Element) -> list[Block]:
    """All blocks of the tree that have text, in order."""
    from lxml.etree import iterwalk  # noqa: PLC0415 -- lxml is loaded for pages alone

    writer = _Writer()
    for event, element in iterwalk(tree, events=("start", "end")):
        if event == "start":
            writer.open(element)
        elif element is not tree:  # what follows the root is not its text
            writer.close(element)
    writer.flush()
    return writer.blocks


class _Writer:
    """Goes through the tree once, without recursion."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: list[tuple[str, int]] = [("body", 0), ("body", 0)]
        self._pieces: list[tuple[str, bool]] = []
        self._count = self._links = self._verbatim = self._quotations = self._summaries = 0

    def open(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.flush()
            self._count += 1
            self._open.append((tag, self._count))
        self._links += tag == "a"
        self._verbatim += tag == "pre"
        self._quotations += tag in _QUOTES
        self._summaries += is_standfirst(element)
        self._add("\n" if tag == "br" else "")
        self._write(element.text)

    def close(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.flush()
            self._open.pop()
        self._links -= tag == "a"
        self._verbatim -= tag == "pre"
        self._quotations -= tag in _QUOTES
        self._summaries -= is_standfirst(element)
        self._write(element.tail)

    def flush(self) -> None:
        """What has been written since the last block began or ended becomes a block."""
        text = _LINES.sub("\n", "".join(piece for piece, _ in self._pieces)).strip()
        if text:
            linked = sum(len(piece) for piece, is_link in self._pieces if is_link)
            (tag, place), parent = self._open[-1], self._open[-2][1]
            quoted, sums_up = self._quotations > 0, self._summaries > 0
            self.blocks.append(Block(text, tag, place, parent, linked, quoted, sums_up, key_of(text)))
        self._pieces = []

    def _write(self, text: str | None) -> None:
        """Text of the page: white space is one space, but where the page says `pre`."""
        if text:
            self._add(text if self._verbatim else _WHITE.sub(" ", text))

    def _add(self, piece: str) -> None:
        last = self._pieces[-1][0] if self._pieces else " "
        if last[-1] in " \n" and not self._verbatim:
            piece = piece.lstrip(" ")
        if piece:
            self._pieces.append((piece, self._links > 0))


def without_repeats(blocks: list[Block]) -> list[Block]:
    """The blocks without pulled quotations and teasers: words in large type that the text says anyway.

    A block quotation goes when another paragraph holds its words; of two equal paragraphs the one that
    stands among more text stays.
    """
    weight = {parent: sum(len(one.text) for one in several) for parent, several in _by_parent(blocks)}
    best: dict[str, Block] = {}
    for one in blocks:
        if one.key not in best or weight[one.parent] > weight[best[one.key].parent]:
            best[one.key] = one
    once = [one for one in blocks if len(one.key) < _LONG or best[one.key] is one]
    said = "\n".join(one.key for one in once if not one.quoted)
    quoted = [one for one in once if one.quoted and len(one.text.split()) >= _A_FEW_WORDS][:_MOST_QUOTATIONS]
    pulled = {one.place for one in quoted if one.key in said}
    return [one for one in once if one.place not in pulled]


def _by_parent(blocks: list[Block]) -> list[tuple[int, list[Block]]]:
    ordered = sorted(blocks, key=lambda one: one.parent)
    return [(parent, list(several)) for parent, several in groupby(ordered, key=lambda one: one.parent)]


# A block quotation of one or two words is no sentence of the article; and no article has hundreds of them.
_A_FEW_WORDS = 3
_MOST_QUOTATIONS = 300
# Shorter ones ("Yes.", "She paused.") may rightly come twice.
_LONG = 25
