"""The page: an article's paragraphs, sentences and tokens with their parse.

The only file that sees spaCy's `Doc`.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from verbale.article import Article
from verbale.lexicon.abbreviations import load_abbreviations
from verbale.lexicon.speech import load_speech
from verbale.reading.plain import PIECE, Plain, find_paragraphs, plain_pieces
from verbale.reading.sentences import Starts
from verbale.spans import Span

_STARTS = "sentence_starts"
_CODES = {True: 1, False: -1, None: 0}
"""How spaCy writes whether a sentence starts."""


class ParsedToken(Protocol):
    """What a page takes from spaCy's `Token`."""

    @property
    def i(self) -> int: ...
    @property
    def idx(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def lemma_(self) -> str: ...
    @property
    def pos_(self) -> str: ...
    @property
    def tag_(self) -> str: ...
    @property
    def dep_(self) -> str: ...
    @property
    def ent_type_(self) -> str: ...
    @property
    def head(self) -> "ParsedToken": ...


class ParsedSpan(Protocol):
    """What a page takes from spaCy's `Span`."""

    def __iter__(self) -> Iterator[ParsedToken]: ...
    @property
    def start_char(self) -> int: ...
    @property
    def end_char(self) -> int: ...
    @property
    def label_(self) -> str: ...


class Parse(Protocol):
    """What a page takes from spaCy's `Doc`, and the one thing that it sets."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[ParsedToken]: ...
    @property
    def sents(self) -> Iterator[ParsedSpan]: ...
    @property
    def ents(self) -> Iterable[ParsedSpan]: ...
    def from_array(self, attrs: str, array: NDArray[np.uint64], /) -> object: ...


class Syntax(Protocol):
    """A spaCy pipeline as a page sees it; named by its shape, so that importing a page doesn't load spaCy.

    `Any` is a `Tokenizer` or a `Doc`, which can't be named here.
    """

    @property
    def tokenizer(self) -> Any: ...
    @property
    def pipe_names(self) -> list[str]: ...
    def pipe(self, texts: Iterable[str], /, *, batch_size: int) -> Iterator[Any]: ...
    @property
    def add_pipe(self) -> Callable[..., object]: ...
    @property
    def component(self) -> Callable[..., object]: ...


def prepare_syntax(nlp: Syntax) -> Syntax:
    """The loaded English pipeline, with our sentence starts decided before its parser runs; changed in place.

    It takes each text for one paragraph. Calling it twice changes nothing more.
    """
    if _STARTS in nlp.pipe_names:
        return nlp
    abbreviations = load_abbreviations()
    starts = Starts(abbreviations, load_speech().forms)
    for word in abbreviations.whole:
        nlp.tokenizer.add_special_case(word, [{"ORTH": word}])
    nlp.component(_STARTS, func=lambda doc: _set_starts(doc, starts))
    nlp.add_pipe(_STARTS, first=True)
    return nlp


def _set_starts(doc: Parse, starts: Starts) -> Parse:
    answers = starts.decide([token.text for token in doc])
    # All at once: for each token that is set by itself, spaCy looks through the whole text.
    codes = np.array([_CODES[answer] for answer in answers], dtype=np.int64).astype(np.uint64)
    doc.from_array("SENT_START", codes)
    return doc


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its place in the sentence's dependency tree (spaCy's English labels)."""

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    """Universal part of speech, such as `PROPN`."""
    tag: str
    """Penn Treebank tag, such as `VBD`."""
    dep: str
    """Relation to the head, such as `nsubj`; `ROOT` at the top of a sentence."""
    head: int
    """Index of the head on the page; its own index at the top of a sentence."""
    sentence: int
    """Index of the sentence that it stands in."""
    entity: str
    """spaCy's entity label (`PERSON`, `GPE`, …) or an empty string."""

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity as spaCy found it: a place in the text and spaCy's label."""

    span: Span
    label: str


@dataclass(frozen=True)
class Page:
    """An article laid out: spans are `[start, end)` in code points of `text`, in the order of the text."""

    article: Article
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token.index)
        return tuple(tuple(indices) for indices in children)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.span.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def head(self, token: Token) -> Token:
        """The token's head (the token itself at the top of a sentence)."""
        return self.tokens[token.head]

    def children(self, token: Token) -> tuple[Token, ...]:
        """The token's dependants, in the order of the text."""
        return tuple(self.tokens[index] for index in self._children[token.index])

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The token's head, that one's head, and so on up to the top."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The token and all that depends on it, in the order of the text."""
        indices, left = [token.index], [token.index]
        while left:
            below = self._children[left.pop()]
            indices.extend(below)
            left.extend(below)
        return tuple(self.tokens[index] for index in sorted(indices))

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that overlap the span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_right(self._starts, max(span.start, span.end - 1))
        return tuple(token for token in self.tokens[first:last] if token.span.overlaps(span))

    def top(self, span: Span) -> Token | None:
        """The highest token of the span in the tree (the first such), or None where it has no token."""
        inside = self.tokens_in(span)
        indices = {token.index for token in inside}
        return next((token for token in inside if token.head == token.index or token.head not in indices), None)

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence at the offset, or of the one before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def sentences_of(self, *spans: Span) -> tuple[Span, ...]:
        """The sentences that the spans touch: their evidence."""
        touched = {index for span in spans for index in self._touched(span)}
        return tuple(self.sentences[index] for index in sorted(touched))

    def _touched(self, span: Span) -> Iterator[int]:
        for index in range(self.sentence_at(span.start), len(self.sentences)):
            if self.sentences[index].start >= span.end:
                break
            if self.sentences[index].overlaps(span):
                yield index


