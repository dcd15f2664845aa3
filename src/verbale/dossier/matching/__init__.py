"""What of several articles is one: copies, and the same party, statement, event, round and document.

Each function looks at all candidates that the store found and gives its best judgement, or None where it isn't sure.
All are pure: the same reports give the same judgement.
"""

from verbale.dossier.matching.copies import Sketch, Told, bands_of, same_article, sketch_of
from verbale.dossier.matching.documents import same_document
from verbale.dossier.matching.entities import keys_of, same_entity
from verbale.dossier.matching.events import same_event
from verbale.dossier.matching.rounds import same_round
from verbale.dossier.matching.statements import same_statement

__all__ = [
    "Sketch",
    "Told",
    "bands_of",
    "keys_of",
    "same_article",
    "same_document",
    "same_entity",
    "same_event",
    "same_round",
    "same_statement",
    "sketch_of",
]
