"""How a round ended: "ended without agreement", "did not bring the expected result", "were constructive".

The verb's subject, or its object where somebody ends them, is the round or a word that comes back to the round told
last. What only may come of a meeting is no outcome.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.lexicon.rounds import Rounds
from verbale.reading.clauses import child, helpers, is_passive, passage, spans_of
from verbale.reading.named import Named
from verbale.reading.page import Page, Token
from verbale.record import Passage

_UNREAL = frozenset({"will", "would", "may", "might", "can", "could", "shall", "should", "must", "to", "'ll", "’ll"})
_OWN = ("nsubj", "nsubjpass", "mark", "cc", "advcl")


@dataclass(frozen=True, slots=True)
class Ending:
    """Words that tell how a meeting ended, and the noun by which they mean it."""

    meeting: Token
    verb: Token
    passage: Passage


def find_endings(page: Page, named: Named, words: Rounds) -> tuple[Ending, ...]:
    """All endings of the page, in the order of the text."""
    return tuple(_endings(page, named, words))


def _endings(page: Page, named: Named, words: Rounds) -> Iterator[Ending]:
    for token in page.tokens:
        verb = page.head(token)
        noun = token.lemma.lower()
        if verb.pos not in ("VERB", "AUX") or not (words.format(noun) or noun in words.counting):
            continue
        subject = token.dep == "nsubj" and not is_passive(page, verb)
        ended = token.dep in ("dobj", "nsubjpass")
        if not (subject or ended) or not _is_told_as_past(page, verb):
            continue
        if _tells(page, verb, named, words, subject=subject):
            yield Ending(token, verb, _words(page, verb))


def _is_told_as_past(page: Page, verb: Token) -> bool:
    """Whether it is told as having been, "did not bring" among it, and not as what may or will be."""
    support = helpers(page, verb)
    return not support & _UNREAL and (verb.tag != "VB" or bool(support & {"did", "do", "does"}))


def _tells(page: Page, verb: Token, named: Named, words: Rounds, *, subject: bool) -> bool:
    after = words.outcome.after.get(verb.lemma)
    if after is not None and any(
        one.lower in after and not _is_setting(page, one, named) for one in page.children(verb)
    ):
        return True
    if not subject:
        return False
    if verb.lemma == "be":
        state = child(page, verb, "acomp")
        return state is not None and state.lower in words.outcome.adjectives
    particle = child(page, verb, "prt")
    keys = (verb.lemma, f"{verb.lemma} {particle.lower}" if particle is not None else verb.lemma)
    return any(key in words.outcome.verbs for key in keys)


def _is_setting(page: Page, prep: Token, named: Named) -> bool:
    """Whether the phrase tells where or when: "ended in Geneva", "in March"."""
    inside = page.subtree(prep)
    places = any(one.kind in ("place", "state") for one in named.within(*(token.span for token in inside)))
    times = {time.id for time in named.times for token in inside if time.start <= token.span.start < time.end}
    return prep.lower in ("in", "at", "on") and (places or bool(times))


def _words(page: Page, verb: Token) -> Passage:
    """The verb with its helpers and all that hangs on it behind, without its subject."""
    out = {below.index for one in page.children(verb) if _is_apart(one, verb) for below in page.subtree(one)}
    first = min([verb.index, *(one.index for one in page.children(verb) if one.dep in ("aux", "neg", "auxpass"))])
    indices = [one.index for one in page.subtree(verb) if one.index >= first and one.index not in out]
    return passage(page, spans_of(page, indices))


def _is_apart(token: Token, verb: Token) -> bool:
    return token.dep in _OWN or (token.dep == "conj" and token.index > verb.index)
