"""textacy's answers in our terms, with stand-ins for what textacy gives, so that it need not be installed."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import spacy
from spacy.tokens import Doc

from benchmarks.textacy_peer import quotations


def _doc() -> Doc:
    words = ["Old", "Ana", "did", "say", "“", "no", "”", "."]
    heads = [1, 3, 3, 3, 5, 3, 5, 3]
    deps = ["amod", "nsubj", "aux", "ROOT", "punct", "ccomp", "punct", "punct"]
    spaces = [True, True, True, True, False, False, False, False]
    return Doc(spacy.blank("en").vocab, words=words, spaces=spaces, heads=heads, deps=deps)


def test_a_speaker_becomes_the_whole_phrase_and_neighbouring_words_one_span() -> None:
    doc = _doc()
    found = SimpleNamespace(speaker=[doc[1]], cue=[doc[2], doc[3]], content=doc[4:7])
    (parts,) = quotations(doc, lambda _: [found]) or ()
    assert [span.of(doc.text) for span in (*parts.source, *parts.cue, *parts.content)] == [
        "Old Ana ",
        "did say ",
        "“no”",
    ]


def test_an_article_on_which_textacy_raises_an_error_has_no_answer() -> None:
    def refuse(_: Doc) -> Iterator[Any]:
        yield SimpleNamespace(speaker=[], cue=[], content=[])
        raise ValueError("3 quotation marks found, indicating an unclosed quotation")

    assert quotations(_doc(), refuse) is None
