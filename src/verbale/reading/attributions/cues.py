"""The words that report speech, found in the text: each verb of saying with its phrase, its source and its uses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.lexicon.speech import Frame, Speech, VerbGroup
from verbale.reading.attributions.clauses import (
    Stretch,
    following_phrase,
    phrase,
    preceding_phrase,
    subject,
    verb_group,
    words,
)
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.attributions.surroundings import MARKS, follows_quotation
from verbale.reading.drafts import Attribution
from verbale.reading.page import Page, Token

_LONGEST = 5
"""Words of the longest verb phrase in the lexicon: "draw attention to the fact"."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech in the text. Numbers are indices of tokens, the last one included."""

    verb: Token
    key: str
    """Its base form, with particle or preposition where it has one."""
    first: int
    last: int
    source: Stretch | None
    quoted: bool
    """Whether a quotation ends right before it (or before it and its subject)."""
    speech: Speech

    def use(self, frame: Frame) -> VerbGroup | None:
        """The verb's use in a construction, or None."""
        return self.speech.use(self.key, frame)

    def sure(self, frame: Frame) -> float:
        """How often the verb reports speech in a construction; 0 where it never does."""
        use = self.use(frame)
        return 0 if use is None else use.takes[frame]

    @property
    def tokens(self) -> frozenset[int]:
        """The indices of the tokens of cue and source."""
        low, high = self.source or (1, 0)
        return frozenset((*range(self.first, self.last + 1), *range(low, high + 1)))


def find_cues(page: Page, quoted: Quoted, speech: Speech) -> Iterator[Cue]:
    """Every verb of speech, whether or not it reports something here."""
    end = -1
    for token in page.tokens:
        base = speech.bases.get(token.lower)
        if base is not None and (_is_verb(page, token) or _must_be_verb(page, token, quoted, speech)):
            key, last = _longest_key(page, token, base, speech)
            if speech.groups(key) and token.index > end:
                yield _cue(page, token, (key, last), quoted, speech)
                end = last


def _is_verb(page: Page, token: Token) -> bool:
    """Whether it is a verb in use; a bare participle ("all told") is none, unless the sentence has no other."""
    if token.tag == "VBN" and (token.dep in ("acl", "advcl", "amod") or page.tokens[token.index - 1].lower == "all"):
        helped = any(child.dep in ("aux", "auxpass", "agent") for child in page.children(token))
        return helped or _is_only_verb(page, token)
    return token.pos in ("VERB", "AUX") or token.tag.startswith("VB")


def _is_only_verb(page: Page, token: Token) -> bool:
    """Whether a participle behind the sentence's first noun is its verb: "The council of elders called on …"."""
    head = page.head(token)
    inside = page.tokens_in(page.sentences[token.sentence])
    other = any(one.tag in _FINITE or one.tag == "MD" for one in inside)
    return token.dep == "acl" and head.dep == "ROOT" and head.pos in _NOMINAL and not other


def _must_be_verb(page: Page, token: Token, quoted: Quoted, speech: Speech) -> bool:
    """Whether a word that the tagger took for another can only be a verb: “…,” quipped the envoy."""
    return token.lower in speech.forms and follows_quotation(page, token.index, quoted)


def _longest_key(page: Page, verb: Token, base: str, speech: Speech) -> tuple[str, int]:
    """The longest phrase of the lexicon that begins with the verb, and the index of its last token."""
    following = page.tokens[verb.index + 1 : verb.index + _LONGEST]
    for length in range(len(following), 0, -1):
        key = " ".join((base, *(token.lower for token in following[:length])))
        if speech.groups(key) and not (key.endswith(" to") and following[length - 1].dep == "aux"):
            return key, following[length - 1].index
    return base, verb.index


def _cue(page: Page, verb: Token, phrase_: tuple[str, int], quoted: Quoted, speech: Speech) -> Cue:
    key, last = phrase_
    first, last = verb_group(page, verb, last)
    source = _source(page, verb, (first, last), quoted)
    low = min(first, source[0]) if source else first
    return Cue(verb, key, first, last, source, follows_quotation(page, low, quoted), speech)


