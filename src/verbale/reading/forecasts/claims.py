"""What a claim is and whether it is about what is to come, beyond the hand of whoever makes it."""

from collections.abc import Set

from verbale.lexicon.hedges import Hedges
from verbale.reading.clauses import child, helpers, is_passive, own_subject, stretch
from verbale.reading.page import Page, Token
from verbale.reading.telling import Telling
from verbale.record import Statement
from verbale.spans import Span


def clause(page: Page, top: Token, without: Set[int] = frozenset()) -> tuple[Span, ...]:
    """The clause of a verb, without its "that" or "whether" and without clauses joined to it."""
    drop = set(without)
    for one in page.children(top):
        opening = one.dep in ("mark", "cc") and one.index < top.index and one.lower in _OPENING
        joined = one.dep in ("conj", "parataxis") and own_subject(page, one) is not None
        fronted = one.dep == "ccomp" and one.index < top.index
        if opening:
            drop.add(one.index)
        elif joined or fronted:
            drop |= {token.index for token in page.subtree(one)}
        elif one.dep == "cc" and any(
            other.dep == "conj" and own_subject(page, other) is not None for other in page.children(top)
        ):
            drop.add(one.index)
    return stretch(page, top, frozenset(drop))


_OPENING = frozenset({"that", "whether", "if", "and", "but", "or", "so", "because", "since", "as"})


def is_coming(page: Page, top: Token, hedges: Hedges) -> bool:
    """Whether the clause speaks of what is to come: "will fail", "to fail", "is going to fail"."""
    aids = helpers(page, top)
    if "have" in aids and aids & {"may", "might", "could", "would"}:
        return False
    if aids & hedges.coming or "to" in aids:
        return True
    return top.lemma == "go" and top.tag == "VBG" and child(page, top, "xcomp") is not None


def is_own(telling: Telling, top: Token, statement: Statement | None) -> bool:
    """Whether it is in the speaker's own hands: what "we" will do is a plan."""
    if top.pos in ("NOUN", "PROPN"):
        return False
    who = own_subject(telling.page, top)
    return who is not None and not is_passive(telling.page, top) and telling.is_own(who, statement)


def with_subject(page: Page, verb: Token, top: Token) -> tuple[Span, ...]:
    """The claim of "is likely to fail": the subject, and what it is likely to do."""
    who = own_subject(page, verb)
    if who is None or who.dep == "expl":
        return clause(page, top)
    return (*stretch(page, who), *stretch(page, top))
