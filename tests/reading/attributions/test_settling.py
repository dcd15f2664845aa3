"""Each quotation is one report's, on attributions written by hand."""

import re

import pytest

from tests.marked import shown
from tests.pages import bare_page
from verbale.reading.attributions.quoted import Quoted
from verbale.reading.attributions.settling import settled
from verbale.reading.drafts import Attribution
from verbale.reading.quotes import find_quotes
from verbale.spans import Span

Words = tuple[str, str, tuple[str, ...]]
"""Source, cue and contents, each as words of the text; an empty source or cue for none."""


def settle(text: str, *given: Words) -> list[str]:
    """What becomes of the attributions, shown as "[source] <cue> {content} #flags"."""

    def spans(*words: str) -> tuple[Span, ...]:
        found = (re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text) for one in words if one)
        return tuple(Span(*match.span()) for match in found if match)

    page = bare_page(text)
    found = [Attribution(spans(source), spans(cue), spans(*content), 0.5) for source, cue, content in given]
    out = settled(page, found, Quoted.of(find_quotes(page)))
    return [" ".join([str(shown(text, one)), *(f"#{flag}" for flag in one.flags)]) for one in out if one.content]


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        (
            "“We left,” she said. “All of us.”",
            [("she", "said", ("“We left,”", "“All of us.”"))],
            ["[she] <said> {“We left,” … “All of us.”}"],
        ),
        (
            "“We left,” she said. “All of us,” he added, “and the dog.”",
            [("she", "said", ("“We left,”", "“All of us,”")), ("he", "added", ("“and the dog.”",))],
            ["[she] <said> {“We left,”}", "[he] <added> {“All of us,” … “and the dog.”}"],
        ),
        (
            "PORT ELWIN - “We left,” he said.",
            [("PORT ELWIN", "-", ("“We left,”",)), ("he", "said", ("“We left,”",))],
            ["[he] <said> {“We left,”}"],
        ),
        (
            "“We left.” — Ada Holm\n“We stayed.” — Ivo Brant",
            [("Ada Holm", "—", ("“We stayed.”",)), ("Ivo Brant", "— Ivo", ("“We stayed.”",))],
            ["[Ada Holm] <—> {“We left.”}", "[Ivo Brant] <— Ivo> {“We stayed.”}"],
        ),
        (
            "“We left.” He said “so”.",
            [("He", "said", ("“so”",))],
            ["[He] <said> {“so”}"],
        ),
        (
            "“They told us ‘no’,” she said.",
            [("They", "told", ("‘no’",)), ("she", "said", ("“They told us ‘no’,”",))],
            ["[They] <told> {‘no’}", "[she] <said> {“They told us ‘no’,”}"],
        ),
    ],
)
def test_a_comma_or_a_dash_hands_a_quotation_to_the_report_behind_it(
    text: str, given: list[Words], expected: list[str]
) -> None:
    assert settle(text, *given) == expected


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        (
            "“We left,” she said.\n\n“All of us.”",
            [("she", "said", ("“We left,”", "“All of us.”"))],
            ["[she] <said> {“We left,”}", "[] <> {“All of us.”} #continued #inferred_speaker"],
        ),
        (
            "11:15 Bus strike\nHe walked, one nurse said.",
            [("one nurse", "said", ("11:15 Bus strike\nHe walked",))],
            ["[one nurse] <said> {He walked}"],
        ),
        (
            "“We left,” she said.\n\n“Who saw it?” he asked.",
            [("she", "said", ("“We left,”", "“Who saw it?”")), ("he", "asked", ("“Who saw it?”",))],
            ["[she] <said> {“We left,”}", "[he] <asked> {“Who saw it?”}"],
        ),
        (
            "She wrote:\n\n“We left.”",
            [("She", "wrote", ("“We left.”",))],
            ["[She] <wrote> {“We left.”}"],
        ),
    ],
)
def test_a_report_keeps_to_its_paragraph(text: str, given: list[Words], expected: list[str]) -> None:
    assert settle(text, *given) == expected


@pytest.mark.parametrize(
    ("text", "long", "flags"),
    [
        ("“We left,” she said. “All of us.\n\n“And the dog.”", "“All of us.\n\n“And the dog.”", ""),
        ("“We left,” she said. “All of us.\n\nIt rained.", "“All of us.", " #unclosed"),
    ],
)
def test_a_quotation_over_paragraphs_or_without_its_end_is_a_statement_of_its_own(
    text: str, long: str, flags: str
) -> None:
    assert settle(text, ("she", "said", ("“We left,”", long))) == [
        "[she] <said> {“We left,”}",
        f"[she] <said> {{{long}}}{flags}",
    ]
