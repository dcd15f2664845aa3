"""In which statement a word stands, who speaks there, and whether what is told there was done at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from verbale.reading.clauses import helpers, is_negated, own_subject
from verbale.reading.page import Page, Token
from verbale.reading.referents import PARTIES, Referents, side_of
from verbale.record import Entity, Statement, Time
from verbale.spans import Span, covered

FIRST = frozenset({"we", "i", "us", "me"})
_OURS = frozenset({"our", "my"})
_UNCERTAIN = frozenset({"could", "may", "might", "should", "must", "can", "ca"})
_CONDITIONAL = frozenset({"if", "unless", "whether", "until", "lest"})
_OPENING = frozenset({"begin", "start", "continue", "proceed", "go", "come", "decide", "choose", "opt", "dare", "move"})
_WITHOUT = frozenset({"without", "instead", "than"})


@dataclass(frozen=True)
class Telling:
    """A page with its statements and parties."""

    page: Page
    referents: Referents
    statements: Sequence[Statement]
    times: Sequence[Time]

    @cached_property
    def _around(self) -> dict[int, Statement]:
        # Of several, the shortest; of two with the same words, an echo is not the one.
        wide = sorted(self.statements, key=lambda one: (-covered(one.content), "echoed" not in one.flags))
        return {token.index: one for one in wide for span in one.content for token in self.page.tokens_in(span)}

    @cached_property
    def _cues(self) -> dict[int, Statement]:
        return {token.index: one for one in self.statements for span in one.cue for token in self.page.tokens_in(span)}

    @cached_property
    def _by_id(self) -> dict[str, Statement]:
        return {one.id: one for one in self.statements}

    @cached_property
    def _calendar(self) -> frozenset[int]:
        days = (Span(one.start, one.end) for one in self.times if one.type in ("DATE", "TIME"))
        return frozenset(token.index for span in days for token in self.page.tokens_in(span))

    def is_when(self, token: Token) -> bool:
        """Whether it is part of a date or an hour."""
        return token.index in self._calendar

    def around(self, token: Token) -> Statement | None:
        """The closest statement in whose content the word stands."""
        return self._around.get(token.index)

    def cued(self, token: Token) -> Statement | None:
        """The statement that the word reports."""
        return self._cues.get(token.index)

    def outer(self, statement: Statement) -> Statement | None:
        """The statement that reports this one."""
        return self._by_id.get(statement.within or "")

    def side(self, statement: Statement | None) -> frozenset[str]:
        """The ids of the speaker, of whom it represents, and of the bodies in which it holds an office."""
        speaker = self.speaker(statement)
        if speaker is None:
            return frozenset()
        if speaker.kind != "organisation" or speaker.country is None:
            return side_of(speaker)
        states = (one for one in self.referents.by_id.values() if one.kind == "state")
        return side_of(speaker) | {one.id for one in states if one.country == speaker.country}

    def speaker(self, statement: Statement | None) -> Entity | None:
        """Who speaks, where known."""
        return self.referents.by_id.get(statement.speaker or "") if statement is not None else None

    def speaks_for_a_party(self, statement: Statement | None) -> bool:
        """Whether the speaker is a party or stands for one; an expert or a passer-by doesn't."""
        speaker = self.speaker(statement)
        if speaker is None:
            return False
        return speaker.kind in ("state", "organisation", "group") or speaker.represents is not None

    def is_own(self, token: Token | None, statement: Statement | None) -> bool:
        """Whether the speaker means itself, its people or whom it represents."""
        if token is None or statement is None:
            return False
        if token.lower in FIRST:
            return True
        side = self.side(statement)
        if self._is_speaker_again(token, statement):
            return True
        owners = [one for one in self.page.children(token) if one.dep == "poss"]
        if any(one.lower in _OURS or self._is_of(one, side) for one in owners):
            return True
        return bool(side & set(self.referents.parties(token)))

    def _is_speaker_again(self, token: Token, statement: Statement) -> bool:
        """Whether it is a pronoun of indirect speech that nobody else is known for: "Norland said it would sign"."""
        speaker = self.speaker(statement)
        if speaker is None or statement.form == "direct" or self.referents.of(token) is not None:
            return False
        if token.lower in ("he", "she"):
            return speaker.kind == "person"
        if token.lower == "they":
            return speaker.kind in ("group", "organisation")
        main = self.page.head(token)
        return (
            token.lower == "it"
            and token.dep == "nsubj"
            and main.lemma != "be"
            and speaker.kind not in ("person", "group")
        )

    def _is_of(self, token: Token, side: frozenset[str]) -> bool:
        entity = self.referents.of(token)
        return entity is not None and entity.id in side

    def who(self, token: Token | None, statement: Statement | None) -> tuple[str, ...]:
        """Whom the word means that may act; "we" is the speaker."""
        if token is not None and token.lower in FIRST and statement is not None:
            return self._speaking(statement)
        found = self.referents.parties(token)
        speaker = self.speaker(statement)
        # "The ministry said it …": what is told of the speaker by a pronoun is the speaker's.
        if not found and token is not None and token.pos == "PRON" and self.is_own(token, statement) and speaker:
            return (speaker.id,)
        return found

    def _speaking(self, statement: Statement) -> tuple[str, ...]:
        speaker = self.speaker(statement)
        return (speaker.id,) if speaker is not None and speaker.kind in PARTIES else ()

    def speaking(self, statement: Statement | None) -> tuple[str, ...]:
        """The speaker's id, where known."""
        return () if statement is None else self._speaking(statement)

    def is_told(self, statement: Statement | None) -> bool:
        """Whether the statement was made and stands for its content: not denied, nor left unsaid, nor asked."""
        while statement is not None:
            if statement.denied or statement.kind == "question" or {"not_said", "hypothetical"} & set(statement.flags):
                return False
            statement = self._by_id.get(statement.within or "")
        return True

    def is_done(self, verb: Token) -> bool:
        """Whether the verb tells what was done: not negated, nor merely possible, nor asked, nor under a condition."""
        aids = helpers(self.page, verb)
        if is_negated(self.page, verb) or aids & _UNCERTAIN or self._is_asked(verb):
            return False
        if "would" in aids and self.around(verb) is None:
            return False
        if "to" in aids and not self._is_purpose(verb):
            return False
        return not self._is_suspended(verb)

    def _is_asked(self, verb: Token) -> bool:
        return self.page.sentences[verb.sentence].of(self.page.text).rstrip("”\"'’» ").endswith("?")

    def _is_purpose(self, verb: Token) -> bool:
        """Whether an infinitive is done: "they marched to demand …", "went on to reject"."""
        above = self.page.head(verb)
        if verb.dep == "xcomp":
            return above.lemma in _OPENING and self.is_done(above)
        return verb.dep == "advcl" and above.tag in ("VBD", "VBZ", "VBP") and self.is_done(above)

    def _is_suspended(self, verb: Token) -> bool:
        """Under "if", "whether", "without", or joined to what isn't done."""
        for one in (verb, *self.page.ancestors(verb)):
            if any(mark.dep == "mark" and mark.lower in _CONDITIONAL for mark in self.page.children(one)):
                return True
            above = self.page.head(one)
            if one.dep in ("pcomp", "pobj") and above.lower in _WITHOUT:
                return True
            if one.dep == "conj" and own_subject(self.page, one) is None and above.pos in ("VERB", "AUX"):
                if is_negated(self.page, above):
                    return True
            elif one.dep not in ("pcomp", "prep", "advcl"):
                return False
        return False

    def tokens_of(self, spans: Iterable[Span]) -> tuple[Token, ...]:
        """The words of the spans."""
        return tuple(token for span in spans for token in self.page.tokens_in(span))
