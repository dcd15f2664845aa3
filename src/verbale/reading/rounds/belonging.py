"""Which sittings are meetings of the negotiation, and not just any meeting of anybody.

What is counted is one, where the article tells of talks. So is what names its place or day and is held by those who
negotiate: the parties of the counted meetings, of talks and of the papers. Where nobody is known to negotiate, the
words themselves have to say that they do: "consultations of both sides", "the delegations met". A sentence such as
"The negotiations took place in three stages" makes rounds of the meetings that its paragraph goes on to tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from verbale.lexicon.rounds import Rounds
from verbale.reading.clauses import own_subject
from verbale.reading.named import Named
from verbale.reading.page import Page, Token
from verbale.reading.rounds.sittings import Sitting
from verbale.record import Document
from verbale.spans import Span

# Words of negotiating in an article about talks; one alone may be a manner of speaking. An estimate, not swept.
_ENOUGH = 2
# Sentences from "the second round" to the next word of talks, where the article has but one. Not swept.
_FAR = 3
_TOGETHER = 2
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True)
class Negotiation:
    """What the page tells of the negotiation as a whole."""

    page: Page
    named: Named
    sittings: Sequence[Sitting]
    documents: Sequence[Document]
    words: Rounds
    about: bool = False
    """Whether the article is about a negotiation: there, a meeting with its place or day is one of it."""

    def has(self, sitting: Sitting) -> bool:
        """Whether the sitting is one of its meetings."""
        if sitting.is_reference:
            return False
        if self.about and (self._is_of_article(sitting) or (sitting.format == "talks" and self._is_noun(sitting))):
            return self._is_of_article(sitting)
        if not self._talks:
            return False
        if sitting.counted and self._counts(sitting):
            return True
        if not self._is_told_of or (sitting.time is None and sitting.place is None):
            return False
        if self.announced(sitting) is not None:
            return True
        if sitting.of_talks:
            return bool(sitting.parties) or (sitting.time is not None and sitting.place is not None)
        together = len(self._shared(sitting)) >= _TOGETHER or self._is_joint(sitting)
        if together or not sitting.parties:
            return together
        return self._is_negotiating(sitting) if len(sitting.parties) > 1 else self._is_held_by_negotiators(sitting)

    def _is_of_article(self, sitting: Sitting) -> bool:
        """Whether it is one in an article about talks: counted, or with its place or its very day."""
        if sitting.counted:
            return True
        noun = sitting.token.lemma.lower()
        exact = sitting.time is not None and sitting.time.precision in ("day", "hour", "minute")
        if not self._is_noun(sitting) and sitting.token.lemma in self.words.meeting:
            who = own_subject(self.page, sitting.token)
            sides = who is not None and who.tag == "NNS" and who.lemma.lower() in self.words.sides
            return (sides or len(sitting.parties) > 1) and (sitting.place is not None or exact)
        if not self._is_noun(sitting) or (noun == "call" and len(sitting.parties) < _TOGETHER):
            return False
        if sitting.format == "talks":
            called_off = sitting.status == "cancelled" and sitting.place is None
            return (exact or (sitting.place is not None and sitting.status is not None)) and not called_off
        return sitting.place is not None or exact

    def _is_noun(self, sitting: Sitting) -> bool:
        return sitting.token.pos in ("NOUN", "PROPN")

    def _is_held_by_negotiators(self, sitting: Sitting) -> bool:
        """Whether those who meet are called so: "negotiators of the union and the ministry met"."""
        who = own_subject(self.page, sitting.token)
        return who is not None and who.tag == "NNS" and who.lemma.lower() in self.words.negotiating

    def _counts(self, sitting: Sitting) -> bool:
        """Whether a meeting that is counted is one of several meetings of the negotiation."""
        counting = sitting.token.lemma.lower() in self.words.counting
        if counting and self._names_talks(sitting.token):
            return True
        away = min((abs(token.sentence - sitting.token.sentence) for token in self._talks), default=_FAR + 1)
        if counting or (sitting.format == "meeting" and away <= 1):
            return self._is_told_of or away <= _FAR
        own = sitting.of_talks or self._is_negotiating(sitting) or len(self._shared(sitting)) >= _TOGETHER
        return self._is_told_of and own

    def _names_talks(self, token: Token) -> bool:
        """Whether it is a round "of talks"."""
        return any(self.page.head(self.page.head(one)) == token for one in self._talks if one.dep == "pobj")

    def _is_joint(self, sitting: Sitting) -> bool:
        """Whether it is a meeting of a body that its parties have together: "the Russia-NATO Council"."""
        bodies = [one for one in self.named.entities if one.id in sitting.parties and one.kind == "organisation"]
        return any("-" in one.name and self.words.joint & {*one.name.lower().split()} for one in bodies)

    @cached_property
    def _talks(self) -> list[Token]:
        """The words of talks on the page."""
        found = [token for token in self.page.tokens if token.lemma.lower() in self.words.talks]
        return [token for token in found if token.lemma.lower() != "talk" or token.tag == "NNS"]

    @cached_property
    def _is_told_of(self) -> bool:
        papers = [one for one in self.documents if len(one.parties) > 1]
        sent = any(token.lemma.lower() in self.words.sent for token in self.page.tokens)
        return len(self._talks) + len(papers) + sent >= _ENOUGH

    @cached_property
    def parties(self) -> frozenset[str]:
        """Entity ids of who negotiates."""
        counted = [one.parties for one in self.sittings if one.counted]
        return frozenset(id_ for ids in (*counted, *self._sides_of_talks, *self._sides_of_papers) for id_ in ids)

    @property
    def sides(self) -> list[tuple[str, ...]]:
        """Between whom the talks are as a whole; where no word of talks tells it, between whom the papers are."""
        return self._sides_of_talks or self._sides_of_papers

    @property
    def _sides_of_talks(self) -> list[tuple[str, ...]]:
        return [one.parties for one in self.sittings if one.of_talks and self._are_several(one.parties)]

    def _are_several(self, parties: Sequence[str]) -> bool:
        """Whether they are two or more, or a group: "the coastal states"."""
        groups = {one.id for one in self.named.entities if one.kind == "group"}
        return len(parties) > 1 or bool(groups.intersection(parties))

    @property
    def _sides_of_papers(self) -> list[tuple[str, ...]]:
        return [one.parties for one in self.documents if len(one.parties) > 1]

    def _shared(self, sitting: Sitting) -> frozenset[str]:
        return self.parties.intersection(sitting.parties)

    def _is_negotiating(self, sitting: Sitting) -> bool:
        """Whether its own words say that those who meet negotiate."""
        token = sitting.token
        verb = self.page.head(token)
        own = [one for one in self.page.children(token) if one.dep in (*_SUBJECTS, "prep", "compound", "amod")]
        if token.dep == "dobj" and verb.pos == "VERB":
            own += [one for one in self.page.children(verb) if one.dep in (*_SUBJECTS, "prep")]
        near = {token.lemma.lower(), *(below.lemma.lower() for one in own for below in self._near(one))}
        return bool(near & self.words.negotiating)

    def _near(self, token: Token) -> tuple[Token, ...]:
        return tuple(one for one in self.page.subtree(token) if abs(one.index - token.index) <= _CLOSE)

    def announced(self, sitting: Sitting) -> int | None:
        """In how many meetings the whole took place, as a sentence before it in its paragraph says."""
        paragraph = next((one for one in self.page.paragraphs if one.contains(sitting.token.span)), None)
        before = [amount for span, amount in self._amounts if paragraph is not None and paragraph.contains(span)]
        earlier = any(span.end <= sitting.token.span.start for span, _ in self._amounts)
        return before[0] if before and earlier else None

    @cached_property
    def _amounts(self) -> list[tuple[Span, int]]:
        """Where sentences say in how many stages the negotiations were held."""
        found = []
        for token in self.page.tokens:
            over = self.page.head(token)
            counts = token.lemma.lower() in self.words.counting and token.tag == "NNS" and over.lower == "in"
            amounts = [self.words.amounts.get(one.lower) for one in self.page.children(token)]
            number = next((one for one in amounts if one), None)
            if counts and number and self._tells_whole(token):
                found.append((token.span, number))
        return found

    def _tells_whole(self, token: Token) -> bool:
        verb = self.page.head(self.page.head(token))
        return any(
            one.dep in ("nsubj", "nsubjpass") and one.lemma.lower() in self.words.negotiating
            for one in self.page.children(verb)
        )


# Words from a preposition or subject to the word that says who meets: "of the two delegations".
_CLOSE = 6
