"""Nouns of meetings: what a meeting is called, and which noun counts which: "a second round of talks"."""

from dataclasses import dataclass

from verbale.lexicon.rounds import Rounds
from verbale.reading.clauses import child
from verbale.reading.named import Named
from verbale.reading.page import Page, Token


@dataclass(frozen=True)
class Nouns:
    """The nouns of a page, to be asked what meeting they name."""

    page: Page
    named: Named
    words: Rounds

    def group(self, token: Token) -> tuple[str, bool] | None:
        """The format of the meeting that the noun names: of "a round of talks" that of the talks."""
        noun = token.lemma.lower()
        over = self.page.head(token)
        if token.dep == "compound" and over.index > token.index and not self.is_misread(token):
            return None
        if self.is_counted_by(token, over):
            return None
        if noun in self.words.counting:
            kind = self._counted(token)
            return kind if kind is not None else None
        whole = f"{self.page.tokens[token.index - 1].lower} {noun}" if token.index else noun
        group = self.words.format(whole) or self.words.format(noun)
        if group is None or (noun == "talk" and token.tag == "NN"):
            return None
        council = next((one for one in self.objects(token, "of") if one.lemma.lower() == "council"), None)
        return ("council" if council is not None else group.format), group.of_talks

    def is_misread(self, token: Token) -> bool:
        """Whether the parse takes a subject for a part of its verb: "Talks resume", "Round six kicks off"."""
        over = self.page.head(token)
        if over.pos == "NUM" and over.dep == "compound":
            over = self.page.head(over)
        return over.pos in ("VERB", "AUX") or (over.tag == "NNS" and child(self.page, over, "prt") is not None)

    def is_counted_by(self, token: Token, over: Token) -> bool:
        """Whether it is the "talks" of "a round of talks"."""
        return token.dep == "pobj" and over.lower == "of" and self.page.head(over).lemma.lower() in self.words.counting

    def _counted(self, token: Token) -> tuple[str, bool] | None:
        """What a round, session or stage is one of; None where of something else than talks."""
        noun = token.lemma.lower()
        of = self.objects(token, "of") or [one for one in self.page.children(token) if one.dep == "compound"]
        kinds = [one for one in of if one.lemma.lower() in self.words.counted]
        if of and not kinds and not all(self._is_party(one) for one in of):
            return None
        group = self.words.format(kinds[0].lemma.lower()) if kinds else self.words.format(noun)
        if group is None:
            return (noun, True) if kinds else ("round", False) if noun == "cycle" and not of else None
        return group.format, bool(kinds) or group.of_talks

    def _is_party(self, token: Token) -> bool:
        return bool(self.named.acting([token]))

    def objects(self, token: Token, *preps: str) -> list[Token]:
        """The nouns behind the token's prepositions: those "of" a meeting, those "between" whom it is."""
        own = [one for one in self.page.children(token) if one.dep in ("prep", "agent") and one.lower in preps]
        return [noun for prep in own for noun in self.page.children(prep) if noun.dep == "pobj"]
