"""Whether it happened at all: from the verb's own form, and from all on which it depends.

"Agreed to meet" is planned, "refused to meet" denied, "called off the meeting" cancelled, "if they meet" possible.
What a reported clause says is judged inside that clause: the tense of "said" is not that of what was said. After the
implicative and factive verbs of Karttunen (1971) and the nested sources of FactBank (Saurí & Pustejovsky 2009), with
words from `status.yaml`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from verbale.lexicon.status import Governor, StatusWords
from verbale.reading.events.conditions import (
    hedged,
    is_asked,
    is_conditional,
    is_definite,
    is_dependent,
    is_instead,
)
from verbale.reading.events.governors import above_preposition, carrier, combined, governor_of, modifier
from verbale.reading.events.tense import (
    VERBAL,
    auxiliaries,
    first_joined,
    is_infinitive,
    is_negated,
    is_nobody,
    is_verb,
    modal_of,
    told_by_form,
)
from verbale.reading.page import Page, Token
from verbale.record import Status, Time

_REAL: tuple[Status, ...] = ("happened", "ongoing")
_OPEN: tuple[Status, ...] = ("planned", "possible")
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")


def status_of(
    page: Page, anchor: Token, words: StatusWords, *, time: Time | None = None, published: date | None = None
) -> Status:
    """Whether what the anchor (a verb or a noun) tells happened; `time`: when, where the text tells.

    What lies after the day of publication is planned, unless its verb is in the past tense.
    """
    judge = _Judge(page, words)
    found = "happened" if judge.is_turned_down(anchor) else judge.status(anchor)
    ahead = time is not None and time.first_day is not None and published is not None and time.first_day > published
    past = anchor.pos in VERBAL and (anchor.tag == "VBD" or any(one.tag == "VBD" for one in auxiliaries(page, anchor)))
    return "planned" if found in _REAL and ahead and not past else found


@dataclass(frozen=True)
class _Judge:
    """Judges words by what they depend on; holds what every judgement needs."""

    page: Page
    words: StatusWords

    def status(self, token: Token) -> Status:
        """Whether what the word tells is so."""
        if is_verb(self.page, token):
            return self._verb(token)
        if token.pos in ("ADJ", "ADV", "ADP"):
            return self.status(self.page.head(token)) if token.head != token.index else "happened"
        return self._noun(token)

    def is_turned_down(self, noun: Token) -> bool:
        """Whether it is an offer or plan that somebody turns down: it was made, though what it holds will not be."""
        verb = self.page.head(noun)
        held = self.words.governor(noun.lemma.lower(), "noun")
        if noun.dep not in ("dobj", "nsubjpass") or held is None or held.gives != "possible":
            return False
        governor = governor_of(self.page, verb, "object", self.words)
        return governor is not None and governor.gives == "denied" and self.status(verb) in _REAL

    # Verbs

    def _verb(self, verb: Token) -> Status:
        first = first_joined(self.page, verb)
        own = told_by_form(self.page, verb, self.words)
        if own is None:
            found = self._without_tense(first, verb)
            return "denied" if is_negated(self.page, verb, self.words) else found
        own = hedged(self.page, verb, own, self.words)
        if is_asked(self.page, verb) or is_conditional(self.page, verb, own, self.words):
            return "possible"
        return self._clause(first, verb, own)

    def _clause(self, first: Token, verb: Token, own: Status) -> Status:
        """The status of a clause with a tense, by what it depends on."""
        head = self.page.head(first)
        if first.dep in ("ccomp", "csubj", "csubjpass", "acl", "pcomp") and head.index != first.index:
            return self._reported(head, verb, own)
        if first.dep == "advcl" and own in _REAL and verb.tag in ("VBZ", "VBP", "VB", "VBN"):
            return self._beside(first, head, own)
        return own

    def _reported(self, head: Token, verb: Token, own: Status) -> Status:
        """What a clause that depends on "denied", "doubts" or "said" tells."""
        governor, holder = self._clause_governor(head)
        if governor is None and head.pos in _NOUNS and self.status(head) == "denied":
            return "denied"
        if governor is None:
            return self._future_of_past(head, verb, own)
        if governor.gives == "denied" and own == "denied":
            return "happened"
        if governor.gives == "planned" and own not in _REAL:
            return own
        outer = self._without_reporting(holder)
        if governor.gives == "same" and outer != "denied":
            return own
        return combined(governor, outer)

    def _clause_governor(self, head: Token) -> tuple[Governor | None, Token]:
        predicates = [child for child in self.page.children(head) if child.dep in ("acomp", "attr", "oprd")]
        for word in (*predicates, head):
            found = governor_of(self.page, word, "clause", self.words)
            if found is not None:
                return found, head
        return None, head

    def _without_reporting(self, verb: Token) -> Status:
        return self.status(verb)

    def _future_of_past(self, head: Token, verb: Token, own: Status) -> Status:
        """What somebody said would be is planned, where no condition stands beside it."""
        helpers = auxiliaries(self.page, verb)
        would = any(helper.lower in ("would", "'d", "’d") for helper in helpers)
        perfect = any(helper.lemma.lower() == "have" for helper in helpers)
        return (
            "planned"
            if would and own == "possible" and not perfect and head.tag in ("VBD", "VBN", "VBG", "NN")
            else own
        )

    def _beside(self, first: Token, head: Token, own: Status) -> Status:
        """A clause in the present tense beside one that is to come: "when they meet, they will sign"."""
        marks = {child.lower for child in self.page.children(first) if child.dep in ("mark", "advmod")}
        outer = self.status(head)
        if marks & self.words.before.words:
            return "planned"
        return outer if outer in _OPEN and marks - {"because", "as", "since", "although", "though", "while"} else own

    # Infinitives and participles

    def _without_tense(self, first: Token, verb: Token) -> Status:
        head = self.page.head(first)
        to = is_infinitive(self.page, first)
        match first.dep:
            case "ROOT" | "parataxis":
                return "planned" if to else _AT_TOP.get(verb.tag, "happened")
            case "relcl":
                return "planned" if to else "happened"
            case "acl":
                return self._at_noun(first, head, to)
            case "advcl":
                return self._purpose(head) if to else self._participle(first, head)
            case "pcomp" | "pobj":
                return self._after_preposition(head)
            case "amod" | "csubj" | "nsubj":
                return "happened" if verb.tag == "VBN" else "possible" if to or first.dep == "csubj" else "ongoing"
            case _:
                return self._complement(first, head, to)

    def _complement(self, first: Token, head: Token, to: bool) -> Status:
        governor = governor_of(self.page, head, "complement", self.words) or (
            modifier(self.page, head, self.words) if head.pos == "ADJ" else None
        )
        if to and any(child.dep == "advmod" and child.lower in ("too", "yet") for child in self.page.children(head)):
            return "denied"
        if governor is not None:
            return self._combined(governor, head)
        if head.pos in _NOUNS:
            return self._at_noun(first, head, to)
        return "possible" if to else self.status(head)

    def _at_noun(self, first: Token, noun: Token, to: bool) -> Status:
        """A participle or infinitive at a noun: "plans to meet", "troops crossing the river"."""
        governor = governor_of(self.page, noun, "noun", self.words)
        if to:
            return self._combined(governor, noun) if governor is not None else "possible"
        if is_nobody(self.page, noun, self.words):
            return "denied"
        if first.tag == "VBG":
            return "ongoing" if self.status(noun) == "ongoing" else "happened"
        return "happened"

    def _purpose(self, head: Token) -> Status:
        """What is done in order to do it has been done, of it no more than the intent: "flew there to meet her"."""
        outer = self.status(head)
        if outer in _REAL and head.lemma.lower() not in self.words.gathering.words:
            return "planned"
        return outer

    def _participle(self, first: Token, head: Token) -> Status:
        outer = self.status(head) if head.index != first.index else "happened"
        outer = "happened" if outer == "denied" else outer
        return "happened" if first.tag == "VBN" and outer not in _OPEN else outer

    def _after_preposition(self, preposition: Token) -> Status:
        above = above_preposition(self.page, preposition)
        if is_instead(self.page, preposition, self.words):
            return "denied"
        governor = governor_of(self.page, above, "complement", self.words, preposition=preposition)
        if governor is None and above.pos in _NOUNS:
            governor = governor_of(self.page, above, "noun", self.words)
        if governor is None and above.pos == "ADJ":
            governor = modifier(self.page, above, self.words)
        if governor is not None:
            return self._combined(governor, above)
        return self.status(above)

    def _combined(self, governor: Governor, word: Token) -> Status:
        found = combined(governor, self.status(word))
        moved = governor.gives == "cancelled" and any(
            child.lower in self.words.later.words for child in self.page.children(word)
        )
        return "planned" if found == "cancelled" and moved else found

    # Nouns

    def _noun(self, noun: Token) -> Status:
        if is_nobody(self.page, noun, self.words) and noun.lower != "nothing":
            return "denied"
        told = next(self._told_at(noun), None)
        first = first_joined(self.page, noun)
        if told is None:
            return self._in_clause(first)
        carried = carrier(self.page, first, self.words)
        if carried is None or carried[1].gives in ("fact", "planned", "possible"):
            return told
        found = self._in_clause(first)
        return told if found in _OPEN else found

    def _told_at(self, noun: Token) -> Iterator[Status]:
        """What stands at the noun tells: "planned talks", "the talks, due on Monday", "a meeting held there"."""
        for child in self.page.children(noun):
            adjective = child.dep in ("amod", "advmod", "compound", "nmod") or (
                child.dep == "relcl" and child.pos == "ADJ"
            )
            if adjective or (child.dep == "acl" and not is_infinitive(self.page, child)):
                governor = modifier(self.page, child, self.words)
                if governor is not None:
                    yield combined(governor, self._at_modifier(child))
                    continue
            if child.dep in ("acl", "relcl") and child.pos in VERBAL:
                yield from self._told_by_clause(child)

    def _at_modifier(self, child: Token) -> Status:
        return "denied" if is_negated(self.page, child, self.words) else "ongoing"

    def _told_by_clause(self, verb: Token) -> Iterator[Status]:
        """A relative clause or participle that says of the noun itself that it is: "talks that begin on Monday"."""
        own = told_by_form(self.page, verb, self.words)
        if own is None:
            own = "planned" if is_infinitive(self.page, verb) else "happened"
        passive = verb.dep == "acl" or any(child.dep == "nsubjpass" for child in self.page.children(verb))
        pronoun = next((child for child in self.page.children(verb) if child.tag in ("WDT", "WP")), None)
        subject = not passive and (verb.tag == "VBG" or (pronoun is not None and pronoun.dep == "nsubj"))
        governor = governor_of(self.page, verb, "subject" if subject else "object", self.words)
        if governor is not None and governor.gives != "fact":
            yield combined(governor, own)

    def _in_clause(self, noun: Token) -> Status:
        head = self.page.head(noun)
        match noun.dep:
            case "nsubj" | "nsubjpass":
                return self._subject(noun, head)
            case "dobj" | "attr" | "oprd" | "dative":
                return self._object(noun, head, None)
            case "pobj":
                return self._after(noun, head)
            case "compound" | "nmod" | "amod" | "poss":
                governor = governor_of(self.page, head, "noun", self.words)
                return self._combined(governor, head) if governor else "happened"
            case "appos":
                return self._noun(head)
        return "happened"

    def _subject(self, noun: Token, verb: Token) -> Status:
        own = self.status(verb)
        if noun.dep == "nsubjpass":
            return self._object(noun, verb, None)
        for child in self.page.children(verb):
            if child.dep in ("acomp", "advmod", "prep", "prt", "attr", "oprd"):
                governor = modifier(self.page, child, self.words)
                if governor is not None and verb.lemma.lower() in (
                    "be",
                    "remain",
                    "seem",
                    "look",
                    "appear",
                    "become",
                    "get",
                ):
                    return combined(governor, own)
        governor = governor_of(self.page, verb, "subject", self.words)
        if governor is None:
            return self._presupposed(noun, own, subject=True)
        if governor.gives == "fact" and own == "ongoing":
            return own
        return self._taking_place(noun, verb, combined(governor, own))

    def _taking_place(self, noun: Token, verb: Token, found: Status) -> Status:
        """What was to be and will not be is cancelled: "the meeting will not take place"."""
        modal = modal_of(auxiliaries(self.page, verb), self.words)
        ahead = modal is not None and modal.name != "must"
        return "cancelled" if found == "denied" and ahead and is_definite(self.page, noun) else found

    def _object(self, noun: Token, verb: Token, preposition: Token | None) -> Status:
        governor = governor_of(self.page, verb, "object", self.words, preposition=preposition)
        if governor is not None:
            found = self._combined(governor, verb)
            return self._taking_place(noun, verb, found) if governor.gives == "same" else found
        return self._presupposed(noun, self.status(verb))

    def _presupposed(self, noun: Token, own: Status, *, subject: bool = False) -> Status:
        """What a clause that tells something else of it takes for granted, where it is a certain one: "the talks"."""
        if own in _REAL or own == "planned":
            return own
        if subject and own == "denied":
            return "happened"
        return "happened" if is_definite(self.page, noun) else "possible" if own == "possible" else "denied"

    def _after(self, noun: Token, preposition: Token) -> Status:
        above = above_preposition(self.page, preposition)
        if is_instead(self.page, preposition, self.words):
            return "denied"
        if is_dependent(self.page, preposition, self.words):
            return "possible"
        if above.pos == "ADJ":
            near = modifier(self.page, above, self.words)
            return (
                combined(near, self.status(above)) if near is not None else self._presupposed(noun, self.status(above))
            )
        if above.pos in _NOUNS:
            governor = governor_of(self.page, above, "noun", self.words)
            return self._combined(governor, above) if governor is not None else self._beside_noun(noun, above)
        if above.pos in VERBAL:
            governor = governor_of(self.page, above, "object", self.words, preposition=preposition)
            if governor is not None:
                return self._object(noun, above, preposition)
        if {preposition.lower, self.page.head(preposition).lower} & self.words.before.words:
            return "planned"
        return self._presupposed(noun, self.status(above))

    def _beside_noun(self, noun: Token, above: Token) -> Status:
        own = self.status(above)
        return own if own in _REAL or not is_definite(self.page, noun) else "happened"


_AT_TOP: dict[str, Status] = {"VBN": "happened", "VBG": "ongoing", "VB": "possible"}
"""A verb without tense at the top of its sentence: a headline's participle, or an imperative."""
