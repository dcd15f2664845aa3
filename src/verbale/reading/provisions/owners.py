"""Whose a duty is: a paper's, a speaker's, or nobody's.

A paper lays down what its own clause says ("the draft obliges …", "it follows from the draft that …"), what stands
under it ("under the draft, …"), what it is said to say, and what the sentences behind go on listing.

A speaker lays down a term only of a deal: a firm duty of a party ("Norland must leave the islands"), told in a sentence
that names the deal, the talks or an exchange, or of the deal itself ("any agreement must include the islands"). What
somebody ought to understand, say or go on doing is none. Parties that agree or pledge to do something bind themselves,
whoever reports it, where a deal is named near by.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from verbale.lexicon.deontics import Deontics
from verbale.reading.named import Named
from verbale.reading.page import Page, Token
from verbale.reading.provisions.duties import Duty, misread_subject
from verbale.record import Document, Statement
from verbale.spans import Span

_BULLET = re.compile(r"[-–—•*·▪]|\(?\d{1,2}[.)]|\(?[a-z][.)]\s")
_WORD = re.compile(r"\w")
_LISTING = frozenset({"would", "'d", "may", "will", "are", "is"})
"""Helpers by which a list of what a paper lays down goes on."""
_BACK = 2
"""Sentences back in which "it" looks for its paper. Not swept."""
ASIDE = ("relcl", "acl", "advcl", "pcomp", "csubj")
"""Clauses that tell of something else than the sentence does."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who lays a duty down; a document, a statement, both, or neither where parties bind themselves."""

    document: str | None = None
    statement: str | None = None
    listed: bool = False
    """Whether only the sentence before tells that it is the document's."""


