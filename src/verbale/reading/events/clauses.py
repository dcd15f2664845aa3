"""Who does what in a clause: a verb's subject, object and agent, through the constructions that hide them.

"Norland agreed to withdraw", "troops withdrawing from", "was asked to leave by", "a treaty that Norland signed". The
labels are those of spaCy's English pipelines (ClearNLP).
"""

from collections.abc import Iterable, Iterator, Sequence

from verbale.lexicon.events import Control
from verbale.reading.page import Page, Token

Words = frozenset[str]

_SUBJECTS = ("nsubj", "nsubjpass")
_PREPOSITIONS = ("prep", "agent", "prt")
_DEEPEST = 8
"""Clauses that a subject is sought in, one above the other; more is a fault of the parse."""


def is_verb(token: Token) -> bool:
    """Whether the token is a verb in use."""
    return token.tag.startswith("VB") and token.dep not in ("amod", "compound", "aux", "auxpass", "case")


def is_passive(page: Page, verb: Token) -> bool:
    """Whether the verb's subject is who suffers it: "was signed", "a treaty signed by", "was caught and sentenced"."""
    if verb.tag not in ("VBN", "VBD"):
        return False
    deps = {child.dep for child in page.children(verb) if child.dep != "agent" or _object_of(page, child) is not None}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    if verb.tag == "VBN" and verb.dep == "acl":
        return True
    head = page.head(verb)
    joined = verb.dep == "conj" and head.index != verb.index and not deps & {"aux", *_SUBJECTS}
    return verb.tag == "VBN" and joined and is_passive(page, head)


def subject(page: Page, verb: Token, control: Control, depth: int = 0) -> Token | None:
    """The verb's subject, its own or the one that another clause lends it."""
    own = next((child for child in page.children(verb) if child.dep in _SUBJECTS), None)
    if own is not None:
        return _antecedent(page, verb) if _is_relative(own) else own
    if depth > _DEEPEST or verb.head == verb.index:
        return None
    head = page.head(verb)
    if verb.dep == "conj" and is_clause(head):
        return subject(page, head, control, depth + 1)
    if verb.dep in ("xcomp", "ccomp", "advcl", "pcomp", "acomp", "conj", "dep"):
        return _lent(page, verb, head, control, depth)
    if verb.dep == "acl":
        return head if verb.tag in ("VBG", "VBN", "VBD") else _owner_or_doer(page, head, control, depth)
    return None


def is_clause(token: Token) -> bool:
    """Whether the token heads a clause."""
    return token.pos in ("VERB", "AUX")


def _lent(page: Page, verb: Token, head: Token, control: Control, depth: int) -> Token | None:
    """Whoever acts in a clause without a subject: the object of "urged", the subject of any other."""
    if head.pos == "ADP" or head.dep == "prep":
        above = page.head(head)
        blamed = patient(page, above, control) if head.lower in control.charges and is_clause(above) else None
        if blamed is not None and blamed.index < verb.index:
            return blamed
        return _lent(page, verb, above, control, depth + 1) if depth <= _DEEPEST else None
    if head.pos in ("ADJ", "ADV") and page.head(head).index != head.index:
        return _lent(page, verb, page.head(head), control, depth + 1) if depth <= _DEEPEST else None
    if head.pos in ("NOUN", "PROPN"):
        return _owner_or_doer(page, head, control, depth)
    if verb.dep in ("xcomp", "ccomp", "advcl") and _controls(page, head, control):
        held = patient(page, head, control) or next(iter(objects_after(page, head, control.prepositions)), None)
        if held is not None and held.index < verb.index:
            return held
    return subject(page, head, control, depth + 1)


def _controls(page: Page, head: Token, control: Control) -> bool:
    lemma = head.lemma.lower()
    keys = (lemma, *(f"{lemma} {child.lower}" for child in page.children(head) if child.dep in _PREPOSITIONS))
    return any(key in control.objects for key in keys)


