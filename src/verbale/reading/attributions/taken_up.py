"""A statement taken up by the sentence behind it.

    The deal is dead. This was announced on Tuesday by the envoy.    The envoy said this at a briefing.
    Such an opinion was expressed by …    That is the view of …    So said …

Translated agency text puts the source last. The sentence before is the content, or the quotation that ends it;
the report is whatever verb or noun of speech has only a pronoun, or "this opinion", where its content would be.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set

from verbale.lexicon.speech import Speech
from verbale.reading.attributions.clauses import (
    Stretch,
    following_phrase,
    phrase,
    subject,
    verb_group,
    with_apposition,
    words,
)
from verbale.reading.attributions.cues import Cue
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.drafts import Attribution
from verbale.reading.page import Page, Token
from verbale.spans import Span

_SURE = 0.8
"""How often it is right: an estimate from reading some fifty; PolNeAR hardly annotates it."""


def find_taken_up(page: Page, cues: Sequence[Cue], quoted: Quoted, speech: Speech) -> Iterator[Attribution]:
    """Statements that the next sentence ascribes."""
    sources = {cue.verb.index: cue.source for cue in cues}
    for index in range(1, len(page.sentences)):
        if quoted.outer_touching(page.sentences[index]):
            continue
        report = _report(page, index, sources, speech)
        content = _content(page, index, quoted) if report is not None else None
        if report is not None and content is not None:
            source, cue = (words(page, *stretch) for stretch in report)
            yield Attribution((source,), (cue,), (content,), _SURE, ("announced",))


Report = tuple[Stretch, Stretch]
"""Source and cue."""


def _report(page: Page, index: int, sources: dict[int, Stretch | None], speech: Speech) -> Report | None:
    """The report that a sentence makes of the one before it, or None where it says something of its own."""
    inside = page.tokens_in(page.sentences[index])
    root = next((token for token in inside if token.dep == "ROOT"), None)
    if root is None:
        return None
    return _so_said(page, inside, speech) or _by_verb(page, root, sources, speech) or _view_of(page, root, speech)


def _so_said(page: Page, inside: Sequence[Token], speech: Speech) -> Report | None:
    """The source stands last: "So said the envoy"."""
    if len(inside) < 3 or inside[0].lower not in ("so", "thus") or inside[1].lower not in speech.forms:
        return None
    source = following_phrase(page, inside[2].index)
    return None if source is None else (source, (inside[0].index, inside[1].index))


def _by_verb(page: Page, root: Token, sources: dict[int, Stretch | None], speech: Speech) -> Report | None:
    """A verb of statement has nothing but a pronoun, or "such an opinion", to state."""
    base = speech.bases.get(root.lower, root.lemma)
    if base not in speech.taking_up.words or _reports_itself(page, root):
        return None
    first, last = verb_group(page, root, root.index)
    passive = any(child.dep == "auxpass" for child in page.children(root))
    taken_up = [child for child in _objects(page, root, passive=passive) if _stands_for_statement(page, child, speech)]
    if not taken_up:
        return None
    source = _by(page, root) if passive else sources.get(root.index) or _subject(page, root)
    return None if source is None else (source, (first, last))


def _objects(page: Page, verb: Token, *, passive: bool) -> Iterator[Token]:
    """What is said: the passive's subject, the object, or what stands behind "about"."""
    for child in page.children(verb):
        if child.dep == ("nsubjpass" if passive else "dobj") or (child.lower == "so" and not passive):
            yield child
        elif child.dep == "prep" and child.lower in ("about", "of"):
            yield from (one for one in page.children(child) if one.dep == "pobj")


def _stands_for_statement(page: Page, token: Token, speech: Speech) -> bool:
    """Whether it is "this" alone, or "such an opinion", or "the statement" with nothing more said of it."""
    own = [child.lower for child in page.children(token)]
    if token.lower in speech.taking_up.pronouns:
        return not own
    if token.pos != "NOUN" or speech.noun(token.lower) is None:
        return False
    bare = own == ["the"] and token.dep == "nsubjpass"
    return bare or any(word in speech.taking_up.determiners for word in own)


