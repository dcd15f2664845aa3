"""Which article is a copy or a rewriting of another.

A text is the set of its runs of five words. MinHash (Broder 1997, *On the resemblance and containment of documents*)
keeps of it the least of 128 hashes each; bands of these (Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*,
chapter 3) find the articles that are worth comparing.
"""

import re
from collections.abc import Sequence
from functools import cache
from hashlib import shake_128
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from verbale.dossier.answers import Judgement, Ref

Sketch = tuple[int, ...]
"""A MinHash signature, `HASHES` numbers below 2**32; empty for a text of fewer words than a run."""

RUN = 5
"""Words of a shingle."""
HASHES = 128
BAND = 4
"""Hashes of a band: 32 bands let two articles with a Jaccard index of 0.4 share one with a probability of 0.56, of 0.6
with 0.99."""
COPIED = 0.6
"""The share of the shorter text's runs of five words in the longer one from which it is a copy."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Told(NamedTuple):
    """An article's text."""

    ref: Ref
    text: str


def sketch_of(text: str) -> Sketch:
    """The text's signature."""
    runs = np.fromiter(_runs(text), dtype=np.uint64)
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
    """Of which of the known articles the new one is a copy or a rewriting."""
    runs = _runs(new.text)
    best = max(known, key=lambda one: (_share(runs, _runs(one.text)), -one.ref.article), default=None)
    if best is None or (score := _share(runs, _runs(best.text))) < COPIED:
        return None
    reason = f"{score:.0%} of the shorter one's runs of five words are the other's"
    return Judgement(kind="article", left=best.ref, right=new.ref, score=score, reason=reason)


def _runs(text: str) -> frozenset[int]:
    words = [word.lower() for word in _WORD.findall(text)]
    return frozenset(crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1))


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


@cache
def _family() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Multiply-shift hashes (Dietzfelbinger and others 1997): odd factors, and shifts, the same for ever."""
    factors, shifts = np.frombuffer(shake_128(b"verbale").digest(16 * HASHES), dtype="<u8").reshape(2, HASHES)
    return factors | np.uint64(1), shifts
