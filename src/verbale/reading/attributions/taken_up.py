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

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "pobj", "attr"})


def find_taken_up(page: Page, cues: Sequence[Cue], quoted: Quoted, speech: Speech) -> Iterator[Attribution]:
    """Statements that the next sentence ascribes."""
    by_sentence: dict[int, list[Cue]] = {}
    for cue in cues:
        by_sentence.setdefault(cue.verb.sentence, []).append(cue)
    for index in range(1, len(page.sentences)):
        if quoted.outer_touching(page.sentences[index]):
            continue
        found = _report(page, index, by_sentence.get(index, ()), speech)
        content = _content(page, index, quoted) if found is not None else None
        if found is not None and content is not None:
            yield Attribution(found[0], found[1], (content,), 0.5, ("announced",))


def _report(
    page: Page, index: int, cues: Sequence[Cue], speech: Speech
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Source and cue of a sentence that only ascribes what stands before it."""
    inside = page.tokens_in(page.sentences[index])
    for cue in cues:
        if _takes_up(page, cue.verb, speech) and not _reports_itself(page, cue.verb):
            source = _by(page, cue.verb) or (None if _is_anaphor(page, cue.source, speech) else cue.source)
            if source is not None:
                return (words(page, *source),), (words(page, cue.first, cue.last),)
    return _by_noun(page, inside, speech) or _so_said(page, inside, speech)


def _takes_up(page: Page, verb: Token, speech: Speech) -> bool:
    """Whether the verb's subject (in the passive) or object is a pronoun that stands for a statement."""
    for child in page.children(verb):
        passive = child.dep == "nsubjpass"
        about = child.dep == "prep" and child.lower in ("about", "of", "on")
        below = page.children(child) if about else (child,)
        if passive or about or child.dep in ("dobj", "advmod"):
            if any(_stands_for_statement(page, one, speech) for one in below):
                return True
    return False


def _stands_for_statement(page: Page, token: Token, speech: Speech) -> bool:
    """ "this", "it", "this opinion", "such a statement": alone, or with a noun of speech."""
    if token.lower in speech.takes_up:
        return not page.children(token) and token.tag not in ("WDT", "WP")
    own = [child.lower for child in page.children(token)]
    return speech.noun(token.lower) is not None and any(word in speech.takes_up - {"it", "so"} for word in own)


def _reports_itself(page: Page, verb: Token) -> bool:
    """Whether the verb has a content of its own: "It was announced that …"."""
    own = [child for child in page.children(verb) if child.dep in ("ccomp", "xcomp") and child.index > verb.index]
    return any(child.dep == "ccomp" or child.tag != "VBG" for child in own)


def _is_anaphor(page: Page, source: Stretch | None, speech: Speech) -> bool:
    return source is None or (source[0] == source[1] and page.tokens[source[0]].lower in speech.takes_up)


def _by(page: Page, verb: Token) -> Stretch | None:
    """Who: behind the passive's "by", near or far ("was announced on Tuesday, January 18, by …")."""
    for token in page.tokens[verb.index + 1 :]:
        if token.sentence != verb.sentence:
            return None
        if token.lower == "by":
            return _to_end(page, token.index + 1)
    return None


def _to_end(page: Page, start: int) -> Stretch | None:
    """The noun phrase from the token on; a name that the parse cuts off behind a comma belongs to it."""
    found = following_phrase(page, start)
    return None if found is None else trimmed(page, *found)


def _by_noun(
    page: Page, inside: Sequence[Token], speech: Speech
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """ "Such an opinion was expressed by X." "The statement was made by X." "That was the view of X." """
    for token in inside:
        group = speech.noun(token.lower) if token.pos == "NOUN" else None
        if group is None:
            continue
        verb = page.head(token)
        own = {child.lower for child in page.children(token)}
        taken_up = bool(own & (speech.takes_up - {"it", "so"})) or (own & {"the"} and token.dep == "nsubjpass")
        if token.dep == "nsubjpass" and taken_up:
            source = _by(page, verb)
            if source is not None:
                first, last = verb_group(page, verb, verb.index)
                return (words(page, *source),), (words(page, first, last),)
        if token.dep == "dobj" and own & (speech.takes_up - {"it", "so"}):
            head = subject(page, verb)
            if head is not None:
                first, _ = verb_group(page, verb, verb.index)
                return (words(page, *phrase(page, head)),), (words(page, first, token.index),)
        if token.dep == "attr" and verb.lemma == "be":
            return _view_of(page, verb, token, speech)
    return None


def _view_of(
    page: Page, verb: Token, noun: Token, speech: Speech
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """ "That is the view of X": the pronoun is the subject, the source stands behind "of"."""
    subjects = [child for child in page.children(verb) if child.dep == "nsubj"]
    of = next((child for child in page.children(noun) if child.dep == "prep" and child.lower in ("of", "from")), None)
    owner = next((child for child in page.children(of) if child.dep == "pobj"), None) if of is not None else None
    if owner is None or of is None or not any(one.lower in speech.takes_up for one in subjects):
        return None
    first, _ = verb_group(page, verb, verb.index)
    return (words(page, *phrase(page, owner)),), (words(page, first, of.index),)


def _so_said(
    page: Page, inside: Sequence[Token], speech: Speech
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """ "So said X." """
    if len(inside) > 2 and inside[0].lower in ("so", "thus") and inside[1].lower in speech.forms:
        source = following_phrase(page, inside[2].index)
        if source is not None:
            return (words(page, *source),), (words(page, inside[0].index, inside[1].index),)
    return None


def _content(page: Page, index: int, quoted: Quoted) -> Span | None:
    """The sentence before in the same paragraph, or the whole quotation that ends it."""
    before = page.sentences[index - 1]
    paragraph = next((one for one in page.paragraphs if one.contains(before)), None)
    if paragraph is None or not paragraph.contains(page.sentences[index]):
        return _quotation_above(page, index, quoted)
    ending = quoted.ending.get(before.end)
    return Span(ending.span.start, before.end) if ending is not None else before


def _quotation_above(page: Page, index: int, quoted: Quoted) -> Span | None:
    """The quotation that makes up the end of the paragraph before."""
    ending = quoted.ending.get(page.sentences[index - 1].end)
    return ending.span if ending is not None else None