def lay_out(article: Article, syntax: Syntax) -> Page:
    """The article's paragraphs, sentences and tokens, parsed a paragraph by itself and many at once.

    Spans and words are the article's own, whatever marks the parser was shown (see `plain`).
    """
    paragraphs = find_paragraphs(article.text)
    sentences: list[Span] = []
    tokens: list[Token] = []
    names: list[Name] = []
    for pieces in _batches(plain_pieces(article.text, paragraphs)):
        # spaCy's parser takes a quarter of a batch at once; the more at once, the less time for each.
        docs = syntax.pipe([piece.text for piece in pieces], batch_size=4 * len(pieces))
        for piece, doc in zip(pieces, docs, strict=True):
            tokens.extend(_tokens(article.text, piece, doc, (len(tokens), len(sentences))))
            sentences.extend(_places(piece, doc.sents))
            names.extend(Name(place, ent.label_) for ent, place in zip(doc.ents, _places(piece, doc.ents), strict=True))
    return Page(article, paragraphs, tuple(sentences), tuple(tokens), tuple(names))


def _batches(pieces: Iterable[Plain]) -> Iterator[list[Plain]]:
    """Pieces that the parser gets together: as many as memory has room for."""
    batch: list[Plain] = []
    left = PIECE
    for piece in pieces:
        if batch and len(piece.text) > left:
            yield batch
            batch, left = [], PIECE
        batch.append(piece)
        left -= len(piece.text)
    if batch:
        yield batch


def _places(piece: Plain, spans: Iterable[ParsedSpan]) -> list[Span]:
    return [piece.place(span.start_char, span.end_char) for span in spans]


def _tokens(text: str, piece: Plain, doc: Parse, before: tuple[int, int]) -> Iterator[Token]:
    """The piece's tokens; `before`: how many tokens and sentences the page has before them."""
    first, first_sentence = before
    for sentence, parsed in enumerate(doc.sents, first_sentence):
        for token in parsed:
            span = piece.place(token.idx, token.idx + len(token.text))
            yield Token(
                index=first + token.i,
                span=span,
                text=span.of(text),
                lemma=token.lemma_,
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=first + token.head.i,
                sentence=sentence,
                entity=token.ent_type_,
            )
