"""A move from a clause: its words without those of clauses beside it, and the helpers that make it one."""

from verbale.reading.clauses import child, is_passive, own_subject, stretch, subject
from verbale.reading.moves.scene import Scene
from verbale.reading.moves.told import Told
from verbale.reading.page import Page, Token
from verbale.record import MoveKind, Statement
from verbale.spans import Span

WILL = frozenset({"will", "wo", "'ll", "’ll", "would", "shall", "sha", "'d", "’d"})
ABLE = frozenset({"can", "ca", "could", "cannot"})
PERHAPS = frozenset({"may", "might", *ABLE})


def made(scene: Scene, kind: MoveKind, verb: Token, actor: tuple[str, ...], sure: float) -> Told:
    """A move whose content is the verb's clause, with the noun that the clause tells of."""
    page, noun = scene.page, taken(scene.page, verb)
    content = stretch(page, verb, _joints(page, verb))
    if noun is not None:
        content = stretch(
            page, noun, frozenset(one.index for one in page.children(noun) if one.tag == "WDT" or one.lower == "what")
        )
    statement = scene.around(verb)
    if statement is not None:
        content = tuple(_common(one, part) for one in content for part in statement.content if one.overlaps(part))
    return Told(kind, verb, actor, content, sure, verb, (), statement, (), True)


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _joints(page: Page, verb: Token) -> frozenset[int]:
    """Clauses of their own beside the verb's, and what joins them, which are no part of its content."""
    drop: set[int] = set()
    joined = False
    for one in page.children(verb):
        apart = one.dep in ("conj", "parataxis") and own_subject(page, one) is not None
        if apart or (one.dep in ("conj", "parataxis", "ccomp") and one.index < verb.index):
            drop |= {token.index for token in page.subtree(one)}
            joined = joined or apart
    for one in page.children(verb):
        opening = one.dep in ("cc", "mark") and one.lower in ("that", "but", "and", "or")
        if opening and (one.index < verb.index or (joined and one.dep == "cc")):
            drop.add(one.index)
    return frozenset(drop)


def forms_of(page: Page, verb: Token) -> tuple[str, ...]:
    """The verb's base form, and with its particle or the word behind it before that."""
    lemma = verb.lemma.lower()
    behind = [
        one.lower for one in page.children(verb) if one.dep in ("prt", "prep", "advmod") and one.index > verb.index
    ]
    return (*(f"{lemma} {one}" for one in behind), lemma)


def taken(page: Page, verb: Token) -> Token | None:
    """What a clause behind its noun does to it: "the measures that Norland can take"."""
    return page.head(verb) if verb.dep == "relcl" and child(page, verb, "dobj") is None else None


def acting(scene: Scene, who: Token | None, verb: Token, statement: Statement | None) -> tuple[str, ...]:
    """The party that the words name, or else the speaker."""
    named = who if who is not None and not is_passive(scene.page, verb) else subject(scene.page, verb)
    return scene.who(named, statement) or scene.speaking(statement)
