"""Where sentences begin: decided from the words and marks before the parser runs, left to it only where open.

A parser alone breaks English news at one sentence in ten wrongly: after "Lt.", before `he asked` behind a
quoted question, inside a quotation that ends with a full stop and lower case. The rules are those of
Grefenstette and Tapanainen, "What is a word, what is a sentence?" (1994): a terminal mark with its closing
marks, and a capital behind it, unless a list of abbreviations speaks against it.
"""

import re
from collections.abc import Sequence, Set
from itertools import takewhile

from verbale.lexicon.abbreviations import Abbreviations

_TERMINAL = frozenset(".!?…。！？")
_CLOSING = frozenset(("”", "’", "'", ")", "]", "}", "''"))
_OPENING = frozenset(("“", "‘", "'", "(", "[", "{", "``"))
_DASHES = frozenset("-–—―")
_BULLETS = frozenset("•·▪●■◆►»”*")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}([:.]\d{2})?")
_ZONE = re.compile(r"([AP]\.?M\.?|[ap]\.?m\.?|GMT|UTC|[A-Z]{2,3}T|[A-Z]|[+-]\d{1,2}(:?\d{2})?)[.:,]?")
_DATELINE = 14
"""Words, marks counted, that a dateline has at most: "KYIV, Ukraine, Feb. 3, 2015 (Agency) —"."""
_INVERTED = 8
"""Words within which a verb of saying follows: `!” Deputy Foreign Minister Ivan Okafor said.`"""


class Starts:
    """Tells of each word whether a sentence begins with it: yes, no, or None where the parser may decide."""

    def __init__(self, abbreviations: Abbreviations, verbs: Set[str]) -> None:
        self._abbreviations = abbreviations
        self._verbs = verbs
        """Forms of verbs of saying, lower case, that may follow a quotation and its speaker."""

    def decide(self, words: Sequence[str]) -> list[bool | None]:
        """One answer for each word of a paragraph."""
        starts: list[bool | None] = [False] * len(words)
        for first in (0, _after_lead(words)) if words else ():
            starts[first] = True
        for index, word in enumerate(words[:-1]):
            if word[-1] in _TERMINAL:
                after = self._after_marks(words, index)
                if after < len(words) and not starts[after]:
                    starts[after] = self._begins(words, index, after)
        return starts

    def _after_marks(self, words: Sequence[str], index: int) -> int:
        """The index of the first word behind the terminal mark and the marks that close with it."""
        after = index + 1
        while after < len(words) and _ends(words[after]):
            after += 1
        return after

    def _begins(self, words: Sequence[str], index: int, after: int) -> bool | None:
        first, word = self._first_word(words, after), words[index]
        before = words[index - 1] if index else ""
        if words[after][0] in _DASHES or first[0].islower():
            return False
        if not (first[0].isalnum() or words[after] in _OPENING):
            return None
        if word == "." and index == 1 and before.isdigit():
            return False  # the number of an entry in a list
        if word == "." and before + "." in self._abbreviations.all:
            return self._begins_after_abbreviation(before + ".", first)
        if not set(word) <= _TERMINAL:
            return self._begins_after_abbreviation(word, first)
        return self._begins_after_mark(words, index, after)

    def _begins_after_mark(self, words: Sequence[str], index: int, after: int) -> bool | None:
        quoted = words[after - 1] in _CLOSING
        if quoted and self._is_inverted(words, after, strict=words[index] == "."):
            return False
        trails_off = words[index] == "…" or words[index].startswith("..")
        return None if trails_off and not quoted else True

    def _begins_after_abbreviation(self, word: str, first: str) -> bool | None:
        known = self._abbreviations
        if word in known.titles or word in known.inside:
            return False
        if word in known.before_numbers:
            return not first[0].isdigit()
        if first in known.starters:
            return True
        return False if _is_initial(word) else None

    def _first_word(self, words: Sequence[str], after: int) -> str:
        """The first word behind marks that open."""
        while after + 1 < len(words) and words[after] in _OPENING:
            after += 1
        return words[after]

    def _is_inverted(self, words: Sequence[str], after: int, *, strict: bool) -> bool:
        """Whether a speaker and a verb of saying follow (`“Never!” Ilse Varga said`).

        A full stop before the closing mark more often ends the sentence (`“… enough.” Varga said that …`);
        then the verb must be the last word of its sentence.
        """
        for at in range(after, min(after + _INVERTED, len(words) - 1)):
            if words[at].lower() in self._verbs and at > after:
                return not strict or words[at + 1] in (".", ",")
            if not (words[at][0].isupper() or words[at] in ("the", "a", "an", "of", "'s", "’s", ",")):
                return False
        return False


def _after_lead(words: Sequence[str]) -> int:
    """The index of the first word behind a bullet, a time of day or a dateline that opens the paragraph."""
    lead = words[:_DATELINE]
    length = _clock_length(lead) or _dateline_length(lead) or int(lead[0] in _BULLETS)
    return length if length < len(lead) else 0


def _clock_length(lead: Sequence[str]) -> int:
    """2 for "14:05 GMT Envoy …", 0 where no time of day leads."""
    if not _CLOCK.fullmatch(lead[0]):
        return 0
    rest = 1 + sum(1 for _ in takewhile(lambda word: _ZONE.fullmatch(word) or word in "-–—:|", lead[1:]))
    return rest if rest < len(lead) and lead[rest][0].isupper() else 0


def _dateline_length(lead: Sequence[str]) -> int:
    """5 for "GENEVA, Jan. 8 - The …": capitals first, a dash before a capital; 0 where no dateline leads."""
    if not (lead[0].isupper() and len(lead[0]) > 2):
        return 0
    for at, word in enumerate(lead[:-1]):
        if set(word) <= _DASHES and (lead[at + 1][0].isupper() or lead[at + 1] in _OPENING):
            return at + 1
        if word.islower() and word.isalpha():
            return 0
    return 0


def _ends(word: str) -> bool:
    """Whether the word closes a sentence together with the terminal mark before it."""
    return word in _CLOSING or (word[0] in _TERMINAL and set(word) <= _TERMINAL)


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper()
