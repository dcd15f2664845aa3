"""Conditions: "if the alliance refuses", "unless", "in case of a refusal", "no talks until the guns are silent"."""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.lexicon.moves import Conditions
from verbale.reading.clauses import is_negated, own_subject, stretch
from verbale.reading.page import Page, Token
from verbale.spans import Span

_INVERTED = frozenset({"should", "were", "had"})
_STOPS = frozenset({",", ";", ".", ":", "”", '"', "»", "?", "!", "–", "—"})


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition and the word that holds under it."""

    spans: tuple[Span, ...]
    main: Token
    """The verb or noun that it hangs on."""
    opener: str
    """The words that open it."""
    sentence: int


def find_conditions(page: Page, words: Conditions) -> tuple[Condition, ...]:
    """The page's conditions, in the order of the text."""
    found: list[Condition] = []
    taken = -1
    for token in page.tokens:
        if token.index <= taken:
            continue
        one = _opened(page, token, words) or _inverted(page, token)
        if one is not None:
            found.append(one)
            taken = token.index + one.opener.count(" ")
    return tuple(found)


def _opened(page: Page, token: Token, words: Conditions) -> Condition | None:
    for opener in words.openers(token.lower):
        stretch_ = page.tokens[token.index : token.index + len(opener)]
        if tuple(one.lower for one in stretch_) == opener and _may_open(page, token, " ".join(opener), words):
            return _condition(page, token, stretch_[-1], " ".join(opener))
    return None


def _may_open(page: Page, token: Token, opener: str, words: Conditions) -> bool:
    before = page.tokens[token.index - 1] if token.index else None
    if before is not None and before.sentence == token.sentence and before.lower in words.never_after:
        return False
    if opener in ("if", "once", "provided", "providing", "assuming", "while", "before", "until", "till", "unless"):
        if token.dep not in ("mark", "advmod", "prep", "ROOT", "dep") or (
            opener == "once" and not _opens_clause(page, token)
        ):
            return opener == "if" and token.dep == "mark" and page.head(token).dep != "ccomp"
        if token.dep == "mark" and page.head(token).dep in ("ccomp", "pcomp"):
            return False
        if opener in ("provided", "providing", "assuming"):
            return token.tag in ("VBN", "VBG", "IN") and token.dep in ("mark", "prep", "advcl")
    if opener in words.negative and opener not in words.clause:
        main = _governor(page, token)
        return main is not None and _denied(page, main)
    return True


def _opens_clause(page: Page, token: Token) -> bool:
    return token.dep == "mark" or (token.dep == "advmod" and page.head(token).dep == "advcl")


def _denied(page: Page, main: Token) -> bool:
    """Whether the main clause says that something is not: "will not", "there can be no talks"."""
    if is_negated(page, main) or is_none(page, main):
        return True
    return any(one.dep in ("attr", "dobj") and is_none(page, one) for one in page.children(main))


def is_none(page: Page, noun: Token) -> bool:
    """Whether it is "no talks"."""
    return any(one.lower == "no" for one in page.children(noun))


def _governor(page: Page, opener: Token) -> Token | None:
    """What the condition hangs on: what governs its verb, or the preposition itself."""
    if opener.dep == "mark" or (opener.dep == "advmod" and page.head(opener).pos in ("VERB", "AUX")):
        inner = page.head(opener)
        return page.head(inner) if inner.head != inner.index else None
    above = page.head(opener)
    while above.dep in ("prep", "advmod", "pobj") and above.head != above.index:
        above = page.head(above)
    return above if above.index != opener.index else None


def _condition(page: Page, first: Token, last: Token, opener: str) -> Condition | None:
    """The condition from its opener on: what the parse hangs on it, or the words up to the next mark."""
    marked = next((one for one in (first, last) if one.dep == "mark"), None)
    if marked is not None:
        top = page.head(marked)
        main = page.head(top) if top.head != top.index else top
        while first.index <= main.index <= last.index and main.head != main.index:
            main = page.head(main)
        inside = [one for one in page.subtree(top) if one.index >= first.index]
        end = _contiguous(page, last, {one.index for one in inside})
    else:
        main = _governor(page, first) or first
        inside = [one for one in page.subtree(first) if one.index >= first.index]
        end = max(_contiguous(page, first, {one.index for one in inside}), _up_to_mark(page, last))
    if end <= last.index:
        return None
    spans = Span(first.span.start, page.tokens[end].span.end).trimmed(page.text, " ,;:.–—\"“”’'»")
    return Condition((spans,), main, opener, first.sentence)


def _contiguous(page: Page, first: Token, inside: set[int]) -> int:
    """The last word of the run that begins with the word."""
    end = first.index
    while end + 1 in inside and page.tokens[end + 1].text not in ("”", '"', "»", ";"):
        end += 1
    return end


def _up_to_mark(page: Page, last: Token) -> int:
    end = last.index
    while end + 1 < len(page.tokens) and page.tokens[end + 1].sentence == last.sentence:
        if page.tokens[end + 1].text in _STOPS:
            break
        end += 1
    return end


def _inverted(page: Page, token: Token) -> Condition | None:
    """A helper before its subject opens a condition: "Should the alliance refuse, …"."""
    first = token.index == 0 or page.tokens[token.index - 1].sentence != token.sentence
    after = not first and page.tokens[token.index - 1].text in (",", "“", '"', "that")
    if token.lower not in _INVERTED or not (first or after) or token.dep not in ("aux", "advcl", "ROOT", "auxpass"):
        return None
    verb = token if token.dep != "aux" and token.dep != "auxpass" else page.head(token)
    who = own_subject(page, verb)
    before = verb.dep in ("ccomp", "parataxis", "dep") and verb.index < page.head(verb).index
    if who is None or who.index < token.index or not (verb.dep == "advcl" or before):
        return None
    return Condition(stretch(page, verb), page.head(verb), token.lower, token.sentence)


def holding(conditions: tuple[Condition, ...], indices: set[int]) -> Iterator[Condition]:
    """The conditions that hang on one of the words of those indices."""
    return (one for one in conditions if one.main.index in indices)
