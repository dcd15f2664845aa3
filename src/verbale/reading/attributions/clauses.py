"""What the parse says of a verb: its group, its subject, and the words of a phrase or clause as one stretch.

The parse is automatic and errs at quotation marks and long insertions, so every stretch is cut at the sentence
and never taken over a double quotation mark that it doesn't begin with.
"""

from collections.abc import Iterable, Sequence, Set

from verbale.reading.drafts import Attribution
from verbale.reading.page import Page, Token
from verbale.spans import Span

Stretch = tuple[int, int]
"""First and last token, both included."""

_IN_GROUP = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
_CHAINED = frozenset({"xcomp", "pcomp", "ccomp"})
_SUBJECT = frozenset({"nsubj", "csubj", "expl"})
_MARKS = frozenset('“”„‟«»"`')


def words(page: Page, first: int, last: int) -> Span:
    """The stretch from the token of index `first` to that of index `last`, both with it."""
    return Span(page.tokens[first].span.start, page.tokens[last].span.end)


def attributed(
    page: Page, source: Stretch | None, cue: Sequence[Stretch], content: Sequence[Stretch], sure: float
) -> Attribution:
    """An attribution from stretches of tokens, as `sure` (0-1) as what is found in its way."""
    sources = () if source is None else (words(page, *source),)
    return Attribution(
        sources, tuple(words(page, *one) for one in cue), tuple(words(page, *one) for one in content), sure
    )


def verb_group(page: Page, verb: Token, last: int) -> Stretch:
    """First and last token of the verb with its auxiliaries, adverbs and governing verbs: "has also declined to say".

    `last` is the index of the last token that is known to belong to it.
    """
    first, chain = verb.index, {verb.index}
    while first > 0 and _belongs(page, page.tokens[first - 1], chain):
        first -= 1
        if page.tokens[first].pos in ("VERB", "AUX") or page.tokens[first].lower == "as":
            chain.add(first)
    while page.tokens[first].dep == "advmod" and page.tokens[first].lower in _OPENING_ADVERBS and first < verb.index:
        first += 1
    return first, last


_OPENING_ADVERBS = frozenset({"how", "when", "why", "where", "meanwhile", "however", "moreover", "instead", "there"})


def _belongs(page: Page, token: Token, chain: Set[int]) -> bool:
    """Whether a token left of the group is its helper, or the verb that governs it ("went on to say")."""
    if token.sentence != page.tokens[min(chain)].sentence:
        return False
    if (token.head in chain and token.dep in _IN_GROUP) or token.tag == "TO":
        return token.index not in chain
    governed = (page.tokens[index] for index in chain)
    return any(one.head == token.index and one.dep in _CHAINED for one in governed) and token.pos in _GOVERNING


_GOVERNING = frozenset({"VERB", "AUX", "ADP", "SCONJ", "ADJ"})


def subject(page: Page, verb: Token, outside: Set[int] = frozenset()) -> Token | None:
    """Who does what the verb says: its subject, or that of the verb that it hangs on; a passive's agent.

    Tokens `outside` are none: a parser takes the words of a quotation for the subject of what follows it.
    """
    seen: set[int] = set()
    while verb.index not in seen:
        seen.add(verb.index)
        own = _own_subject(page, verb, outside)
        if own is not None or verb.dep == "ROOT":
            return own
        if verb.dep in ("acl", "relcl"):
            return _noun(page.head(verb)) if verb.tag == "VBG" or verb.dep == "relcl" else None
        if verb.dep not in _HANGING:
            return None
        verb = page.head(verb)
    return None


_HANGING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "parataxis", "dep", "aux"})


def _noun(token: Token) -> Token | None:
    return token if token.pos in ("NOUN", "PROPN", "PRON") else None


def _own_subject(page: Page, verb: Token, outside: Set[int]) -> Token | None:
    children = [child for child in page.children(verb) if child.index not in outside]
    for child in children:
        if child.dep == "agent":
            return next((one for one in page.children(child) if one.dep == "pobj"), None)
    passive = any(child.dep == "auxpass" for child in children)
    wanted = _SUBJECT if not passive or verb.lower not in _SPEAKING_PASSIVES else {*_SUBJECT, "nsubjpass"}
    subjects = [child for child in children if child.dep in wanted]
    before = [child for child in subjects if child.index < verb.index]
    return before[-1] if before else next(iter(subjects), None)


_SPEAKING_PASSIVES = frozenset({"quoted", "cited", "reported", "convinced", "concerned", "worried"})


def phrase(page: Page, head: Token, avoid: Set[int] = frozenset()) -> Stretch:
    """First and last token of the noun phrase around its head, without edging marks; `avoid` are others' tokens."""
    inside = {token.index for token in page.subtree(head)} - avoid
    first = last = head.index
    while first - 1 in inside and not _is_mark(page.tokens[first - 1]):
        first -= 1
    while last + 1 in inside and not _is_mark(page.tokens[last + 1]):
        last += 1
    return trimmed(page, _with_office(page, first), last)


