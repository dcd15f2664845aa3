"""Two reports of one quotation, word by word.

The words are compared as sequences (Ratcliff and Obershelp's longest matching blocks, as in `difflib`), in lower case
and in one spelling. What only one outlet quotes before or after the words of the other is no difference: it
quotes more.
"""

from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from verbale.dossier.answers import Difference
from verbale.lexicon.wording import load_wording

ALIKE = 0.5
"""The share of the shorter quotation's words that the other has to have before the two are reports of one; below it
they are two remarks, or two translations. By hand, on the pairs of the tests."""
BRIEF = 3
"""How many words may stand at one end where the other ends otherwise; a longer end is another sentence."""

_EDGES = "“”„\"'‘’«»‹›()[]….,;:!?–—-"


def word_differences(left: str, right: str) -> tuple[Difference, ...]:
    """All words of both, in stretches that both have or that one of them has."""
    found: list[Difference] = []
    for step in _steps(_words(left), _words(right)):
        if step.same:
            found.append(_stretch("both", step.left))
        else:
            found += [_stretch("left", step.left)] if step.left else []
            found += [_stretch("right", step.right)] if step.right else []
    return tuple(found)


def misquoted(left: str, right: str, *, copied: bool = False) -> tuple[str, str] | None:
    """The words that each has where they differ; None where both may be right.

    Where one article is a copy of the other, only words with a content of their own count.
    """
    steps = _inner(_steps(_words(left), _words(right)))
    shared = sum(len(step.left) for step in steps if step.same)
    shorter = min(sum(len(step.left) for step in steps), sum(len(step.right) for step in steps))
    if not shorter or shared < ALIKE * shorter:
        return None
    differing = [step for step in steps if not step.same and _weighs(step, copied=copied)]
    if not differing:
        return None
    return " … ".join(_said(step.left) for step in differing), " … ".join(_said(step.right) for step in differing)


class _Word(NamedTuple):
    text: str
    plainly: str


class _Step(NamedTuple):
    """A stretch that both have, or what each has in the same place."""

    same: bool
    left: tuple[_Word, ...]
    right: tuple[_Word, ...]


def _words(text: str) -> tuple[_Word, ...]:
    """Quotation marks around the whole are no words; a contracted form is as many words as it stands for."""
    plainly = load_wording().plainly
    found: list[_Word] = []
    for word in text.replace("…", " … ").split():
        bare = word.strip(_EDGES).replace("’", "'").lower()
        first, *others = plainly(bare).split() or [""]
        if bare or word == "…":
            found.append(_Word(word.strip('“”„"«»‘').rstrip("’'"), first))
            found += [_Word("", other) for other in others]
    return tuple(found)


def _steps(left: tuple[_Word, ...], right: tuple[_Word, ...]) -> list[_Step]:
    compared = SequenceMatcher(None, [one.plainly for one in left], [one.plainly for one in right], autojunk=False)
    return [_Step(kind == "equal", left[a:b], right[c:d]) for kind, a, b, c, d in compared.get_opcodes()]


def _inner(steps: list[_Step]) -> list[_Step]:
    """Without what only one of them goes on to quote, and without what it leaves out with a mark."""
    kept = [step for step in steps if step.same or not _is_left_out(step)]
    while kept and _is_more(kept[0]):
        kept = kept[1:]
    while kept and _is_more(kept[-1]):
        kept = kept[:-1]
    return kept


def _is_more(step: _Step) -> bool:
    one_sided = not step.left or not step.right
    return not step.same and (one_sided or max(len(step.left), len(step.right)) > BRIEF)


def _is_left_out(step: _Step) -> bool:
    return any(word.text == "…" for word in (*step.left, *step.right))


def _weighs(step: _Step, *, copied: bool) -> bool:
    words = load_wording()
    light = words.plain if copied else words.slight
    return any(word.plainly not in light for word in (*step.left, *step.right))


def _stretch(where: Literal["both", "left", "right"], words: tuple[_Word, ...]) -> Difference:
    return Difference(where=where, words=_text(words))


def _text(words: tuple[_Word, ...]) -> str:
    return " ".join(word.text for word in words if word.text)


def _said(words: tuple[_Word, ...]) -> str:
    return _text(words).strip(_EDGES) or "nothing"
