"""PDF by pypdfium2: the words with their places, put into reading order by `columns.py`."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Protocol

from verbale.article import Notice
from verbale.errors import Failure
from verbale.sources.articles import make_article
from verbale.sources.blocks import key_of
from verbale.sources.cleaning import clean, clean_line
from verbale.sources.columns import Run, paragraphs
from verbale.sources.credits import names_in
from verbale.sources.facts import NOTHING, Facts, Findings, Origin
from verbale.sources.margins import without_margins

# No article is longer; a book, or a file made to keep us busy, is.
_MOST_PAGES = 300
_MOST_RUNS = 5_000
_WRONG_PASSWORD = 4
# A warning is a line: of many damaged pages it names the first.
_PAGES_NAMED = 8


class _Document(Protocol):
    def __len__(self) -> int: ...
    def get_metadata_dict(self) -> dict[str, str]: ...
    def __getitem__(self, number: int) -> "_Page": ...


class _Page(Protocol):
    def get_textpage(self) -> "_Words": ...


class _Words(Protocol):
    def count_rects(self) -> int: ...
    def get_rect(self, number: int) -> tuple[float, float, float, float]: ...
    def get_text_bounded(self, left: float, bottom: float, right: float, top: float) -> str: ...


def read_pdf(data: bytes, origin: Origin, facts: Facts = NOTHING) -> Findings:
    """The one article of a PDF; a `Failure` where it is locked, broken, or only pictures of pages."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        yield _unreadable(origin, getattr(fault, "err_code", None))
        return
    with closing(document):
        yield from _articles(document, origin, facts)


def _unreadable(origin: Origin, code: int | None) -> Failure:
    if code == _WRONG_PASSWORD:
        return origin.failure("pdf", "the PDF is protected by a password", "save it without one")
    return origin.failure("pdf", "the PDF is damaged or isn't one", "open it in a viewer and save it again")


def _articles(document: _Document, origin: Origin, facts: Facts) -> Findings:
    pages = {number: _runs(document, number) for number in range(1, min(len(document), _MOST_PAGES) + 1)}
    broken = [number for number, runs in pages.items() if runs is None]
    if not any(pages.values()):
        yield _without_text(origin, broken)
        return
    found = paragraphs([runs for runs in pages.values() if runs is not None])
    told = _verified(document.get_metadata_dict(), " ".join(found[:20]))
    if found and told.title and key_of(found[0]) == key_of(told.title):
        found = found[1:]
    text, repairs = clean("\n\n".join(found))
    in_margins, body = without_margins(text)
    notices = [*repairs, *_left_out(broken, len(document))]
    yield make_article(body, facts.or_else(told).or_else(in_margins).signed_by(in_margins.authors), origin, notices)


def _without_text(origin: Origin, broken: Sequence[int]) -> Failure:
    if broken:
        return origin.failure("pdf", f"{_pages(broken)} damaged, and no other holds text", "fetch or save it again")
    what = "the PDF holds pictures of pages and no text"
    return origin.failure("pdf", what, "recognise its text first, with ocrmypdf for example")


def _runs(document: _Document, number: int) -> list[Run] | None:
    """The words of a page, counted from 1; None where the page is damaged: the others can still be read."""
    import pypdfium2

    try:
        words = document[number - 1].get_textpage()
        boxes = (words.get_rect(one) for one in range(min(words.count_rects(), _MOST_RUNS)))
        runs = [Run(*box, words.get_text_bounded(*box)) for box in boxes]
    except pypdfium2.PdfiumError:
        return None
    return [run for run in runs if run.text.strip()]


def _verified(metadata: dict[str, str], beginning: str) -> Facts:
    """Title and author as the file's properties give them, where the page says the same.

    Else they are "Microsoft Word - draft3" and whoever owns the computer. The day on which the file was
    made isn't the day of publication, so it is not used.
    """
    shown = key_of(beginning)
    title, names = clean_line(metadata.get("Title", "")), names_in(clean_line(metadata.get("Author", "")))
    return Facts(
        title=title if title and key_of(title) in shown else None,
        authors=tuple(name for name in names if key_of(name) in shown),
    )


def _left_out(broken: Sequence[int], count: int) -> Iterator[Notice]:
    """One warning for all pages that were not read."""
    damaged = [f"{_pages(broken)} damaged and left out"] if broken else []
    beyond = [f"only the first {_MOST_PAGES} of {count} pages are read"] if count > _MOST_PAGES else []
    if damaged or beyond:
        yield Notice(code="left_out", message="; ".join(damaged + beyond))


def _pages(numbers: Sequence[int]) -> str:
    shown = [str(number) for number in numbers[:_PAGES_NAMED]]
    if len(numbers) > _PAGES_NAMED:
        shown.append(f"{len(numbers) - _PAGES_NAMED} more")
    if len(shown) == 1:
        return f"page {shown[0]} is"
    return f"pages {', '.join(shown[:-1])} and {shown[-1]} are"
