"""Whether two spellings may be one person's name: "Sergei Lavrov" and "Sergey Lavrov", "Volodymyr Zelenskiy".

Names from other scripts come in many spellings. What transliterations differ in (i, y and j, doubled letters,
h after a consonant, accents) is left out, and the rest is compared letter by letter.
"""

import re
import unicodedata
from difflib import SequenceMatcher

ALIKE = 0.75
"""Share of common letters from which two words may be one name. With it 98 % of the 2,630 pairs of a name and another
name of one person in the shared list may be one; the rest are mostly other names, not other spellings."""

_PARTICLES = frozenset("al bin ibn bint de del della den der di da do dos el la le van von the jr sr ii iii iv".split())
_DROPPED = re.compile(r"(?<=[bcdgkpstz])h|(.)(?=\1)")
_SOUNDS = (
    ("ph", "f"),
    ("ck", "k"),
    ("ou", "u"),
    ("oe", "o"),
    ("ue", "u"),
    ("ae", "a"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("q", "k"),
)
_ENDINGS = re.compile(r"i+e?i*$")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name reduced to what spellings agree in, particles left out."""
    plain = unicodedata.normalize("NFKD", name.replace("ø", "o").replace("ł", "l").replace("ı", "i").replace("đ", "d"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    spoken = re.sub(r"[’'`ʻ.]", "", letters)
    words = [word for word in re.findall(r"[^\W\d_]+", spoken) if len(word) > 1 and word not in _PARTICLES]
    return tuple(_sound(word) for word in words)


def key_of(name: str) -> str:
    """First and last word of the name, reduced: what a person is looked up by; empty for a single word."""
    words = words_of(name)
    return f"{words[0]} {words[-1]}" if len(words) > 1 else ""


def may_be_one(name: str, other: str) -> bool:
    """Whether the last word of either name may be a word of the other, in whatever order they stand."""
    words, others = words_of(name), words_of(other)
    if not words or not others:
        return True
    return _is_among(words[-1], others) or _is_among(others[-1], words)


def _is_among(word: str, others: tuple[str, ...]) -> bool:
    return any(word == other or SequenceMatcher(None, word, other).ratio() >= ALIKE for other in others)


def _sound(word: str) -> str:
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return _ENDINGS.sub("i", _DROPPED.sub("", word)) if len(word) > 2 else word
