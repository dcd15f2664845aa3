"""An article: the text as a reader sees it, and what is known of where it comes from."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field, model_validator

PublishedFrom = Literal["given", "metadata", "text", "unknown"]


class Notice(BaseModel):
    """Something that a user of the record should know: a lasting code and a sentence for people."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    code: str
    """Lasting, lower case: `no_date`, `not_english`, `cut_short`, `repaired_encoding`, `several_entries`, …"""
    message: str
    """A sentence for people."""


class Article(BaseModel):
    """One article. Every offset in Verbale counts code points of `text`."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    id: str | None = None
    """As given by the source, or null."""
    text: str
    """What the reader sees; paragraphs are parted by line breaks."""
    title: str | None = None
    """The headline."""
    outlet: str | None = None
    """The paper, agency or site that published it."""
    authors: tuple[str, ...] = ()
    """Names only, without job titles."""
    published: date | None = None
    """The day of publication; null where nothing tells it, never today instead."""
    published_from: PublishedFrom = "unknown"
    """How the day is known: given by the person, the page's metadata, worked out from the text, or not."""
    modified: date | None = None
    """The day of its last change, where the page tells it apart."""
    url: str | None = None
    """Its address."""
    language: str = "en"
    """ISO 639-1, as detected from the text; `und` where the text is too short to tell."""
    warnings: tuple[Notice, ...] = Field(default=())
    """What a user of the record should know."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def fingerprint(self) -> str:
        """SHA-256 of what makes it this article: text, title, outlet and address. The same for the same input."""
        parts = (self.text, self.title or "", self.outlet or "", self.url or "")
        return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    @model_validator(mode="before")
    @classmethod
    def _without_fingerprint(cls, fields: object) -> object:
        """So that an article written as JSON can be read again; its fingerprint follows from the rest."""
        if isinstance(fields, dict):
            return {name: value for name, value in fields.items() if name != "fingerprint"}
        return fields

    def with_notice(self, notice: Notice) -> "Article":
        """The same article with one more warning; of two with the same code the first stays."""
        if any(one.code == notice.code for one in self.warnings):
            return self
        return self.model_copy(update={"warnings": (*self.warnings, notice)})

    def dated(self, published: date, published_from: PublishedFrom) -> "Article":
        """The same article with its day of publication, and no warning that it has none."""
        kept = tuple(one for one in self.warnings if one.code != _NO_DATE.code)
        return self.model_copy(update={"published": published, "published_from": published_from, "warnings": kept})


_EMPTY = Notice(code="empty", message="there is no text in it")
_NO_DATE = Notice(code="no_date", message="the day of publication isn't known, so relative dates stay open")


def is_readable(article: Article) -> bool:
    """Whether there is anything in it for a reader of English: text, and not in another language."""
    return bool(article.text.strip()) and article.language in ("en", "und")


def lacks(article: Article) -> Iterator[Notice]:
    """What the reading misses in an article. Whoever makes or reads one says it in these words."""
    if not article.text.strip():
        yield _EMPTY
    elif not is_readable(article):
        what = f"the text is in another language ({article.language}); Verbale reads English"
        yield Notice(code="not_english", message=what)
    if article.published is None:
        yield _NO_DATE