def _reports_itself(page: Page, verb: Token) -> bool:
    """Whether the verb has a content of its own: "It was announced that …", "clarified that to mean"."""
    return any(child.dep in ("ccomp", "xcomp") and child.index > verb.index for child in page.children(verb))


def _subject(page: Page, verb: Token) -> Stretch | None:
    head = subject(page, verb)
    return None if head is None or head.lower in ("i", "we", "you", "it", "this", "that") else phrase(page, head)


def _by(page: Page, verb: Token) -> Stretch | None:
    """Who: behind the passive's "by", near or far ("was announced on Tuesday, January 18, by …")."""
    for token in page.tokens[verb.index + 1 :]:
        if token.sentence != verb.sentence:
            return None
        if token.lower == "by":
            head = next((child for child in page.children(token) if child.dep == "pobj"), None)
            found = following_phrase(page, token.index + 1) if head is None else phrase(page, head)
            return None if found is None else with_apposition(page, found)
    return None


def _view_of(page: Page, root: Token, speech: Speech) -> Report | None:
    """The pronoun is the subject, the source stands behind "of": "That is the view of the envoy"."""
    subjects = [child for child in page.children(root) if child.dep == "nsubj"]
    noun = next((child for child in page.children(root) if child.dep == "attr"), None)
    if noun is None or speech.noun(noun.lower) is None or not subjects:
        return None
    of = next((one for one in page.children(noun) if one.dep == "prep" and one.lower in ("of", "from")), None)
    owner = next((one for one in page.children(of) if one.dep == "pobj"), None) if of is not None else None
    if of is None or owner is None or subjects[0].lower not in speech.taking_up.pronouns - {"so"}:
        return None
    return phrase(page, owner), (verb_group(page, root, root.index)[0], of.index)


def _content(page: Page, index: int, quoted: Quoted) -> Span | None:
    """The sentence before in the same paragraph, or the whole quotation that ends it."""
    before = page.sentences[index - 1]
    ending = quoted.ending.get(before.end)
    if ending is not None:
        return ending.span
    return None if "\n" in page.text[before.end : page.sentences[index].start] else before


def find_echoes(page: Page, found: Iterable[Attribution], speech: Speech) -> Iterator[Attribution]:
    """The statement before, said again by somebody else: "her deputy used the same words"; flagged `echoed`."""
    said = sorted((one for one in found if one.content), key=lambda one: one.content[-1].end)
    ends = [one.content[-1].end for one in said]
    keys = {tuple(word.split()) for group in speech.echoes for word in group.words}
    for token in page.tokens:
        last = _echo_end(page, token, keys, speech)
        source = _subject(page, token) if last is not None else None
        before = bisect_right(ends, token.span.start) - 1
        if last is None or source is None or before < 0 or not _is_near(page, said[before], token):
            continue
        cue = words(page, verb_group(page, token, last)[0], last)
        yield Attribution((words(page, *source),), (cue,), said[before].content, _SURE, ("echoed",))


def _echo_end(page: Page, verb: Token, keys: Set[tuple[str, ...]], speech: Speech) -> int | None:
    """The last token of an echo's phrase that begins with the verb, or None."""
    base = speech.bases.get(verb.lower, verb.lemma)
    for length in sorted({len(key) for key in keys if key[0] == base}, reverse=True):
        following = page.tokens[verb.index + 1 : verb.index + length]
        if (base, *(token.lower for token in following)) in keys:
            return following[-1].index
    return None


def _is_near(page: Page, said: Attribution, verb: Token) -> bool:
    """Whether nothing but a sentence's end stands between a statement and its echo."""
    return verb.sentence - page.sentence_at(said.content[-1].end - 1) <= 1
