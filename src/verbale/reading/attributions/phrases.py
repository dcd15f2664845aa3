"""Reported speech without a verb of saying.

    According to him, …    In his words, …    the claim that …    He is sure that …    It follows from the papers that …

What "according to" is set into is its content; the others govern a clause of their own.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.lexicon.speech import Speech
from verbale.reading.attributions.clauses import (
    Stretch,
    attributed,
    clause,
    phrase,
    subject,
    trimmed,
    verb_group,
)
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.attributions.surroundings import around, has_clause
from verbale.reading.drafts import Attribution
from verbale.reading.page import Page, Token
from verbale.spans import Span, hull

_SURE = {"phrase": 0.7, "noun": 0.45, "adjective": 0.5, "read off": 0.8, "gone on": 0.5}
"""How often each way finds what PolNeAR's annotators found; the last two, too rare there, are estimates."""
_FARTHEST = 12
"""Tokens that a source may take between the two parts of a phrase: "in the outgoing foreign minister's words"."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_PROMISING = frozenset({"demand", "offer", "commitment", "threat"})
"""Groups of nouns whose content may be an infinitive: "the pledge to leave"."""


def find_phrases(page: Page, quoted: Quoted, speech: Speech) -> Iterator[Attribution]:
    """Every such report, kind by kind."""
    yield from _prepositional(page, quoted, speech)
    free = [token for token in page.tokens if quoted.scope(token.span) is None]
    yield from _nominal(page, free, speech)
    yield from _adjectival(page, free, speech)
    yield from _read_off(page, speech)


def _prepositional(page: Page, quoted: Quoted, speech: Speech) -> Iterator[Attribution]:
    patterns: dict[str, list[tuple[list[str], list[str]]]] = {}
    for one in (word for group in speech.phrases for word in group.words):
        before, _, after = one.partition("…")
        patterns.setdefault(one.split()[0], []).append((before.split(), after.split()))
    for token in page.tokens:
        for opening, closing in patterns.get(token.lower, ()):
            found = _phrase_at(page, token.index, opening, closing)
            contents = around(page, (token.index, found[2]), quoted) if found else []
            if found and contents and (has_clause(page, contents) or _is_first(page, token.index)):
                yield attributed(page, found[0], found[1], contents, _SURE["phrase"])


def _phrase_at(
    page: Page, start: int, opening: Sequence[str], closing: Sequence[str]
) -> tuple[Stretch, list[Stretch], int] | None:
    """Source, cue and last token of a phrase that begins at the token: "in" + source + "words"."""
    end = start + len(opening)
    if [token.lower for token in page.tokens[start:end]] != list(opening):
        return None
    if not closing:
        source = _source_at(page, end)
        return (source, [(start, end - 1)], source[1]) if source else None
    for at in range(end + 1, min(end + _FARTHEST, len(page.tokens) - len(closing))):
        if page.tokens[at - 1].text in (",", ".", ";") or page.tokens[at - 1].pos == "VERB":
            return None
        last = at + len(closing) - 1
        same = [token.lower for token in page.tokens[at : last + 1]] == list(closing)
        if same and _is_possessor(page, end, at - 1):
            return (end, at - 1), [(start, end - 1), (at, last)], last
    return None


def _source_at(page: Page, start: int) -> Stretch | None:
    head = _noun_at(page, start)
    if head is None or _is_plain(page, head):
        return None
    return start, _source_end(page, start, phrase(page, head)[1])


def fitted(reports: Sequence[Attribution], phrases: Sequence[Attribution]) -> list[Attribution]:
    """Both, where a phrase set into a report ("X said it was, according to Y, late") is part of its content."""
    reports, out = sorted(reports, key=lambda one: one.cue), []
    starts = [one.cue[0].start for one in reports]
    for inner in phrases:
        within = range(bisect_left(starts, inner.content[0].start), bisect_left(starts, inner.content[0].end))
        at = next((index for index in within if _is_set_into(inner, reports[index])), None)
        if at is not None:
            outer = reports[at]
            reports[at] = replace(outer, content=(hull((*outer.content, *inner.content[1:], *inner.cue)),))
            inner = replace(inner, content=(Span(outer.content[0].start, inner.content[0].end), *inner.content[1:]))
        out.append(inner)
    return [*reports, *out]


def _is_set_into(inner: Attribution, outer: Attribution) -> bool:
    """Whether the outer report's cue and the beginning of its content stand in the words before the phrase."""
    first = inner.content[0]
    report = (*outer.source, *outer.cue)
    before = bool(inner.cue) and first.end <= inner.cue[0].start and outer.content[0].start > outer.cue[-1].start
    return before and all(first.contains(span) for span in (*report, outer.content[0]))


