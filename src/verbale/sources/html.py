"""HTML: trafilatura chooses what belongs to the article; its words are the page's own, block by block."""

import re
from collections.abc import Iterator
from dataclasses import replace

from verbale.article import Article, Notice
from verbale.sources.articles import make_article
from verbale.sources.blocks import Block, blocks_of, key_of, without_repeats
from verbale.sources.cleaning import clean
from verbale.sources.decoding import declared_in, decode
from verbale.sources.facts import NOTHING, Facts, Findings, Origin
from verbale.sources.furniture import is_live_blog, paywalls_of, prune
from verbale.sources.linked_data import LinkedData
from verbale.sources.margins import without_margins
from verbale.sources.notices import asks_to_pay, is_entrys_time
from verbale.sources.page_facts import drop_labels, facts_of
from verbale.sources.tree import DEEPEST, Element, parsed, size_and_depth, spell_quotations
from verbale.sources.words import pattern

_PAGE = re.compile(r"<(?:!doctype|html|body)\b", re.IGNORECASE)
# An estimate: beyond this many elements a page is no article, and trafilatura would keep a reader waiting.
_MOST_ELEMENTS = 30_000
# What trafilatura gives for less is a guess at the longest element (its own limit is 250 characters).
_LEAST = 250
# A key that is found inside another by chance is shorter.
_TELLING = 25
# A paragraph that is half links points to other articles.
_LINKED = 0.5
# A heading over links is a few words; estimates, as are the lengths of other labels.
_LONGEST_HEADING = 80
# An estimate: about three paragraphs, the start of an article that a paywall cuts off.
_STUB_WORDS = 200


def read_html(data: bytes, origin: Origin, facts: Facts = NOTHING) -> Findings:
    """The one article of a page, or of a piece of a page."""
    markup, notices = decode(data, origin.charset or declared_in(data))
    yield html_article(markup, facts, origin, notices)


def html_article(markup: str, facts: Facts, origin: Origin, notices: tuple[Notice, ...] = ()) -> Article:
    """An article of a page's markup. `facts` are known already, from a feed say, and go before the page's."""
    tree = parsed(markup)
    if tree is None:
        return make_article("", facts, origin, notices)
    told, data = facts_of(tree, origin.url)
    data = replace(data, is_live=data.is_live or is_live_blog(tree))
    is_stub = any(asks_to_pay(" ".join(one.itertext())) for one in paywalls_of(tree))
    text, repairs = clean(_text_of(tree, told.title or "", data, is_page=bool(_PAGE.search(markup))))
    # The first and last lines of a live blog belong to entries.
    in_margins, body = (NOTHING, text) if data.is_live else without_margins(text, told.authors)
    known = facts.or_else(told).or_else(in_margins).signed_by(in_margins.authors)
    return make_article(body, known, origin, (*notices, *repairs, *_page_notices(data, body, is_stub=is_stub)))


def _page_notices(data: LinkedData, text: str, *, is_stub: bool) -> Iterator[Notice]:
    if data.is_live:
        yield Notice(
            code="several_entries",
            message="the page is a live blog: its entries are read as one text, each under its own time",
        )
    if is_stub or (not data.is_free and len(text.split()) < _STUB_WORDS):
        yield Notice(code="cut_short", message="the page is for subscribers, and only its beginning is here")


def _text_of(tree: Element, title: str, data: LinkedData, *, is_page: bool) -> str:
    """The article's paragraphs, with an empty line between two of them."""
    prune(tree)
    spell_quotations(tree)
    drop_labels(tree, is_live=data.is_live)
    blocks = blocks_of(tree)
    size, depth = size_and_depth(tree)
    headline = key_of(title)
    if is_page and size <= _MOST_ELEMENTS and depth <= DEEPEST:
        blocks = _chosen(tree, blocks, headline, is_live=data.is_live)
    text = _written(without_repeats([one for one in _without_pointers(blocks) if not _is_headline(one, headline)]))
    return text if len(text) * 2 >= len(data.body) or not data.is_free else _body_text(data.body)


