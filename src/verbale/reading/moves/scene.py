"""The page as the search for moves sees it: its statements and parties, and the words of moves."""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.lexicon.moves import MoveWords
from verbale.reading.page import Page, Token
from verbale.reading.telling import Telling
from verbale.record import Statement


@dataclass(frozen=True)
class Scene(Telling):
    """A page with its statements and parties, and the words of moves."""

    words: MoveWords

    def may_speak_for(self, parties: Sequence[str], statement: Statement | None) -> bool:
        """Whether the speaker may speak for them: it is of their side, or of none that is known and no observer."""
        speaker = self.speaker(statement)
        if speaker is None or not parties:
            return False
        if set(parties) & self.side(statement):
            return True
        called = (
            " ".join((speaker.name, *speaker.aliases, *(office.title for office in speaker.offices))).lower().split()
        )
        # "The prime minister's office": a body that the article names by a description may be theirs.
        nameless = speaker.kind == "organisation" and speaker.country is None and speaker.registry_id is None
        apart = not (speaker.kind == "person" or nameless) or speaker.represents is not None
        known = bool(speaker.offices) or any(one.form == "nominal" for one in speaker.mentions)
        return known and not apart and not self.words.observers.words & set(called)


def phrase_at(page: Page, token: Token, length: int) -> str:
    """So many words from the token on, in lower case."""
    words = " ".join(one.lower for one in page.tokens[token.index : token.index + length])
    return words.replace(" - ", "-")