def _source(page: Page, verb: Token, group: Stretch, quoted: Quoted) -> Stretch | None:
    """Who speaks: behind an inverted verb (“…,” said he), else the subject, else what stands before the verb."""
    first, last = group
    head = subject(page, verb, outside=_elsewhere(page, verb, quoted))
    if follows_quotation(page, first, quoted) and (head is None or head.index > last):
        inverted = following_phrase(page, last + 1)
        if inverted is not None:
            return inverted
    found = None if head is None else phrase(page, head, avoid=frozenset(range(first, last + 1)))
    if found is not None and not (found[0] <= last and found[1] >= first):
        return _nearer(page, found, first) or _undated(page, found)
    if (
        (verb.tag in _FINITE or (verb.dep == "acl" and verb.tag == "VBN"))
        and first > 0
        and page.tokens[first - 1].sentence == verb.sentence
    ):
        return preceding_phrase(page, first - 1)
    return None


def _elsewhere(page: Page, verb: Token, quoted: Quoted) -> frozenset[int]:
    """The tokens of the verb's sentence that stand in another quotation than the verb, or outside of its own."""
    inside = quoted.scope(verb.span)
    sentence = page.tokens_in(page.sentences[verb.sentence])
    if inside is not None:
        return frozenset(token.index for token in sentence if not inside.contains(token.span))
    others = quoted.outer_touching(page.sentences[verb.sentence])
    spans = [part for one in others if "unclosed" not in one.flags for part in one.parts]
    return frozenset(token.index for part in spans for token in page.tokens_in(part))


def _nearer(page: Page, source: Stretch, first: int) -> Stretch | None:
    """The phrase between the subject and its verb where it is set off on the left only: "The isles, he said, are"."""
    between = range(source[1] + 1, first)
    if len(between) < 2 or page.tokens[between[0]].text not in (",", "(") or page.tokens[between[-1]].text == ",":
        return None
    if any(page.tokens[index].text in MARKS for index in between):
        return None
    tokens = [page.tokens[index] for index in between]
    if any(token.pos in ("VERB", "AUX", "SCONJ", "ADP", "ADV") for token in tokens) or tokens[-1].pos not in _NOMINAL:
        return None
    return between[1], between[-1]


_NOMINAL = ("NOUN", "PROPN", "PRON")


def _undated(page: Page, source: Stretch) -> Stretch:
    """The source without a day before it: "on Monday port director Falk said"."""
    first, last = source
    while first < last and page.tokens[first].entity in ("DATE", "TIME") and page.tokens[first].tag in ("NNP", "CD"):
        first += 1
    return first, last


def held_against(page: Page, proposed: Attribution, cues: Sequence[Cue]) -> Attribution:
    """The proposal as the grammar of its cue has it.

    "[The families] were told by her that …": whoever is spoken to is no content. "Says Ilse Varga<:> …": the verb of
    the colon's sentence is the cue, not the colon.
    """
    for cue in cues:
        if any(span.contains(cue.verb.span) for span in proposed.cue):
            return _without_addressee(page, proposed, cue)
        if cue.source is not None and words(page, *cue.source) in proposed.source and _is_colon(page, proposed, cue):
            return replace(proposed, cue=(words(page, cue.first, cue.last),))
    return proposed


def _is_colon(page: Page, proposed: Attribution, cue: Cue) -> bool:
    """Whether a colon alone ascribes it, in the sentence of a verb of saying that stands before the colon."""
    ascribing = [span for span in proposed.cue if page.sentence_at(span.start) == cue.verb.sentence]
    colon = len(ascribing) == len(proposed.cue) == 1 and ascribing[0].of(page.text).strip() == ":"
    return colon and cue.verb.span.end <= ascribing[0].start and cue.use("quote") is not None


def _without_addressee(page: Page, proposed: Attribution, cue: Cue) -> Attribution:
    use = cue.use("clause") or cue.use("object")
    if use is None or not use.addressee:
        return proposed
    heard = [child for child in page.children(cue.verb) if child.dep == "nsubjpass"]
    kept = tuple(span for span in proposed.content if not any(span.contains(child.span) for child in heard))
    return replace(proposed, content=kept or proposed.content)
