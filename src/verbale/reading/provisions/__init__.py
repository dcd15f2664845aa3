"""What documents and speakers lay down: who must, must not, may or will do what.

"Under the draft, Norland would withdraw its troops and must not return." Words of duty (`duties`) are a provision
where a paper lays them down, or a speaker or the parties themselves as a term of a deal (`owners`); what they are to
do, if what, and by when is `actions`. Deliberately missed: duties that are lifted ("need not", "is not obliged to"),
and what only a noun tells ("the obligation to leave").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.lexicon.deontics import Deontics
from verbale.reading.clauses import passage, spans_of
from verbale.reading.named import Named
from verbale.reading.page import Page, Token
from verbale.reading.provisions.actions import action_of, condition_of, deadline_of
from verbale.reading.provisions.duties import Duty, find_duties
from verbale.reading.provisions.owners import ASIDE, Owner, Owners
from verbale.record import Document, Passage, Provision, Statement
from verbale.spans import Span

_REGARDED = ("state", "organisation", "group", "place")
_SIDES = 2
"""Parties that agree are at least so many; one alone may only pledge."""


def find_provisions(
    page: Page,
    named: Named,
    papers: tuple[Sequence[Document], Sequence[Statement]],
    words: Deontics,
    *,
    about: bool = False,
) -> tuple[Provision, ...]:
    """The provisions of the papers and statements, with ids `p1`, `p2`, … in the order of their words.

    `about`: whether the article is about a negotiation, where what speakers say must be done are its terms.
    """
    documents, statements = papers
    writer = _Writer(page, named, Owners(page, named, documents, statements, words), words, about)
    owned = writer.owned(find_duties(page, words))
    return tuple(writer.write(number, duty, owner) for number, (duty, owner) in enumerate(owned, 1))


@dataclass(frozen=True)
class _Writer:
    page: Page
    named: Named
    owners: Owners
    words: Deontics
    about: bool

    def owned(self, duties: Sequence[Duty]) -> Iterator[tuple[Duty, Owner]]:
        """The duties that somebody lays down, with who it is."""
        taken: list[Span] = []
        listing: tuple[str, int] | None = None
        for duty in duties:
            if any(span.contains(duty.words[0].span) for span in taken):
                continue
            owner = self._owner(duty, listing)
            if owner is None:
                continue
            if owner.document is not None:
                listing = owner.document, duty.verb.sentence
            action = action_of(self.page, duty, self.words, bears=True)
            taken.extend(action.spans)
            yield duty, owner

    def _owner(self, duty: Duty, listing: tuple[str, int] | None) -> Owner | None:
        statement = self.owners.statement_of(duty)
        id_ = statement.id if statement is not None else None
        if statement is not None and statement.denied:
            return None
        if duty.way == "modal" and duty.force in ("will", "may") and duty.action.lemma == "be":
            return None
        document = self.owners.document_of(duty)
        if document is not None:
            return Owner(document, id_)
        if duty.verb.dep in ASIDE:
            return None
        if duty.way == "laying" or self.owners.paper(duty.bearer) is not None:
            return Owner(None, id_) if statement is not None and self._is_term_of_deal(duty) else None
        if listing is not None and self._lists(duty, listing):
            return Owner(listing[0], id_, listed=True)
        opened = self.owners.opened_before(duty) if self.about and statement is None else None
        if opened is not None and self._bearer(duty, people=False):
            return Owner(opened, id_, listed=True)
        if duty.way == "taking":
            return Owner(None, id_) if self._binds_itself(duty) else None
        if statement is not None and (self._is_term(duty) or self._is_term_of_deal(duty)):
            return Owner(None, id_)
        return None

    def _lists(self, duty: Duty, listing: tuple[str, int]) -> bool:
        """Whether the sentence goes on with what the paper of the sentence before lays down."""
        _, sentence = listing
        near = duty.verb.sentence - sentence <= 1 and self.owners.same_paragraph(sentence, duty.verb.sentence)
        return near and self.owners.goes_on(duty)

    def _is_term(self, duty: Duty) -> bool:
        """Whether a speaker's words lay down a term: a firm duty of a party beside a deal."""
        firm = duty.firm and duty.force in ("must", "must_not")
        if not firm or self._is_soft(duty):
            return False
        if self.about and self._is_somebody(duty.bearer):
            return True
        return bool(self._bearer(duty, people=False)) and self.owners.names_deal(duty)

    def _is_somebody(self, bearer: Token | None) -> bool:
        """Whether it is a party by name or by a word such as "side"; whoever "we" or "you" may be is open."""
        if bearer is None or bearer.pos not in ("NOUN", "PROPN", "PRON"):
            return False
        known = self.named.parties(self.named.acting([bearer]), people=True)
        return bool(known) or bearer.lemma.lower() in self.words.sides

    def _is_term_of_deal(self, duty: Duty) -> bool:
        """Whether it is said of the deal itself: "any agreement must include the islands"."""
        subject = duty.bearer
        of_deal = subject is not None and subject.lemma.lower() in self.words.deal_itself
        return of_deal and duty.way == "modal" and duty.firm and duty.action.lemma in self.words.including

    def _binds_itself(self, duty: Duty) -> bool:
        """Whether parties agree, or one pledges, to do something, beside a deal."""
        if self.about and duty.verb.lemma in self.words.undertaking:
            return bool(self._bearer(duty, people=True))
        bearer = [id_ for id_ in self._bearer(duty, people=False) if self._is_body(id_)]
        agreed = duty.verb.lemma not in ("agree", "consent") or len(bearer) >= _SIDES or self.owners.names_deal(duty)
        plain = duty.verb.dep in ("ROOT", "conj", "ccomp", "parataxis") or duty.firm
        return bool(bearer) and agreed and plain and not self._is_soft(duty) and self.owners.names_deal(duty, before=1)

    def _is_body(self, id_: str) -> bool:
        """Whether it is known which state or body it is: "the leaders" may be anybody."""
        return self.named.referents.by_id[id_].kind != "group"

    def _is_soft(self, duty: Duty) -> bool:
        return duty.action.lemma in self.words.soft

    def _bearer(self, duty: Duty, *, people: bool) -> tuple[str, ...]:
        if duty.bearer is None:
            return ()
        return self.named.parties(self.named.acting([duty.bearer]), people=people)

    def write(self, number: int, duty: Duty, owner: Owner) -> Provision:
        """The entry; numbers count from 1."""
        bearer = self._bearer(duty, people=True)
        action = action_of(self.page, duty, self.words, bears=bool(bearer))
        words = passage(self.page, spans_of(self.page, [token.index for token in duty.words]))
        return Provision(
            id=f"p{number}",
            evidence=self.page.sentences_of(*action.spans, *words.spans),
            confidence=self._confidence(owner, bearer),
            document=owner.document,
            statement=owner.statement,
            bearer=bearer,
            force=duty.force,
            action=action,
            words=words,
            regarding=self._regarding(action, bearer),
            condition=condition_of(self.page, duty, action, self.words),
            deadline=deadline_of(self.page, duty, action, self.named, self.words),
        )

    def _regarding(self, action: Passage, bearer: Sequence[str]) -> tuple[str, ...]:
        """Ids of the places and parties in the action, groups by their members, without those that are bound."""
        found = [one for one in self.named.within(*action.spans) if one.kind in _REGARDED]
        ids = [id_ for one in found for id_ in ((one.id,) if one.kind == "place" else self.named.parties([one]))]
        return tuple(id_ for id_ in dict.fromkeys(ids) if id_ not in bearer)

    def _confidence(self, owner: Owner, bearer: Sequence[str]) -> float:
        if owner.document is not None and not owner.listed:
            return 0.8 if bearer else 0.7
        return 0.65 if bearer else 0.5
