"""Patterns over words: the notation in which a linguist writes phrases down, and the search for them.

    (WEEKDAY ,?)? MONTH DAY (,? YEAR)?          Tuesday, January 18, 2022

- `UPPER_CASE` is a class of the vocabulary, or a part: a pattern that has a name.
- `lower case`, and any mark but those below, stands for itself. `-` is a hyphen and `–` a dash without blanks around
  it, `—` any with blanks.
- `( | ) ? *` mean what they do in regular expressions.
- `MONTH:other` takes the value of the word under another name than `month`.
- `in [YEAR]` finds the year after "in": only what stands in the brackets is the phrase.
- `!(X)` says that X doesn't follow; before the brackets, that it doesn't go before (X is then one word).

The text is searched as a string of kinds (`atoms.py`), one letter a word, with Python's own regular expressions.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.errors import ToolsError
from verbale.lexicon.atoms import Atom, Lexer, Value, Vocabulary
from verbale.lexicon.numerals import Numbers
from verbale.spans import Span

_TOKEN = re.compile(
    r"(?P<name>[A-Z][A-Z_]*)(?::(?P<slot>[a-z_]+))?|(?P<operator>!\(|[()|?*\[\]])|(?P<literal>[a-z']+|\S)"
)
_NOTHING = "[^\\w\\W]"
"""Matches no letter: a class without words."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text: its place, its place in atoms, which pattern it follows, and the values in its slots."""

    span: Span
    first: int
    last: int
    """Indices of its first and last atom."""
    pattern: int
    slots: Mapping[str, Value]
    places: Mapping[str, Span]
    """Where the words of each slot stand."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    expression: re.Pattern[str]
    names: Mapping[str, tuple[str, str]]
    """Group → slot, class."""


class Patterns:
    """Patterns ready for the search. Raises `ToolsError` where one can't be read."""

    def __init__(
        self, patterns: Sequence[str], vocabulary: Vocabulary, numbers: Numbers, parts: Mapping[str, str]
    ) -> None:
        literals = {word for text in (*patterns, *parts.values()) for word in _literals(text)}
        self._lexer = Lexer(vocabulary, numbers, sorted(literals))
        known = {*vocabulary.words, *vocabulary.forms, *vocabulary.numbers}
        self._worthwhile = re.compile(f"[^{self._lexer.other}]*[{self._lexer.valued()}][^{self._lexer.other}]*")
        self._compiled = [_Compiler(self._lexer, known, parts).compiled(pattern) for pattern in patterns]

    def find(self, text: str, within: Span | None = None) -> tuple[Found, ...]:
        """The phrases of the text, or of a part of it, in order: the longest first, none overlapping another."""
        atoms = self._promising(self._lexer.atoms(text, within))
        kinds = "".join([atom.kind for atom in atoms])
        taken = [False] * len(atoms)
        chosen = []
        for start, end, pattern, found in sorted(self._matches(kinds), key=_longest_first):
            if not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                chosen.append(self._found(atoms, pattern, found))
        return tuple(sorted(chosen, key=lambda one: one.span))

    def _promising(self, atoms: Sequence[Atom]) -> list[Atom]:
        """The stretches of known words that hold a value, with an unknown word after each: no pattern goes over one."""
        kinds = "".join([atom.kind for atom in atoms])
        kept: list[Atom] = []
        for stretch in self._worthwhile.finditer(kinds):
            kept.extend(atoms[stretch.start() : stretch.end() + 1])
        return kept

    def _matches(self, kinds: str) -> Iterator[tuple[int, int, int, re.Match[str]]]:
        for pattern, compiled in enumerate(self._compiled):
            for found in compiled.expression.finditer(kinds):
                start, end = found.span("phrase")
                if end > start:
                    yield start, end, pattern, found

    def _found(self, atoms: Sequence[Atom], pattern: int, found: re.Match[str]) -> Found:
        start, end = found.span("phrase")
        slots: dict[str, Value] = {}
        places: dict[str, Span] = {}
        for group, (slot, name) in self._compiled[pattern].names.items():
            index = found.start(group)
            if index >= 0:
                slots[slot] = atoms[index].values[name]
                places[slot] = Span(atoms[index].start, atoms[index].end)
        return Found(Span(atoms[start].start, atoms[end - 1].end), start, end - 1, pattern, slots, places)


def _longest_first(match: tuple[int, int, int, re.Match[str]]) -> tuple[int, int, int]:
    start, end, pattern, _ = match
    return start - end, start, pattern


def _literals(pattern: str) -> Iterator[str]:
    for token in _TOKEN.finditer(pattern):
        if token["literal"]:
            yield token["literal"]


class _Compiler:
    """Turns one pattern into a regular expression over kinds."""

    def __init__(self, lexer: Lexer, known: set[str], parts: Mapping[str, str]) -> None:
        self._lexer = lexer
        self._known = known
        self._parts = parts
        self._names: dict[str, tuple[str, str]] = {}
        self._marks = dict(_MARKS)

    def compiled(self, pattern: str) -> _Compiled:
        """The expression, with a group `phrase` around the phrase and one around each word that has a value."""
        if "[" in pattern:
            self._marks["!("] = "(?<!"
        try:
            text = self._expression(pattern)
            expression = re.compile(text if "[" in pattern else f"(?P<phrase>{text})")
        except (re.error, KeyError, RecursionError) as error:
            raise ToolsError(f"not a pattern: {pattern}", remedy=f"mend it: {error}") from error
        return _Compiled(expression, self._names)

    def _expression(self, pattern: str) -> str:
        return "".join(self._element(token) for token in _TOKEN.finditer(pattern))

    def _element(self, token: re.Match[str]) -> str:
        name, operator = token["name"], token["operator"]
        if operator == "[":
            self._marks["!("] = "(?!"
        if operator:
            return self._marks[operator]
        if name in self._parts:
            return f"(?:{self._expression(self._parts[name])})"
        if name in self._known:
            group = f"g{len(self._names)}"
            self._names[group] = (token["slot"] or name.lower(), name)
            return f"(?P<{group}>{self._class(name)})"
        if name:
            raise KeyError(name)
        return self._class(f"={token.group()}")

    def _class(self, name: str) -> str:
        kinds = self._lexer.kinds(name)
        return f"[{kinds}]" if kinds else _NOTHING


_MARKS = {"(": "(?:", ")": ")", "|": "|", "?": "?", "*": "*", "[": "(?P<phrase>", "]": ")", "!(": "(?!"}