def _is_possessor(page: Page, first: int, last: int) -> bool:
    return page.tokens[last].tag == "POS" or (first == last and page.tokens[first].tag == "PRP$")


def _source_end(page: Page, start: int, end: int) -> int:
    """The phrase's last token; at its first comma where the parse ran it on to the sentence's end."""
    rest = page.tokens[end + 1 : end + 3]
    if any(token.sentence == page.tokens[end].sentence and token.text[0].isalnum() for token in rest):
        return max(start, end)
    return next((index - 1 for index in range(start + 1, end) if page.tokens[index].text == ","), max(start, end))


def _is_first(page: Page, index: int) -> bool:
    return index == 0 or page.tokens[index - 1].sentence != page.tokens[index].sentence


def _noun_at(page: Page, start: int) -> Token | None:
    """The head of the noun phrase that begins at the token."""
    for token in page.tokens[start : start + _FARTHEST]:
        if token.sentence != page.tokens[start].sentence:
            return None
        if token.dep == "pobj" or (token.pos in ("PROPN", "NOUN", "PRON") and page.head(token).index < start):
            return token
    return None


def _is_plain(page: Page, head: Token) -> bool:
    """Whether it is a bare noun, which is no source: "according to plan"."""
    return head.tag == "NN" and not page.children(head) and head.lower == head.text


def _nominal(page: Page, tokens: Sequence[Token], speech: Speech) -> Iterator[Attribution]:
    for noun in tokens:
        group = speech.noun(noun.lower) if noun.pos == "NOUN" else None
        content = None if group is None else _complement(page, noun, infinitive=group.name in _PROMISING)
        if content is None:
            continue
        source, cue = _holder(page, noun, content[0])
        if source is not None:
            yield attributed(page, source, [cue], [content], _SURE["noun"])


def _complement(page: Page, noun: Token, *, infinitive: bool) -> Stretch | None:
    """The clause that says what the noun stands for."""
    for child in page.children(noun):
        if child.index > noun.index and child.dep in ("acl", "relcl", "ccomp", "appos", "advcl"):
            first = next((one for one in page.subtree(child) if one.text != ","), child)
            complete = first.dep != "nsubj" and any(one.dep in _COMPLETE for one in page.children(child))
            stated = first.dep == "mark" or first.tag == "IN" or complete
            if (first.lower == "that" and stated) or (infinitive and first.tag == "TO"):
                return clause(page, child, frozenset({noun.index}))
    return _far_clause(page, noun)


def _far_clause(page: Page, noun: Token) -> Stretch | None:
    """The clause behind the holder that follows with a preposition: "a warning from the bank that …"."""
    if noun.index + 1 >= len(page.tokens) or page.tokens[noun.index + 1].lower not in _HOLDING:
        return None
    for token in page.tokens[noun.index + 2 : noun.index + _FARTHEST]:
        if token.sentence != noun.sentence or token.pos == "VERB":
            return None
        if token.lower == "that" and token.dep == "mark" and page.head(token).index > token.index:
            return token.index, clause(page, page.head(token), frozenset({token.index - 1}))[1]
    return None


_COMPLETE = frozenset({"attr", "acomp", "npadvmod", "ccomp"})
"""What a clause has that needs no object: "the claim that the reserves would last a week", whatever the parse says."""
_HOLDING = frozenset({"by", "from", "of"})