def _owner_or_doer(page: Page, noun: Token, control: Control, depth: int) -> Token | None:
    """Whose plan it is: "its refusal to withdraw", "Norland made an offer to meet"."""
    owner = next((child for child in page.children(noun) if child.dep == "poss"), None)
    if owner is not None:
        return owner
    above = page.head(noun)
    if noun.dep in ("dobj", "attr") and is_clause(above):
        return subject(page, above, control, depth + 1)
    return None


def _is_relative(token: Token) -> bool:
    return token.tag in ("WDT", "WP") or (token.lower == "that" and token.pos in ("PRON", "SCONJ", "DET"))


def _antecedent(page: Page, verb: Token) -> Token | None:
    """The noun that a relative clause is about; the verb may be a later one of that clause."""
    for one in (verb, *page.ancestors(verb)):
        if one.dep in ("relcl", "acl"):
            return page.head(one)
        if one.dep not in ("conj", "xcomp", "ccomp"):
            return None
    return None


def patient(page: Page, verb: Token, control: Control) -> Token | None:
    """Who or what the verb is done to: its object, or its subject in the passive ("was given weapons" has both)."""
    children = page.children(verb)
    if is_passive(page, verb):
        given = next((child for child in children if child.dep == "dobj"), None)
        return given or subject(page, verb, control)
    direct = next((child for child in children if child.dep in ("dobj", "attr") and child.index != verb.index), None)
    if direct is not None:
        return _antecedent(page, verb) if _is_relative(direct) else direct
    return page.head(verb) if verb.dep == "relcl" and _lacks_object(children) else None


def _lacks_object(children: Sequence[Token]) -> bool:
    """Whether a relative clause has a subject and leaves its object to the noun before it: "the treaty they signed"."""
    own = any(child.dep == "nsubj" and not _is_relative(child) for child in children)
    return own and not any(child.dep in ("ccomp", "xcomp") or child.tag == "WRB" for child in children)


def doer(page: Page, verb: Token, control: Control) -> Token | None:
    """Who does it: the subject, or after "by" in the passive."""
    if not is_passive(page, verb):
        return subject(page, verb, control)
    agent = next((one for one in (*page.children(verb), *_below(page, verb)) if _is_agent(one)), None)
    return None if agent is None else _object_of(page, agent)


def _object_of(page: Page, preposition: Token) -> Token | None:
    return next((one for one in page.children(preposition) if one.dep == "pobj"), None)


def _is_agent(token: Token) -> bool:
    return token.dep == "agent" or (token.dep == "prep" and token.lower == "by")


def _below(page: Page, verb: Token) -> Iterator[Token]:
    """What the parser hangs on the charge instead of the verb: "was accused of shelling the port by Norland"."""
    for child in page.children(verb):
        if child.dep in _CHARGED and child.index > verb.index:
            yield child
            yield from _below(page, child)


_CHARGED = ("prep", "pcomp", "xcomp", "dobj", "pobj")


def objects_after(page: Page, word: Token, prepositions: Iterable[str]) -> tuple[Token, ...]:
    """What stands behind one of the prepositions at the word, in the order of the text."""
    wanted = frozenset(prepositions)
    return tuple(_objects_after(page, word, wanted))


def _objects_after(page: Page, word: Token, wanted: Words) -> Iterator[Token]:
    for child in page.children(word):
        if child.dep in ("prep", "prt", "agent", "dative", "advmod", "cc") and child.pos != "NOUN":
            if child.lower in wanted:
                yield from (one for one in page.children(child) if one.dep in ("pobj", "pcomp", "dobj"))
            yield from _objects_after(page, child, wanted) if child.dep in ("prep", "prt", "advmod") else ()


def joined(page: Page, token: Token) -> tuple[Token, ...]:
    """The token and those coordinated with it: "Norland, Sudria and Estria".

    Those coordinated with its name too, on which the parse hangs them: "Norland's envoy, Ada Berg, and Sudria's".
    """
    found = [token]
    named = [child for child in page.children(token) if child.dep == "appos" and child.pos == "PROPN"]
    beside = [child for one in (named if token.tag == "NN" else ()) for child in page.children(one)]
    for child in (*page.children(token), *beside):
        if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"):
            found.extend(joined(page, child))
    return tuple(found)
