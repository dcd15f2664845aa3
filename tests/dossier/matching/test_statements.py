import pytest

from tests.dossier.matching.reports import said
from verbale.dossier.answers import Report
from verbale.dossier.matching import same_statement
from verbale.record import Statement

DIFFICULT = said(1, '"Without a bridge, further talks are difficult,"')
ROAD = said(1, "that Norland would open the road to the port before winter")


@pytest.mark.parametrize(
    ("known", "new"),
    [
        pytest.param(DIFFICULT, said(2, '"Without a bridge, further talks are difficult,"'), id="the same quotation"),
        pytest.param(DIFFICULT, said(2, '"Without a bridge, further talks are impossible."'), id="a word otherwise"),
        pytest.param(DIFFICULT, said(2, 'that "further talks are difficult"'), id="a part of the quotation"),
        pytest.param(
            DIFFICULT, said(2, '"Without a bridge, further talks are difficult,"', None), id="a speaker not told"
        ),
        pytest.param(
            DIFFICULT, said(2, '"Without a bridge, further talks are difficult,"', "Davit Maro"), id="another speaker"
        ),
        pytest.param(
            said(1, 'the mood as "businesslike"'), said(2, 'the atmosphere "businesslike"'), id="one quoted word"
        ),
        pytest.param(ROAD, said(2, "that his country will open the road to the port"), id="a part of what was said"),
        pytest.param(
            said(1, "the Council to drop its plan for a dam"),
            said(2, "the Council to abandon its proposal for the dam on the river"),
            id="words of one meaning",
        ),
        pytest.param(
            said(1, "that Norland would open the road", when="2022-01-13"),
            said(2, "that Norland would open the road", when="2022-01-14", published="2022-01-15"),
            id="a day apart, as over time zones",
        ),
        pytest.param(
            said(1, "that the lock would be opened for ferries in spring", "Norlanders"),
            said(2, "that ferries may pass the lock from spring, when it is opened", "Norland"),
            id="a state and its people",
        ),
        pytest.param(
            said(1, "the road was never closed", None),
            said(2, "the road was never closed", None, copy_of=1),
            id="in a copy, whoever speaks",
        ),
    ],
)
def test_reports_of_one_remark_are_one(known: Report[Statement], new: Report[Statement]) -> None:
    judged = same_statement(new, [known])
    assert judged is not None
    assert (judged.left, judged.right, judged.same) == (known.ref, new.ref, True)


@pytest.mark.parametrize(
    ("known", "new"),
    [
        pytest.param(ROAD, said(2, "that Norland would open the road", "Davit Maro"), id="another speaker"),
        pytest.param(ROAD, said(2, "that the fish belong to nobody"), id="other words"),
        pytest.param(
            said(1, "a draft under which nobody fishes in the gorge, the lock stays open and ferries go by night"),
            said(2, "the lock"),
            id="a word of a long one",
        ),
        pytest.param(
            said(1, "that Norland would open the road", when="2022-01-10"),
            said(2, "that Norland would open the road", when="2022-01-14"),
            id="said again days later",
        ),
        pytest.param(ROAD, said(2, "that Norland would open the road", published="2022-02-14"), id="weeks later"),
        pytest.param(
            said(1, '"Not yet," he said', None), said(2, '"Not yet," she said', None), id="a word or two of anybody"
        ),
        pytest.param(
            said(1, '"Without a bridge, further talks are difficult"', published="2022-01-14"),
            said(2, '"Without a bridge, further talks are difficult"', published="2023-01-14"),
            id="the same words in another year",
        ),
        pytest.param(said(1, "that"), said(2, "it was so"), id="nothing said"),
    ],
)
def test_what_only_resembles_is_not_one(known: Report[Statement], new: Report[Statement]) -> None:
    assert same_statement(new, [known]) is None


def test_words_that_others_report_are_one_only_where_the_sentences_are() -> None:
    known = said(1, "a bridge within a month", "Norland", within="s2")
    first = known.model_copy(update={"proof": ("Norland demands a bridge within a month, Ola Berg said.",)})
    again = said(2, "a bridge within a month", "Norland", within="s2")
    later = again.model_copy(
        update={"proof": ("In the harbour Davit Maro, its minister, came back to the demand for a bridge in a month.",)}
    )
    assert same_statement(later, [first]) is None
    assert same_statement(again.model_copy(update={"proof": first.proof}), [first]) is not None


def test_the_likest_of_several_is_meant_and_of_equals_the_first() -> None:
    known = [said(1, '"Further talks are difficult"'), DIFFICULT.model_copy(update={"ref": ROAD.ref}), said(3, "that")]
    judged = same_statement(said(4, '"Without a bridge, further talks are difficult,"'), known)
    assert judged is not None
    assert judged.left == known[0].ref
    assert "quoted words" in judged.reason
