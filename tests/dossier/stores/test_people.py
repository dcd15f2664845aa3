"""People's merges, splits and corrections: counted at once, taken back, and kept when an article is read again."""

from datetime import UTC, datetime

import pytest

from tests.dossier.stores.articles import BODY, other, report
from verbale.dossier.answers import Correction, Judgement, Ref
from verbale.dossier.dossier import Dossier
from verbale.errors import OptionError

NOON = datetime(2022, 1, 20, 12, tzinfo=UTC)


def judged(left: Ref, right: Ref, *, same: bool) -> Judgement:
    return Judgement(kind="entity", left=left, right=right, same=same, score=1, reason="I know them", by="ada")


def correction(**given: str | None) -> Correction:
    fields = {"fingerprint": report().article.fingerprint, "kind": "statement", "entry": "s1", "by": "ada", "at": NOON,
              "words": "The map is not for sale", "action": "change", **given}  # fmt: skip
    return Correction.model_validate(fields)


def parties(dossier: Dossier) -> list[list[str]]:
    return [[str(one.ref) for one in thread.reports] for thread in dossier.threads("entity")]


def test_two_are_split_and_one_again(dossier: Dossier) -> None:
    dossier.add(report())
    dossier.add(other(2))
    assert parties(dossier) == [["1/e1", "2/e1"], ["1/e2"]]

    kept = dossier.judge(judged(Ref(1, "e1"), Ref(2, "e1"), same=False))
    assert sorted(parties(dossier)) == [["1/e1"], ["1/e2"], ["2/e1"]]
    assert [one.articles for one in dossier.parties()] == [1, 1, 1]
    told = [[str(one.ref) for one in dossier.reports("event", party=party.number)] for party in dossier.parties()]
    assert sorted(told) == [["1/v1"], ["1/v1"], ["2/v1"]]

    assert kept.number is not None
    dossier.withdraw(kept.number)
    assert parties(dossier) == [["1/e1", "2/e1"], ["1/e2"]]
    assert [one.withdrawn for one in dossier.judgements(kind="entity") if one.by == "ada"] == [True]


def test_two_are_merged_and_everything_that_names_them_follows(dossier: Dossier) -> None:
    dossier.add(report())
    dossier.judge(judged(Ref(1, "e1"), Ref(1, "e2"), same=True))

    (party,) = dossier.parties()
    assert party.names == ("Ada Holm", "Ola Berg")
    assert {str(one.ref) for one in dossier.reports("event", party=party.number)} == {"1/v1"}


def test_a_judgement_on_nothing_is_refused(dossier: Dossier) -> None:
    dossier.add(report())
    with pytest.raises(OptionError, match="no such entity"):
        dossier.judge(judged(Ref(1, "e1"), Ref(9, "e1"), same=True))
    with pytest.raises(OptionError, match="no such judgement"):
        dossier.withdraw(99)


def test_a_speaker_is_corrected_and_the_correction_taken_back(dossier: Dossier) -> None:
    dossier.add(report())
    kept = dossier.correct(correction(field="speaker", value='"e1"', why="She only translated."))

    (shown,) = dossier.reports("statement")
    assert (shown.entry.model_dump()["speaker"], shown.corrected) == ("e1", True)
    assert dossier.record(1).statements[0].speaker == "e1"
    assert {str(one.ref) for one in dossier.reports("statement", party=_number(dossier, "Ola Berg"))} == {"1/s1"}

    assert kept.number is not None
    dossier.withdraw_correction(kept.number)
    (shown,) = dossier.reports("statement")
    assert (shown.entry.model_dump()["speaker"], shown.corrected) == ("e2", False)
    assert [one.withdrawn for one in dossier.corrections(1)] == [True]


def test_what_is_rejected_is_shown_no_more(dossier: Dossier) -> None:
    dossier.add(report())
    kept = dossier.correct(correction(action="reject", why="Nobody said that."))

    assert dossier.reports("statement") == ()
    assert dossier.record(1).statements == ()
    assert kept.number is not None
    dossier.withdraw_correction(kept.number)
    assert len(dossier.reports("statement")) == 1


def test_what_was_missed_is_added(dossier: Dossier) -> None:
    record = report()
    dossier.add(record)
    missed = record.events[0].model_copy(update={"id": "v9", "type": "COOPERATE"})
    dossier.correct(correction(kind="event", entry="v9", action="add", value=missed.model_dump_json(), words="met"))

    assert [str(one.ref) for one in dossier.reports("event")] == ["1/v1", "1/v9"]


def test_corrections_outlive_another_reading_of_the_article(dossier: Dossier) -> None:
    dossier.add(report())
    dossier.correct(correction(field="speaker", value='"e1"'))
    read_anew = report()
    renumbered = read_anew.statements[0].model_copy(update={"id": "s4", "confidence": 0.5})
    dossier.add(read_anew.model_copy(update={"statements": (renumbered,)}), again=True)

    (shown,) = dossier.reports("statement")
    assert (str(shown.ref), shown.entry.model_dump()["speaker"], shown.corrected) == ("1/s4", "e1", True)


def test_corrections_go_on_to_the_next_version_of_the_page_where_its_words_still_stand(dossier: Dossier) -> None:
    page = "https://wire.example/talks"
    first = report(url=page)
    dossier.add(first)
    dossier.correct(correction(fingerprint=first.article.fingerprint, field="speaker", value='"e1"'))
    dossier.add(report(f"{BODY} Both flew home.", url=page))
    dossier.add(report(BODY.replace("not for sale", "gone"), url=page, said="The map is gone"))

    told = {str(one.ref): (one.entry.model_dump()["speaker"], one.corrected) for one in dossier.reports("statement")}
    assert told == {"1/s1": ("e1", True), "2/s1": ("e1", True), "3/s1": ("e2", False)}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"field": "colour", "value": '"red"'}, "no such field"),
        ({"field": "id", "value": '"s7"'}, "no such field"),
        ({"field": "kind", "value": '"song"'}, "doesn't fit"),
        ({"entry": "s7", "words": "never said", "field": "speaker", "value": "null"}, "no such entry"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused_and_changes_nothing(
    dossier: Dossier, given: dict[str, str], said: str
) -> None:
    dossier.add(report())
    with pytest.raises(OptionError, match=said):
        dossier.correct(correction(**given))

    assert dossier.corrections() == ()
    assert dossier.reports("statement")[0].corrected is False


def _number(dossier: Dossier, name: str) -> int:
    party = dossier.party(name)
    assert party is not None
    return party.number


def test_the_least_certain_come_first_until_somebody_has_seen_them(dossier: Dossier) -> None:
    record = report()
    doubtful = record.statements[0].model_copy(update={"confidence": 0.2})
    dossier.add(record.model_copy(update={"statements": (doubtful,)}))
    assert [str(one.ref) for one in dossier.queue()] == ["1/s1", "1/v1"]

    dossier.correct(correction(action="accept"))
    assert [str(one.ref) for one in dossier.queue()] == ["1/v1"]
    assert dossier.reports("statement")[0].corrected is False
