"""Verbale reads the news about a negotiation and keeps the minutes: who said what, with the sentence that proves it.

    import verbale

    record = verbale.read("geneva.html")

`read_all` reads many, one at a time; `article_from_text` makes an article of a text. The command is `verbale read`.
"""

from verbale.api import read, read_all
from verbale.article import Article
from verbale.errors import Failure, OptionError, SourceError, ToolsError, VerbaleError
from verbale.record import Record
from verbale.sources.open import article_from_text

__all__ = [
    "Article",
    "Failure",
    "OptionError",
    "Record",
    "SourceError",
    "ToolsError",
    "VerbaleError",
    "article_from_text",
    "read",
    "read_all",
]
