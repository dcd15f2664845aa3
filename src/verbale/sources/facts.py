"""What is known of an article beside its text, and where it came from: the values that readers pass on."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

from verbale.article import Article
from verbale.errors import Failure

Found = Article | Failure
Findings = Iterator[Found]


@dataclass(frozen=True)
class Origin:
    """One input, and what was known of it before it was opened."""

    name: str
    """The file, address or row, as the person named it."""
    url: str | None = None
    charset: str | None = None
    """The encoding that the transport declares (HTTP, e-mail)."""
    published: date | None = None
    """The day as the person gave it: it goes before whatever the page says."""

    def failure(self, stage: str, what: str, remedy: str = "") -> Failure:
        """A fault of this input, as a value."""
        return Failure(self.name, stage, what, remedy)

    def within(self, part: str) -> "Origin":
        """A part of this input (an entry, an attachment): it has a name, and no address of its own."""
        return replace(self, name=f"{self.name}, {part}", url=None, charset=None)


@dataclass(frozen=True)
class Facts:
    """What a page's metadata or its first and last lines tell."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    modified: date | None = None
    url: str | None = None

    def or_else(self, other: "Facts") -> "Facts":
        """These facts, with the other's where these know nothing."""
        known = {one.name: getattr(self, one.name) or getattr(other, one.name) for one in fields(self)}
        return Facts(**known)

    def signed_by(self, names: tuple[str, ...]) -> "Facts":
        """These facts, with the names among the authors."""
        return replace(self, authors=tuple(dict.fromkeys((*self.authors, *names))))


NOTHING = Facts()
"""Nothing is known yet."""
