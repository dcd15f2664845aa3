"""What the reports of one thing say against one another, and can't both be right about.

    conflicts_of(thread)        a statement's, an event's, a round's, a document's reports
    role_conflicts(reports)     one person's posts
    told_once(conflicts)        without those of events that a round has too

Only for the same fact at times that overlap, at the precision that both have: a call of 30 December in one city
and of 31 December in another is no conflict, nor is a role that changed, a plan that was moved, or a page that
corrected itself.
"""

from verbale.dossier.conflicts.roles import role_conflicts
from verbale.dossier.conflicts.threads import conflicts_of
from verbale.dossier.conflicts.twice import told_once
from verbale.dossier.conflicts.wording import word_differences

__all__ = ["conflicts_of", "role_conflicts", "told_once", "word_differences"]
