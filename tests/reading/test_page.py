"""The page as spaCy and we lay it out: sentences, tokens in the article's own words, the tree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.article import Article
from verbale.reading.page import Syntax, lay_out, prepare_syntax
from verbale.reading.plain import PIECE


def sentences(text: str, syntax: Syntax) -> list[str]:
    return [sentence.of(text) for sentence in lay_out(Article(text=text), syntax).sentences]


@pytest.mark.parametrize(
    "expected",
    [
        ["“We have tabled a text, ”Okafor concluded.", "The talks go on."],
        ["She told him.", "“The end is near,” he added."],
        ['“Is it over?" he asked.', "“Stop!” Varga said.", "He left."],
        [
            "Lt. Gen. J. K. Brandt met Gov. Oberg in St. Anselm on Jan. 10 at No. 5.",
            "They left at 8 a.m.",
            "The talks began.",
        ],
        ["One can “judge the neighbours’ weather.” serving the club for years.", "He named nobody."],
        ["“This draft is dead on arrival.” -Senior negotiator Paul Okafor"],
    ],
)
def test_sentences_survive_what_translators_and_keyboards_do(expected: list[str], syntax: Syntax) -> None:
    text = " ".join(expected).replace("him. “", "him.“")
    assert sentences(text, syntax) == expected


def test_a_line_break_ends_a_sentence_unless_the_text_is_wrapped(syntax: Syntax) -> None:
    assert sentences("Talks resume Monday\nFloods hit the north", syntax) == [
        "Talks resume Monday",
        "Floods hit the north",
    ]
    wrapped = (
        "The guild said on Thursday that it would guide no ship\nthrough the narrows until the beacons were lit again."
    )
    assert sentences(wrapped, syntax) == [wrapped]


def test_tokens_are_the_article_s_own_words_whatever_the_parser_saw(syntax: Syntax) -> None:
    text = "Nego\u00adtiators said: ``No.''  They left,”he said."
    page = lay_out(Article(text=text), syntax)
    assert [token.text for token in page.tokens] == [token.span.of(text) for token in page.tokens]
    assert "Nego\u00adtiators" in [token.text for token in page.tokens]
    assert [token.text for token in page.tokens if token.text in ("``", "''", "”")] == ["``", "''", "”"]
    assert [token.index for token in page.tokens] == list(range(len(page.tokens)))


def test_an_abbreviation_is_one_token(syntax: Syntax) -> None:
    page = lay_out(Article(text="Lt. Gen. Brandt left."), syntax)
    assert [token.text for token in page.tokens][:2] == ["Lt.", "Gen."]


def test_the_tree_can_be_climbed_and_gathered(syntax: Syntax) -> None:
    page = lay_out(Article(text="The envoy of Norland said that the talks failed."), syntax)
    said = next(token for token in page.tokens if token.text == "said")
    failed = next(token for token in page.tokens if token.text == "failed")
    assert said in page.ancestors(failed)
    assert failed in page.children(said)
    assert [token.text for token in page.subtree(failed)] == ["that", "the", "talks", "failed"]
    assert page.top(failed.span) == failed
    assert page.head(said) == said


def test_evidence_is_the_sentences_that_the_spans_touch(syntax: Syntax) -> None:
    text = "One came. Two came. Three left. Four left."
    page = lay_out(Article(text=text), syntax)
    touched = page.sentences_of(page.sentences[2], page.sentences[0])
    assert [sentence.of(text) for sentence in touched] == ["One came.", "Three left."]


def test_a_page_over_several_pieces_is_one_page(syntax: Syntax) -> None:
    paragraph = "The envoy said that the talks failed. "
    text = "\n".join([paragraph.strip()] * (PIECE // len(paragraph) + 5))
    page = lay_out(Article(text=text), syntax)
    assert len(page.sentences) == len(page.paragraphs)
    assert [token.index for token in page.tokens] == list(range(len(page.tokens)))
    last = page.tokens[-1]
    assert last.sentence == len(page.sentences) - 1
    assert page.tokens[last.head].sentence == last.sentence


def test_a_paragraph_is_parsed_as_if_it_stood_alone(syntax: Syntax) -> None:
    paragraphs = ["Talks resume Monday", "The envoy of Norland, Ilse Varga, said so.", "• Nobody left the room."]
    page = lay_out(Article(text="\n\n".join(paragraphs)), syntax)
    alone = [token for text in paragraphs for token in lay_out(Article(text=text), syntax).tokens]
    assert [(token.text, token.tag, token.dep, token.entity) for token in page.tokens] == [
        (token.text, token.tag, token.dep, token.entity) for token in alone
    ]
    assert [page.paragraphs.index(sentence) for sentence in page.sentences[:2]] == [0, 1]
    assert {page.tokens[token.head].sentence == token.sentence for token in page.tokens} == {True}


def test_preparing_twice_changes_nothing_more(syntax: Syntax) -> None:
    names = list(syntax.pipe_names)
    assert prepare_syntax(syntax) is syntax
    assert syntax.pipe_names == names


@given(text=st.text(alphabet="ABab. ,?!\n\"“”'’«»-—…()\u00ad\u200b1 ", max_size=60))
@settings(max_examples=40)
def test_of_any_text_sentences_and_tokens_lie_in_order_inside_it(syntax: Syntax, text: str) -> None:
    page = lay_out(Article(text=text), syntax)
    for spans in (page.sentences, tuple(token.span for token in page.tokens), page.paragraphs):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert list(spans) == sorted(spans)
    assert all(page.sentences[token.sentence].overlaps(token.span) for token in page.tokens)
