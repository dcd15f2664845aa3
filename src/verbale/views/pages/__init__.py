"""What is shown: frozen page values made from a record, in which every id has become words.

A page says what a reader gets to see; `terminal` and its like decide how it looks. Nothing here needs
the record again, so the same page can be printed, served or tested by hand. Positions within a page
(`Mark`) count code points of the page's own strings. A file a part of the minutes; `minutes` joins them.
"""

from verbale.views.pages.documents import DocumentLine, ProvisionLine
from verbale.views.pages.listing import Listed
from verbale.views.pages.minutes import MinutesPage, minutes_page
from verbale.views.pages.moves import ForecastLine, MoveLine, PartyMoves, Stand
from verbale.views.pages.open_points import OpenPoint
from verbale.views.pages.parties import Parties, PartyLine
from verbale.views.pages.proof import Mark, MarkRole, Passage
from verbale.views.pages.rounds import EventLine, RoundLine
from verbale.views.pages.statements import SpeakerLine, StatementLine

__all__ = [
    "DocumentLine",
    "EventLine",
    "ForecastLine",
    "Listed",
    "Mark",
    "MarkRole",
    "MinutesPage",
    "MoveLine",
    "OpenPoint",
    "Parties",
    "PartyLine",
    "PartyMoves",
    "Passage",
    "ProvisionLine",
    "RoundLine",
    "SpeakerLine",
    "Stand",
    "StatementLine",
    "minutes_page",
]
