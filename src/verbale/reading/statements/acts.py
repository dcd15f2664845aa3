"""What a statement does, by its cue and by its words: "urged" demands, “We will not sign” refuses.

The cue decides where it tells (promised, warned, denied). A neutral one ("said") leaves it to the content:
a question mark, an imperative, "must". What nobody said ("did not say whether", "would say") is flagged.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.lexicon.speech import Act, Frame, NounGroup, Speech, VerbGroup
from verbale.reading.drafts import Attribution
from verbale.reading.page import Page, Token
from verbale.spans import Span

_LONGEST = 5
"""Words of the longest verb phrase in the lexicon."""
_MARKS = re.compile(r"[“”„\"«»「」‘`]")


@dataclass(frozen=True, slots=True)
class Doing:
    """What a statement does."""

    kind: Act = "assertion"
    denied: bool = False
    flags: tuple[str, ...] = ()
    """`not_said` or `hypothetical`, where the article doesn't say that it was said."""


def act_of(page: Page, attribution: Attribution, direct: bool, speech: Speech) -> Doing:
    """What the attribution's cue and content do."""
    cue = [token for span in attribution.cue for token in page.tokens_in(span)]
    group = _group(page, cue, attribution.content, direct, speech)
    unsaid = _unsaid(page, cue, attribution.source, speech)
    denies = group is not None and group.denies
    if denies and "not_said" in unsaid:
        denies, unsaid = False, _neither(page, cue)
    kind: Act = group.kind if group is not None else "assertion"
    if kind == "assertion" and not denies:
        kind = _by_content(page, attribution.content, direct, speech)
    return Doing(kind, denies, () if kind == "refusal" else unsaid)


def _group(
    page: Page, cue: Sequence[Token], contents: Sequence[Span], direct: bool, speech: Speech
) -> VerbGroup | NounGroup | None:
    """The use of the cue's last word of speech."""
    frame = "quote" if direct else _frame(page, contents)
    found, behind = None, -1
    for token in cue:
        use, last = _use(page, token, frame, speech)
        if use is not None and token.index > behind:
            found, behind = use, last
    return found


def _use(page: Page, token: Token, frame: Frame, speech: Speech) -> tuple[VerbGroup | NounGroup | None, int]:
    """The use of the longest phrase that begins with the token, and the index of its last token."""
    base = speech.bases.get(token.lower)
    if token.pos == "NOUN" and speech.noun(token.lower) is not None:
        return speech.noun(token.lower), token.index
    if base is None:
        return None, token.index
    following = [one.lower for one in page.tokens[token.index + 1 : token.index + _LONGEST]]
    keys = [" ".join((base, *following[:length])) for length in range(len(following), -1, -1)]
    known = [key for key in keys if speech.groups(key)]
    fitting = next((key for key in known if speech.use(key, frame)), None)
    key = fitting or next(iter(known), base)
    use = speech.use(key, frame) or next(iter(speech.groups(key)), None)
    return use, token.index + key.count(" ")


def _frame(page: Page, contents: Sequence[Span]) -> Frame:
    """The construction that an indirect content makes: "to leave", "that they leave", "their departure"."""
    words = page.tokens_in(contents[0]) if contents else ()
    if words and words[0].tag == "TO":
        return "infinitive"
    tops = [token for token in words if token.dep in ("nsubj", "nsubjpass", "expl", "mark")]
    if tops or not words:
        return "clause"
    return "object" if any(token.tag == "TO" for token in words) else "noun"


def _unsaid(page: Page, cue: Sequence[Token], source: Sequence[Span], speech: Speech) -> tuple[str, ...]:
    if not cue:
        return ()
    before = [one for one in page.tokens[max(0, cue[0].index - 2) : cue[0].index] if one.sentence == cue[0].sentence]
    words = {token.lower for token in (*before, *cue) if token.pos != "NOUN"}
    named = [page.tokens_in(span)[0].lower for span in source if page.tokens_in(span)]
    if words & speech.unsaid.never or any(word in speech.unsaid.nobody for word in named):
        return ("not_said",)
    conditional = any(child.lower in speech.unsaid.conditions for token in cue for child in page.children(token))
    # What "wants them to leave" wants is told; what somebody "wants to say" isn't said.
    perhaps = any(token.lower in speech.unsaid.perhaps and _may_leave_unsaid(page, token) for token in cue[:-1])
    return ("hypothetical",) if perhaps or conditional else ()


def _may_leave_unsaid(page: Page, token: Token) -> bool:
    """Whether it is a helper or verb, or "about to": not "talked about", not "voiced hopes of"."""
    if token.lower in ("about", "set", "due", "likely", "poised"):
        return any(one.tag == "TO" for one in page.tokens[token.index + 1 : token.index + 2])
    return token.pos not in ("NOUN", "ADP")


def _neither(page: Page, cue: Sequence[Token]) -> tuple[str, ...]:
    """A denial denied says nothing ("did not deny"), but "would neither confirm nor deny" leaves all unsaid."""
    before = page.tokens[max(0, cue[0].index - 2) : cue[0].index]
    return ("not_said",) if any(token.lower in ("neither", "nor") for token in (*before, *cue)) else ()


def _by_content(page: Page, contents: Sequence[Span], direct: bool, speech: Speech) -> Act:
    """What the words do; the last sentence's mark makes a question, the first word's form a demand."""
    said = " ".join(span.of(page.text) for span in contents)
    text = " ".join(_MARKS.sub(" ", said.lower().replace("’", "'")).split())
    if direct and text.rstrip("' ").endswith("?"):
        return "question"
    if direct and _is_imperative(page, contents):
        return "demand"
    padded = f" {text} "
    return next((act for act in _acts(padded, speech)), "assertion")


def _acts(text: str, speech: Speech) -> Iterator[Act]:
    harmless = any(f" {word} " in text or f" {word}" in text for word in speech.no_demand)
    for group in speech.acts:
        if any(f" {word}" in text for word in group.words) and not (group.kind == "demand" and harmless):
            yield group.kind


def _is_imperative(page: Page, contents: Sequence[Span]) -> bool:
    words = [token for token in page.tokens_in(contents[0]) if token.text[0].isalnum()]
    if not words or words[0].tag != "VB" or words[0].lower in ("let", "thank", "please"):
        return False
    return not any(child.dep in ("nsubj", "aux") for child in page.children(words[0]))
