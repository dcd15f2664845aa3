"""Changes between short articles, read from their words."""

from pathlib import Path

import pytest

from tests.dossier.told import dossier_of

DEMANDED = (
    "2022-03-05",
    "Norway demanded on Thursday, 3 March, that Finland withdraw its troops from the strait. Rain fell on the harbour, "
    "and few had come to hear it.",
)
SUPPORTED = (
    "2022-03-05",
    "Norway supports a joint fishing zone, Foreign Minister Ola Berg said on Thursday after talks with Finland.",
)
EXPECTED = (
    "2022-03-05",
    "The analyst Mia Lund expects Norway and Finland to sign the border treaty in Vienna on 4 April. The talks go on.",
)


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        (
            DEMANDED,
            "The talks have stalled. Norway again demanded on Monday that Finland withdraw its troops.",
            ["repeated"],
        ),
        (
            DEMANDED,
            "The talks have stalled. Norway called on Finland on Monday to withdraw its troops from the strait.",
            ["repeated"],
        ),
        (
            DEMANDED,
            "The talks have moved. Norway has dropped its demand that Finland withdraw its troops from the strait, "
            "diplomats said on Monday.",
            ["dropped"],
        ),
        (
            DEMANDED,
            "The talks have stalled. Norway demanded on Monday that Finland withdraw its troops from the strait "
            "immediately.",
            ["hardened"],
        ),
        (
            DEMANDED,
            "The talks have moved. Norway demanded on Monday that Finland gradually withdraw its troops from the "
            "strait.",
            ["softened"],
        ),
        (
            DEMANDED,
            "Finland withdrew its troops from the strait on Monday, 4 April. The last of them left at noon.",
            ["met"],
        ),
        (DEMANDED, "Finland refused on Monday to withdraw its troops from the strait. Gulls looked on.", []),
        (
            SUPPORTED,
            "There is bad news from Oslo. Norway rejected the joint fishing zone on Monday and broke off the talks.",
            ["position"],
        ),
        (
            SUPPORTED,
            "There is bad news from Oslo. Norway rejected the customs union on Monday and broke off the talks.",
            [],
        ),
        (EXPECTED, "Norway and Finland signed the border treaty in Vienna on Monday, 4 April.", ["came true"]),
        (
            EXPECTED,
            "Norway and Finland signed the border treaty in Geneva on Wednesday, 6 April.",
            ["did not come true"],
        ),
        (EXPECTED, "Norway and Finland met in Geneva on Wednesday, 6 April, and talked about fish.", []),
    ],
)
def test_a_later_article_changes_what_an_earlier_one_told(
    first: tuple[str, str], later: str, expected: list[str], tmp_path: Path
) -> None:
    with dossier_of(tmp_path, (first, ("2022-04-07", later))) as dossier:
        assert [one.kind for one in dossier.changes()] == expected
