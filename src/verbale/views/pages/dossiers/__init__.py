"""What is shown of a dossier: page values made from its answers, every id become words, every line with its article.

A file a page; `citing`, `names` and `lines` are what they share. Nothing here knows how a dossier is kept or joined.
"""

from verbale.views.pages.dossiers.articles import ArticleLine, article_lines
from verbale.views.pages.dossiers.citing import Citation, Told, cite
from verbale.views.pages.dossiers.differing import ChangeLine, ConflictLine, Side, change_lines, conflict_lines
from verbale.views.pages.dossiers.finding import found_lines
from verbale.views.pages.dossiers.lines import Line, line_of
from verbale.views.pages.dossiers.minutes import (
    Answers,
    DossierMinutes,
    MovesAcross,
    PaperAcross,
    dossier_minutes,
    summary_of,
)
from verbale.views.pages.dossiers.names import Names
from verbale.views.pages.dossiers.openness import OpenLine
from verbale.views.pages.dossiers.parties import PartyAcross, PersonAcross
from verbale.views.pages.dossiers.positions import IssueAcross, PartyPositions, StandAcross, positions_page
from verbale.views.pages.dossiers.timeline import Day, Timeline, timeline_page

__all__ = [
    "Answers",
    "ArticleLine",
    "ChangeLine",
    "Citation",
    "ConflictLine",
    "Day",
    "DossierMinutes",
    "IssueAcross",
    "Line",
    "MovesAcross",
    "Names",
    "OpenLine",
    "PaperAcross",
    "PartyAcross",
    "PartyPositions",
    "PersonAcross",
    "Side",
    "StandAcross",
    "Timeline",
    "Told",
    "article_lines",
    "change_lines",
    "cite",
    "conflict_lines",
    "dossier_minutes",
    "found_lines",
    "line_of",
    "positions_page",
    "summary_of",
    "timeline_page",
]
