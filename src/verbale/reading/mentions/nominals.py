"""Descriptions: noun phrases whose head is a word for people, bodies or papers, such as "the army's chief"."""

from collections.abc import Iterator

from verbale.lexicon.people import People
from verbale.reading.drafts import Found
from verbale.reading.mentions.layout import Layout
from verbale.reading.mentions.words import number, role_before, singular
from verbale.reading.page import Page, Token
from verbale.spans import Span

_BEFORE = frozenset({"det", "amod", "compound", "nummod", "poss", "predet", "nmod", "quantmod", "advmod", "punct"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
# A role is told by the body after it ("the head of the delegation"); longer phrases than this describe, not name.
_TAIL = 8
_TAILS = {"person": frozenset({"of", "for", "to", "at"}), "organisation": frozenset({"of"})}


def find_nominals(page: Page, people: People, layout: Layout, taken: frozenset[int]) -> tuple[Found, ...]:
    """The descriptions whose head is none of the tokens `taken` by names and titles."""
    return tuple(_found(page, people, layout, token) for token in _heads(page, people, layout, taken))


def _heads(page: Page, people: People, layout: Layout, taken: frozenset[int]) -> Iterator[Token]:
    for token in page.tokens:
        if token.pos not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM") or token.index in taken:
            continue
        if token.dep in ("compound", "amod", "det", "nummod", "npadvmod") or layout.in_credit(token):
            continue
        if _describes(page, people, token) or _speaks(page, token):
            yield token


def _describes(page: Page, people: People, token: Token) -> bool:
    if token.pos not in ("NOUN", "PROPN"):
        impersonal = token.text.lower() == "one" and token.tag == "PRP"
        return token.dep in ("nsubj", "nsubjpass") and token.text.lower() in people.anonymous and not impersonal
    return bool(people.kinds(singular(token)) or role_before(page, people, token.index))


def _speaks(page: Page, token: Token) -> bool:
    """Whether the noun is the subject of a verb with a clause as its object: whoever that is may be a source."""
    if token.pos != "NOUN" or token.dep != "nsubj":
        return False
    return any(child.dep == "ccomp" for child in page.children(page.head(token)))


def _found(page: Page, people: People, layout: Layout, token: Token) -> Found:
    last = _last(page, token)
    role = role_before(page, people, last) if token.pos in ("NOUN", "PROPN") else ""
    noun = role or singular(token)
    kinds = people.kinds(noun) or people.kinds(singular(token))
    if "document" in kinds and any(child.dep == "poss" for child in page.children(token)):
        kinds = ("document", *(kind for kind in kinds if kind != "document"))
    words = [singular(one) for one in page.children(token) if one.dep in ("amod", "compound")]
    return Found(
        span=_span(page, token, _TAILS.get(next(iter(kinds), ""), frozenset())),
        form="nominal",
        head=token.index,
        kinds=("group", *kinds) if number(token) == "plural" and kinds[:1] != ("document",) else kinds,
        number=number(token),
        gender=people.gender((noun, singular(token), *words)) if kinds[:1] == ("person",) else "",
        role=noun,
        definite=_is_definite(page, token),
        quoted=token.index in layout.quoted,
    )


def _last(page: Page, token: Token) -> int:
    """The head's last token, where hyphens join more to it: "secretary-general"."""
    last = token.index
    while (
        last + 2 < len(page.tokens)
        and page.tokens[last + 1].text == "-"
        and page.tokens[last + 2].span.start == page.tokens[last].span.end + 1
    ):
        last += 2
    return last


def _is_definite(page: Page, token: Token) -> bool:
    children = page.children(token)
    if any(child.dep == "poss" or child.text.lower() in _DEFINITE for child in children if child.index < token.index):
        return True
    return not any(child.dep in ("det", "nummod") for child in children) and token.tag in ("NN", "NNP")


def _span(page: Page, token: Token, tails: frozenset[str]) -> Span:
    """From the determiner to the head; for a role or a body with what it is of, where that is short."""
    start, end = token.span.start, page.tokens[_last(page, token)].span.end
    for child in reversed([child for child in page.children(token) if child.index < token.index]):
        first = page.subtree(child)[0]
        if (
            child.dep not in _BEFORE
            or (child.dep == "punct" and child.text not in "-–")
            or first.sentence != token.sentence
        ):
            break
        start = first.span.start
    for child in page.children(token):
        below = page.subtree(child)
        near = child.index == token.index + 1 and len(below) <= _TAIL
        named = child.lemma == "of" and any(one.pos == "PROPN" for one in below)
        if near and (named or child.lemma in tails):
            end = below[-1].span.end
    return Span(start, end)
