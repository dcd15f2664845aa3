"""Which time says when something happened or was said."""

import pytest

from tests.records import span
from tests.timed import laid_out
from verbale.reading.page import Syntax
from verbale.reading.when import governing_time


@pytest.mark.parametrize(
    ("text", "asked", "value"),
    [
        ("The envoy said on Monday that they would sign on Friday.", "said", "2022-01-17"),
        ("The envoy said on Monday that they would sign on Friday.", "sign", "2022-01-21"),
        (
            "On January 10 the delegations met in Geneva, and on January 12 they met in Brussels.",
            "met in G",
            "2022-01-10",
        ),
        (
            "On January 10 the delegations met in Geneva, and on January 12 they met in Brussels.",
            "met in B",
            "2022-01-12",
        ),
        ("On Monday the minister arrived and signed the text.", "signed", "2022-01-17"),
        ("Monday's meeting in Geneva ended early.", "meeting", "2022-01-17"),
        ("The minister left.", "left", None),
        ("The deputy said the vote had been held on Monday.", "said", None),
        (
            "On December 17, the ministry published the drafts. It says that both sides must leave.",
            "says",
            "2021-12-17",
        ),
        ("On December 17, the ministry published the drafts.\nThe envoy says that both must leave.", "says", None),
        ("On December 17, the ministry published the drafts. The sides will meet.", "meet", None),
        ("The secretary said no on Tuesday, two days after accepting the invitation.", "said", "2022-01-18"),
    ],
)
def test_a_clause_is_governed_by_its_own_time_or_the_stories(
    text: str, asked: str, value: str | None, syntax: Syntax
) -> None:
    page, times = laid_out(text, syntax)

    found = governing_time(page, times, span(text, asked))

    assert (found.value if found else None) == value


def test_a_time_in_the_content_never_governs_the_cue(syntax: Syntax) -> None:
    text = "“We met on Monday,” she said."
    page, times = laid_out(text, syntax)

    assert governing_time(page, times, span(text, "said"), apart_from=[span(text, "We met on Monday,")]) is None
