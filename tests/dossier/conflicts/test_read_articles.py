"""Conflicts between short articles, read from their words."""

from pathlib import Path

import pytest

from tests.dossier.told import dossier_of

MET = (
    "2022-03-05",
    "Norway's foreign minister, Ola Berg, and Finland's foreign minister, Ilse Varga, met in Vienna on Thursday, 3 "
    "March, for talks on the border.",
)
USEFUL = (
    "2022-03-05",
    '"The talks on the border are useful and will go on until the summer," Norway\'s foreign minister, Ola Berg, '
    "told reporters in Vienna on Thursday.",
)
HELD = ("2022-03-05", "Norway and Finland held talks on the border in Vienna on Thursday, 3 March.")
CALLED_OFF = "The talks between Norway and Finland in Vienna on Thursday, 3 March, were called off, diplomats said."
FOREIGN = ("2022-03-05", "Norway's foreign minister, Ola Berg, said that the talks on the border would go on.")
DEFENCE = "Nobody should hope for much, Norway's defence minister, Ola Berg, told reporters at the harbour of Bergen."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            MET,
            (
                "2022-03-06",
                "Finland's foreign minister, Ilse Varga, met Norway's foreign minister, Ola Berg, in Vienna on "
                "Wednesday, 2 March. Nobody said what the two had brought along to their talks.",
            ),
            [("date", "Harbour Wire dates it 3 March 2022, Prairie Tribune 2 March 2022.")],
        ),
        (
            MET,
            (
                "2022-03-06",
                "Finland's foreign minister, Ilse Varga, met Norway's foreign minister, Ola Berg, in Geneva on "
                "Thursday, 3 March. Their talks were about the border.",
            ),
            [("place", "Harbour Wire has it in Vienna, Prairie Tribune in Geneva.")],
        ),
        (
            MET,
            (
                "2022-03-06",
                "Finland's foreign minister, Ilse Varga, met Norway's foreign minister, Ola Berg, in Austria this "
                "week. Their talks were about the border.",
            ),
            [],
        ),
        (
            ("2022-03-05", "The third round of the talks between Norway and Finland was held in Vienna on 3 March."),
            ("2022-03-06", "Norway and Finland held the fourth round of their talks in Vienna on Thursday, 3 March."),
            [("number", "Harbour Wire counts it as the third, Prairie Tribune as the fourth.")],
        ),
        (
            USEFUL,
            (
                "2022-03-06",
                "Reporters had waited in the rain. “The talks on the border are useless and will go on until the "
                "summer,” Norway's foreign minister, Ola Berg, said in Vienna on Thursday.",
            ),
            [("wording", "Harbour Wire quotes “useful” where Prairie Tribune has “useless”.")],
        ),
        (
            ("2022-03-05", "Finland delivered its written answer to the Norwegian draft on Thursday, 3 March."),
            ("2022-03-06", "Finland denied that it had delivered a written answer to the Norwegian draft."),
            [("denied", "Harbour Wire tells it; in Prairie Tribune it is denied.")],
        ),
        (
            HELD,
            ("2022-03-06", CALLED_OFF),
            [("status", "Harbour Wire says that it took place, Prairie Tribune that it was called off.")],
        ),
        (("2022-03-01", CALLED_OFF), HELD, []),
        (
            FOREIGN,
            ("2022-03-05", DEFENCE),
            [
                (
                    "role",
                    "Harbour Wire calls Ola Berg foreign minister (Norway), "
                    "Prairie Tribune defence minister (Norway) at the same time.",
                )
            ],
        ),
        (FOREIGN, ("2022-05-05", DEFENCE), []),
        (
            (
                "2022-03-05",
                "Norway's prime minister, Ola Berg, and Finland's prime minister, Ilse Varga, spoke by telephone late "
                "on Thursday, 3 March, about the talks.",
            ),
            (
                "2022-03-06",
                "It was past midnight in Helsinki when Finland's prime minister, Ilse Varga, and Norway's prime "
                "minister, Ola Berg, spoke by telephone on Friday, 4 March.",
            ),
            [],
        ),
    ],
    ids=[
        "another day",
        "another town",
        "less exactly",
        "another number",
        "another word",
        "denied",
        "called off",
        "called off before it was held after all",
        "two offices",
        "a new office",
        "two time zones",
    ],
)
def test_two_articles_contradict_one_another_in_this_alone(
    first: tuple[str, str], second: tuple[str, str], expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    with dossier_of(tmp_path, (first, second)) as dossier:
        assert [(one.kind, one.what) for one in dossier.conflicts()] == expected
