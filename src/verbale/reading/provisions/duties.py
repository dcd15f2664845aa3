"""Duties: where words say that somebody must, must not, may or will do something, before anybody asks who says so.

Four constructions: a helper ("Norland shall leave"), a participle ("is obliged to leave"), a verb by which somebody
binds himself ("undertakes to leave") and one by which a paper binds him ("the treaty obliges Norland to leave").
They come together ("must pledge not to …", "would be barred from …"), and the force is that of their meaning: who
must renounce an activity must not carry it on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from verbale.lexicon.deontics import Deontics, force_of
from verbale.reading.clauses import antecedent, child, is_negated, own_subject
from verbale.reading.page import Page, Token
from verbale.record import Force

Way = Literal["modal", "bound", "taking", "laying"]
_FINITE = ("VBZ", "VBP", "VBD")
_PASSIVE = ("auxpass", "nsubjpass")
# Words from a verb to another that shares its object: "adopt, and later implement".
_CLOSE = 4
_LINKING = frozenset({"to", "from", "itself", "themselves"})
_BOUND_BY = frozenset({"for", "on", "upon"})
"""Prepositions of verbs that lay something down: "calls on", "provides for"."""
_NEGATIVE = frozenset({"not", "n't", "n’t", "never"})


@dataclass(frozen=True, slots=True)
class Duty:
    """Words of duty and what hangs on them."""

    verb: Token
    """The verb whose clause it is."""
    bearer: Token | None
    """The head of who is bound or allowed."""
    force: Force
    action: Token
    """The head of what: a verb, or a noun where something is renounced or banned."""
    words: tuple[Token, ...]
    """The words of the force, in the order of the text."""
    way: Way
    firm: bool
    """Whether they oblige by themselves, whoever says them."""
    by: Token | None = None
    """The head of what binds him, in "the treaty obliges Norland"."""


def find_duties(page: Page, words: Deontics) -> tuple[Duty, ...]:
    """All duties of the page in the order of their verbs; of actions joined by "and" one each."""
    finder = _Finder(page, words)
    return tuple(one for token in page.tokens if _is_verb(page, token) for one in finder.at(token))


def _is_verb(page: Page, token: Token) -> bool:
    """Whether it is a verb, or one that the parse takes for a noun: "the treaty demands that …"."""
    if token.tag == "NNS":
        return child(page, token, "nsubj") is not None and child(page, token, "ccomp") is not None
    return token.pos in ("VERB", "AUX")


def misread_subject(page: Page, verb: Token) -> Token | None:
    """The subject of a clause that the parse joins to a noun of the one before: "leave the valley and Norland must"."""
    helper = next((one for one in page.children(verb) if one.tag == "MD"), None)
    if verb.dep != "conj" or helper is None or helper.index == 0:
        return None
    before = page.tokens[helper.index - 1]
    outside = before.index not in {one.index for one in page.subtree(verb)}
    return before if outside and before.dep == "conj" and before.pos in ("NOUN", "PROPN") else None


def shares_object(page: Page, verb: Token, other: Token) -> bool:
    """Whether two verbs are one action, with the object behind the second: "adopt and implement a ban"."""
    own = [one for one in page.children(verb) if one.index > verb.index and one.dep not in ("cc", "conj", "punct")]
    return other.index - verb.index <= _CLOSE and not [one for one in own if one.index < other.index]


@dataclass(frozen=True)
class _Finder:
    page: Page
    words: Deontics

    def at(self, verb: Token) -> Iterator[Duty]:
        """The duties that the verb's clause lays down."""
        found = self._modal(verb) or self._plain(verb)
        if found is not None:
            meant = self._meaning(found)
            yield meant
            yield from self._joined(meant)
        yield from self._laid(verb)

    def _modal(self, verb: Token) -> Duty | None:
        """A helper, with what it says of a participle or a verb of binding oneself below it."""
        helper = next((one for one in self.page.children(verb) if one.dep == "aux" and one.tag == "MD"), None)
        group = self.words.modal(helper.lower) if helper is not None else None
        if helper is None or group is None or self._is_perfect(verb) or self._is_laying(verb):
            return None
        denied = is_negated(self.page, verb)
        duty = Duty(verb, self._bearer(verb), group.force, verb, (helper, *self._nots(verb)), "modal", group.firm)
        lower = self._semi_modal(verb, duty) or self._bound(verb, duty) or self._taking(verb, duty)
        if lower is not None:
            if denied and lower.force == "must":
                return None
            return replace(lower, force="must_not") if denied else lower
        return replace(duty, force="must_not") if denied else duty

    def _plain(self, verb: Token) -> Duty | None:
        """The same without a helper: "has to leave", "is barred from leaving", "undertakes to leave"."""
        if verb.tag not in ("VBZ", "VBP", "VBD", "VBN") or any(one.tag == "MD" for one in self.page.children(verb)):
            return None
        if is_negated(self.page, verb):
            return None
        duty = Duty(verb, self._bearer(verb), "will", verb, self._nots(verb), "modal", firm=False)
        return self._semi_modal(verb, duty) or self._bound(verb, duty) or self._taking(verb, duty)

    def _semi_modal(self, verb: Token, duty: Duty) -> Duty | None:
        """Verbs that do what a helper does: "has to leave", "would have to leave"."""
        below = child(self.page, verb, "xcomp")
        if verb.lemma not in self.words.semi_modals or below is None or not self._is_infinitive(below):
            return None
        if verb.lemma == "be" and (verb.tag not in ("VBZ", "VBP", "VBD") or child(self.page, verb, "acomp", "attr")):
            return None
        if child(self.page, verb, "dobj") is not None:
            return None
        force = self.words.semi_modals[verb.lemma]
        return self._below(replace(duty, force=force, firm=verb.lemma == "have"), verb, below)

    def _bound(self, verb: Token, duty: Duty) -> Duty | None:
        """A state that binds or allows: "is obliged to leave", "would be barred from leaving", "is free to leave"."""
        state = (
            verb if self._is_passive(verb) else child(self.page, verb, "acomp", "oprd") if verb.lemma == "be" else None
        )
        force = force_of(self.words.bound, state.lemma, state.lower) if state is not None else None
        if state is None or force is None:
            return None
        below = self._infinitive(state) or self._gerund(state)
        subject = self._bearer(verb)
        if below is None and state == verb and force in ("must_not", "may"):
            return self._banned(duty, verb, force)
        if below is None or (force == "will" and duty.force != "will"):
            return None
        return self._below(replace(duty, bearer=subject, force=force, way="bound", firm=True), state, below)

    def _banned(self, duty: Duty, verb: Token, force: Force) -> Duty | None:
        """What nobody in particular may or must not do: "live firing will be prohibited"."""
        thing = own_subject(self.page, verb)
        others = (one.lower for one in self.page.children(verb) if one.dep in ("prep", "agent"))
        if thing is None or thing.pos != "NOUN" or any(one in ("from", "by", "to") for one in others):
            return None
        being = [one for one in self.page.children(verb) if one.dep == "auxpass"]
        return replace(duty, bearer=None, force=force, action=thing, words=(*duty.words, *being, verb), way="bound")

    def _taking(self, verb: Token, duty: Duty) -> Duty | None:
        """Binding oneself: "undertakes to leave", "must pledge not to leave", "commits itself to leaving"."""
        force = force_of(self.words.taking, verb.lemma)
        below = (self._infinitive(verb) or self._gerund(verb)) if force is not None else None
        if force is None or below is None or self._is_passive(verb) or child(self.page, below, "nsubj") is not None:
            return None
        outer = duty.force if duty.words and duty.firm else force
        return self._below(replace(duty, force=outer, way="taking"), verb, below)

    def _below(self, duty: Duty, over: Token, action: Token) -> Duty:
        """The duty with the action of the verb below; a "not" there turns it round."""
        behind = self.page.tokens[over.index + 1 : action.index]
        between = [
            one
            for one in behind
            if one.lower in _LINKING or one.lower in _NEGATIVE or (one.head == over.index and one.lower in _BOUND_BY)
        ]
        being = [one for one in self.page.children(over) if one.dep == "auxpass"]
        words = {one.index: one for one in (*duty.words, *being, duty.verb, over, *between)}
        denied = any(one.lower in _NEGATIVE for one in between)
        force: Force = "must_not" if denied and duty.force in ("must", "will") else duty.force
        return replace(duty, force=force, action=action, words=tuple(words[index] for index in sorted(words)))

    def _meaning(self, duty: Duty) -> Duty:
        """The duty by its meaning: who must renounce something must not do it."""
        verb = duty.action
        particle = child(self.page, verb, "prt")
        key = f"{verb.lemma} {particle.lower}" if particle is not None else verb.lemma
        left = self._left(verb) if key in self.words.abstaining.words and duty.force != "may" else None
        if left is None or self._is_passive(verb):
            return duty
        between = [one for one in self.page.tokens[verb.index + 1 : left.index] if one.lower == "from"]
        words = {one.index: one for one in (*duty.words, verb, *([particle] if particle else []), *between)}
        force: Force = "must" if duty.force == "must_not" else "must_not"
        return replace(duty, force=force, action=left, words=tuple(words[index] for index in sorted(words)))

    def _left(self, verb: Token) -> Token | None:
        """What is renounced or given up: an object, or a gerund with or without "from"."""
        behind = [one for one in self.page.children(verb) if one.index > verb.index and one.dep in ("dobj", "xcomp")]
        return next(iter(behind), None) or self._object_of(verb, "from")

    def _object_of(self, verb: Token, *preps: str) -> Token | None:
        for prep in self.page.children(verb):
            if prep.dep == "prep" and prep.lower in preps:
                return child(self.page, prep, "pcomp", "pobj")
        return None

    def _joined(self, duty: Duty) -> Iterator[Duty]:
        """A duty each for the actions joined to the first: "must withdraw its troops and destroy the mines"."""
        for one in self.page.children(duty.action):
            own = {below.dep for below in self.page.children(one)}
            if one.dep != "conj" or one.pos != "VERB" or own & {"nsubj", "nsubjpass"} or duty.action.pos != "VERB":
                continue
            if one.tag in ("VBZ", "VBD") and duty.action.tag not in _FINITE:
                continue
            if shares_object(self.page, duty.action, one):
                yield from self._joined(replace(duty, action=one))
                continue
            if any(below.tag == "MD" for below in self.page.children(one)):
                continue
            denied = any(below.lower in _NEGATIVE for below in self.page.children(one))
            force: Force = "must_not" if denied and duty.force != "may" else duty.force
            if duty.force == "must_not" and self._is_infinitive(one) and not self._is_infinitive(duty.action):
                continue
            meant = self._meaning(replace(duty, action=one, force=force))
            yield meant
            yield from self._joined(meant)

    def _laid(self, verb: Token) -> Iterator[Duty]:
        """What a paper binds to: "the treaty obliges Norland to leave", "calls for it to leave", "bans missiles"."""
        force = self._lays(verb)
        if force is None or is_negated(self.page, verb) or self._is_passive(verb):
            return
        by = (
            self._bearer(verb)
            or self._bearer_above(verb)
            or (self.page.head(verb) if verb.dep in ("acl", "relcl") else None)
        )
        helpers = [one for one in self.page.children(verb) if one.dep == "aux" and one.tag == "MD"]
        particles = [
            one
            for one in self.page.children(verb)
            if one.dep in ("prt", "prep") and one.lower in ("for", "on", "upon", "out")
        ]
        base = Duty(verb, None, force, verb, tuple(helpers), "laying", firm=True, by=by)
        wanted = self._subjunctive(verb) if force == "must" else None
        if wanted is not None:
            duty = replace(base, bearer=child(self.page, wanted, "nsubj"), action=wanted, words=(*helpers, verb))
            yield from self._with_joined(replace(duty, force="must_not") if is_negated(self.page, wanted) else duty)
            return
        infinitive = self._infinitive(verb)
        thing = self._thing(verb) or next(
            (found for prep in particles if (found := child(self.page, prep, "pobj")) is not None), None
        )
        if infinitive is not None:
            own = child(self.page, infinitive, "nsubj")
            yield from self._with_joined(self._below(replace(base, bearer=own or thing), verb, infinitive))
            return
        gerund = self._object_of(verb, "from")
        if gerund is not None and thing is not None:
            yield from self._with_joined(self._below(replace(base, bearer=thing), verb, gerund))
        elif thing is not None and thing.pos == "NOUN":
            words = sorted((*helpers, verb, *particles), key=lambda one: one.index)
            yield replace(base, action=thing, words=tuple(one for one in words if one.index < thing.index))

    def _subjunctive(self, verb: Token) -> Token | None:
        """What "demands that Norland leave" demands; "says that it leaves" demands nothing."""
        below = child(self.page, verb, "ccomp")
        if below is None or below.tag not in ("VB", "VBP") or child(self.page, below, "nsubj") is None:
            return None
        return None if any(one.dep == "aux" for one in self.page.children(below)) else below

    def _thing(self, verb: Token) -> Token | None:
        """Its object; a name right behind the verb is one, whatever the parse says."""
        beside = (one for one in self.page.children(verb) if one.index > verb.index and one.pos in ("PROPN", "NOUN"))
        return child(self.page, verb, "dobj") or next(
            (one for one in beside if one.dep in ("npadvmod", "dative")), None
        )

    def _with_joined(self, duty: Duty) -> Iterator[Duty]:
        meant = self._meaning(duty)
        yield meant
        yield from self._joined(meant)
        for one in self.page.children(duty.action):
            own = child(self.page, one, "nsubj") if one.dep == "conj" else None
            if own is not None and self._is_infinitive(one):
                yield self._meaning(replace(duty, action=one, bearer=own))

    def _is_laying(self, verb: Token) -> bool:
        return self._lays(verb) is not None and not self._is_passive(verb)

    def _lays(self, verb: Token) -> Force | None:
        keys = [f"{verb.lemma} {one.lower}" for one in self.page.children(verb) if one.dep in ("prep", "prt", "mark")]
        ahead = self.page.tokens[verb.index + 1 : verb.index + 2]
        keys.extend(f"{verb.lemma} {one.lower}" for one in ahead)
        return force_of(self.words.laying, *keys, verb.lemma)

    def _bearer(self, verb: Token) -> Token | None:
        """The subject of the verb's clause, of a verb joined to another that one's; "which" is resolved."""
        for _ in range(4):
            own = own_subject(self.page, verb) or misread_subject(self.page, verb)
            if own is not None and own.dep != "expl":
                return antecedent(self.page, own, verb)
            if verb.dep != "conj":
                return None
            verb = self.page.head(verb)
        return None

    def _bearer_above(self, verb: Token) -> Token | None:
        """The subject of the sentence, where the parse joins its second verb to what hangs on the first."""
        if verb.dep != "conj" or verb.tag not in _FINITE or self.page.head(verb).tag in _FINITE:
            return None
        finite = (one for one in self.page.ancestors(verb) if one.tag in _FINITE)
        first = next(finite, None)
        return self._bearer(first) if first is not None else None

    def _infinitive(self, verb: Token) -> Token | None:
        return next((one for one in self.page.children(verb) if self._hangs_as_infinitive(one)), None)

    def _hangs_as_infinitive(self, verb: Token) -> bool:
        return verb.dep in ("xcomp", "advcl", "ccomp") and self._is_infinitive(verb)

    def _is_infinitive(self, verb: Token) -> bool:
        return any(one.tag == "TO" for one in self.page.children(verb))

    def _gerund(self, verb: Token) -> Token | None:
        """What stands behind a preposition: "from leaving", "to leaving"."""
        found = self._object_of(verb, "from", "to")
        return found if found is not None and found.dep == "pcomp" else None

    def _nots(self, verb: Token) -> tuple[Token, ...]:
        return tuple(one for one in self.page.children(verb) if one.lower in _NEGATIVE)

    def _is_perfect(self, verb: Token) -> bool:
        """Whether it supposes and lays nothing down: "must have left"."""
        return verb.tag == "VBN" and any(one.dep == "aux" and one.lemma == "have" for one in self.page.children(verb))

    def _is_passive(self, verb: Token) -> bool:
        return verb.tag == "VBN" and any(one.dep in _PASSIVE for one in self.page.children(verb))
