"""PDF by pypdfium2: the words with their places, put into reading order by `columns.py`."""

from collections.abc import Iterator
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
    pages = [_runs(document[number]) for number in range(min(len(document), _MOST_PAGES))]
    if not any(pages):
        what = "the PDF holds pictures of pages and no text"
        yield origin.failure("pdf", what, "recognise its text first, with ocrmypdf for example")
        return
    found = paragraphs(pages)
    told = _verified(document.get_metadata_dict(), " ".join(found[:20]))
    if found and told.title and key_of(found[0]) == key_of(told.title):
        found = found[1:]
    text, repairs = clean("\n\n".join(found))
    in_margins, body = without_margins(text)
    notices = [*repairs, *_page_notices(len(document))]
    yield make_article(body, facts.or_else(told).or_else(in_margins).signed_by(in_margins.authors), origin, notices)


def _runs(page: _Page) -> list[Run]:
    words = page.get_textpage()
    boxes = (words.get_rect(number) for number in range(min(words.count_rects(), _MOST_RUNS)))
    runs = (Run(*box, words.get_text_bounded(*box)) for box in boxes)
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


def _page_notices(count: int) -> Iterator[Notice]:
    if count > _MOST_PAGES:
        yield Notice(code="left_out", message=f"only the first {_MOST_PAGES} of {count} pages are read")