@dataclass(frozen=True)
class Owners:
    """The papers and statements of a page, to be asked whose a duty is."""

    page: Page
    named: Named
    documents: Sequence[Document]
    statements: Sequence[Statement]
    words: Deontics

    @cached_property
    def _papers(self) -> dict[int, str]:
        """For each word of a mention of a paper its id."""
        found = [(mention.span, one.id) for one in self.documents for mention in one.mentions]
        return {token.index: id_ for span, id_ in found for token in self.page.tokens_in(span)}

    def paper(self, token: Token | None) -> str | None:
        """The document that a noun names, or of which it names a part: "Article 5"."""
        if token is None:
            return None
        own = self._papers.get(token.index)
        if own is None and token.lemma.lower() in self.words.parts:
            below = self.page.subtree(token)
            inside = next((id_ for one in below if (id_ := self._papers.get(one.index))), None)
            before = (self._papers[index] for index in sorted(self._papers, reverse=True) if index < token.index)
            return inside or (None if any(one.lower == "of" for one in below) else next(before, None))
        return own

    def statement_of(self, duty: Duty) -> Statement | None:
        """The smallest statement in which the duty stands; of words that make one themselves ("pledged to"), that."""
        holding = self._holding(duty.verb) or self._holding(duty.action)
        return holding[0] if holding else None

    def _holding(self, token: Token) -> list[Statement]:
        """The statements whose content has the word, the smallest first."""
        found = [
            (part.end - part.start, place)
            for place, one in enumerate(self.statements)
            for part in one.content
            if part.contains(token.span)
        ]
        return [self.statements[place] for _, place in sorted(found)]

    def document_of(self, duty: Duty) -> str | None:
        """The document that by this very sentence lays the duty down."""
        if duty.way == "laying":
            return self.paper(duty.by)
        if self.paper(duty.bearer) is not None:
            return None
        misread = misread_subject(self.page, duty.verb)
        clause = (
            next((one for one in self.page.ancestors(misread) if one.pos in ("VERB", "AUX")), None) if misread else None
        )
        above = self._above(clause or duty.verb)
        if above is not None or duty.verb.dep in ASIDE:
            return above
        listed = None if self._is_another_s(duty) else self._listed.get(duty.verb.sentence)
        return self._under(duty) or self._saying(duty) or listed

    def _above(self, verb: Token) -> str | None:
        """The paper over the verb: "the draft says that …", "a treaty under which …", "it follows from the draft"."""
        below = verb
        for one in self.page.ancestors(verb):
            if below.dep in ("relcl", "acl") and (paper := self.paper(one)):
                return paper
            if below.dep in ("ccomp", "advcl", "parataxis", "relcl") and one.lemma in self.words.says:
                parts = (self.paper(noun) for noun in self._beside(one))
                found = next((paper for paper in parts if paper), None)
                if found is not None:
                    return found
            if below.dep == "relcl" or below.dep == "advcl":
                return None
            below = one
        return None

    @cached_property
    def _listed(self) -> dict[int, str]:
        """For each sentence of a list that a paper's terms are told in, the paper: "Its terms include: – …"."""
        found: dict[int, str] = {}
        paper: str | None = None
        for number, sentence in enumerate(self.page.sentences):
            text = sentence.of(self.page.text).strip()
            paragraph = next((one for one in self.page.paragraphs if one.contains(sentence)), sentence)
            start = paragraph.of(self.page.text).lstrip()
            if text.endswith(":"):
                tokens = self.page.tokens_in(sentence)
                paper = next((id_ for one in tokens if (id_ := self._papers.get(one.index))), None)
            elif paper is not None and _BULLET.match(start):
                found[number] = paper
            elif _WORD.search(start) and not start.startswith("<!--"):
                paper = None
        return found

    def _beside(self, verb: Token) -> Iterator[Token]:
        for one in self.page.children(verb):
            if one.dep in ("nsubj", "nsubjpass", "dobj"):
                yield one
            elif one.dep in ("prep", "agent") and one.lower in ("from", "in", "by"):
                yield from (noun for noun in self.page.children(one) if noun.dep == "pobj")

    def _under(self, duty: Duty) -> str | None:
        """The paper behind "under" or "according to" in the sentence, before the verb or on it."""
        sentence = self.page.sentences[duty.verb.sentence]
        for token in self.page.tokens_in(sentence):
            paper = self.paper(token) or self._meant_by(token)
            if paper is None or self._papers.get(token.index - 1) == paper:
                continue
            before = " ".join(self.page.text[sentence.start : token.span.start].lower().split())
            bare = before.removesuffix(" the terms of").removesuffix(" the").removesuffix(" a").removesuffix(" this")
            if self._ends_under(bare) and self._governs(token, duty):
                return paper
        return None

    def _meant_by(self, token: Token) -> str | None:
        """The paper told last before, where "it" may mean one: "Under it, …", "…, it says"."""
        return self._told_before(token.sentence) if token.lower in ("it", "this", "them") else None

    def _told_before(self, sentence: int) -> str | None:
        """The paper named last in the two sentences before this one."""
        first = self.page.sentences[max(0, sentence - _BACK)]
        inside = self.page.tokens_in(Span(first.start, self.page.sentences[sentence].start)) if sentence else ()
        return next((id_ for one in reversed(inside) if (id_ := self._papers.get(one.index))), None)

    def opened_before(self, duty: Duty) -> str | None:
        """The paper that the sentence before brings in, where this one goes on with what stands in it."""
        before = duty.verb.sentence - 1
        if before < 0 or not self._is_free(duty.verb) or self._is_another_s(duty):
            return None
        if not (duty.firm or any(one.lower in ("would", "are", "is") for one in duty.words)):
            return None
        span = self.page.sentences[before]
        papers = {id_ for one in self.page.tokens_in(span) if (id_ := self._papers.get(one.index))}
        return next(iter(papers)) if len(papers) == 1 and self.same_paragraph(before, duty.verb.sentence) else None

    def _is_free(self, verb: Token) -> bool:
        """Whether the clause stands for itself; a semicolon parts clauses, whatever the parse says."""
        while verb.dep == "conj" and self.page.head(verb).pos in ("VERB", "AUX"):
            verb = self.page.head(verb)
        if verb.dep == "ROOT":
            return True
        over = self.page.head(verb)
        between = self.page.tokens[min(verb.index, over.index) : max(verb.index, over.index)]
        return verb.dep in ("ccomp", "parataxis") and any(one.text == ";" for one in between) and self._is_free(over)

    def _ends_under(self, before: str) -> bool:
        return any(before == word or before.endswith(f" {word}") for word in self.words.under)

    def _governs(self, paper: Token, duty: Duty) -> bool:
        """Whether the phrase with the paper hangs on the duty's verbs, or on one above them."""
        if duty.bearer is not None and paper.index in {one.index for one in self.page.subtree(duty.bearer)}:
            return False
        plain = duty.way == "modal" and duty.force in ("will", "may")
        if plain and paper.index > duty.verb.index and not self._hangs_on(paper, duty):
            return False
        over = next((one for one in self.page.ancestors(paper) if one.pos in ("VERB", "AUX")), None)
        own = (duty.action, duty.verb)
        chain = {one.index for verb in own for one in (verb, *self.page.ancestors(verb))}
        return over is None or over.index in chain

    def _saying(self, duty: Duty) -> str | None:
        """The paper that speaks a statement in which the duty stands."""
        return next((paper for one in self._holding(duty.verb) if (paper := self._speaking(one))), None)

    def _speaking(self, statement: Statement) -> str | None:
        by_entity = (one.id for one in self.documents if one.entity is not None and one.entity == statement.speaker)
        tokens = [token for span in statement.source for token in self.page.tokens_in(span)]
        own = next(by_entity, None) or next((id_ for one in tokens if (id_ := self._papers.get(one.index))), None)
        alone = tokens[0] if len(tokens) == 1 and statement.speaker is None else None
        return own or (self._meant_by(alone) if alone is not None else None)

    def _hangs_on(self, paper: Token, duty: Duty) -> bool:
        """Whether the phrase is the verb's, and not that of its object: "a target under the treaty"."""
        above = [one for one in self.page.ancestors(paper) if one.dep in ("prep", "pobj") or one.pos in ("VERB", "AUX")]
        outer = next((one for one in above if one.dep == "prep" and self.page.head(one).pos != "ADP"), None)
        return outer is not None and self.page.head(outer).index in (duty.verb.index, duty.action.index)

    def _is_another_s(self, duty: Duty) -> bool:
        """Whether somebody says it who is no paper."""
        holding = self._holding(duty.verb)
        return bool(holding) and holding[0].speaker is not None and self._saying(duty) is None

    def goes_on(self, duty: Duty) -> bool:
        """Whether the sentence reads like one more entry of a list, in nobody else's mouth."""
        if self._is_another_s(duty):
            return False
        if not self._is_free(duty.verb) or duty.way in ("taking", "laying"):
            return self._continues(duty) and duty.verb.dep in ("ROOT", "conj")
        helping = any(one.lower in _LISTING for one in duty.words)
        return duty.firm or helping or self._continues(duty)

    def _continues(self, duty: Duty) -> bool:
        start = self.page.sentences[duty.verb.sentence]
        opening = " ".join(start.of(self.page.text).lower().replace(",", " ").split())
        return any(opening.startswith(f"{word} ") for word in self.words.continuing)

    def same_paragraph(self, one: int, other: int) -> bool:
        """Whether two sentences stand in one paragraph."""
        spans = [self.page.sentences[one], self.page.sentences[other]]
        return any(all(paragraph.contains(span) for span in spans) for paragraph in self.page.paragraphs)

    def names_deal(self, duty: Duty, *, before: int = 0) -> bool:
        """Whether the sentence, or one of so many before it, names a deal or talks."""
        first = max(0, duty.verb.sentence - before)
        span = Span(self.page.sentences[first].start, self.page.sentences[duty.verb.sentence].end)
        return any(one.lemma.lower() in self.words.deals for one in self.page.tokens_in(span))