def _holder(page: Page, noun: Token, end: int) -> tuple[Stretch | None, Stretch]:
    """Whose claim it is, and the words of the cue: "X’s claim", "a warning from X", "X expressed confidence"."""
    for child in page.children(noun):
        if child.dep == "poss":
            first, last = phrase(page, child)
            return (first, last), (noun.index, noun.index)
        if child.dep == "prep" and child.lower in _HOLDING and child.index < end:
            head = next((one for one in page.children(child) if one.dep == "pobj"), None)
            if head is not None:
                return phrase(page, head, frozenset(range(end, len(page.tokens)))), (noun.index, child.index)
    return _expressing(page, noun)


def _expressing(page: Page, noun: Token) -> tuple[Stretch | None, Stretch]:
    verb = page.head(noun)
    if noun.dep not in ("dobj", "attr") or verb.pos not in ("VERB", "AUX") or verb.index > noun.index:
        return None, (noun.index, noun.index)
    head = subject(page, verb)
    first, _ = verb_group(page, verb, verb.index)
    source = None if head is None or head.dep == "expl" else phrase(page, head)
    return source, (first, noun.index)


def _adjectival(page: Page, tokens: Sequence[Token], speech: Speech) -> Iterator[Attribution]:
    for token in tokens:
        made = token.index and page.tokens[token.index - 1].lemma == "make"
        if made or token.lower not in speech.sure.words or token.pos not in ("ADJ", "VERB"):
            continue
        top = next((one for one in page.children(token) if one.dep == "ccomp" and one.index > token.index), None)
        verb = page.head(token) if token.dep == "acomp" else token
        head = subject(page, verb)
        if top is not None and head is not None and head.dep != "expl":
            cue = (verb_group(page, verb, verb.index)[0], token.index)
            content = clause(page, top, frozenset({token.index}))
            yield attributed(page, phrase(page, head), [cue], [content], _SURE["adjective"])


def _read_off(page: Page, speech: Speech) -> Iterator[Attribution]:
    """The source is what it is read off, though the grammar says "it": "It follows from the drafts that …"."""
    keys = {word for group in speech.read_off for word in group.words}
    for token in page.tokens:
        if token.lower != "from" or not token.index:
            continue
        verb = page.tokens[token.index - 1]
        start = next((at for at in (1, 2) if _key(page, token.index, at, speech) in keys), None)
        that = _that(page, token.index) if start else None
        if start is None or that is None:
            continue
        source = trimmed(page, token.index + 1, that - 1)
        last = page.tokens_in(page.sentences[verb.sentence])[-1].index
        found = attributed(
            page, source, [(token.index - start, token.index)], [trimmed(page, that, last)], _SURE["read off"]
        )
        yield found
        yield from _gone_on(page, found, speech)


def _gone_on(page: Page, read_off: Attribution, speech: Speech) -> Iterator[Attribution]:
    """The sentences behind it that list what else it says: "Also, both sides must …"; no source is stated again."""
    index = page.sentence_at(read_off.content[0].start) + 1
    for sentence in page.sentences[index:]:
        opening = " ".join(token.lower for token in page.tokens_in(sentence)[:2])
        same = "\n" not in page.text[read_off.content[0].end : sentence.start]
        if not same or not any(f"{opening} ".startswith(f"{word} ") for word in speech.goes_on):
            return
        flags = ("continued", "inferred_speaker")
        yield Attribution((), (), (sentence,), _SURE["gone on"], flags, presumed=read_off.source)


def _key(page: Page, last: int, before: int, speech: Speech) -> str:
    first = page.tokens[max(0, last - before)]
    base = speech.bases.get(first.lower, first.lemma)
    return " ".join((base, *(page.tokens[index].lower for index in range(last - before + 1, last + 1))))


def _that(page: Page, index: int) -> int | None:
    """The "that" which opens the clause, not far behind the preposition."""
    for token in page.tokens[index + 2 : index + 2 + _FARTHEST]:
        if token.sentence != page.tokens[index].sentence:
            return None
        if token.lower == "that" and _clause_verb(page, token) is not None:
            return token.index
    return None


def _clause_verb(page: Page, that: Token) -> Token | None:
    """The verb with a subject that "that" opens, though the parse may hang it on a verb below: "that it is to stop"."""
    for verb in page.ancestors(that):
        if verb.index > that.index and any(
            one.dep in _SUBJECTS and one.index > that.index for one in page.children(verb)
        ):
            return verb
    return None
