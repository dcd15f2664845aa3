import pytest

from tests.dossier.matching.reports import meeting
from verbale.dossier.answers import Report
from verbale.dossier.matching import same_round
from verbale.record import Round

BOTH = ("Norland", "Sudria")


def held(article: int, when: str | None = "2022-01-12", **known: object) -> Report[Round]:
    return meeting(article, f"Their round was held, article {article} says.", when, **known)


@pytest.mark.parametrize(
    ("known", "new"),
    [
        pytest.param(held(1, parties=BOTH, place="Geneva"), held(2, parties=BOTH, place="Geneva"), id="all the same"),
        pytest.param(held(1, number=3, place="Geneva"), held(2, number=2, place="Geneva"), id="counted otherwise"),
        pytest.param(held(1, number=3, parties=BOTH), held(2, None, number=3, parties=BOTH), id="number and parties"),
        pytest.param(held(1, number=3), held(2, "2022-W02", number=3), id="number and week"),
        pytest.param(held(1, place="Geneva"), held(2, place="Geneva", parties=BOTH), id="place and day"),
        pytest.param(
            held(1, None, number=3).model_copy(update={"words": "The third round."}),
            held(2, None, number=3, copy_of=1).model_copy(update={"words": "The third round."}),
            id="one sentence in a copy",
        ),
    ],
)
def test_reports_of_one_round_are_one(known: Report[Round], new: Report[Round]) -> None:
    assert same_round(new, [known]) is not None


@pytest.mark.parametrize(
    ("known", "new"),
    [
        pytest.param(held(1, number=2, parties=BOTH), held(2, "2022-02-20", number=3, parties=BOTH), id="the next one"),
        pytest.param(held(1, number=2), held(2, None, number=2, published="2022-03-14"), id="a number alone"),
        pytest.param(
            held(1, number=2, parties=BOTH),
            held(2, number=2, parties=("Norland", "Estria"), place="Geneva"),
            id="another negotiation's",
        ),
        pytest.param(
            held(1, number=2, place="Geneva"), held(2, number=3, place="Odrana"), id="number and place differ"
        ),
        pytest.param(held(1, None), held(2, None), id="nothing told"),
    ],
)
def test_other_rounds_are_not(known: Report[Round], new: Report[Round]) -> None:
    assert same_round(new, [known]) is None
