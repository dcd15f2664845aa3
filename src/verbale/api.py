"""The door for Python: sources in, records out.

    import verbale

    record = verbale.read("geneva.html")
    for record in verbale.read_all(["monday/", "tuesday.jsonl"]):
        ...

A `str` is always a path, an address or `-` for standard input, as on the command line. A text is not guessed
at: `verbale.article_from_text(text)` makes the article of it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path

from verbale.article import Article
from verbale.errors import Failure, OptionError, SourceError, VerbaleError
from verbale.reading.pipeline import read as read_article
from verbale.reading.tools import Tools
from verbale.record import Record
from verbale.sources.open import inputs_of, open_source

Source = str | Path | Article
"""A path or an address of one article or many, or an article itself."""


def read(source: Source, *, published: date | None = None, tools: Tools | None = None) -> Record:
    """What one article says, each entry with the sentence that proves it.

    `published` is the day of publication where the person knows better than the source. `tools` are the
    model and the word lists; without them they are loaded on the first call, which takes a second or two.

    Raises `SourceError` where the source can't be read, `OptionError` where it holds several articles
    (use `read_all`), and `ToolsError` where the model or the word lists are missing.
    """
    found = list(islice(_articles(source, published), 2))
    if not found:
        raise SourceError("there is no article in it", where=str(source), remedy="is it the right one?")
    if len(found) > 1:
        raise OptionError("it holds several articles", where=str(source), remedy="use verbale.read_all")
    if isinstance(found[0], Failure):
        raise SourceError(found[0].what, where=found[0].source, remedy=found[0].remedy)
    return read_article(found[0], tools or _tools())


def read_all(
    sources: Iterable[Source], *, published: date | None = None, tools: Tools | None = None
) -> Iterator[Record | Failure]:
    """The records of all articles of the sources, in order and one at a time.

    What can't be read is a `Failure` in its place, and the rest goes on; only `ToolsError`, without which
    nothing can be read, is raised.
    """
    for source in (one for several in sources for one in _one_by_one(several)):
        for number, article in enumerate(_articles(source, published), start=1):
            if isinstance(article, Failure):
                yield article
            else:
                yield _read_or_fail(article, _name(article, source, number), tools or _tools())


def _one_by_one(source: Source) -> list[Source]:
    """A folder as its files, so that a fault in one of them can be named."""
    return [source] if isinstance(source, Article) else [*inputs_of(source)]


def _articles(source: Source, published: date | None) -> Iterator[Article | Failure]:
    if isinstance(source, Article):
        yield source.dated(published, "given") if published else source
    elif isinstance(source, str) and "\n" in source:
        name = source.strip().partition("\n")[0][:40] + " …"
        remedy = "a text is read from standard input (-), or in Python with verbale.article_from_text"
        yield Failure(name, "open", "this is a text, not a path or an address", remedy)
    else:
        yield from open_source(source, published=published)


def _read_or_fail(article: Article, name: str, tools: Tools) -> Record | Failure:
    try:
        return read_article(article, tools)
    except VerbaleError as error:
        return Failure(error.where or name, "reading", error.what, error.remedy)
    except Exception as error:  # noqa: BLE001 a fault of ours in one article must not cost the other 200,000
        fault = f"Verbale failed on it: {type(error).__name__}: {error}"
        return Failure(name, "reading", fault, "please report it with the article")


def _name(article: Article, source: Source, number: int) -> str:
    """What a person finds the article by: its source and its id, address, title or place in it."""
    part = article.id or article.url or article.title or f"article {number}"
    return part if isinstance(source, Article) or part == str(source) else f"{source}, {part}"


@cache
def _tools() -> Tools:
    """Loaded once a process and only when something is read: this door is the one place that remembers.

    Whoever wants their own, or to load before the first article, hands in `Tools.load()`.
    """
    return Tools.load()
