"""What is expected and how likely it is said to be, on short sentences of our own, by the rules alone."""

import pytest

from tests.reading.told import read_by_rules
from verbale.reading.page import Syntax


@pytest.mark.parametrize(
    ("text", "likelihood", "claim"),
    [
        ("The analyst predicted that the round would fail.", "likely", "the round would fail"),
        ("The hosts expect both sides to sign a truce.", "likely", "both sides to sign a truce"),
        ("The hosts do not expect a deal.", "unlikely", "a deal"),
        ("The envoy doubts whether the truce will hold.", "doubtful", "the truce will hold"),
        ("It cannot be ruled out that the talks will collapse.", "possible", "the talks will collapse"),
        ("Russia did not rule out a third round.", "possible", "a third round"),
        ("The sides are expected to sign a truce.", "likely", "The sides to sign a truce"),
        ("Signatures should not be expected before the summer.", "unlikely", "Signatures before the summer"),
        ("The talks are unlikely to resume.", "unlikely", "The talks to resume"),
        ("The talks are bound to fail.", "certain", "The talks to fail"),
        ("It is unlikely that the talks will resume.", "unlikely", "the talks will resume"),
        ("A deal is unlikely.", "unlikely", "A deal"),
        ("The success of the talks is in doubt.", "doubtful", "The success of the talks"),
        ("The possibility of a deal remains doubtful.", "doubtful", "a deal"),
        ("A third round is inevitable.", "certain", "A third round"),
        ("The mediator is confident that the truce will hold.", "certain", "the truce will hold"),
        ("The round will probably fail, the envoy said.", "likely", "The round will fail"),
        ("The round will definitely not fail, the envoy said.", "impossible", "The round will fail"),
        ("In all likelihood the council will sign, the envoy said.", "likely", "the council will sign"),
        ("The round will hardly succeed, the envoy said.", "unlikely", "The round will succeed"),
        ("There is little chance of a deal, the envoy said.", "unlikely", "a deal"),
        ("There is no chance of a deal, the envoy said.", "impossible", "a deal"),
        ("The envoy has doubts that the truce will hold.", "doubtful", "the truce will hold"),
        ("The envoy voiced skepticism about the success of the talks.", "doubtful", "the success of the talks"),
        ("“The talks may resume,” the envoy, Aya Noor, said.", "possible", "The talks may resume"),
        ("The analyst finds it improbable that the truce holds.", "unlikely", "the truce holds"),
        ("The analyst believes that the truce will surely fail.", "certain", "the truce will surely fail"),
        ("The analyst thinks that the truce could hold.", "possible", "the truce could hold"),
        ("There is no way the truce will hold, the host said.", "impossible", "the truce will hold"),
        ("“I doubt that we will see a deal,” the envoy, Aya Noor, said.", "doubtful", "we will see a deal"),
        ("“There will be nothing left,” said Ruth Sandell.", "certain", "There will be nothing left"),
        ("The envoy says that the sides either sign or leave.", "certain", "sign or leave"),
        ("The negotiators fear the mediator. The talks may yet fail.", "possible", "The talks may yet fail"),
        ("The analyst considers a deal unlikely.", "unlikely", "a deal"),
        ("Analysts see a deal as unlikely.", "unlikely", "a deal"),
        ("The talks look set to drag on.", "likely", "The talks to drag on"),
        ("Whether the rebels will sign is anyone's guess.", "possible", "the rebels will sign"),
        ("The truce will fail, predicts the analyst Ada Holm.", "likely", "The truce will fail"),
        ("Few diplomats expect a deal.", "unlikely", "a deal"),
        ("The chances of a compromise are slim.", "unlikely", "a compromise"),
        ("“There will be no deal,” said the analyst Ada Holm.", "impossible", "There will be no deal"),
        ("“The truce will collapse,” said Ruth Sandell, a former mediator.", "certain", "The truce will collapse"),
    ],
)
def test_a_hedge_says_how_likely_its_claim_is(text: str, likelihood: str, claim: str, syntax: Syntax) -> None:
    found = [(one.likelihood, one.claim.text) for one in read_by_rules(text, syntax).forecasts()]
    assert (likelihood, claim) in found


@pytest.mark.parametrize(
    "text",
    [
        "“We will meet on Friday,” Egypt's foreign minister, Karim Essa, said.",
        "“We will probably sign,” Egypt's foreign minister, Karim Essa, said.",
        "Will the truce collapse?",
        "“The round will open on Friday,” Egypt's foreign minister, Karim Essa, said.",
        "Either side may bring a map.",
        "The delegations are expected at the hall at noon.",
        "The next round is expected to take place in Oslo on 27 May.",
        "They left the talks that were expected to fail.",
        "The treaty talks of the delegations were supposed to yield a draft.",
        "Egypt believes that the map is old.",
        "To remove any doubt about the map, the envoy drew it.",
        "Egypt demanded a ceasefire.",
    ],
)
def test_a_plan_a_question_and_what_is_already_so_are_no_forecasts(text: str, syntax: Syntax) -> None:
    assert [one.claim.text for one in read_by_rules(text, syntax).forecasts()] == []


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (
            "“Either a document will be signed, or measures will follow,” the expert Ada Holm said.",
            ("a document will be signed", "measures will follow"),
        ),
        (
            "Analysts say that either the truce will hold or the envoys will leave.",
            ("the truce will hold", "the envoys will leave"),
        ),
        ("It remains unclear whether Egypt will sign or walk out.", ("Egypt will sign", "walk out")),
        ("The analyst predicted that the round would fail.", ()),
    ],
)
def test_alternatives_are_the_outcomes(text: str, outcomes: tuple[str, ...], syntax: Syntax) -> None:
    forecast = read_by_rules(text, syntax).forecasts()[0]
    assert tuple(one.text for one in forecast.outcomes) == outcomes


def test_a_forecast_has_whose_it_is_its_statement_and_by_when(syntax: Syntax) -> None:
    read = read_by_rules("“The talks will collapse by Friday,” said Ruth Sandell, a former mediator.", syntax)
    (forecast,) = read.forecasts()
    assert (forecast.id, forecast.statement, forecast.horizon) == ("f1", "s1", "2022-03-11")
    assert read.names((forecast.by or "",)) == ("Ruth Sandell",)


def test_what_the_paper_itself_expects_is_nobody_s(syntax: Syntax) -> None:
    (forecast,) = read_by_rules("The talks are unlikely to resume.", syntax).forecasts()
    assert (forecast.by, forecast.statement) == (None, None)
