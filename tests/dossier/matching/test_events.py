import pytest

from tests.dossier.matching.reports import event
from verbale.dossier.answers import Report
from verbale.dossier.matching import same_event
from verbale.record import Event

BOTH = ("Norland", "Sudria")
SENTENCES = (
    "Norland and Sudria met in Geneva.",
    "In Geneva the two neighbours have met over the river.",
    "It was a long day for those who met.",
)


def met(
    article: int, when: str | None = "2022-01-12", *, place: str | None = "Geneva", **known: object
) -> Report[Event]:
    return event(article, SENTENCES[article - 1], "met", when, place=place, **{"actors": BOTH} | known)


def refused(article: int, sentence: str, anchor: str, **known: object) -> Report[Event]:
    return event(article, sentence, anchor, **{"type": "REJECT", "actors": ("Norland",), **known})


@pytest.mark.parametrize(
    ("known", "new"),
    [
        pytest.param(met(1), met(2), id="the same in all"),
        pytest.param(met(1), met(2, place=None), id="a place that one leaves open"),
        pytest.param(met(1), met(2, place="Lausanne"), id="another place on the same day"),
        pytest.param(met(1), met(2, "2022-01-14", published="2022-01-15"), id="another day in the same place"),
        pytest.param(met(1, "2022-01-12"), met(2, "2022-01-13"), id="a day apart, as over time zones"),
        pytest.param(met(1), met(2, None), id="no day, and told within days"),
        pytest.param(met(1, "2022-01", status="planned", published="2021-12-20"), met(2), id="planned for that month"),
        pytest.param(met(1), met(2, status="denied"), id="said not to have been"),
        pytest.param(met(1), met(2, actors=("the Norland side", "Sudria")), id="the side of a state is the state"),
        pytest.param(
            refused(1, "Norland rejected the plan for a dam in the gorge.", "rejected"),
            refused(2, "In the gorge there will be no dam: Norland turned down the plan.", "turned"),
            id="a refusal in other words",
        ),
        pytest.param(
            event(1, "Norland accused Sudria of holding back water.", "accused", type="ACCUSE", actors=("Norland",),
                  recipients=("Sudria",)),
            event(2, "Water is held back, Norland charged, and Sudria knows it.", "charged", type="ACCUSE",
                  actors=("Norland",), recipients=("Sudria",)),
            id="the same two parties",
        ),
        pytest.param(
            event(1, "Davit Maro was arrested on the bridge.", "arrested", type="COERCE", actors=(),
                  recipients=("Davit Maro",)),
            event(2, "Police in Odrana confirmed that they had arrested him.", "arrested", type="COERCE",
                  actors=("River Council",), recipients=("Davit Maro",)),
            id="a deed of which one doesn't tell who does it",
        ),
        pytest.param(
            event(1, "Norland delivered its written answer to the draft.", "delivered", "2022-01-04", type="AGREE",
                  actors=("Norland",)),
            event(2, "Norland denied that it had delivered a written answer.", "delivered", "2022-01-12", type="REJECT",
                  actors=("Norland",)),
            id="what is done once to a paper, denied and dated otherwise",
        ),
        pytest.param(
            refused(1, "The allies will not sign the paper, it was said.", "sign", actors=()),
            refused(2, "The allies will not sign the paper, it was said.", "sign", actors=(), copy_of=1),
            id="one sentence in a copy",
        ),
    ],
)  # fmt: skip
def test_reports_of_one_happening_are_one(known: Report[Event], new: Report[Event]) -> None:
    judged = same_event(new, [known])
    assert judged is not None
    assert (judged.left, judged.right) == (known.ref, new.ref)


@pytest.mark.parametrize(
    ("known", "new"),
    [
        pytest.param(met(1), met(2, "2022-01-20", published="2022-01-21"), id="another week"),
        pytest.param(met(1), met(2, "2022-01-14", place="Lausanne", published="2022-01-15"), id="other day and place"),
        pytest.param(met(1), met(2, actors=("Norland", "Estria")), id="other parties elsewhere in the hall"),
        pytest.param(met(1), met(2, None, published="2022-03-01"), id="no day, and weeks later"),
        pytest.param(met(1), met(2, None, published=None), id="nothing known of its day"),
        pytest.param(
            event(1, "Norland and Sudria held talks in Geneva.", "talks", "2022-01-12", actors=BOTH, place="Geneva"),
            event(2, "Norland and Sudria held talks in Geneva.", "talks", "2022-01-14", actors=BOTH, place="Geneva",
                  published="2022-01-15"),
            id="talks on another day",
        ),
        pytest.param(
            refused(1, "Norland rejected the plan for a dam in the gorge.", "rejected"),
            refused(2, "Norland rejected a visit of inspectors to the harbour.", "rejected"),
            id="a refusal of something else",
        ),
        pytest.param(
            refused(1, "Norland rejected the plan for a dam in the gorge.", "rejected"),
            refused(2, "Sudria rejected the plan for a dam in the gorge.", "rejected", actors=("Sudria",)),
            id="another party's refusal",
        ),
        pytest.param(
            refused(1, "Norland rejected the plan for a dam in the gorge.", "rejected"),
            refused(2, "Norland backed the plan for a dam in the gorge.", "backed", type="SUPPORT"),
            id="a deed of another sort",
        ),
        pytest.param(met(1), refused(2, SENTENCES[1], "met"), id="a meeting and what is none"),
    ],
)  # fmt: skip
def test_what_differs_in_more_is_not_one(known: Report[Event], new: Report[Event]) -> None:
    assert same_event(new, [known]) is None


def test_the_same_day_goes_before_a_day_nearby() -> None:
    judged = same_event(met(3), [met(1, "2022-01-13"), met(2)])
    assert judged is not None
    assert judged.left.article == 2
