"""Whether two wordings are of one issue."""

import pytest

from verbale.dossier.changes import same_issue


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("answer the draft in writing", "a written answer to both drafts", True),
        ("a written answer to both drafts", "the written answer come within a week", True),
        ("limits on missiles", "talks on missiles", False),
        ("limits on missiles", "limits on the size of exercises", False),
        ("the withdrawal of all troops from the border", "withdraw its soldiers from the border", True),
        ("take in new members", "take in no new members", False),
        ("enlargement", "further expansion", True),
        ("the fishing grounds", "the fishing fleet", False),
        ("", "", False),
        ("a 5 percent rise in pay", "a pay rise of 5 percent", True),
    ],
)
def test_wordings_of_one_issue_share_most_of_their_stems(left: str, right: str, expected: bool) -> None:
    assert same_issue(left, right) is expected
    assert same_issue(right, left) is expected
