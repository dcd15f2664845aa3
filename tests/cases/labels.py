"""The shape of a labelled case: a small article, and what a careful reader records of it.

A linguist adds a case to one of the files `statements/*.yaml` without touching Python. A key that a case
leaves out is not checked; `null` is an answer like any other ("nobody is named as the speaker").
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from verbale.record import SpeakerStatus, StatementKind

FOLDER = Path(__file__).parent / "statements"
OPEN = Path(__file__).parent / "open.yaml"

Form = Literal["direct", "indirect", "mixed"]
Manner = Literal["agency", "broadsheet", "tabloid", "translated", "live blog", "press release", "readout", "transcript"]
Words = str | tuple[str, ...]


class Label(BaseModel):
    """A part of a case: frozen, and no key that isn't declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Expected(Label):
    """One statement that must be found."""

    content: Words
    """Words of the article that the content holds, in one piece or several; marks and case don't count."""
    exact: bool = False
    """The content is these words and no more."""
    share: float = 0.6
    """Else, how much of the content's letters they must be."""
    source: str | None = None
    """Words of the source, by and large; null for a statement without one."""
    cue: str | None = None
    """The cue, or the word of it that matters; null for a statement without one."""
    speaker: Words | None = None
    """A name of the speaker's entity (of several names any will do), or null."""
    not_speaker: tuple[str, ...] = ()
    """Names that tempt."""
    joint: tuple[str, ...] = ()
    """The members of the group that speaks with one voice."""
    status: SpeakerStatus | tuple[SpeakerStatus, ...] | None = None
    form: Form | tuple[Form, ...] | None = None
    within: int | None = None
    """The place in this list of the statement that reports this one; null for a statement of its own."""
    kind: StatementKind | tuple[StatementKind, ...] | None = None
    denied: bool | None = None
    date: str | None = None
    """TIMEX3 value of when it was said; null where the article doesn't tell."""
    flags: tuple[str, ...] = ()
    candidates: tuple[str, ...] | None = None
    addressee: Words | None = None
    venue: Words | None = None
    once: bool = False
    """No second statement holds the same words."""

    def asks(self, key: str) -> bool:
        """Whether the case says anything about the key, be it null."""
        return key in self.model_fields_set


class Answer(Label):
    """What must, and what must not, stand in the record."""

    statements: tuple[Expected, ...] = ()
    nothing: bool = False
    """The article reports no statement at all."""
    absent: tuple[str, ...] = ()
    """Words that are not a statement's content (a longer content may hold them)."""
    outside: tuple[str, ...] = ()
    """Words that no content holds, not even in part of a longer one."""
    unsaid: tuple[str, ...] = ()
    """Words that somebody did not say, or would say: no statement's content unless it is flagged
    `not_said` or `hypothetical`, or its kind is refusal."""
    never: tuple[str, ...] = ()
    """Names that are nobody's who speaks."""
    apart: tuple[tuple[str, str], ...] = ()
    """Pairs of names that belong to two entities."""
    together: tuple[tuple[str, str], ...] = ()
    """Pairs of names that belong to one entity."""
    authors: tuple[str, ...] | None = None
    published: date | None = None
    warnings: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    """Words of the page that are not in the article's text."""

    @model_validator(mode="after")
    def _says_something(self) -> "Answer":
        if not self.model_fields_set:
            raise ValueError("a case must expect something")
        return self


class Case(Label):
    """A small article with its answer."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    kind: str = Field(pattern=r"^[a-z_]+/[a-z0-9_]+$")
    """Phenomenon, then which of its forms: `quote_marks/unclosed`."""
    like: str | None = None
    """The id of the shared hard case whose kind this is; the words are our own."""
    manner: Manner
    published: date | None = None
    """The day that the reader is told; a page given as a file may have its own."""
    file: str | None = None
    """A file name: the text is then the content of such a file; otherwise it is the article's text."""
    text: str
    expect: Answer


@cache
def cases() -> tuple[Case, ...]:
    """All cases, in the order of the files."""
    return tuple(
        Case.model_validate(one)
        for path in sorted(FOLDER.glob("*.yaml"))
        for one in yaml.safe_load(path.read_text("utf-8"))
    )


@cache
def open_cases() -> dict[str, str]:
    """The cases that don't pass yet, each with the reason."""
    return yaml.safe_load(OPEN.read_text("utf-8")) or {}
