"""A statement taken up by the sentence behind it: "… . This was announced by X." "X said this on Tuesday."

Translated agency text puts the source last. The sentence before is the content, or the quotation that ends it;
the report is whatever verb or noun of speech has only a pronoun, or "this opinion", where its content would be.
An echo ("her deputy used the same words") makes the statement before somebody else's too.
"""

from collections.abc import Iterator, Sequence

from verbale.lexicon.speech import Speech
from verbale.reading.attributions.clauses import (
    Stretch,
    following_phrase,
    phrase,
    subject,
    trimmed,
    verb_group,
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
    """ "So said X." """
    if len(inside) < 3 or inside[0].lower not in ("so", "thus") or inside[1].lower not in speech.forms:
        return None
    source = following_phrase(page, inside[2].index)
    return None if source is None else (source, (inside[0].index, inside[1].index))


def _by_verb(page: Page, root: Token, sources: dict[int, Stretch | None], speech: Speech) -> Report | None:
    """ "This was announced by X", "X said this", "Such an opinion was expressed by X"."""
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
        if child.dep == ("nsubjpass" if passive else "dobj"):
            yield child
        elif child.dep == "advmod" and child.lower == "so" and not passive:
            yield child
        elif child.dep == "prep" and child.lower in ("about", "of"):
            yield from (one for one in page.children(child) if one.dep == "pobj")


def _stands_for_statement(page: Page, token: Token, speech: Speech) -> bool:
    """ "this" alone, or "such an opinion" with a noun of speech; "the statement" where nothing more is said of it."""
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
            found = following_phrase(page, token.index + 1)
            return None if found is None else trimmed(page, *found)
    return None


def _view_of(page: Page, root: Token, speech: Speech) -> Report | None:
    """ "That is the view of X": the pronoun is the subject, the source stands behind "of"."""
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
