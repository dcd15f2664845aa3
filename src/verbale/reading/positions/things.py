"""What a move is about: the noun phrase negotiated about, and what is to become of it.

"Demanded that Norland lift the blockade of the port" is about the blockade of the port, which is to end.
"""

from dataclasses import dataclass

from verbale.lexicon.moves import MoveWords
from verbale.reading.clauses import child, is_negated, is_passive, own_subject, stretch
from verbale.reading.page import Page, Token
from verbale.reading.telling import Telling
from verbale.spans import Span

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM"})
_ABOUT = ("to", "on", "from", "of", "for", "in", "with", "below", "above", "at", "over")
"""Prepositions that join what is negotiated about to a verb."""
_DEEPEST = 4
"""Verbs of a chain such as "agreed to begin to talk about …"."""


@dataclass(frozen=True, slots=True)
class Thing:
    """The thing and the verbs that tell what becomes of it."""

    words: tuple[Span, ...]
    verbs: tuple[tuple[str, bool], ...] = ()
    """From the outer to the inner: base form with its particle, and whether it is negated."""

    def ended(self, words: MoveWords, *, refused: bool) -> bool:
        """Whether it is to cease or not to be: lifted, dropped, not imposed.

        What is `refused` in words such as "will not sign" has its "not" from the refusal.
        """
        turns = sum((verb in words.ending.words) + negated for verb, negated in self.verbs)
        own_not = refused and bool(self.verbs) and self.verbs[0][1]
        return (turns - own_not) % 2 == 1


def thing_of(telling: Telling, content: tuple[Span, ...]) -> Thing | None:
    """What a move's content is about; None where it is about no thing."""
    top = _top(telling, content)
    if top is None:
        return None
    named = _within(telling.page, top) if top.pos == "NOUN" else None
    found = _thing(telling, top if named is None else named, (), _DEEPEST)
    return None if found is None or _is_somebody(telling, found) else found


def _top(telling: Telling, content: tuple[Span, ...]) -> Token | None:
    """The content's main word: of "the company to return to the table" the verb."""
    words = telling.tokens_of(content)
    indices = {one.index for one in words}
    tops = [one for one in words if one.head == one.index or one.head not in indices]
    verb = next((one for one in tops if one.tag.startswith("VB")), None)
    if verb is not None or not tops:
        return verb
    deed = child(telling.page, tops[0], "acl", "relcl")
    if deed is not None and deed.tag == "VB" and telling.referents.parties(tops[0]):
        return deed
    return tops[0]


def _is_somebody(telling: Telling, thing: Thing) -> bool:
    """Whether it is a party or a pronoun for one, which nobody negotiates about."""
    top = telling.page.top(thing.words[0]) if thing.words else None
    if top is None:
        return True
    if top.pos == "PRON":
        return top.lower not in ("it", "this", "that")
    entity = telling.referents.of(top)
    return entity is not None and entity.kind in ("person", "state", "organisation", "group")


def _within(page: Page, noun: Token) -> Token | None:
    """What a demand, a ban's lifting or a proposal is about: "its demand that …", "an offer of …"."""
    if noun.lemma not in ("demand", "request", "proposal", "offer", "call", "plan"):
        return None
    for one in page.children(noun):
        if one.index > noun.index and one.dep in ("acl", "ccomp"):
            return one
        thing = child(page, one, "pobj") if one.dep == "prep" and one.lower in ("for", "on") else None
        if thing is not None:
            return thing
    return None


def _thing(telling: Telling, top: Token, above: tuple[tuple[str, bool], ...], deep: int) -> Thing | None:
    page = telling.page
    if not top.tag.startswith("VB") or deep == 0:
        return Thing(_words(page, top), above) if top.pos in (*_NOMINAL, "PRON") else None
    verbs = (*above, (_form(page, top), is_negated(page, top)))
    whom = child(page, top, "dobj")
    deed = child(page, top, "xcomp", "ccomp")
    if deed is not None and deed.tag.startswith("VB"):
        return _thing(telling, deed, verbs, deep - 1)
    found = (
        own_subject(page, top) if is_passive(page, top) else child(page, top, "attr") if _is_there(page, top) else whom
    )
    found = found if found is not None else _behind(telling, top)
    if found is None or (found.pos not in _NOMINAL and found.pos != "PRON"):
        return None
    return Thing(_words(page, found), verbs)


def _is_there(page: Page, verb: Token) -> bool:
    """Whether it is "there will be …"."""
    who = own_subject(page, verb)
    return who is not None and who.dep == "expl"


def _form(page: Page, verb: Token) -> str:
    particle = child(page, verb, "prt")
    near = next((one for one in page.children(verb) if one.dep == "prep" and one.lower == "from"), None)
    behind = particle or near
    return f"{verb.lemma.lower()} {behind.lower}" if behind is not None else verb.lemma.lower()


def _behind(telling: Telling, verb: Token) -> Token | None:
    """The noun behind the verb's preposition that is no time."""
    for one in telling.page.children(verb):
        thing = child(telling.page, one, "pobj") if one.dep == "prep" and one.lower in _ABOUT else None
        if thing is not None and not telling.is_when(thing):
            return thing
    return None


def _words(page: Page, top: Token) -> tuple[Span, ...]:
    """The noun phrase without its article, and without what is joined to it by a clause of its own."""
    drop = {
        one.index for one in page.children(top) if one.dep == "det" and one.lower in ("the", "a", "an", "any", "no")
    }
    return stretch(page, top, frozenset(drop))
