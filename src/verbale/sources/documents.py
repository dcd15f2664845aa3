"""The formats of which one file is one article, and the fence around the foreign parsers that read them."""

from collections.abc import Callable

from verbale.errors import SourceError
from verbale.sources.facts import NOTHING, Facts, Findings, Origin
from verbale.sources.html import read_html
from verbale.sources.pdf import read_pdf
from verbale.sources.text import read_text

_READERS: dict[str, Callable[[bytes, Origin, Facts], Findings]] = {
    "text": read_text,
    "html": read_html,
    "pdf": read_pdf,
}
DOCUMENTS = tuple(_READERS)
"""The formats that `read_document` knows: text, html, pdf."""


def read_document(data: bytes, origin: Origin, form: str, facts: Facts = NOTHING) -> Findings:
    """The article of a document in one of the `DOCUMENTS` formats; `facts` go before what it says itself."""
    return fenced(lambda: _READERS[form](data, origin, facts), origin, form)


def fenced(read: Callable[[], Findings], origin: Origin, form: str) -> Findings:
    """What a reader finds; whatever else it raises on broken bytes becomes a `Failure`."""
    try:
        yield from read()
    except SourceError as fault:
        yield origin.failure(form, fault.what, fault.remedy)
    except Exception as fault:  # noqa: BLE001 -- other people's parsers may raise anything on broken bytes
        kind = type(fault).__name__
        yield origin.failure(form, f"it could not be read as {form} ({kind}: {fault})", "is it damaged?")
