"""Verdicts on events, from labels and answers made by hand."""

import io
from typing import Any

import pytest
from pydantic import ValidationError
from rich.console import Console

from benchmarks import events
from benchmarks.command import WIDTH
from benchmarks.event_labels import (
    LABELS,
    Answer,
    Judged,
    Labelled,
    agreement,
    answers_between_names,
    answers_of_record,
    judge,
    read_labels,
    share,
    silent,
)
from benchmarks.table import drawn
from tests.records import event, person, span, spans
from verbale.article import Article
from verbale.record import Record
from verbale.spans import Span

TEXT = "Norland threatened Kestria on Monday. Kestria and Sudria met; Sudria then met the League."
THREAT = {
    "anchor": "threatened",
    "type": "THREATEN",
    "mode": None,
    "actors": ["Norland"],
    "recipients": ["Kestria"],
    "status": "happened",
}
RIGHT = Answer(span(TEXT, "threatened"), "THREATEN", (("Norland",),), (("Kestria",),), "happened")


def labelled(*told: dict[str, Any]) -> Labelled:
    return Labelled.model_validate({"text": TEXT, "events": told})


def answer(**fields: Any) -> Answer:
    known = {name: getattr(RIGHT, name) for name in ("anchor", "type", "actors", "recipients", "status")}
    return Answer(**{**known, **fields})


def verdict(told: dict[str, Any], given: Answer) -> tuple[bool, bool, bool, bool]:
    (match,) = judge(labelled(told), [given]).matches
    return match.type_right, match.parties_right, match.turned_about, match.status_right


def test_an_answer_with_everything_right_is_right() -> None:
    assert verdict(THREAT, RIGHT) == (True, True, False, True)


def test_who_did_it_to_whom_counts() -> None:
    turned = answer(actors=RIGHT.recipients, recipients=RIGHT.actors)

    assert verdict(THREAT, turned) == (True, False, True, True)


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        ({"type": "ACCUSE"}, (False, True, False, True)),
        ({"status": "planned"}, (True, True, False, False)),
        ({"actors": ()}, (True, False, False, True)),
        ({"recipients": (("Kestria",), ("Sudria",))}, (True, False, False, True)),
        ({"actors": (("Sudria",),)}, (True, False, False, True)),
    ],
)
def test_what_is_wrong_is_counted_by_itself(fields: dict[str, Any], right: tuple[bool, ...]) -> None:
    assert verdict(THREAT, answer(**fields)) == right


@pytest.mark.parametrize(
    ("words", "names", "same"),
    [
        ("Norland", ("Norland",), True),
        ("Norland", ("the government of Norland",), True),
        ("Ada Moss", ("Moss",), True),
        ("Ada Moss", ("Ada",), False),
        ("the Norland envoy", ("Norland",), False),
        ("delegation", ("The delegation",), True),
        ("Norland", ("Kestria", "the Norland side"), True),
        ("Norland", ("",), False),
    ],
)
def test_parties_are_compared_by_their_words(words: str, names: tuple[str, ...], *, same: bool) -> None:
    assert verdict({**THREAT, "actors": [words]}, answer(actors=(names,)))[1] == same


def test_several_parties_are_right_together_or_as_a_group_that_has_them() -> None:
    met = {**THREAT, "anchor": "met", "type": "CONSULT", "actors": ["Kestria", "Sudria"], "recipients": []}
    apart = answer(anchor=span(TEXT, "met"), actors=(("Sudria",), ("Kestria",)), recipients=())
    group = answer(anchor=span(TEXT, "met"), actors=(("both", "Kestria", "Sudria"),), recipients=())

    assert verdict(met, apart)[1]
    assert verdict(met, group)[1]


def test_an_anchor_that_does_not_overlap_is_another_event() -> None:
    judged = judge(labelled(THREAT), [answer(anchor=span(TEXT, "met"))])

    assert (judged.labels, judged.answers, judged.matches) == (1, 1, ())


def test_of_two_answers_at_one_anchor_the_better_one_is_the_labels_and_the_other_too_many() -> None:
    judged = judge(labelled(THREAT), [answer(type="ACCUSE"), RIGHT])
    reached = agreement([judged], lambda match: match.type_right)

    assert [match.answer for match in judged.matches] == [RIGHT]
    assert (reached.precision, reached.recall, round(reached.f1, 1)) == (50.0, 100.0, 66.7)


