"""What is called acceptable or not: "the draft is unacceptable", "called the deadline non-negotiable"."""

from collections.abc import Iterator

from verbale.reading.clauses import own_subject, stretch
from verbale.reading.moves.scene import Scene, phrase_at
from verbale.reading.moves.told import Told
from verbale.reading.page import Page, Token
from verbale.record import MoveKind, Statement
from verbale.spans import Span


def called(scene: Scene, token: Token, statement: Statement) -> Iterator[Told]:
    """What is called acceptable or not: "the draft is unacceptable", "called the deadline non-negotiable"."""
    for group, kind in ((scene.words.unacceptable.words, "refusal"), (scene.words.negotiable.words, "concession")):
        length = next((n for n in (6, 5, 4, 3, 2, 1) if phrase_at(scene.page, token, n) in group), 0)
        if not length or (kind == "concession" and _is_preceded_by_not(scene.page, token)):
            continue
        content = _before(scene.page, token, statement)
        if content and scene.speaking(statement):
            made: MoveKind = "refusal" if kind == "refusal" else "concession"
            yield Told(
                made,
                token,
                scene.speaking(statement),
                content,
                0.55,
                scene.page.top(content[0]),
                (),
                statement,
                (),
                True,
            )
        return


def _is_preceded_by_not(page: Page, token: Token) -> bool:
    before = [one.lower for one in page.tokens[max(0, token.index - 2) : token.index]]
    return bool({"not", "n't", "n’t", "non"} & set(before))


def _before(page: Page, token: Token, statement: Statement) -> tuple[Span, ...]:
    """What it is said of: the subject of "is", or the words of the statement's sentence before it."""
    near = (page.head(token), page.head(page.head(token)))
    being = next((one for one in near if one.lemma == "be"), None)
    who = own_subject(page, being) if being is not None else None
    if who is not None:
        if who.pos in ("NOUN", "PROPN"):
            return stretch(page, who)
        return tuple(span.trimmed(page.text, ' ,;."“”') for span in statement.content if span.contains(token.span))
    inside = [
        one
        for span in statement.content
        for one in page.tokens_in(span)
        if one.index < token.index and one.sentence == token.sentence
    ]
    while inside and (inside[-1].pos in _BETWEEN or inside[-1].lower in ("be", "as", "to")):
        inside.pop()
    while inside and (inside[0].pos in ("PUNCT", "CCONJ") or inside[0].lower == "that"):
        inside.pop(0)
    named = any(one.pos in ("NOUN", "PROPN") for one in inside) and not any(one.pos == "VERB" for one in inside)
    return (Span(inside[0].span.start, inside[-1].span.end),) if named else ()


_BETWEEN = frozenset({"AUX", "PART", "ADV", "PUNCT", "DET"})
