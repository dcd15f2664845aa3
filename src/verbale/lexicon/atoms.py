"""Atoms: a text as words, numbers and marks, each with what a vocabulary knows of it.

A vocabulary gives words (and phrases of several words) a value in each of their classes: "may" is the 5 of
MONTH, "second" the 2 of NTH and the `second` of UNIT. Numbers have the classes in whose range they lie: 14 is a
DAY, an HOUR and a NUMBER. All atoms of the same classes have the same *kind*, a letter, so that the atoms of a
text can be searched as a string of letters (`patterns.py`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Literal, NamedTuple

from verbale.lexicon.loader import WordList
from verbale.lexicon.numerals import Numbers, read_numeral
from verbale.spans import Span

Value = str | int | float
Values = Mapping[str, Value]
Written = Literal["digits", "nth digits", "words", "nth words", "year words"]

_FIRST_KIND = 0x4E00
"""Kinds are letters from here on: none of them means anything in a regular expression."""
_LONGEST_NUMERAL = 12
"""Pieces: "two hundred and twenty-two thousand and twenty-two" and the like."""


class Range(WordList):
    """The numbers that belong to a class."""

    least: int
    most: int
    written: frozenset[Written] = frozenset({"digits"})
    digits: frozenset[int] = frozenset()
    """How many digits it may be written with; any number of them where empty."""


class Vocabulary(WordList):
    """What words, numbers and other forms of writing belong to which classes, with which value."""

    words: Mapping[str, Mapping[str, Value]]
    """Class → lower-case word or phrase → value."""
    capital: frozenset[str] = frozenset()
    """Classes whose words begin with a capital letter: "Sun." and "May", not "sun" and "may"."""
    forms: Mapping[str, str] = {}
    """Class → regular expression of something that isn't a word or a plain number: "2022-01-18"."""
    numbers: Mapping[str, Range] = {}


class Atom(NamedTuple):
    """A word (or known phrase), a number or a mark of a text, `[start, end)` in its code points."""

    start: int
    end: int
    kind: str
    values: Values


_Piece = tuple[str, int, int, str, bool]
"""What the text is first cut into: group of the cutter, start, end, lower-case word, whether with a capital."""