_IN_OFFICE = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PART", "NUM"})


def _with_office(page: Page, first: int) -> int:
    """The first token of an office that the parse cut off its bearer: "President of the Parliament Josep Borrell"."""
    start, of = first, False
    while start > 0 and page.tokens[start - 1].sentence == page.tokens[first].sentence:
        token = page.tokens[start - 1]
        if token.entity in ("DATE", "TIME") or not (token.pos in _IN_OFFICE or token.lower in ("of", "for")):
            break
        of = of or token.lower in ("of", "for")
        start -= 1
    whole = of and page.tokens[first - 1].pos == "PROPN" and page.tokens[start].pos in ("PROPN", "NOUN", "DET", "ADJ")
    return start if whole and page.tokens[first].pos == "PROPN" else first


def clause(page: Page, top: Token, avoid: Set[int] = frozenset()) -> Stretch:
    """First and last token of the clause under its top, on the top's side of the tokens to `avoid`."""
    inside = [token.index for token in page.subtree(top) if token.index not in avoid]
    before = [index for index in avoid if index < top.index]
    after = [index for index in avoid if index > top.index]
    low, high = max(before, default=-1), min(after, default=len(page.tokens))
    kept = [index for index in inside if low < index < high] or [top.index]
    return trimmed(page, kept[0], kept[-1])


def trimmed(page: Page, first: int, last: int) -> Stretch:
    """The same stretch without stops and commas at its edges; quotation marks and brackets stay."""
    while first < last and page.tokens[first].text in _EDGES:
        first += 1
    while last > first and page.tokens[last].text in _EDGES:
        last -= 1
    if page.tokens[last].text == ")" and all(page.tokens[index].text != "(" for index in range(first, last)):
        last -= 1
    return first, max(first, last)


_EDGES = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "…", "..."})


def _is_mark(token: Token) -> bool:
    return token.text in _MARKS


def children_of(page: Page, heads: Iterable[Token]) -> list[Token]:
    """The dependants of all the heads that are none of them, in the order of the text."""
    indices = {head.index for head in heads}
    found = {child.index: child for head in heads for child in page.children(head) if child.index not in indices}
    return [found[index] for index in sorted(found)]


def following_phrase(page: Page, start: int) -> Stretch | None:
    """The noun phrase that begins at the token, with a name in apposition: "the chair, Ilse Varga"."""
    if start >= len(page.tokens) or page.tokens[start].pos not in _BEGINNING:
        return None
    top = page.tokens[start]
    while page.head(top).index > top.index and page.head(top).pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
        top = page.head(top)
    last = max(start, phrase(page, top)[1])
    while last + 1 < len(page.tokens) and page.tokens[last].pos in _NOMINAL and page.tokens[last + 1].pos == "PROPN":
        last += 1
    return with_apposition(page, (start, last))


_NOMINAL = frozenset({"NOUN", "PROPN"})
_BEGINNING = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})


def with_apposition(page: Page, stretch: Stretch) -> Stretch:
    """The phrase with a name that follows behind a comma, up to the sentence's end or another comma."""
    first, last = stretch
    if last + 2 >= len(page.tokens) or page.tokens[last + 1].text != ",":
        return stretch
    end = last + 1
    while end + 1 < len(page.tokens) and page.tokens[end + 1].pos in ("PROPN", "NUM"):
        end += 1
    closed = end + 1 >= len(page.tokens) or page.tokens[end + 1].text in (".", ",")
    same = page.tokens[end].sentence == page.tokens[last].sentence
    return (first, end) if end > last + 1 and closed and same else stretch


def preceding_phrase(page: Page, end: int) -> Stretch | None:
    """The noun phrase that ends at the token, or before the comma there."""
    last = end - 1 if page.tokens[end].text == "," and end else end
    top = page.tokens[last]
    if top.pos not in ("NOUN", "PROPN", "PRON", "NUM"):
        return None
    climbing = top
    while page.head(climbing).index < climbing.index and page.head(climbing).pos in ("NOUN", "PROPN", "ADP"):
        climbing = page.head(climbing)
        top = climbing if climbing.pos != "ADP" else top
    first = phrase(page, top)[0]
    opened = page.head(top)
    if top.dep == "pobj" and (not opened.index or opened.sentence != page.tokens[opened.index - 1].sentence):
        first = _after_comma(page, top.index, last)  # "In Oslo, envoy Marta Berg, said": the parse joins them
    return (first, last) if first <= last else None


def _after_comma(page: Page, first: int, last: int) -> int:
    return next((index + 1 for index in range(first, last) if page.tokens[index].text == ","), first)
