"""Where a dossier is kept: one SQLite file, or a PostgreSQL database.

The record of an article is kept whole; all else is an index over records, judgements and corrections, and could be
made anew from them.
"""

from verbale.dossier.store.opening import opened
from verbale.dossier.store.store import Store

__all__ = ["Store", "opened"]
