"""Mends what spaCy's recogniser gives: marks, titles, verbs and line breaks inside a name, two names in one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.lexicon.people import People
from verbale.reading.mentions.words import is_capital, is_particle
from verbale.reading.page import Page, Token
from verbale.spans import Span

# spaCy's labels that name somebody or something that can act, or a place or paper.
KINDS = {
    "PERSON": ("person",),
    "NORP": ("group",),
    "ORG": ("organisation",),
    "GPE": ("place",),
    "LOC": ("place",),
    "FAC": ("place",),
    "LAW": ("document",),
    "WORK_OF_ART": ("document",),
    "EVENT": (),
    "PRODUCT": (),
}
# The most words of a person's name that runs on from a body's.
_PERSON = 3


class Stretch(NamedTuple):
    """A name's tokens, from the first to the last, and spaCy's label for them (empty where it gave none)."""

    first: int
    last: int
    label: str


def mended(page: Page, people: People, span: Span, label: str) -> Iterator[Stretch]:
    """What spaCy recognised, cut at line breaks (and, for people, at "and" and "of"), without marks and titles."""
    if label not in KINDS:
        return
    part: list[Token] = []
    for token in _with_hyphens(page, page.tokens_in(span)):
        joins = label == "PERSON" and token.lemma.lower() in ("and", "&", ",", "or", "/", "of")
        broken = bool(part) and "\n" in page.text[part[-1].span.end : token.span.start]
        if part and (joins or broken):
            yield from _trimmed(people, part, label)
            part = []
        if joins and token.lemma.lower() == "of":
            label = "GPE"
        if not joins:
            part.append(token)
    yield from _trimmed(people, part, label)


def _with_hyphens(page: Page, tokens: Sequence[Token]) -> Sequence[Token]:
    """With what hyphens join to the last token: "Wong Yeung-tat"."""
    last = tokens[-1].index
    while last + 2 < len(page.tokens) and page.tokens[last + 1].text == "-" and _touching(page, last, last + 2):
        last += 2
    return page.tokens[tokens[0].index : last + 1]


def _touching(page: Page, first: int, last: int) -> bool:
    """Whether no space parts the tokens."""
    tokens = page.tokens[first : last + 1]
    return tokens[-1].span.end - tokens[0].span.start == sum(len(token.text) for token in tokens)


def _trimmed(people: People, part: Sequence[Token], label: str) -> Iterator[Stretch]:
    first, last = 0, len(part) - 1
    while last >= first and not _may_end(people, part[last]) and not (last > 1 and part[last - 1].text == "-"):
        last -= 1
    while first <= last and not _may_begin(people, part[first : last + 1], label):
        first += 1
    if first <= last:
        yield from _divided(people, part[first : last + 1], label)


def _divided(people: People, part: Sequence[Token], label: str) -> Iterator[Stretch]:
    """A body's name, and the person's that runs on from it: "Centre for Energy Law | Pavel Strunin"."""
    last = len(part) - 1
    for k in range(1, last):
        if label != "PERSON" and part[k].text in people.first_names and _may_be_person(people, part, k):
            yield Stretch(part[0].index, part[k - 1].index, label)
            yield Stretch(part[k].index, part[last].index, "PERSON")
            return
    yield Stretch(part[0].index, part[last].index, label)


def _may_be_person(people: People, part: Sequence[Token], k: int) -> bool:
    """Whether from the k-th token on a person's name may follow: not in "the Norland Ada Holm Foundation"."""
    bodies = people.body_words | people.outlet_words
    return (
        is_capital(part[k - 1])
        and all(is_capital(token) for token in part[k:])
        and len(part) - k <= _PERSON
        and part[-1].text not in bodies
    )


def parted(page: Page, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches; one after "of" that begins with a name known elsewhere, parted behind it.

    "the head of the customs service of Lusenia | Asel Nurlan" is two names where "Lusenia" stands alone, too.
    """
    alone = {page.tokens[one.first].text for one in stretches if one.first == one.last}
    for one in stretches:
        runs_on = one.last - one.first >= 2 and page.tokens[one.first].text in alone
        if runs_on and one.first > 0 and page.tokens[one.first - 1].lemma == "of":
            yield Stretch(one.first, one.first, "")
            yield Stretch(one.first + 1, one.last, "PERSON")
        else:
            yield one


def _may_end(people: People, token: Token) -> bool:
    return is_capital(token) or token.text[:1].isdigit() or token.text in people.company_endings


def _may_begin(people: People, part: Sequence[Token], label: str) -> bool:
    """Whether a name may begin with the first of these tokens: no article, and no title before a person's name."""
    word = part[0].text
    if word.lower() in ("the", "a", "an"):
        return spelt(part) in people.outlet_names
    if not (is_capital(part[0]) or word[:1].isdigit() or (is_particle(part[0]) and len(part) > 1)):
        return False
    titled = people.role([word.lower()]) or word.lower() in people.honorifics
    if len(part) == 1 or not titled or word in people.first_names:
        return True
    return not (label == "PERSON" or word.lower() in people.honorifics or part[1].text in people.first_names)


def spelt(tokens: Sequence[Token]) -> str:
    """The tokens' words with single spaces."""
    return " ".join(token.text for token in tokens)
