"""What can go wrong, as one family.

    VerbaleError
    ├── SourceError        an input can't be opened, is too large, or isn't what it says
    ├── ToolsError         the model, the lexicon or the spaCy pipeline is missing or doesn't fit
    ├── DossierError       a dossier isn't there, is none, is damaged, or can't be reached
    └── OptionError        what the person asked for contradicts itself or is out of range

Each says what is wrong, where, and what to do. Over many inputs a fault is not raised but kept as a
`Failure`, so that it can be counted and listed while the rest goes on.
"""

from dataclasses import dataclass


class VerbaleError(Exception):
    """A fault that a person can act on: what is wrong, where, and the remedy.

    Its text is one line: "where: what (remedy)".
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(_one_line(where, what, remedy))


class SourceError(VerbaleError):
    """An input can't be opened, is too large, or isn't what it says it is."""


class ToolsError(VerbaleError):
    """The model, the lexicon or the spaCy pipeline is missing or doesn't fit the rest."""


class DossierError(VerbaleError):
    """A dossier isn't there, is none, is damaged, is a newer Verbale's, or its database can't be reached."""


class OptionError(VerbaleError):
    """What the person asked for contradicts itself or is out of range."""


@dataclass(frozen=True)
class Failure:
    """A fault as a value: one input that gave no record."""

    source: str
    """The file, address or row, as the person named it."""
    stage: str
    """Where it failed: the module that gave up, such as "pdf" or "reading"."""
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        return _one_line(self.source, self.what, self.remedy)


def _one_line(where: str, what: str, remedy: str) -> str:
    line = f"{where}: {what}" if where else what
    return " ".join((f"{line} ({remedy})" if remedy else line).split())
