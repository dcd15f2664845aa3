"""Which article is a copy or a rewriting of another.

A text is the set of its runs of five words. MinHash (Broder 1997, *On the resemblance and containment of documents*)
keeps of it the least of 128 hashes each; bands of these (Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*,
chapter 3) find the articles that are worth comparing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from hashlib import shake_128
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from verbale.dossier.answers import Judgement, Ref
from verbale.lexicon.alike import load_alike

Sketch = tuple[int, ...]
"""A MinHash signature, `HASHES` numbers below 2**32; empty for a text of fewer words than a run."""

RUN = 5
"""Words of a shingle."""
HASHES = 80
BAND = 2
"""Hashes of a band. Of two texts with a Jaccard index of 0.33 (one is the other cut to a third) 99 in 100 share one of
the 40 bands, with 0.1 a third, with 0.01 (two reports of one meeting) 4 in 1,000."""
COPIED = 0.9
REWRITTEN = 0.5
"""The share of the shorter text's runs of five words in the longer one from which it is a copy word for word, and from
which it is a rewriting. A rewriting has to reach it outside of quotation marks too: two reporters who heard the same
words quote them alike and tell the rest in their own. Between the 50 articles that it was set on, a rewriting shares
0.78, two articles with the same background block 0.32, and others at most 0.07."""
LEAST = 30
"""Words that a text needs outside of quotation marks to be judged by them."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"\n]*\"?|„[^“”]*[“”]|«[^»]*»|(?<!\w)‘[^’]*’")


class Told(NamedTuple):
    """An article's text."""

    ref: Ref
    text: str


def sketch_of(text: str) -> Sketch:
    """The text's signature, an outlet's standing lines left out."""
    runs = np.fromiter(_runs(_own(text)), dtype=np.uint64)
    if not runs.size:
        return ()
    factors, shifts = _family()
    return tuple(int(least) for least in ((runs[:, None] * factors + shifts) >> np.uint64(32)).min(axis=0))


def bands_of(sketch: Sketch) -> tuple[str, ...]:
    """What articles have in common that are worth comparing: one band will do."""
    return tuple(
        f"{start // BAND:x}:{crc32(repr(sketch[start : start + BAND]).encode()):08x}"
        for start in range(0, len(sketch), BAND)
    )


def same_article(new: Told, known: Sequence[Told]) -> Judgement | None:
    """Of which of the known articles the new one is a copy or a rewriting; of several the one that it is nearest to."""
    own = _runs_of(new.text)
    shares = [(_runs_of(one.text).share(own), one.ref) for one in known]
    score, ref = max(shares, key=lambda pair: (pair[0], [-pair[1].article]), default=(0.0, new.ref))
    if score < REWRITTEN:
        return None
    how = "a copy" if score >= COPIED else "a rewriting"
    reason = f"{how}: {score:.0%} of the shorter one's runs of {RUN} words are the other's"
    return Judgement(kind="article", left=ref, right=new.ref, score=round(score, 2), reason=reason)


class _Runs(NamedTuple):
    """A text's runs of words, all of them and those outside of quotation marks."""

    every: frozenset[int]
    unquoted: frozenset[int]

    def share(self, other: "_Runs") -> float:
        """How much of the shorter one is the other's, 0 to 1."""
        shares = [_share(self.every, other.every)]
        if min(len(self.unquoted), len(other.unquoted)) >= LEAST:
            shares.append(_share(self.unquoted, other.unquoted))
        return min(shares)


@lru_cache(maxsize=512)
def _runs_of(text: str) -> _Runs:
    """The runs of a text, kept for a while: articles of the same days are compared again and again."""
    own = _own(text)
    return _Runs(frozenset(_runs(own)), frozenset(_runs(_QUOTED.sub(" ", own))))


def _own(text: str) -> str:
    """The text without the paragraphs that its outlet adds to any."""
    standing = load_alike().boilerplate
    lines = (line for line in text.splitlines() if line.strip())
    return "\n".join(line for line in lines if not any(words in line.lower() for words in standing))


def _runs(text: str) -> Iterator[int]:
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    for at in range(len(words) - RUN + 1):
        yield crc32(" ".join(words[at : at + RUN]).encode())


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


@cache
def _family() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Multiply-shift hashes (Dietzfelbinger and others 1997): odd factors, and shifts, the same for ever."""
    factors, shifts = np.frombuffer(shake_128(b"verbale").digest(16 * HASHES), dtype="<u8").reshape(2, HASHES)
    return factors | np.uint64(1), shifts
