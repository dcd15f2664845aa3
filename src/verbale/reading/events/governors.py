"""What a word makes of the event that depends on it: "refused to", "called off", "plans for".

The word's own status is combined with what it gives: who may refuse to sign has not refused, and who did not
cancel the meeting leaves it planned.
"""

from collections.abc import Iterator

from verbale.lexicon.status import Gives, Governor, Standing, StatusWords
from verbale.reading.page import Page, Token
from verbale.record import Status

_BELOW = ("pobj", "prt", "advmod", "prep")
_PARTICLES = ("prt", "advmod", "acomp", "dobj", "advcl")
_ENDINGS = {"VBZ": ("s",), "NNS": ("s",), "VBD": ("d",), "VBN": ("d",)}


def governor_of(
    page: Page, word: Token, standing: Standing, words: StatusWords, *, preposition: Token | None = None
) -> Governor | None:
    """What the word makes of an event that so depends on it, with the preposition between them; None if nothing."""
    tail = _between(page, word, preposition)
    keys = (key + tail for key in _keys(page, word))
    return next((found for key in keys if (found := words.governor(key, standing))), None)


def above_preposition(page: Page, preposition: Token) -> Token:
    """The word on which a preposition depends, beyond others before it: "walked" of "walked out of"."""
    head = page.head(preposition)
    while head.dep in ("prep", "prt", "advmod") and head.pos in ("ADP", "ADV", "SCONJ") and head.head != head.index:
        head = page.head(head)
    return head


def modifier(page: Page, word: Token, words: StatusWords) -> Governor | None:
    """What an adjective, participle or phrase at the event's noun makes of it: "planned", "under way"."""
    below = [child for child in page.children(word) if child.dep in _BELOW and child.index > word.index]
    keys = [f"{word.lower} {child.lower}" for child in below[:1]] + [word.lower]
    return next((found for key in keys if (found := words.governor(key, "modifier"))), None)


def combined(governor: Governor, own: Status) -> Status:
    """The event's status where the word on which it depends has that status itself."""
    if governor.gives == "fact":
        return "happened"
    if own == "denied":
        return _plain(governor.when_negated, "denied")
    if own in ("possible", "cancelled"):
        return own
    if own == "planned" and governor.gives == "ongoing":
        return "planned"
    return _plain(governor.gives, own)


def _plain(gives: Gives, own: Status) -> Status:
    if gives == "same":
        return own
    return "happened" if gives == "fact" else gives


def _between(page: Page, word: Token, preposition: Token | None) -> str:
    """The prepositions between the word and the event, each behind a space: " out of"."""
    if preposition is None:
        return ""
    chain = [preposition, *(one for one in page.ancestors(preposition) if word.index < one.index < preposition.index)]
    return "".join(f" {one.lower}" for one in reversed(chain))


def _keys(page: Page, word: Token) -> Iterator[str]:
    """The word's base form with a particle or a word that belongs to it ("take place", "put on hold"), then alone."""
    for base in _bases(word):
        for child in page.children(word):
            if child.index > word.index and child.dep in _PARTICLES:
                yield f"{base} {child.lower}"
            elif child.index > word.index and child.dep == "prep":
                yield from (f"{base} {child.lower} {below.lower}" for below in page.children(child))
        yield base


def _bases(word: Token) -> Iterator[str]:
    """The base form, and what it would be by the endings alone: the parser takes "hopes" for a form of "hop"."""
    yield word.lemma.lower()
    for ending in _ENDINGS.get(word.tag, ()):
        if word.lower.endswith(ending):
            yield word.lower.removesuffix(ending)


def carrier(page: Page, noun: Token, words: StatusWords) -> tuple[Token, Governor] | None:
    """The verb that tells of the noun that it is, was or is to be, and what it makes of it: "held talks".

    Through "a round of", "the start of" and their like; None where the clause tells something else of it.
    """
    head = page.head(noun)
    standing: Standing = "subject" if noun.dep == "nsubj" else "object"
    if noun.dep in ("nsubj", "nsubjpass", "dobj"):
        found = governor_of(page, head, standing, words)
        return (head, found) if found is not None else None
    if noun.dep == "conj":
        return carrier(page, head, words)
    if noun.dep != "pobj":
        return None
    above = above_preposition(page, head)
    if above.pos in ("NOUN", "PROPN"):
        part = governor_of(page, above, "noun", words)
        return carrier(page, above, words) if part is not None and part.gives == "same" else None
    found = governor_of(page, above, "object", words, preposition=head)
    return (above, found) if found is not None else None


def told_beside(page: Page, noun: Token, words: StatusWords) -> tuple[Token, ...]:
    """The participles and relative clauses at the noun that tell of it that it is: "talks held in Oslo"."""
    clauses = (child for child in page.children(noun) if child.dep in ("acl", "relcl") and child.pos in ("VERB", "AUX"))
    return tuple(
        verb for verb in clauses if any(governor_of(page, verb, standing, words) for standing in ("subject", "object"))
    )