def _written(blocks: list[Block]) -> str:
    """Items and cells of one list or table follow each other without an empty line."""
    out = ""
    for before, block in zip([None, *blocks], blocks, strict=False):
        close = before is not None and before.tag == block.tag and block.tag in ("li", "td", "th", "dd", "dt")
        out += ("\n" if close else "\n\n") + block.text
    return out.strip()


def _is_headline(block: Block, headline: str) -> bool:
    return block.tag.startswith("h") and block.key == headline


def _without_pointers(blocks: list[Block]) -> Iterator[Block]:
    """The blocks that neither point to other articles nor ask the reader to do something."""
    below_heading = False
    for one in blocks:
        is_link = one.linked > _LINKED * len(one.text)
        below_heading = _is_pointer_heading(one) or (below_heading and is_link)
        points = is_link and bool(pattern(r"\W*{pointers}").match(one.text))
        if not (below_heading or points or pattern(r"\W*{appeal_lines}.{0,120}").fullmatch(one.text)):
            yield one


def _is_pointer_heading(block: Block) -> bool:
    """Whether the block is the heading over links to other articles."""
    return len(block.text) <= _LONGEST_HEADING and bool(pattern(r"\W*{pointer_headings}\W*").fullmatch(block.text))


def _body_text(body: str) -> str:
    """The text that the page's JSON-LD holds, where the page itself shows less: scripts were to write it."""
    tree = parsed(body) if "<p" in body else None
    return _written(blocks_of(tree)) if tree is not None else body


def _chosen(tree: Element, blocks: list[Block], headline: str, *, is_live: bool) -> list[Block]:
    """The blocks whose words trafilatura takes for the article's, and text that extractors drop.

    That is paragraphs between them, the standfirst above them, and the times over the entries of a live blog.
    """
    lines = [key_of(line) for line in _extracted(tree).splitlines()]
    if sum(map(len, lines)) < _LEAST:
        return _in_the_article(tree) or blocks
    keys, running = frozenset(lines), "".join(lines)
    taken = [one.key in keys or _is_in(one.key, running) for one in blocks]
    ends: dict[int, tuple[int, int]] = {}
    for number, one in enumerate(blocks):
        if taken[number]:
            ends[one.parent] = (ends.get(one.parent, (number, number))[0], number)
    top = _sums_up(blocks, headline, taken)
    return [
        one
        for number, one in enumerate(blocks)
        if taken[number] or number in top or _is_between(one, number, ends) or (is_live and is_entrys_time(one.text))
    ]


def _sums_up(blocks: list[Block], headline: str, taken: list[bool]) -> set[int]:
    """Which blocks are the standfirst: called so by the page, and between the headline and the first of the text."""
    heads = {number for number, one in enumerate(blocks) if _is_headline(one, headline)}
    first = next((number for number, one in enumerate(taken) if one and number not in heads), 0)
    above = max((number for number in heads if number < first), default=0)
    return {number for number in range(above, first) if blocks[number].sums_up}


def _is_in(key: str, running: str) -> bool:
    """Whether a block was taken though not as a line: among others, or without an inline element of its own."""
    if len(key) < _TELLING:
        return False
    return key in running or (len(key) > 4 * _TELLING and key[:_TELLING] in running and key[-_TELLING:] in running)


def _is_between(block: Block, number: int, ends: dict[int, tuple[int, int]]) -> bool:
    """Whether a paragraph stands among the article's own: extractors drop short ones and repetitions."""
    first, last = ends.get(block.parent, (number, number))
    return block.tag == "p" and first < number < last and block.linked <= _LINKED * len(block.text)


def _in_the_article(tree: Element) -> list[Block]:
    """The blocks of the page's one `article` or `main`, where it has one."""
    for tag in ("article", "main"):
        several = list(tree.iter(tag))
        if len(several) == 1:
            return blocks_of(several[0])
    return []


def _extracted(tree: Element) -> str:
    """trafilatura's choice, as plain lines."""
    from trafilatura import bare_extraction  # slow to load, and only HTML needs it

    document = bare_extraction(tree, include_comments=False)
    return getattr(document, "text", None) or ""
