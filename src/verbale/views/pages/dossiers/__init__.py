"""What is shown of a dossier: page values made from its answers, every id become words, every line with its article.

A file a page; `citing`, `names` and `lines` are what they share. Nothing here knows how a dossier is kept or joined.
"""

from verbale.views.pages.dossiers.article import ArticlePage, Read, article_page
from verbale.views.pages.dossiers.articles import ArticleLine, article_lines
from verbale.views.pages.dossiers.axis import Axis, axis_of
from verbale.views.pages.dossiers.citing import Citation, Told, cite
from verbale.views.pages.dossiers.differing import ChangeLine, ConflictLine, Side, change_lines, conflict_lines
from verbale.views.pages.dossiers.finding import found_lines
from verbale.views.pages.dossiers.lines import Line, line_of
from verbale.views.pages.dossiers.matrix import Matrix, positions_matrix
from verbale.views.pages.dossiers.minutes import Answers, DossierMinutes, MovesAcross, dossier_minutes, summary_of
from verbale.views.pages.dossiers.names import Names
from verbale.views.pages.dossiers.openness import OpenLine
from verbale.views.pages.dossiers.overview import Latest, Overview, overview_page
from verbale.views.pages.dossiers.papers import PaperAcross, disputed_of, papers_across
from verbale.views.pages.dossiers.parties import PartyAcross, PersonAcross
from verbale.views.pages.dossiers.party import AboutParty, PartyPage, party_page
from verbale.views.pages.dossiers.positions import IssueAcross, PartyPositions, StandAcross, positions_page
from verbale.views.pages.dossiers.timeline import Day, Timeline, timeline_page

__all__ = [
    "AboutParty",
    "Answers",
    "ArticleLine",
    "ArticlePage",
    "Axis",
    "ChangeLine",
    "Citation",
    "ConflictLine",
    "Day",
    "DossierMinutes",
    "IssueAcross",
    "Latest",
    "Line",
    "Matrix",
    "MovesAcross",
    "Names",
    "OpenLine",
    "Overview",
    "PaperAcross",
    "PartyAcross",
    "PartyPage",
    "PartyPositions",
    "PersonAcross",
    "Read",
    "Side",
    "StandAcross",
    "Timeline",
    "Told",
    "article_lines",
    "article_page",
    "axis_of",
    "change_lines",
    "cite",
    "conflict_lines",
    "disputed_of",
    "dossier_minutes",
    "found_lines",
    "line_of",
    "overview_page",
    "papers_across",
    "party_page",
    "positions_matrix",
    "positions_page",
    "summary_of",
    "timeline_page",
]
