"""Clauses: who does what a verb says, with which helpers, and a phrase or clause as one stretch of words.

Works on the automatic parse, which errs at quotation marks and long insertions: a stretch is what hangs together
around its head and never runs over a double quotation mark.
"""

from collections.abc import Iterator, Set

from verbale.reading.page import Page, Token
from verbale.record import Passage
from verbale.spans import Span

_MARKS = frozenset('“”„‟«»"`') | {"``", "''"}
_EDGES = " ,;:–—-.…!?\"“”„«»'‘’"
_HANGING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "parataxis", "dep", "aux"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def child(page: Page, token: Token, *relations: str) -> Token | None:
    """The first dependant in one of the relations."""
    return next((one for one in page.children(token) if one.dep in relations), None)


def helpers(page: Page, verb: Token) -> frozenset[str]:
    """The verb's auxiliaries, negations and `to`, in lower case; of a verb joined to another also that one's."""
    own = frozenset(one.lower for one in page.children(verb) if one.dep in ("aux", "auxpass", "neg"))
    if verb.dep == "conj" and not own and page.head(verb).pos in ("VERB", "AUX") and not _has_subject(page, verb):
        return helpers(page, page.head(verb))
    return own


def is_negated(page: Page, verb: Token) -> bool:
    """Whether it is said not to be so: "not", "never", "no longer", "nobody"."""
    if any(one.dep == "neg" or one.lower in _NEVER for one in page.children(verb)):
        return True
    if any(one.dep == "prep" and _is_never(page, one) for one in page.children(verb)):
        return True
    who = own_subject(page, verb)
    return who is not None and (who.lower in _NOBODY or any(one.lower in _NO for one in page.children(who)))


def _is_never(page: Page, preposition: Token) -> bool:
    """Whether it is "under no circumstances", "in no way"."""
    thing = child(page, preposition, "pobj")
    return thing is not None and thing.lemma in _CASES and any(one.lower == "no" for one in page.children(thing))


_CASES = frozenset({"circumstance", "condition", "way", "account", "case", "event"})
_NEVER = frozenset({"never", "hardly", "neither", "nor", "n't", "n’t", "not"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
_NO = frozenset({"no", "neither"})


def _has_subject(page: Page, verb: Token) -> bool:
    return child(page, verb, "nsubj", "nsubjpass", "csubj", "expl") is not None


def is_question(page: Page, token: Token) -> bool:
    """Whether the word's sentence ends with a question mark, whatever closes behind it."""
    return page.sentences[token.sentence].of(page.text).rstrip("”\"'’») ").endswith("?")


def is_passive(page: Page, verb: Token) -> bool:
    """Whether the verb's subject is whom it is done to: "was rejected", "the draft rejected by Norland"."""
    if child(page, verb, "auxpass", "agent", "nsubjpass") is not None:
        return True
    return verb.tag == "VBN" and verb.dep == "acl"


def own_subject(page: Page, verb: Token) -> Token | None:
    """The subject that stands in the verb's own clause, active or passive."""
    found = [one for one in page.children(verb) if one.dep in ("nsubj", "nsubjpass", "csubj", "expl")]
    before = [one for one in found if one.index < verb.index]
    return before[-1] if before else next(iter(found), None)


def subject(page: Page, verb: Token) -> Token | None:
    """Who does what the verb says: its subject or that of the verb it hangs on; "who" and "which" are resolved."""
    for _ in range(8):  # a chain of verbs is never longer
        if is_passive(page, verb):
            by = child(page, verb, "agent")
            return child(page, by, "pobj") if by is not None else None
        own = own_subject(page, verb)
        if own is not None:
            return antecedent(page, own, verb)
        above = page.head(verb)
        if verb.dep in ("acl", "relcl"):
            return above if above.pos in _NOMINAL and verb.tag == "VBG" else _bringer(page, verb, above)
        if verb.dep not in _HANGING or above.index == verb.index:
            return None
        verb = above
    return None


def _bringer(page: Page, verb: Token, noun: Token) -> Token | None:
    """Whose infinitive it is that hangs on a noun: the noun's owner."""
    return child(page, noun, "poss") if verb.tag == "VB" else None


def antecedent(page: Page, pronoun: Token, verb: Token) -> Token:
    """Whom a relative pronoun stands for, or the word itself."""
    if pronoun.tag in ("WDT", "WP") or pronoun.lower == "that":
        for one in (verb, *page.ancestors(verb)):
            if one.dep == "relcl":
                return page.head(one)
            if one.dep not in ("conj", "aux", "xcomp"):
                break
    return pronoun


def joint(page: Page, token: Token) -> Iterator[Token]:
    """The token and those joined to it by "and"."""
    yield token
    for one in page.children(token):
        if one.dep == "conj" and one.pos in _NOMINAL:
            yield from joint(page, one)


def stretch(page: Page, head: Token, without: Set[int] = frozenset()) -> tuple[Span, ...]:
    """The words that hang on the head, around it and in one piece, less those of the indices `without`.

    What is left out in its midst parts it into several spans.
    """
    inside = {token.index for token in page.subtree(head)}
    first = last = head.index
    while first - 1 in inside and page.tokens[first - 1].text not in _MARKS:
        first -= 1
    while last + 1 in inside and page.tokens[last + 1].text not in _MARKS:
        last += 1
    return spans_of(page, [index for index in range(first, last + 1) if index not in without])


def spans_of(page: Page, indices: list[int]) -> tuple[Span, ...]:
    """The tokens of those indices as few spans, without marks at their edges."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    spans = (Span(page.tokens[run[0]].span.start, page.tokens[run[-1]].span.end) for run in runs)
    trimmed = (_trimmed(page, span) for span in spans)
    return tuple(span for span in trimmed if span.end > span.start)


def _trimmed(page: Page, span: Span) -> Span:
    """Without marks at the edges; a closing mark of an abbreviation is a word's own."""
    out = span.trimmed(page.text, _EDGES)
    last = page.tokens_in(Span(out.end - 1, out.end)) if out.end > out.start else ()
    return Span(out.start, last[-1].span.end) if last and last[-1].text.endswith(".") and last[-1].text != "." else out


def passage(page: Page, spans: tuple[Span, ...]) -> Passage:
    """The spans with their words."""
    return Passage(text=in_line(page.text, spans), spans=spans)


def in_line(text: str, spans: tuple[Span, ...]) -> str:
    """The spans' words in one line."""
    return " ".join(" ".join(span.of(text).split()) for span in spans)
