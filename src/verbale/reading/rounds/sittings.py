"""Sittings: the places where the text tells of a meeting that somebody holds, counts or expects.

Either an event of consulting, which brings its parties, place, day and status; or a noun that counts or names a
meeting ("the second round", "the session") with the verb that tells whether it is held. A sitting is one telling;
whether it belongs to the negotiation, and which tell the same round, is asked later.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from verbale.lexicon.rounds import Rounds
from verbale.reading.clauses import child, helpers, is_negated, own_subject
from verbale.reading.named import Named
from verbale.reading.page import Page, Token
from verbale.reading.rounds.nouns import Nouns
from verbale.reading.when import directness, finest
from verbale.record import Event, Status, Time
from verbale.spans import Span

_IN = ("in", "at", "inside")
_MOVING = frozenset({"move", "shift", "return", "travel", "fly", "go", "come", "head"})
_LASTING = frozenset({"day", "hour", "week", "night", "month"})
_OPEN = frozenset({"possible", "conceivable"})
_DUE = frozenset({"due", "scheduled", "planned", "slated", "expected", "set", "supposed", "meant", "booked"})
_WITH = ("between", "among", "with", "of")
_FUTURE = frozenset({"will", "would", "shall", "to", "'ll", "’ll", "should"})
_PERHAPS = frozenset({"may", "might", "could", "can"})
_VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Sitting:
    """One telling of a meeting."""

    token: Token
    """The noun, or the verb where there is none: "the delegations met"."""
    format: str
    of_talks: bool
    """Whether such a meeting is one of a negotiation by itself."""
    number: int | None
    counted: bool
    """Whether the words count it or put it into an order: "the next round"."""
    definite: bool
    """Whether it is told as known: "the session"."""
    goes_back: bool
    """Whether the sentence says which it was of the meeting told before: "It was the seventh round"."""
    parties: tuple[str, ...]
    place: str | None
    time: Time | None
    status: Status | None
    """None where the words don't tell."""
    events: tuple[str, ...] = ()
    ahead: bool = False
    """Whether the words say that it is the one to come: "the next round"."""

    @property
    def is_reference(self) -> bool:
        """Whether it only points at a meeting told before: "the session", "these talks"."""
        return self.definite and not self.counted and self.time is None and self.place is None and not self.parties


def find_sittings(page: Page, named: Named, events: Sequence[Event], words: Rounds) -> tuple[Sitting, ...]:
    """The page's sittings in the order of the text; of a verb and the noun of one clause one."""
    return tuple(_Finder(page, named, words).all(events))


