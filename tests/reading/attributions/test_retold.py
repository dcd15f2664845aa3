"""Reports inside reports: the rules' findings in another's content, the parse alone spaCy's."""

import pytest

from tests.marked import marked, shown
from verbale.article import Article
from verbale.lexicon.speech import load_speech
from verbale.reading.attributions.cues import find_cues
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.attributions.retold import find_retold
from verbale.reading.drafts import Attribution
from verbale.reading.page import Syntax, lay_out
from verbale.reading.quotes import find_quotes
from verbale.spans import Span

SPEECH = load_speech()


def attribution(text: str, example: str, confidence: float) -> Attribution:
    one = marked(example)

    def spans(words: tuple[str, ...]) -> tuple[Span, ...]:
        return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)

    return Attribution(spans(one.source), spans(one.cue), spans(one.content), confidence)


def retold(outer: str, inner: str, syntax: Syntax) -> list[str]:
    """What is kept of the inner finding, once the outer report stands."""
    text = marked(outer).text
    page = lay_out(Article(text=text), syntax)
    quoted = Quoted.of(find_quotes(page))
    cues = tuple(find_cues(page, quoted, SPEECH))
    given = attribution(text, outer, 0.9), attribution(text, inner, 0.5)
    return [str(shown(text, one)) for one in find_retold(page, given[:1], given[1:], cues)]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        (
            "{“The general told me that they would be home,”} <said> [Marta Kolb].",
            "[The general] <told> {that they would be home}",
        ),
        (
            "[The lawyer] <said> {the minister had testified that the runway was lit}.",
            "[the minister] <had testified> {that the runway was lit}",
        ),
        (
            "[Velmark] <rejected> {Tarsia's allegation that its trawlers had crossed the line}.",
            "[Tarsia's] <allegation> {that its trawlers had crossed the line}",
        ),
    ],
)
def test_a_report_in_the_content_of_another_is_kept(outer: str, inner: str, syntax: Syntax) -> None:
    assert retold(outer, inner, syntax) == [inner]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        (
            "{“He told me that they would be home,”} <said> [Marta Kolb].",
            "[He] <told> {that they would be home}",
        ),
        (
            "[The lawyer] <said> {the minister would testify that the runway was lit}.",
            "[the minister] <would testify> {that the runway was lit}",
        ),
        (
            "[Velmark] <praised> {Tarsia's claim that its trawlers had crossed the line}.",
            "[Tarsia's] <claim> {that its trawlers had crossed the line}",
        ),
        (
            "{The lawyer knew it}, [she] <said>, and the minister testified that the runway was lit.",
            "[the minister] <testified> {that the runway was lit}",
        ),
    ],
)
def test_other_findings_stay_out(outer: str, inner: str, syntax: Syntax) -> None:
    assert retold(outer, inner, syntax) == []