def test_words_that_stand_twice_are_found_at_either_place_and_each_label_has_its_own_answer() -> None:
    first = {**THREAT, "anchor": "met", "actors": ["Kestria", "Sudria"], "recipients": []}
    second = {**THREAT, "anchor": "met", "actors": ["Sudria", "League"], "recipients": []}
    later = TEXT.rindex("met")
    answers = [
        answer(anchor=Span(later, later + 3), actors=(("Sudria",), ("the League",)), recipients=()),
        answer(anchor=span(TEXT, "met"), actors=(("Kestria",), ("Sudria",)), recipients=()),
    ]

    assert [match.parties_right for match in judge(labelled(first, second), answers).matches] == [True, True]


def test_shares_are_points_of_what_is_found_and_nothing_divides_by_nothing() -> None:
    judged = [judge(labelled(THREAT), [answer(status="planned")]), Judged(0, 0, ()), Judged(0, 2, ())]

    assert share(judged, lambda match: match.type_right) == 100.0
    assert share(judged, lambda match: match.status_right) == 0.0
    assert silent(judged) == 50.0
    assert (share([], lambda match: match.type_right), silent([]), agreement([], lambda _: True).f1) == (0.0, 0.0, 0.0)


def test_a_record_answers_with_all_names_of_its_parties_and_of_their_members() -> None:
    entities = (
        person(TEXT, "Norland", "e1", kind="state"),
        person(TEXT, "Kestria", "e2", kind="group", aliases=("the two",), members=("e1", "e3")),
        person(TEXT, "Sudria", "e3", kind="state", members=("e3",)),
    )
    told = event(TEXT, "threatened", type="THREATEN", actors=("e1",), recipients=("e2",), mode="violence")
    (found,) = answers_of_record(Record(article=Article(text=TEXT), entities=entities, events=(told,)))

    assert found.actors == (("Norland", "Norland"),)
    assert set(found.recipients[0]) == {"Kestria", "the two", "Norland", "Sudria"}
    assert (found.anchor, found.type, found.status, found.mode) == (told.anchor, "THREATEN", "happened", "violence")


def test_the_floor_takes_a_verb_between_two_names_of_its_sentence() -> None:
    verbs = spans(TEXT, "threatened", "met")
    names = spans(TEXT, "Norland", "Kestria", "Sudria", "League")
    sentences = spans(TEXT, TEXT[:37], TEXT[38:])
    found = answers_between_names(verbs, names, sentences, TEXT)

    assert [(one.actors, one.recipients) for one in found] == [
        ((("Norland",),), (("Kestria",),)),
        ((("Sudria",),), (("League",),)),
    ]


def test_a_row_that_does_not_fit_is_told_without_its_words() -> None:
    with pytest.raises(ValidationError) as fault:
        Labelled.model_validate({"text": "Kept apart.", "events": [{**THREAT, "type": "MEET"}]})

    assert "Kept apart" not in str(fault.value)
    assert "MEET" not in str(fault.value)


def test_the_labels_are_read_and_every_anchor_and_party_stands_in_its_text() -> None:
    labels = read_labels()
    missing = [
        number
        for number, one in enumerate(labels)
        for told in one.events
        if any(words not in one.text for words in (told.anchor, *told.actors, *told.recipients))
    ]

    assert missing == []
    assert sum(len(one.events) for one in labels) >= 150
    assert sum(not one.events for one in labels) >= 50


def test_the_section_shows_what_is_found_and_gives_the_gate_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    told = event(TEXT, "threatened", type="THREATEN")
    monkeypatch.setattr(events, "read_labels", lambda: (labelled(THREAT),))
    monkeypatch.setattr(events, "read", lambda article, _: Record(article=article, events=(told,)))
    monkeypatch.setattr(events, "between_names", lambda *_: [])
    measured = events.measure(None)  # type: ignore[arg-type]
    out = io.StringIO()
    for table in measured.tables:
        Console(file=out, width=WIDTH).print(drawn(table))

    assert measured.figures["events"].floors == {
        "found F1": 100.0,
        "typed F1": 100.0,
        "parties F1": 0.0,
        "status": 100.0,
    }
    assert "the floor" in out.getvalue()
    assert "events a second" in out.getvalue()
    assert all(len(line) <= WIDTH for line in out.getvalue().splitlines())


def test_the_labels_lie_where_the_section_looks() -> None:
    assert LABELS.is_file()
