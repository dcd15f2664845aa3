"""The page: an article's paragraphs, sentences and tokens with their parse. The only file that sees spaCy's `Doc`."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from verbale.article import Article
from verbale.spans import Span


class ParsedToken(Protocol):
    """What a page takes from spaCy's `Token`."""

    i: int

    @property
    def is_space(self) -> bool: ...
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

    start_char: int
    end_char: int

    @property
    def text(self) -> str: ...
    @property
    def label_(self) -> str: ...


class Parse(Protocol):
    """What a page takes from spaCy's `Doc`."""

    def __iter__(self) -> Iterator[ParsedToken]: ...
    @property
    def sents(self) -> Iterator[ParsedSpan]: ...
    @property
    def ents(self) -> Iterable[ParsedSpan]: ...


class Syntax(Protocol):
    """A spaCy pipeline as a page sees it; named by its shape, so that importing a page doesn't load spaCy."""

    def __call__(self, text: str, /) -> Parse: ...


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


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity as spaCy found it: a place in the text and spaCy's label."""

    span: Span
    label: str


@dataclass(frozen=True)
class Page:
    """An article laid out. Spans are `[start, end)` in code points of `text`; all are in the order of the text."""

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
        return tuple(one for one in self.sentences if any(one.overlaps(span) for span in spans))


def lay_out(article: Article, syntax: Syntax) -> Page:
    """The article's paragraphs, sentences and tokens, by one spaCy pass."""
    doc = syntax(article.text)
    words = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(words)}
    sentences = [
        Span(sent.start_char, sent.end_char).trimmed(article.text) for sent in doc.sents if sent.text.strip()
    ]
    starts = [sentence.start for sentence in sentences]
    tokens = tuple(
        Token(
            index=index,
            span=Span(token.idx, token.idx + len(token.text)),
            text=token.text,
            lemma=token.lemma_,
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=place.get(token.head.i, index),
            sentence=max(0, bisect_right(starts, token.idx) - 1),
            entity=token.ent_type_,
        )
        for index, token in enumerate(words)
    )
    names = tuple(Name(Span(ent.start_char, ent.end_char), ent.label_) for ent in doc.ents)
    return Page(article, find_paragraphs(article.text), tuple(sentences), tokens, names)


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The stretches between line breaks that hold more than white space."""
    paragraphs, start = [], 0
    for line in text.splitlines(keepends=True):
        span = Span(start, start + len(line)).trimmed(text)
        if span.end > span.start:
            paragraphs.append(span)
        start += len(line)
    return tuple(paragraphs)