class Lexer:
    """Cuts a text into atoms. `literals` are words and marks that each make up a class of their own, `=word`."""

    def __init__(self, vocabulary: Vocabulary, numbers: Numbers, literals: Iterable[str] = ()) -> None:
        self._ranges = vocabulary.numbers
        self._capital = vocabulary.capital
        self._numbers = numbers
        self._cutter = _cutter(vocabulary.forms)
        self._known = self._entries(vocabulary, literals)
        self._phrases = _by_first_word(self._known)
        self._kinds: dict[frozenset[str], str] = {}
        for classes in self._all_classes(vocabulary.forms):
            self._kinds.setdefault(frozenset(classes), chr(_FIRST_KIND + len(self._kinds)))
        self.other = self._kinds[frozenset()]
        """The kind of all that the vocabulary doesn't know."""
        self._unknown = (self.other, _NO_VALUES)
        self._plain = dict(self._single_words())

    def kinds(self, name: str) -> str:
        """The kinds of all atoms that belong to the class: letters, perhaps none."""
        return "".join(kind for classes, kind in self._kinds.items() if name in classes)

    def valued(self) -> str:
        """The kinds of all atoms that have a value: those of more than a literal word."""
        return "".join(kind for classes, kind in self._kinds.items() if any(name[0] != "=" for name in classes))

    def atoms(self, text: str, within: Span | None = None) -> list[Atom]:
        """The atoms of the text, or of a part of it, in order. A line break is an atom too."""
        pieces = self._cut(text, within or Span(0, len(text)))
        atoms, index = [], 0
        for number, (group, start, end, word, capital) in enumerate(pieces):
            if number < index:
                continue
            plain = self._plain.get((word, capital), self._unknown) if group in _WORDS else None
            if plain is not None:
                atoms.append(Atom(start, end, *plain))
                continue
            values, used = self._read(pieces, number)
            kind = self._kinds.get(frozenset(values), self.other)
            index = number + used
            atoms.append(Atom(start, pieces[index - 1][2], kind, values))
        return atoms

    def _cut(self, text: str, within: Span) -> list[_Piece]:
        pieces = []
        for found in self._cutter.finditer(text, *within):
            start, end = found.span()
            group, raw = found.lastgroup or "", text[start:end]
            word = _DASHES.get(group) or raw.lower()
            if "’" in word:
                word = word.replace("’", "'")
            pieces.append((group, start, end, word, raw[0] != word[0]))
        return pieces

    def _read(self, pieces: Sequence[_Piece], index: int) -> tuple[Values, int]:
        """The values of the atom that begins at the piece, and of how many pieces it is."""
        group, _, _, word, capital = pieces[index]
        if group == "number":
            return self._of_digits(word), 1
        if group not in _WORDS:
            return {group: word}, 1
        phrase = self._phrase(pieces, index)
        numeral = None
        if word in self._numbers.starts:
            words = [piece[3] for piece in pieces[index : index + _LONGEST_NUMERAL]]
            numeral = read_numeral(words, self._numbers)
        values = self._of_word(phrase or (word,), capital)
        if numeral is None or len(phrase) > numeral.pieces:
            return values, max(1, len(phrase))
        number = self._of_number(numeral.value, numeral.written)
        return (values | number if numeral.pieces == 1 else number), numeral.pieces

    def _phrase(self, pieces: Sequence[_Piece], index: int) -> tuple[str, ...]:
        """The longest known phrase of several words that begins at the piece, or nothing."""
        for words in self._phrases.get(pieces[index][3], ()):
            if tuple([piece[3] for piece in pieces[index : index + len(words)]]) == words:
                return words
        return ()

    def _of_word(self, words: tuple[str, ...], capital: bool) -> dict[str, Value]:
        values = self._known.get(words, {})
        if capital or self._capital.isdisjoint(values):
            return values
        return {name: value for name, value in values.items() if name not in self._capital}

    def _of_digits(self, raw: str) -> Values:
        found = _DIGITS.fullmatch(raw)
        if found is None:
            return {}
        whole, part, over, under, nth = found.groups()
        value: float = float(f"{whole.replace(',', '')}.{part or 0}")
        if over:
            value += int(over) / max(1, int(under))
        written: Written = "nth digits" if nth else "digits"
        return self._of_number(int(value) if value.is_integer() else value, written, len(whole))

    def _of_number(self, value: float, written: Written, digits: int = 0) -> dict[str, Value]:
        return {
            name: value
            for name, numbers in self._ranges.items()
            if numbers.least <= value <= numbers.most
            and written in numbers.written
            and (not numbers.digits or not digits or (digits in numbers.digits and value == int(value)))
        }

    def _single_words(self) -> Iterator[tuple[tuple[str, bool], tuple[str, Values] | None]]:
        """Kind and values of every known word, small and with a capital; None where more words may belong to it."""
        words = {words[0] for words in self._known} | self._numbers.starts
        for word, capital in product(sorted(words), (False, True)):
            if word in self._phrases or word in self._numbers.starts:
                yield (word, capital), None
            else:
                values = self._of_word((word,), capital)
                yield (word, capital), (self._kinds[frozenset(values)], values)

    def _entries(self, vocabulary: Vocabulary, literals: Iterable[str]) -> dict[tuple[str, ...], dict[str, Value]]:
        entries: dict[tuple[str, ...], dict[str, Value]] = {}
        for name, words in vocabulary.words.items():
            for word, value in words.items():
                pieces = self._cut(word, Span(0, len(word)))
                entries.setdefault(tuple(piece[3] for piece in pieces), {})[name] = value
        for literal in literals:
            entries.setdefault((literal,), {})[f"={literal}"] = literal
        return entries

    def _all_classes(self, forms: Iterable[str]) -> Iterator[Iterable[str]]:
        """The classes of every atom that can come up, in a fixed order."""
        yield ()
        yield from ((name,) for name in forms)
        for words, capital in product(self._known, (True, False)):
            yield self._of_word(words, capital)
        for word, capital in product(sorted(self._numbers.starts), (True, False)):
            yield self._read([("word", 0, 0, word, capital)], 0)[0]
        ends = sorted({end for one in self._ranges.values() for end in (one.least, one.most)})
        values = [value for end in ends for value in (end - 1, end, end + 0.5, end + 1)]
        for value, digits, written in product(values, range(6), _WRITTEN):
            yield self._of_number(value, written, digits)


_WORDS = ("word", "mark", "range", "dash")
_NO_VALUES: Values = {}
_WRITTEN: tuple[Written, ...] = ("digits", "nth digits", "words", "nth words", "year words")
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[ -]\d/\d(?!\d))?(?:(?:st|nd|rd|th)\b)?"
_DIGITS = re.compile(r"([\d,]+)(?:\.(\d+))?(?:[ -](\d)/(\d))?(st|nd|rd|th)?")
_WORD = r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+|\d\w*)?|['’]s\b"
_RANGE = r"(?<=\S)[‒–](?=\S)"
_DASH = r"--+|[‒–—―]|(?<!\S)-|-(?!\S)"
_DASHES = {"range": "–", "dash": "—"}
"""A dash between two words or numbers without blanks, and one that parts what is said."""
_MARK = r"\n|[^\w\s]"


def _cutter(forms: Mapping[str, str]) -> re.Pattern[str]:
    """One expression that finds every piece: words first, as most are; a form must not begin with a letter."""
    groups = {"word": _WORD, **forms, "number": _NUMBER, "range": _RANGE, "dash": _DASH, "mark": _MARK}
    return re.compile("|".join(f"(?P<{name}>{form})" for name, form in groups.items()), re.IGNORECASE)


def _by_first_word(known: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of several words by the first of them, the longest first."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(known, key=len, reverse=True):
        if len(words) > 1:
            phrases.setdefault(words[0], []).append(words)
    return phrases
