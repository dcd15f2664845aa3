"""What a linguist knows and may edit: `*.yaml` files, each with the module that gives it a shape."""

from dataclasses import dataclass

from verbale.lexicon.deontics import Deontics, load_deontics
from verbale.lexicon.documents import Documents, load_documents
from verbale.lexicon.events import EventWords, load_events
from verbale.lexicon.hedges import Hedges, load_hedges
from verbale.lexicon.moves import MoveWords, load_moves
from verbale.lexicon.offices import Offices, load_offices
from verbale.lexicon.people import People, load_people
from verbale.lexicon.rounds import Rounds, load_rounds
from verbale.lexicon.speech import Speech, load_speech
from verbale.lexicon.status import StatusWords, load_status
from verbale.lexicon.time import TimeWords, load_time

__all__ = ["Lexicon", "load_lexicon"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists, validated."""

    speech: Speech
    people: People
    time: TimeWords
    offices: Offices
    moves: MoveWords
    hedges: Hedges
    documents: Documents
    deontics: Deontics
    rounds: Rounds
    events: EventWords
    status: StatusWords


def load_lexicon() -> Lexicon:
    """The word lists that the package ships. Raises `ToolsError` where a file doesn't have its shape."""
    return Lexicon(
        speech=load_speech(),
        people=load_people(),
        time=load_time(),
        offices=load_offices(),
        moves=load_moves(),
        hedges=load_hedges(),
        documents=load_documents(),
        deontics=load_deontics(),
        rounds=load_rounds(),
        events=load_events(),
        status=load_status(),
    )