@dataclass(frozen=True)
class _Finder:
    page: Page
    named: Named
    words: Rounds

    @cached_property
    def nouns(self) -> Nouns:
        """What the nouns of meetings are called."""
        return Nouns(self.page, self.named, self.words)

    def all(self, events: Sequence[Event]) -> Iterator[Sitting]:
        consulting = {self._counting(self._anchor(event)): event for event in events if event.type == "CONSULT"}
        for token in self.page.tokens:
            sitting = self._of_noun(token) if token.pos in ("NOUN", "PROPN") else self._of_verb(token)
            event = consulting.get(token.index)
            if event is not None and token.pos in _VERBAL and self._named_by(token) is not None:
                continue
            if event is None and sitting is not None and token.pos in ("NOUN", "PROPN"):
                event = self._told_by(token, consulting)
            if event is not None and sitting is not None and sitting.counted:
                yield from self._each(token, self._with_event(token, sitting, event))
            elif event is not None:
                yield self._with_event(token, sitting, event)
            elif sitting is not None and sitting.counted:
                yield from self._each(token, sitting)
            elif sitting is not None and (token.pos in ("NOUN", "PROPN") or self._is_held(sitting)):
                yield sitting

    def _told_by(self, noun: Token, consulting: Mapping[int, Event]) -> Event | None:
        """The event of the verb whose object the noun is: "Norland and Sudria ended the second round"."""
        verb = self.page.head(noun)
        held = verb.pos in _VERBAL and self._named_by(verb) == noun
        return consulting.get(verb.index) if held else None

    def _named_by(self, verb: Token) -> Token | None:
        """The noun of a meeting that the verb has as its object or subject."""
        beside = (one for one in self.page.children(verb) if one.dep in ("dobj", "nsubj", "nsubjpass"))
        return next((one for one in beside if one.pos == "NOUN" and self.nouns.group(one) is not None), None)

    def _is_held(self, sitting: Sitting) -> bool:
        """Whether a verb alone tells of a meeting: who met, and where or when."""
        who = own_subject(self.page, sitting.token)
        sides = who is not None and who.tag == "NNS" and who.lemma.lower() in self.words.sides
        return (len(sitting.parties) > 1 or sides) and (sitting.place is not None or sitting.time is not None)

    def _anchor(self, event: Event) -> int:
        top = self.page.top(event.anchor)
        return top.index if top is not None else -1

    def _counting(self, index: int) -> int:
        """Of the "talks" in "a round of talks" the round."""
        token = self.page.tokens[index] if index >= 0 else None
        over = self.page.head(token) if token is not None else None
        counted = token is not None and over is not None and self.nouns.is_counted_by(token, over)
        return self.page.head(over).index if counted and over is not None else index

    def _with_event(self, token: Token, sitting: Sitting | None, event: Event) -> Sitting:
        """What the event knows goes before what the words around the noun tell."""
        by_id = self.named.referents.by_id
        parties = self.named.parties(by_id[id_] for id_ in (*event.actors, *event.recipients))
        own = sitting or self._bare(token)
        time = next((one for one in self.named.times if one.id == event.time), None)
        return replace(
            own,
            parties=parties if len(parties) >= len(own.parties) else own.parties,
            place=event.place or own.place,
            time=time or own.time,
            status=event.status,
            events=(event.id,),
        )

    def _bare(self, token: Token) -> Sitting:
        """A telling without a noun of ours: "met", "called"."""
        format_ = "call" if token.lemma in ("call", "phone", "telephone") else "meeting"
        return Sitting(
            token, format_, False, None, False, False, False, (), self._place(token), self._time(token), None
        )

    def _of_verb(self, token: Token) -> Sitting | None:
        """A verb of meeting; the noun that counts it may follow: "met for a second round"."""
        who = own_subject(self.page, token) if token.pos == "VERB" and token.lemma in self.words.meeting else None
        if who is None:
            return None
        others = [noun for one in self.nouns.objects(token, "with") for noun in (one, *self.nouns.objects(one, "of"))]
        parties = (*self._people_of(who), *self.named.parties(self.named.acting(others)))
        return replace(self._bare(token), parties=tuple(dict.fromkeys(parties)), status=self._status(token, token))

    def _people_of(self, who: Token) -> tuple[str, ...]:
        """Whose people they are: of "delegations of Norland and Sudria" the two; else themselves."""
        of = self.named.parties(self.named.acting(self.nouns.objects(who, "of", "from")))
        return of if len(of) > 1 else self.named.parties(self.named.acting([who])) or of

    def _of_noun(self, token: Token) -> Sitting | None:
        group = self.nouns.group(token)
        if group is None:
            return None
        format_, of_talks = group
        before = [one for one in self.page.tokens[max(0, token.index - 6) : token.index] if self._belongs(one, token)]
        modifiers = [one.lower for one in before]
        if self.words.elsewhere.intersection(modifiers) and "joint" not in modifiers:
            return None
        number = self.words.number(modifiers) or self._number_behind(token)
        ordered = any(word in self.words.sequence for word in self._joined(before))
        counts = token.lemma.lower() in self.words.counting
        if token.tag in ("NNS", "NNPS") and counts and "first" not in modifiers:
            number = None
        counted = (number is not None or ordered) and (counts or self._is_in_order(before))
        carrier = self._carrier(token)
        told_by = [token, *self._with_infinitive(carrier), *self._behind(token)]
        return Sitting(
            token=token,
            format=format_,
            of_talks=of_talks,
            number=number if counted else None,
            counted=counted,
            definite=any(one in ("the", "this", "these", "that", "those") for one in modifiers),
            goes_back=self._goes_back(token),
            parties=self._parties(token, carrier),
            place=next((place for one in told_by if (place := self._place(one))), None) or self._place_before(before),
            time=finest([time for one in told_by if (time := self._time(one))]),
            status=self._status_of(told_by, token),
            ahead=bool(self.words.ahead.intersection(self._joined(before))),
        )

    def _status_of(self, told_by: Sequence[Token], noun: Token) -> Status | None:
        """Whether it is held, by its verb or else by a participle behind it: "talks held in Geneva"."""
        verbs = [one for one in told_by if one != noun]
        own = [one for one in verbs if one.dep not in ("acl", "relcl", "amod")]
        return next((self._status(one, noun) for one in (*own, *verbs) if self._is_known(one)), None)

    def _behind(self, token: Token) -> list[Token]:
        """Participles and relative clauses of the noun, and those joined to them: "begun on Monday, broke up"."""
        counted = [one for one in self.nouns.objects(token, "of") if self.nouns.is_counted_by(one, self.page.head(one))]
        own = [
            one
            for noun in (token, *counted)
            for one in self.page.children(noun)
            if (one.dep in ("acl", "relcl", "amod") and one.index > noun.index)
            or (one.dep == "advcl" and noun.dep == "ROOT" and one.tag == "VBN")
        ]
        joined = [below for one in own for below in self.page.children(one) if below.dep == "conj"]
        told = [one for one in (*own, *joined) if one.pos in _VERBAL or one.lower in self.words.planning]
        return [each for one in told for each in self._with_infinitive(one)]

    def _with_infinitive(self, verb: Token | None) -> list[Token]:
        """The verb and what "is to" do hangs on it: "is to be held in Geneva"."""
        below = self._due(verb) if verb is not None else None
        return [one for one in (verb, below) if one is not None]

    def _due(self, verb: Token) -> Token | None:
        state = child(self.page, verb, "acomp")
        tops = (one for one in (state, verb) if one is not None and (one.lemma == "be" or one.lower in _DUE))
        below = (child(self.page, one, "xcomp") for one in tops)
        return next((one for one in below if one is not None and "to" in helpers(self.page, one)), None)

    def _place_before(self, before: Sequence[Token]) -> str | None:
        """The town that names it: "the Geneva meeting"."""
        towns = (one for token in before for one in self.named.within(token.span) if token.dep == "compound")
        return next((one.id for one in towns if one.kind == "place"), None)

    def _belongs(self, token: Token, noun: Token) -> bool:
        """Whether the token stands before the noun in its phrase."""
        return noun.index in (token.head, self.page.head(token).head) and token.sentence == noun.sentence

    def _joined(self, before: Sequence[Token]) -> Iterator[str]:
        """The words before a noun, hyphened ones also as one: "follow-up"."""
        yield from (one.lower for one in before)
        text = self.page.text[before[0].span.start : before[-1].span.end].lower() if before else ""
        yield from text.split()

    def _is_in_order(self, before: Sequence[Token]) -> bool:
        """Whether an order makes a meeting one of several, and not only "a new summit" of anybody."""
        return any(one.lower in self.words.orders or one.lower in ("next", "follow-up", "up") for one in before)

    def _number_behind(self, token: Token) -> int | None:
        behind = self.page.tokens[token.index + 1 : token.index + 2]
        if token.lemma.lower() not in self.words.counting or not behind or behind[0].pos not in ("NUM", "PROPN"):
            return None
        return int(behind[0].text) if behind[0].text.isdigit() else self.words.amounts.get(behind[0].lower)

    def _goes_back(self, token: Token) -> bool:
        subject = own_subject(self.page, self.page.head(token)) if token.dep == "attr" else None
        return subject is not None and subject.lower in ("it", "this", "that")

    def _carrier(self, token: Token) -> Token | None:
        """The verb that tells whether it is held."""
        over = self.page.head(token)
        if token.dep == "conj" and over.pos in ("NOUN", "PROPN"):
            return self._carrier(over)
        if token.dep == "compound" and self.nouns.is_misread(token):
            return self.page.head(over) if over.pos == "NUM" else over
        if token.dep == "pobj" and over.lower == "of" and self.page.head(over).lemma in _LASTING:
            return self._carrier(self.page.head(over))
        direct = token.dep in ("nsubj", "nsubjpass", "dobj", "attr") and over.pos in _VERBAL
        if token.dep == "pobj" and over.lower in ("for", "to") and self.page.head(over).pos == "VERB":
            verb = self.page.head(over)
            return verb if verb.lemma in self.words.meeting | self.words.coming else None
        return over if direct and self._is_known(over) else None

    def _is_known(self, verb: Token) -> bool:
        """Whether the verb tells that something is held, planned, called off or how it ended."""
        known = self.words.holding | self.words.planning | self.words.cancelling | self.words.outcome.verbs
        coming = self.words.meeting | self.words.coming
        return self._key(verb) in known or verb.lemma in known or verb.lower in known or verb.lemma in coming

    def _key(self, verb: Token) -> str:
        particle = child(self.page, verb, "prt")
        return f"{verb.lemma} {particle.lower}" if particle is not None else verb.lemma

    def _status(self, verb: Token, token: Token) -> Status:
        """Whether the verb says that it took place."""
        support = helpers(self.page, verb)
        state = child(self.page, verb, "acomp")
        if self._key(verb) in self.words.cancelling or verb.lemma in self.words.cancelling:
            return "possible" if support & _PERHAPS else "cancelled"
        if self.page.sentences[verb.sentence].of(self.page.text).rstrip().endswith("?"):
            return "possible"
        if support & _PERHAPS:
            return "possible"
        if state is not None and state.lemma in _OPEN:
            return "possible"
        future = support & _FUTURE or self._due(verb) is not None or verb.tag == "VB" or verb.lower in _DUE
        due = state is not None and state.lemma in self.words.planning
        passive = token.dep in ("nsubjpass", "dobj") or verb.dep in ("acl", "amod")
        done_to = passive and self._is_planned(verb)
        if future or due or done_to:
            return "planned"
        if is_negated(self.page, verb):
            return "denied"
        if verb.dep in ("acl", "relcl") and verb.tag == "VBN":
            return "happened"
        ongoing = verb.tag == "VBG" or verb.tag in ("VBZ", "VBP") or {"is", "are"} & support
        return "ongoing" if ongoing else "happened"

    def _is_planned(self, verb: Token) -> bool:
        only = self.words.planning - self.words.holding
        return verb.lemma in only or self._key(verb) in only

    def _parties(self, token: Token, carrier: Token | None) -> tuple[str, ...]:
        """Who meets: behind "between" or "of", before the noun, or whoever holds it."""
        objects = [*self.nouns.objects(token, *_WITH), *self._between(token)]
        inner = [noun for one in objects for noun in self.nouns.objects(one, *_WITH)]
        behind = self.named.parties(self.named.acting([*objects, *inner]))
        start = min((one.span.start for one in self.page.subtree(token)), default=token.span.start)
        before = self.named.parties(self.named.within(Span(min(start, token.span.start), token.span.start)))
        holder = self._holder(token, carrier)
        held = self._people_of(holder) if holder is not None else ()
        itself = self.named.referents.of(token)
        own = self.named.parties([itself]) if itself is not None else ()
        both = tuple(dict.fromkeys((*(own if len(own) > 1 else ()), *before, *behind)))
        return both if len(both) > 1 else tuple(dict.fromkeys((*held, *both)))

    def _between(self, token: Token) -> list[Token]:
        """Whom "between" names behind the participle of the noun: "talks held in Geneva between …"."""
        below = (one for verb in self._behind(token) if verb.dep == "acl" for one in self.page.subtree(verb))
        preps = [one for one in below if one.lower == "between"]
        return [noun for prep in preps for noun in self.page.children(prep) if noun.dep == "pobj"]

    def _holder(self, token: Token, carrier: Token | None) -> Token | None:
        if (
            carrier is None
            or token.dep not in ("dobj", "pobj")
            or carrier.lemma in ("host", "organize", "organise", "chair")
        ):
            return None
        return child(self.page, carrier, "nsubj")

    def _place(self, token: Token) -> str | None:
        """Where: the town or country behind "in" or "at", or named in such a phrase: "at the Lakeside site"."""
        inner = [
            *self.nouns.objects(token, "of", "between"),
            *(one for one in self.page.children(token) if one.dep == "acomp"),
        ]
        inner += self.nouns.objects(token, "for", "on", "by", "until", "about", "over")
        nested = [below for one in inner for below in self.page.children(one)]
        for prep in (*self.page.children(token), *nested):
            if prep.dep == "prep" and (prep.lower in _IN or (prep.lower == "to" and token.lemma in _MOVING)):
                tokens = self.page.subtree(prep)
                span = Span(tokens[0].span.start, tokens[-1].span.end)
                found = [one for one in self.named.within(span) if one.kind in ("place", "state")]
                towns = [one for one in found if one.kind == "place"]
                heads = [below.span for below in self.page.children(prep) if below.dep == "pobj"]
                found = towns or [one for one in found if any(one in self.named.within(head) for head in heads)]
                if found:
                    return found[0].id
        return None

    def _time(self, token: Token) -> Time | None:
        found = [
            (rank, abs(time.start - token.span.start), time)
            for time in self.named.times_in(self.page.sentences[token.sentence])
            if time.type in ("DATE", "TIME")
            and time.first_day
            and (rank := directness(self.page, token, time)) is not None
            if rank == 0 or (rank == 1 and token.pos in _VERBAL)
        ]
        return min(found, key=lambda one: one[:2])[2] if found else None

    def _each(self, token: Token, sitting: Sitting) -> Iterator[Sitting]:
        """The rounds that are counted together: "the first two rounds" are the first and the second."""
        before = [one for one in self.page.children(token) if one.index < token.index]
        words = [one.lower for one in before]
        count = next((self.words.amounts[word] for word in words if word in self.words.amounts), None)
        if token.tag not in ("NNS", "NNPS") or sitting.token.lemma.lower() not in self.words.counting:
            yield sitting
        elif count is not None and "first" in words:
            yield from (replace(sitting, number=number) for number in range(1, count + 1))
