"""Contents' edges: at quotation marks, at words, without the full stop behind."""

import pytest

from tests.pages import bare_page
from verbale.reading.attributions.mending import bare, mended
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.drafts import Attribution
from verbale.reading.quotes import find_quotes
from verbale.spans import Span


def mend(text: str, cue: str, *contents: str) -> list[str]:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    given = Attribution((), (span(cue),), tuple(span(words) for words in contents), 0.5)
    quoted = Quoted.of(find_quotes(bare_page(text)))
    return [one.of(text) for one in mended(bare_page(text), given, quoted).content]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“We left,” she said.", "We left", ["“We left,”"]),
        ("“We left. Nobody stayed,” she said.", "stayed", ["“We left. Nobody stayed,”"]),
        ("“We left, ”she said.", "We left", ["“We left, ”"]),
        ("she said he has “no time”.", "he has “no", ["he has “no time”"]),
        ("she said: “We left", "We left", ["“We left"]),
        ("she said it failed.", " it failed. ", ["it failed"]),
        ("she said it failed in the U.S.", "it failed in the U.S.", ["it failed in the U.S"]),
        ("— We left, — she said.\n— So.", "— We left,", ["We left,"]),
        ("“They told us, ‘We can’t go’,” she said.", "We can’t", ["“They told us, ‘We can’t go’,”"]),
    ],
)
def test_a_content_takes_the_whole_of_the_quotation_that_it_shares(
    text: str, content: str, expected: list[str]
) -> None:
    content = content if content in text else content.strip()
    assert mend(text, "she said", content) == expected


def test_a_report_inside_a_quotation_keeps_to_its_own_words() -> None:
    text = "“They told us it failed,” she said."
    assert mend(text, "told", "it failed") == ["it failed"]


def test_contents_that_meet_in_one_quotation_become_one() -> None:
    assert mend("“We left. So,” she said.", "she said", "We", "So") == ["“We left. So,”"]


@pytest.mark.parametrize(
    ("text", "words"), [(" so, ", "so"), ("so…", "so"), ("“So.”", "“So.”"), (" - so -", "so"), ("...", "")]
)
def test_bare_words_have_no_stops_at_their_edges(text: str, words: str) -> None:
    assert bare(text, Span(0, len(text))).of(text) == words
